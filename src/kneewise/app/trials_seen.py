"""How tests by lot stand on a day, and the one of two ways that the day's run has by one of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kneewise.app.known import Known, known
from kneewise.app.numbers import house_numbers
from kneewise.insight.numbers import Numbers
from kneewise.model.findings import Colour
from kneewise.model.plan import Decision, Session, SessionKind
from kneewise.model.trial import Trial, TrialKind, Way
from kneewise.model.trial_seen import TrialSeen, TrialState, TurnSeen, Wait
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
        replace(one, cadence_low_spm=None, cadence_high_spm=None) if _has_band(one, plan.on) else one
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
    from kneewise.insight.trial import answer, drawn, fewest_pairs, turns_of

    numbers: Numbers = house_numbers().insight
    turns = turns_of(now.look(on), trial)
    order = drawn(trial.seed, trial.pairs)
    left = sorted({*range(1, len(order) + 1)} - {turn.place for turn in turns})
    state = _state(trial, turns, left, on)
    goes_on = state is TrialState.RUNNING
    place = left[0] if goes_on and left else None
    wait = _wait(now, trial, turns, on) if goes_on else None
    stops = now.decide(on).plan.urgency.stops_running
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


def _state(trial: Trial, turns: tuple[TurnSeen, ...], left: Sequence[int], on: date) -> TrialState:
    """Say where a test stands; it is over the day after its last run, once its scores can be told.

    Args:
        trial: The test.
        turns: The runs that were told.
        left: The places in the order of which none was told; one that was taken back is free again.
        on: The day.
    """
    if trial.ended_on is not None:
        return TrialState.STOPPED
    return TrialState.RUNNING if left or any(turn.on >= on for turn in turns) else TrialState.OVER


def _wait(now: Known, trial: Trial, turns: tuple[TurnSeen, ...], on: date) -> Wait | None:
    """Say why nothing is told on a day; what the gate left of the plan comes first."""
    decision = now.decide(on)
    session = next((one for one in decision.plan.sessions if one.on == on), None)
    if decision.plan.urgency.stops_running or not decision.plan.may_run:
        return Wait.RUNNING_IS_OFF
    if any(turn.on == on for turn in turns):
        return Wait.RAN_TODAY
    if session is None or session.kind is not SessionKind.RUN:
        return Wait.NO_RUN_TODAY
    if _is_after_red(decision, on):
        return Wait.AFTER_RED
    return _wait_for_the_change(session, now, trial, on)


def _is_after_red(decision: Decision, on: date) -> bool:
    """Whether a run was red and none since was green."""
    runs = [one for one in decision.colours if one.about_run and one.on < on]
    red = max((one.on for one in runs if one.colour is Colour.RED), default=None)
    green = max((one.on for one in runs if one.colour is Colour.GREEN), default=None)
    return red is not None and (green is None or green <= red)


def _wait_for_the_change(session: Session, now: Known, trial: Trial, on: date) -> Wait | None:
    match trial.trial:
        case TrialKind.CADENCE:
            return Wait.NO_BAND if session.cadence_low_spm is None else None
        case TrialKind.SHOE:
            away = {one.name for one in now.look(on).shoes if one.retired}
            return Wait.SHOE_AWAY if away & {trial.first, trial.second} else None
