"""The ways to write into a home that are broken off at every write."""

from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from io import StringIO
from pathlib import Path
from typing import Final

from kneewise import cli
from kneewise.app import home, screen
from kneewise.app.import_files import import_paths
from kneewise.model.errors import KneewiseError
from tests.app.samples import NOW, fit_bytes
from tests.kills.archive import write_earlier, write_offered
from tests.web.told import calm_answers, make_link, visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One way to write.

    Attributes:
        whole: It writes one transaction and nothing beside it: afterwards all of it is there, or nothing.
        prepare: What the home holds before.
        go: Writes; what it returns is an acknowledgement.
    """

    whole: bool
    prepare: Callable[[Path], None]
    go: Callable[[Path], None]


def offer(folder: Path) -> None:
    """Put down what is imported: one run, and an archive of every kind of file."""
    for name, write in (("earlier", write_earlier), ("archive", write_offered)):
        (folder / name).mkdir()
        write(folder / name)
    (folder / "run.fit").write_bytes(fit_bytes(2))


def _lived_in(offered: Path) -> None:
    runner, at = home.open_home(), NOW - timedelta(days=2)
    screen.screen(runner, screen.parse_answers(calm_answers(), on=at.date()), at=at)
    import_paths(runner, [offered / "earlier"], now=NOW - timedelta(hours=1))


def _one_run(offered: Path) -> None:
    _shell("import", offered / "run.fit", "--on", NOW.date())


def _archive(offered: Path) -> None:
    _shell("import", offered / "archive", "--on", NOW.date())


def _diary(_offered: Path) -> None:
    scores = ("--knee", "right", "--during", 2, "--morning", 1, "--limp", "no")
    _shell("log", "pain", *scores, "--on", NOW.date())


def _shell(*typed: object) -> None:
    """Run a command as somebody at a shell; it ends well, or says in a sentence what was wrong."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.run([str(one) for one in typed])
    if code != 0:
        raise KneewiseError(err.getvalue())


def _page(_offered: Path) -> None:
    """Send a sitting by the form of the page, as somebody does again who got no answer."""
    client = visit()
    client.raise_request_exception = False
    client.get(make_link())
    answer = client.post("/diary/", {"run": "", "side": "right", "this_morning": "1"})
    if answer.status_code in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.UNPROCESSABLE_ENTITY}:
        raise KneewiseError(answer.content.decode())
    if answer.status_code != HTTPStatus.FOUND:
        raise AssertionError(f"answered {answer.status_code}: {answer.content.decode()}")


JOURNEYS: Final[Mapping[str, Journey]] = {
    "one run": Journey(whole=False, prepare=_lived_in, go=_one_run),
    "an archive": Journey(whole=False, prepare=_lived_in, go=_archive),
    "a diary entry": Journey(whole=True, prepare=_lived_in, go=_diary),
    "an entry by the page": Journey(whole=True, prepare=_lived_in, go=_page),
}
