"""Move a run to another day: looked at first, and written down only where the rules allow it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import cast

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_fields, see_order, words
from kneewise.app.review import decide_on
from kneewise.app.settings import weekday_of
from kneewise.app.writing import Logged, write
from kneewise.engine import difference
from kneewise.model.diary import Move
from kneewise.model.errors import UsageError
from kneewise.model.plan import Decision, Difference, MoveAnswer, SessionKind
from kneewise.store.codec import Json
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind, new_record
from kneewise.store.ref import RunnerRef

DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRun:
    """What became of a wish.

    Attributes:
        answer: Done, or with the rule that forbids it.
        record_id: For ``log undo``; empty where it was not allowed and so not kept.
        decision: The day's answer with it, or as it stands without.
        difference: What it does to the week.
    """

    answer: MoveAnswer
    record_id: str
    decision: Decision
    difference: Difference


def move(runner: RunnerRef, from_day: object, to_day: object, *, at: datetime) -> MovedRun:
    """Move the run that is planned on one day of the week to come to another one.

    Args:
        runner: Whose.
        from_day: A date, or a day of the week.
        to_day: The same.
        at: Now.

    Raises:
        UsageError: There is no run on the first day, or a day lies outside the week.
    """
    history = recall_history(runner)
    local = clock.local(at, history.settings)
    payload = _read(from_day, to_day, local.date())
    before = decide_on(history, local.date())
    said = cast("Move", new_record(RecordKind.MOVE, at=local, on=local.date(), payload=payload).value())
    _see_runs(before, said)
    after = decide_on(replace(history, moves=(*history.moves, said)), local.date())
    answer = next((one for one in after.plan.moves if one.to_day == said.to_day), None)
    if answer is not None and not answer.done:
        return MovedRun(answer=answer, record_id="", decision=before, difference=difference(before, before))
    logged: Logged = write(runner, RecordKind.MOVE, payload, at=at)
    return MovedRun(
        answer=answer or MoveAnswer(from_day=said.from_day, to_day=said.to_day),
        record_id=logged.record_id,
        decision=logged.decision,
        difference=logged.difference or difference(before, logged.decision),
    )


def _read(from_day: object, to_day: object, today: date) -> Mapping[str, Json]:
    days = {"from_day": _day("from_day", from_day, today), "to_day": _day("to_day", to_day, today)}
    payload = read_fields(RecordKind.MOVE, days, today=today)
    see_order(RecordKind.MOVE, payload, on=today)
    return payload


def _day(name: str, raw: object, today: date) -> date:
    """Read a day of the week to come, by its date or by the name of its weekday."""
    number = weekday_of(raw)
    if number is not None:
        return today + timedelta(days=(number - today.weekday()) % DAYS)
    with parse.part(name):
        read = parse.day(words(name), raw, today=today, future=True)
        if read is None or not 0 <= (read - today).days < DAYS:
            last = (today + timedelta(days=DAYS - 1)).isoformat()
            raise UsageError(
                _("Say a day from %(first)s to %(last)s for %(name)s, or a weekday such as fri.")
                % {"first": today.isoformat(), "last": last, "name": words(name)}
            )
    return read


def _see_runs(decision: Decision, said: Move) -> None:
    """See that there is a run to be moved, and none where it shall be."""
    runs = {session.on for session in decision.plan.sessions if session.kind is SessionKind.RUN}
    if said.from_day not in runs:
        raise UsageError(
            _("There is no run in the plan on %(day)s: kneewise week shows them.")
            % {"day": said.from_day.isoformat()}
        )
    if said.to_day in runs:
        raise UsageError(_("On %(day)s there is a run already.") % {"day": said.to_day.isoformat()})
