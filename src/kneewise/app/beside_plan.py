"""Write down why a run was made on a day without one in the plan; no run counts more for it."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_fields
from kneewise.app.diary_parts import words
from kneewise.app.review import look
from kneewise.app.writing import Logged, write
from kneewise.model.errors import UsageError
from kneewise.model.observations import Observations
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind
from kneewise.store.ref import RunnerRef


def log_beside_plan(
    runner: RunnerRef, *, at: datetime, on: date | str | None = None, why: object, key: str = ""
) -> Logged:
    """Write down the answer about the run of a day.

    Args:
        runner: Who ran.
        at: Now.
        on: The day of the run; of the last one where it is not said.
        why: In the runner's words, or "unknown".
        key: Of the form it came with, if one.

    Raises:
        UsageError: There was no run that day.
    """
    today = clock.local(at, recall_settings(runner)).date()
    payload = read_fields(RecordKind.BESIDE_PLAN, {"why": why}, today=today)
    named = parse.day(words("on"), on, today=today)
    days = _days_run(look(runner, today))
    if not days:
        raise UsageError(_("There is no run up to %(day)s.") % {"day": today.isoformat()})
    if named is not None and named not in days:
        raise UsageError(
            _("There is no run on %(day)s: the last one was on %(last)s.")
            % {"day": named.isoformat(), "last": max(days).isoformat()}
        )
    return write(runner, RecordKind.BESIDE_PLAN, payload, at=at, on=named or max(days), key=key)


def _days_run(seen: Observations) -> set[date]:
    """Name the days of which a file or the diary tells a run."""
    told = {entry.on for entry in seen.entries if entry.is_run}
    return {one.on for one in seen.activities if one.is_run} | told
