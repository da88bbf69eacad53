"""How tests by lot stand on a day, and the one of two ways that the day's run has by one of them."""

from dataclasses import replace
from datetime import date

from kneewise.app.known import Known, known
from kneewise.app.numbers import house_numbers
from kneewise.insight.numbers import Numbers
from kneewise.model.plan import Decision, Session
from kneewise.model.trial import Trial, TrialKind, Way
from kneewise.model.trial_seen import TrialSeen, TrialState
from kneewise.store.records import RecordKind, recall_records
from kneewise.store.ref import RunnerRef


def trials(runner: RunnerRef, on: date) -> tuple[TrialSeen, ...]:
    """Look at every test up to a day, the newest first; beside a stop no answer stands, as in Insights."""
    now = known(runner)
    return tuple(_see(now, one, on) for one in now.look(on).trials[::-1])


def current(runner: RunnerRef, on: date) -> TrialSeen | None:
    """Give the test that goes on, if one does; whoever never began one need not have the history read."""
    if not any(recall_records(runner, kind=RecordKind.TRIAL)):
        return None
    return next((one for one in trials(runner, on) if one.state is TrialState.RUNNING), None)


def as_tested(runner: RunnerRef, decision: Decision) -> Decision:
    """Leave the band of steps out of the day's run where a test says to run it without.

    Today, the week, the calendar and the watch are handed the same session; what the engine decided, and
    a write stored, stays as it was.
    """
    plan = decision.plan
    if not any(_has_band(one, plan.on) for one in plan.sessions):
        return decision
    seen = current(runner, plan.on)
    if seen is None or not _is_without_band(seen, plan.on):
        return decision
    sessions = (
        replace(one, cadence_low_spm=None, cadence_high_spm=None, cadence_each_min=None)
        if _has_band(one, plan.on)
        else one
        for one in plan.sessions
    )
    return replace(decision, plan=replace(plan, sessions=tuple(sessions)))


def _has_band(session: Session, on: date) -> bool:
    return session.on == on and session.cadence_low_spm is not None


def _is_without_band(seen: TrialSeen, on: date) -> bool:
    """Whether the run of the day is to be, or was, the one with steps as they come."""
    way = seen.way or next((turn.way for turn in seen.turns if turn.on == on), None)
    return seen.trial.trial is TrialKind.CADENCE and way is Way.A


def _see(now: Known, trial: Trial, on: date) -> TrialSeen:
    from kneewise.insight.trial import answer, drawn, fewest_pairs, state_of, turns_of, wait_for

    numbers: Numbers = house_numbers().insight
    seen, decision = now.look(on), now.decide(on)
    turns = turns_of(seen, trial)
    order = drawn(trial.seed, trial.pairs)
    left = sorted({*range(1, len(order) + 1)} - {turn.place for turn in turns})
    state = state_of(trial, turns, left, on)
    goes_on = state is TrialState.RUNNING
    place = left[0] if goes_on and left else None
    wait = wait_for(trial, turns, seen, decision) if goes_on else None
    stops = decision.plan.urgency.stops_running
    return TrialSeen(
        trial=trial,
        state=state,
        turns=tuple(replace(turn, score_0_10=None) for turn in turns) if stops else turns,
        place=place,
        way=order[place - 1] if place and wait is None else None,
        wait=wait,
        least_pairs=fewest_pairs(numbers),
        interval_percent=numbers.interval.value,
        answer=answer(turns, trial, numbers) if state is TrialState.OVER and not stops else None,
    )
