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
from kneewise.app import feed, home, screen
from kneewise.app.import_files import import_paths
from kneewise.app.lan import phones
from kneewise.model.errors import KneewiseError
from tests.app.samples import NOW, fit_bytes
from tests.faults import outbox
from tests.kills.archive import write_earlier, write_offered
from tests.web.told import calm_answers, make_link, visit

BACKUP: Final = "kept.zip"

Step = Callable[[Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One way to write.

    Attributes:
        prepare: What the home holds before.
        steps: Each writes; what it returns is an acknowledgement.
        whole: Each step is one transaction and nothing beside it: afterwards all of it is there, or nothing.
        keeps_before: The home as it was is still there afterwards, in its place or beside it.
        counts_itself: It is a write that leaves nothing but a higher number, however often it is made.
        empties: At its end nothing is left; a home that is not whole any more says what to do.
    """

    prepare: Step
    steps: tuple[Step, ...]
    whole: bool = True
    keeps_before: bool = False
    counts_itself: bool = False
    empties: bool = False


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
    outbox.see(client.get(make_link()).status_code, HTTPStatus.FOUND)
    sent = client.post("/diary/", {"run": "", "side": "right", "this_morning": "1"})
    outbox.see(sent.status_code, HTTPStatus.FOUND)


def _lived_on(offered: Path) -> None:
    """Back a home up, and live on in it, with what no backup holds."""
    _lived_in(offered)
    feed.make_feed(home.folder())
    phones.pair(home.folder(), "iPhone", at=NOW)
    (offered / BACKUP).unlink(missing_ok=True)
    _shell("backup", offered / BACKUP)
    _diary(offered)


def _restore(offered: Path) -> None:
    _shell("restore", "--replace", offered / BACKUP)


def _erase(_offered: Path) -> None:
    _shell("erase", "--yes")


JOURNEYS: Final[Mapping[str, Journey]] = {
    "one run": Journey(whole=False, prepare=_lived_in, steps=(_one_run,)),
    "an archive": Journey(whole=False, prepare=_lived_in, steps=(_archive,)),
    "a diary entry": Journey(prepare=_lived_in, steps=(_diary,)),
    "an entry by the page": Journey(prepare=_lived_in, steps=(_page,)),
    "what waited in the browser": Journey(
        prepare=_lived_in, steps=(outbox.come, outbox.send_diary, outbox.send_strength, outbox.send_ankle)
    ),
    "a restore": Journey(prepare=_lived_on, steps=(_restore,), keeps_before=True, counts_itself=True),
    "an erasure": Journey(whole=False, prepare=_lived_on, steps=(_erase,), empties=True),
}
