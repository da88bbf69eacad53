"""The runner's wish to have a run on another day: granted where the rules allow, else the rule is named."""

from dataclasses import replace
from datetime import date

from kneewise.engine.day_rules import plain_reason
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.engine.week import Extras, plan_week, plan_with_move
from kneewise.model.observations import Observations
from kneewise.model.plan import PLAN_DAYS, MoveAnswer, Plan, Session, SessionKind


def plan_moved(
    knees: tuple[Knee, ...], frame: Frame, extras: Extras
) -> tuple[tuple[Session, ...], tuple[MoveAnswer, ...]]:
    """Set out seven days with every wish that the rules allow; a later one gives way to those before it.

    Runs before both days of a move stay where they are; those between and after make room, or come anew.
    """
    answers: list[MoveAnswer] = []
    for wish in _wishes(frame.seen, frame.run_days):
        done = tuple(answer for answer in answers if answer.done)
        sessions, rule = plan_with_move(knees, frame, replace(extras, moves=done), wish)
        if rule is None and not all(_holds_run(sessions, answer) for answer in (*done, wish)):
            rule = plain_reason("move.other")
        answers.append(replace(wish, because=rule))
    granted = tuple(answer for answer in answers if answer.done)
    return plan_week(knees, frame, replace(extras, moves=granted)), tuple(answers)


def settle(plan: Plan) -> Plan:
    """Take back every move whose run the gate took out: it has the last word."""
    rule = plain_reason(plan.refused[-1]) if plan.refused else None
    answers = tuple(
        replace(answer, because=rule) if answer.done and not _holds_run(plan.sessions, answer) else answer
        for answer in plan.moves
    )
    return plan if answers == plan.moves else replace(plan, moves=answers)


def _wishes(seen: Observations, run_days: frozenset[date]) -> tuple[MoveAnswer, ...]:
    """List the wishes of the days to come; one about a run that was moved before moves that one on."""
    wished: dict[date, date] = {}
    for move in sorted(seen.moves, key=lambda move: (move.at, move.record_id)):
        origin = next((day for day, to in wished.items() if to == move.from_day), move.from_day)
        wished.pop(origin, None)
        if origin != move.to_day:
            wished[origin] = move.to_day
    return tuple(
        MoveAnswer(from_day=day, to_day=to)
        for day, to in wished.items()
        if 0 <= (to - seen.on).days < PLAN_DAYS and not {day, to} & run_days
    )


def _holds_run(sessions: tuple[Session, ...], answer: MoveAnswer) -> bool:
    """Whether the day of a move holds a run, or the walk that stands for one."""
    kinds = {session.on: session.kind for session in sessions}
    return kinds.get(answer.to_day) in {SessionKind.RUN, SessionKind.WALK}
