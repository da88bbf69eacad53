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
AFTER_RUN = timedelta(hours=1)
"""How long after a run its supposed answers are given where it has none of its own."""


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
        at: Now; the answers are supposed to be given when those were that they replace, else after the run,
            and a morning's in that morning.

    Raises:
        UsageError: There is no such answer, or it cannot be that.
    """
    history = recall_history(runner)
    local = clock.local(at, history.settings)
    supposed = _read(said, local.date())
    seen = look_at(history, local.date())
    sides = seen.sore_sides or (Side.RIGHT,)
    of_run = not OF_A_RUN.isdisjoint(supposed)
    runs = [entry for entry in seen.entries if entry.about_run and entry.walked_min is None]
    # A morning alone is that of a run only on the day after it.
    lately = [entry.on for entry in runs if of_run or local.date() - entry.on <= ONE_DAY]
    about_on = max(lately, default=local.date())
    told = history
    for side in sides:
        about = _About(side=side, on=about_on, about_run=bool(lately) or of_run, late=seen.scores_within)
        told = _suppose(told, supposed, about, local)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What the answers are supposed of: one knee, and one run or rest day, which takes any until ``late``."""

    side: Side
    on: date
    about_run: bool
    late: timedelta

    @property
    def until(self) -> date:
        """The day of the morning that speaks of it."""
        return self.on + ONE_DAY if self.about_run else self.on


def _suppose(history: History, said: Mapping[str, Any], about: _About, now: datetime) -> History:
    """Take what was said of these things on that day out, and say the other in its place."""
    unsaid: dict[str, Any] = dict.fromkeys(said)
    out = [log for log in history.pain if log.side == about.side and about.on <= log.on <= about.until]
    kept = (replace(log, **unsaid) if log in out else log for log in history.pain)
    morning_at = datetime.combine(about.until, time(MORNING), now.tzinfo)
    of_run = {name: answer for name, answer in said.items() if name != "morning"}
    told = [log.at for log in out if any(getattr(log, name) is not None for name in of_run)]
    new = [_log(of_run, about, at=min(_given_at(history, told, about, now), now))] if of_run else []
    if "morning" in said:
        times = {"scored_at": {"morning": morning_at.isoformat()}}
        new.append(_log({"morning": said["morning"], **times}, about, at=min(morning_at, now)))
    return replace(history, pain=(*kept, *new))


def _log(said: Mapping[str, Any], about: _About, *, at: datetime) -> PainLog:
    payload = {"side": about.side.value, "about_run": about.about_run, **said}
    return cast("PainLog", new_record(RecordKind.PAIN, at=at, on=about.on, payload=payload).value())


def _given_at(history: History, told: list[datetime], about: _About, now: datetime) -> datetime:
    """Say when answers are given: when those were that they replace, else after the run; in time for it."""
    ends = [run.end for run in history.activities if about.about_run and run.is_run and run.on == about.on]
    if not ends:
        return min([*told, now])
    return min((at for at in told if at <= max(ends) + about.late), default=max(ends) + AFTER_RUN)
