"""Show everything with a runner who does not exist: archive, import, screening and diary in one go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from kneewise.app import clock, home, log, screen
from kneewise.app import settings as choices
from kneewise.app.import_files import ImportReport, import_paths
from kneewise.app.log import Logged
from kneewise.app.progress import Progress, untold
from kneewise.app.review import review
from kneewise.app.sample_runner import ZONE, Said, make_archive, tell_story
from kneewise.app.week import log_week
from kneewise.model.errors import KneewiseError
from kneewise.model.plan import Decision
from kneewise.store.erase import erase_runner
from kneewise.store.ledger import recall_ledger
from kneewise.store.records import recall_records
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import label_of

SAMPLE = "sample"
ARCHIVE = "sample-export.zip"


class NotTheSampleError(KneewiseError):
    """The home belongs to somebody who exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the demo made.

    Attributes:
        archive: The sample runner's export, in the home.
        made_anew: Whether another day's sample runner was here before and is gone.
        report: What came of importing it.
        decision: For the day on which the twelve weeks end.
    """

    runner: RunnerRef
    made_anew: bool
    archive: Path
    on: date
    report: ImportReport
    decision: Decision


def demo(*, now: datetime, on: date | None = None, progress: Progress = untold) -> Demo:
    """Make the sample runner in this home, or bring yesterday's up to today.

    Args:
        now: Read off the clock.
        on: The day on which the sample runner's weeks end; today where the runner lives if it is not said.
        progress: Told after each file.

    Raises:
        NotTheSampleError: The home holds another runner, or other files; nothing was touched.
    """
    now = now.astimezone(ZoneInfo(ZONE))
    ends_on = on or now.date()
    runner, made_anew = _sample_runner(ends_on)
    archive = home.folder() / ARCHIVE
    archive.write_bytes(make_archive(ends_on))
    story = tell_story(ends_on)
    began = min(said.at for said in story.said)
    _once(runner, lambda: choices.change(runner, at=began, **story.settings))
    evening = datetime.combine(ends_on, clock.EVENING, now.tzinfo)
    report = import_paths(runner, [archive], now=evening if ends_on > now.date() else now, progress=progress)
    for said in story.said:
        say(runner, said)
    decision = review(runner, ends_on)
    return Demo(
        runner=runner, made_anew=made_anew, archive=archive, on=ends_on, report=report, decision=decision
    )


def _sample_runner(ends_on: date) -> tuple[RunnerRef, bool]:
    """Open the home; a sample runner whose weeks end on another day is made anew, which is said."""
    runner = home.open_home(SAMPLE)
    if label_of(runner) != SAMPLE:
        raise NotTheSampleError(
            _("This home holds another runner: name a folder of its own for the demo, with --home.")
        )
    if any(not row.path.startswith(ARCHIVE) for row in recall_ledger(runner)):
        raise NotTheSampleError(
            _("This demo holds files that are not the sample runner's: name another folder with --home.")
        )
    screened = [said.on for said in recall_records(runner) if said.kind == "answers"]
    if screened and min(screened) != tell_story(ends_on).said[0].on:
        erase_runner(runner)
        return home.open_home(SAMPLE), True
    return runner, False


def _once(runner: RunnerRef, write: Callable[[], object]) -> None:
    """Choose the settings before anything was said, and never again: what was changed since stays."""
    if not any(said.kind != "settings" for said in recall_records(runner)):
        write()


def say(runner: RunnerRef, said: Said) -> None:
    """Write down one sitting of the story, as the commands do."""
    if said.kind in {"screen", "weekly"}:
        on = clock.local(said.at, choices.get(runner)).date()
        answers = screen.parse_answers(said.said, on=on)
        screen.screen(runner, answers, at=said.at, weekly=said.kind == "weekly")
    else:
        DIARY[said.kind](runner, at=said.at, on=said.on, **said.said)


DIARY: dict[str, Callable[..., Logged]] = {
    "pain": log.log_pain,
    "sleep": log.log_sleep,
    "test": log.log_test,
    "exercise": log.log_exercise,
    "shoe": log.log_shoe,
    "week": log_week,
}
