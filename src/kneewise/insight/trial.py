"""A test of one runner: the order that its seed draws, where it stands, and the answer once all was run."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from itertools import pairwise

from kneewise.insight.numbers import Numbers
from kneewise.insight.signed import chance_of_signs, interval_of, least_pairs, middle_of_pairs
from kneewise.model.findings import Colour
from kneewise.model.insight import Verdict
from kneewise.model.observations import DiaryEntry, Observations
from kneewise.model.plan import Decision, Session, SessionKind
from kneewise.model.trial import Trial, TrialKind, Turn, Way
from kneewise.model.trial_seen import TrialAnswer, TrialState, TurnSeen, Wait


def drawn(seed: str, pairs: int) -> tuple[Way, ...]:
    """Draw the order: in each pair of runs both ways, which first by the seed; the same on every machine."""
    return tuple(way for pair in range(pairs) for way in _pair(seed, pair))


def _pair(seed: str, pair: int) -> tuple[Way, Way]:
    b_first = sha256(f"{seed} {pair}".encode()).digest()[0] & 1
    return (Way.B, Way.A) if b_first else (Way.A, Way.B)


def fewest_pairs(numbers: Numbers) -> int:
    """Say with how many pairs an answer is possible at all."""
    return least_pairs(_level(numbers))


def _level(numbers: Numbers) -> float:
    return 1 - numbers.interval.value / 100


def turns_of(seen: Observations, trial: Trial) -> tuple[TurnSeen, ...]:
    """List the runs of a test with their scores; of two that have one place the first counts."""
    told: dict[int, Turn] = {}
    for turn in sorted(seen.turns, key=lambda one: (one.on, one.at, one.record_id)):
        if turn.of_trial == trial.record_id:
            told.setdefault(turn.place, turn)
    return tuple(
        TurnSeen(on=turn.on, place=place, way=turn.way, as_told=turn.as_told, score_0_10=_score(seen, turn))
        for place, turn in sorted(told.items())
    )


def _score(seen: Observations, turn: Turn) -> int | None:
    """Find the worst score during the runs of a day; not known where that of one sore knee is not."""
    entries = [one for one in seen.entries if one.on == turn.on and one.is_run]
    sore = {side for side, since in seen.sore_since.items() if since <= turn.on}
    counted = [one for one in entries if one.side in sore or one.during is not None]
    known = [one.during.value for one in counted if one.during is not None and one.during.value is not None]
    told_of = {one.side for one in counted}
    if not sore <= told_of or len(known) < len(counted) or any(_dulled(one) for one in entries):
        return None
    return max(known, default=None)


def _dulled(entry: DiaryEntry) -> bool:
    """Whether a painkiller may have changed the score."""
    return entry.painkiller not in {None, False}


def state_of(trial: Trial, turns: Sequence[TurnSeen], left: Sequence[int], on: date) -> TrialState:
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


def wait_for(trial: Trial, turns: Sequence[TurnSeen], seen: Observations, decision: Decision) -> Wait | None:
    """Say why nothing is told on a day; what the gate left of the plan comes first."""
    on = seen.on
    session = next((one for one in decision.plan.sessions if one.on == on), None)
    if decision.plan.urgency.stops_running or not decision.plan.may_run:
        return Wait.RUNNING_IS_OFF
    if any(turn.on == on for turn in turns):
        return Wait.RAN_TODAY
    if session is None or session.kind is not SessionKind.RUN:
        return Wait.NO_RUN_TODAY
    if _is_after_red(decision, on):
        return Wait.AFTER_RED
    return _wait_for_the_change(session, seen, trial)


def _is_after_red(decision: Decision, on: date) -> bool:
    """Whether a run was red and none since was green."""
    runs = [one for one in decision.colours if one.about_run and one.on < on]
    red = max((one.on for one in runs if one.colour is Colour.RED), default=None)
    green = max((one.on for one in runs if one.colour is Colour.GREEN), default=None)
    return red is not None and (green is None or green <= red)


def _wait_for_the_change(session: Session, seen: Observations, trial: Trial) -> Wait | None:
    match trial.trial:
        case TrialKind.CADENCE:
            return Wait.NO_BAND if session.cadence_low_spm is None else None
        case TrialKind.SHOE:
            away = {one.name for one in seen.shoes if one.retired}
            return Wait.SHOE_AWAY if away & {trial.first, trial.second} else None


def answer(turns: Sequence[TurnSeen], trial: Trial, numbers: Numbers) -> TrialAnswer:
    """Compare the two ways, as the order was drawn, whichever way a run was run in the end.

    Leaving out the runs that were not run as told would undo the drawing: those may be the sore ones.
    """
    scores = {turn.place: turn.score_0_10 for turn in turns}
    differences = [
        difference
        for (first, second) in _places(trial)
        if (difference := _difference(scores, turns, first, second)) is not None
    ]
    level = _level(numbers)
    if len(differences) < least_pairs(level):
        return TrialAnswer(verdict=Verdict.NOT_ENOUGH, pairs=len(differences))
    chance, ends = chance_of_signs(differences), interval_of(differences, level=level)
    effect = middle_of_pairs(differences)
    low, high = ends or (None, None)
    return TrialAnswer(
        verdict=_verdict(effect, claimed=chance <= level),
        pairs=len(differences),
        effect_0_10=effect,
        low=low,
        high=high,
        p_value=chance,
    )


def _places(trial: Trial) -> tuple[tuple[int, int], ...]:
    """Name the places of each pair of runs."""
    return tuple(pairwise(range(1, 2 * trial.pairs + 1)))[::2]


def _difference(
    scores: Mapping[int, int | None], turns: Sequence[TurnSeen], first: int, second: int
) -> float | None:
    """Take way ``a`` from way ``b`` in one pair; ``None`` where a score of it is not known."""
    one, other = scores.get(first), scores.get(second)
    if one is None or other is None:
        return None
    ways = {turn.place: turn.way for turn in turns}
    return float(other - one) if ways[second] is Way.B else float(one - other)


def _verdict(effect: float, *, claimed: bool) -> Verdict:
    if not claimed or not effect:
        return Verdict.NOT_TOLD_APART
    return Verdict.MORE_PAIN if effect > 0 else Verdict.LESS_PAIN
