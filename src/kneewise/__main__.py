"""The composition root: find the home, name the settings, set Django up, and hand over to ``cli``."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kneewise.model.errors import KneewiseError

HOME = "--home"
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C stopped: 128 and the signal's number."""


def main() -> None:
    """Run one command and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; faults are one sentence, and a reader of the pipe who leaves is no fault."""
    _speak_utf_8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print(file=sys.stderr)  # noqa: T201 - the line with ^C in it ends here.
        return INTERRUPTED
    except KneewiseError as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - of what is found before anything is set up.
        return 1
    except BrokenPipeError:
        # Nobody reads any more; the interpreter's last flush must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(arguments: Sequence[str]) -> int:
    home, rest = split_home(arguments)
    named = home or os.environ.get("KNEEWISE_HOME", "")
    with _home(named, rest):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kneewise.site.settings")
        import django

        django.setup()
        from kneewise import cli

        code = cli.run(rest)
        sys.stdout.flush()
        return code


def split_home(arguments: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Take ``--home DIR`` or ``--home=DIR`` out of the arguments, wherever it stands.

    A ``--home`` without a folder stays, so that the command line can say what is wrong with it.
    """
    home = ""
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        if argument == HOME and waiting:
            home = waiting.pop(0)
        elif argument.startswith(f"{HOME}="):
            home = argument.removeprefix(f"{HOME}=")
        else:
            rest.append(argument)
    return home, tuple(rest)


@contextmanager
def _home(named: str, arguments: Sequence[str]) -> Iterator[None]:
    """Name the home for the settings; a demo without one gets a folder that goes away with it."""
    if not named and arguments[:1] == ("demo",):
        made = tempfile.mkdtemp(prefix="kneewise-demo-")
        os.environ["KNEEWISE_HOME"] = made
        try:
            yield
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return
    if named:
        os.environ["KNEEWISE_HOME"] = str(Path(named).expanduser().absolute())
    yield


def _speak_utf_8() -> None:
    """Write signs such as ● as they are, or as a question mark where there is none, but never fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
