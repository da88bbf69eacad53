"""Suppose another answer of the diary and look at the next day; nothing is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django.utils.translation import gettext as _

from kneewise.app import clock
from kneewise.app.diary_fields import read_some
from kneewise.app.review import decide_on, look_at
from kneewise.engine import difference
from kneewise.model.diary import History, PainLog
from kneewise.model.errors import UsageError
from kneewise.model.places import Side
from kneewise.model.plan import Decision, Difference
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind, new_record
from kneewise.store.ref import RunnerRef

ONE_DAY = timedelta(days=1)
SUPPOSED = ("before", "during", "after_60min", "morning", "limp", "painkiller", "first_pain_min")
OF_A_RUN = frozenset({"before", "during", "after_60min", "limp", "first_pain_min"})
MORNING = 8
"""The hour at which a supposed morning score is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The next day as things stand, and as it would be.

    Attributes:
        about_on: The day of the run that the answers are supposed of; today where there was none lately.
        sides: The knees they are supposed of.
        supposed: The answers, as they were read.
    """

    about_on: date
    sides: tuple[Side, ...]
    supposed: Mapping[str, Any]
    as_it_is: Decision
    then: Decision
    difference: Difference


def what_if(runner: RunnerRef, said: Mapping[str, object], *, at: datetime) -> WhatIf:
    """Decide the day after ``at`` under other answers about the last run, of every sore knee.

    Args:
        runner: Whose.
        said: Scores and the like, as they were typed.
        at: Now; the answers are supposed to be given then, and a morning's in that morning.

    Raises:
        UsageError: There is no such answer, or it cannot be that.
    """
    history = recall_history(runner)
    local = clock.local(at, history.settings)
    supposed = _read(said, local.date())
    seen = look_at(history, local.date())
    sides = seen.sore_sides or (Side.RIGHT,)
    of_run = not OF_A_RUN.isdisjoint(supposed)
    runs = [entry for entry in seen.entries if entry.is_run]
    # A morning alone is that of a run only on the day after it.
    lately = [entry.on for entry in runs if of_run or local.date() - entry.on <= ONE_DAY]
    about_on = max(lately, default=local.date())
    about_run = bool(lately) or of_run
    told = history
    for side in sides:
        told = _suppose(told, {"side": side.value, "about_run": about_run, **supposed}, about_on, local)
    tomorrow = local.date() + ONE_DAY
    as_it_is, then = decide_on(history, tomorrow), decide_on(told, tomorrow)
    return WhatIf(
        about_on=about_on,
        sides=sides,
        supposed=supposed,
        as_it_is=as_it_is,
        then=then,
        difference=difference(as_it_is, then),
    )


def _read(said: Mapping[str, object], today: date) -> Mapping[str, Any]:
    for name in said:
        if name not in SUPPOSED:
            raise UsageError(
                _("“%(name)s” cannot be supposed: say %(known)s.")
                % {"name": name, "known": ", ".join(SUPPOSED)}
            )
    if not said:
        raise UsageError(_("Say what to suppose, such as during=4."))
    return read_some(RecordKind.PAIN, said, today=today)


def _suppose(history: History, said: Mapping[str, Any], on: date, at: datetime) -> History:
    """Take what was said of these things on that day out, and say the other in its place."""
    of_day = on + ONE_DAY if said["about_run"] else on
    unsaid: dict[str, Any] = {name: None for name in said if name in SUPPOSED}
    kept = tuple(
        replace(log, **unsaid) if log.side == said["side"] and on <= log.on <= of_day else log
        for log in history.pain
    )
    morning = datetime.combine(of_day, time(MORNING), at.tzinfo).isoformat()
    times: dict[str, Any] = {"scored_at": {"morning": morning}} if "morning" in said else {}
    new = new_record(RecordKind.PAIN, at=at, on=on, payload={**said, **times}).value()
    return replace(history, pain=(*kept, cast("PainLog", new)))
