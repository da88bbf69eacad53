"""Move a run to another day: looked at first, and written down only where the rules allow it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import cast

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_fields, see_order
from kneewise.app.diary_parts import words
from kneewise.app.review import decide_on
from kneewise.app.settings import weekday_of
from kneewise.app.writing import Logged, write
from kneewise.engine import difference
from kneewise.model.diary import History, Move
from kneewise.model.errors import UsageError
from kneewise.model.plan import PLAN_DAYS, Decision, Difference, MoveAnswer, SessionKind
from kneewise.present.dates import say_date
from kneewise.store.codec import Json
from kneewise.store.history import recall_history
from kneewise.store.records import RecordKind, new_record
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRun:
    """What became of a wish, or would.

    Attributes:
        said: The wish, by the days that were named; the answer names the day the run was planned on first.
        answer: Done, or with the rule that forbids it.
        record_id: For ``log undo``; empty where nothing was kept.
        decision: The day's answer with it, or as it stands without.
        difference: What it does to the week.
    """

    said: Move
    answer: MoveAnswer
    record_id: str = ""
    decision: Decision
    difference: Difference


def ask(runner: RunnerRef, from_day: object, to_day: object, *, at: datetime) -> MovedRun:
    """Look at what would become of a wish; nothing is written down.

    Raises:
        UsageError: There is no run on the first day, or a day lies outside the week.
    """
    history = recall_history(runner)
    local = clock.local(at, history.settings)
    return _look(history, _read(from_day, to_day, local.date()), local)


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
    found = _look(history, payload, local)
    if not found.answer.done:
        return found
    logged: Logged = write(runner, RecordKind.MOVE, payload, at=at)
    return replace(
        found,
        record_id=logged.record_id,
        decision=logged.decision,
        difference=logged.difference or found.difference,
    )


def kept(runner: RunnerRef) -> Mapping[date, str]:
    """Find the wish that put a run on a day, for ``log undo``; the last one of each day."""
    wishes = sorted(recall_history(runner).moves, key=lambda move: (move.at, move.record_id))
    return {wish.to_day: wish.record_id for wish in wishes}


def _look(history: History, payload: Mapping[str, Json], at: datetime) -> MovedRun:
    before = decide_on(history, at.date())
    said = cast("Move", new_record(RecordKind.MOVE, at=at, on=at.date(), payload=payload).value())
    _see_runs(before, said)
    after = decide_on(replace(history, moves=(*history.moves, said)), at.date())
    answer = next((one for one in after.plan.moves if one.to_day == said.to_day), None)
    if answer is None:
        answer = _moved_back(after, said)
    stands = after if answer.done else before
    return MovedRun(said=said, answer=answer, decision=stands, difference=difference(before, stands))


def _read(from_day: object, to_day: object, today: date) -> Mapping[str, Json]:
    days = {"from_day": _day("from_day", from_day, today), "to_day": _day("to_day", to_day, today)}
    payload = read_fields(RecordKind.MOVE, days, today=today)
    see_order(RecordKind.MOVE, payload, on=today)
    return payload


def _day(name: str, raw: object, today: date) -> date:
    """Read a day of the week to come, by its date or by the name of its weekday."""
    number = weekday_of(raw)
    if number is not None:
        return today + timedelta(days=(number - today.weekday()) % 7)
    with parse.part(name):
        read = parse.day(words(name), raw, today=today, future=True)
        if read is None or not 0 <= (read - today).days < PLAN_DAYS:
            last = (today + timedelta(days=PLAN_DAYS - 1)).isoformat()
            raise UsageError(
                _("Say a day from %(first)s to %(last)s for %(name)s, or a weekday such as fri.")
                % {"first": today.isoformat(), "last": last, "name": words(name)}
            )
    return read


def _moved_back(after: Decision, said: Move) -> MoveAnswer:
    """Answer a wish that the plan does not name: the run is where it was before, or nothing can come there.

    Raises:
        UsageError: That day was run already.
    """
    if said.to_day not in _run_days(after):
        raise UsageError(_("On %(day)s there was a run already.") % {"day": say_date(said.to_day, "j F Y")})
    return MoveAnswer(from_day=said.from_day, to_day=said.to_day)


def _see_runs(decision: Decision, said: Move) -> None:
    """See that there is a run to be moved, and none where it shall be."""
    runs = _run_days(decision)
    if said.from_day not in runs:
        raise UsageError(
            _("There is no run in the plan on %(day)s: kneewise week shows them.")
            % {"day": say_date(said.from_day, "j F Y")}
        )
    if said.to_day in runs:
        raise UsageError(_("On %(day)s there is a run already.") % {"day": say_date(said.to_day, "j F Y")})


def _run_days(decision: Decision) -> set[date]:
    return {session.on for session in decision.plan.sessions if session.kind is SessionKind.RUN}
