"""The command line: read what was typed, call one use case, print what it answers."""

import sys
from collections.abc import Sequence

import typer

from kneewise.cli.leaving import STOPPED
from kneewise.cli.terminal import complain
from kneewise.model.errors import KneewiseError, UsageError

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0 well, 1 a fault in what was given, 2 wrong usage."""
    from kneewise.app.language import spoken

    with spoken():
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    from kneewise.cli.root import command

    try:
        code = command(*arguments[:1]).main(args=list(arguments), prog_name="kneewise", standalone_mode=False)
    except typer.TyperException as fault:
        from kneewise.cli.usage import say_usage

        return _complain(f"{say_usage(fault.format_message())}{_hint(fault)}", fault.exit_code)
    except UsageError as fault:
        return _complain(str(fault), 2)
    except KneewiseError as fault:
        return _complain(str(fault), 1)
    except typer.Abort:
        return STOPPED
    except Exception as fault:  # noqa: BLE001 - looked at, and raised again where it is ours.
        return _complain(_in_words(fault), 1)
    return code if isinstance(code, int) else 0


def _in_words(fault: Exception) -> str:
    """Say what is the matter with the home; any other fault is ours, and goes on."""
    from kneewise.app.home import in_words

    said = in_words(fault)
    if said is None:
        raise fault
    return str(said)


def _complain(said: str, code: int) -> int:
    sys.stdout.flush()
    complain(said)
    return code


def _hint(fault: typer.TyperException) -> str:
    """Name the help of the command that was typed wrongly."""
    from kneewise.present.words import gettext

    context = getattr(fault, "ctx", None)
    if context is None:
        return ""
    if isinstance(fault, typer.BadParameter) and fault.format_message().startswith("Missing argument"):
        from kneewise.cli.usage import say_where

        if where := say_where(context.command_path):
            return where
    return " " + gettext("See: %(command)s --help") % {"command": context.command_path}
