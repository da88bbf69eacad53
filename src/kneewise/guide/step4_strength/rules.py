"""Step 4: strengthen hip, thigh and calf, in chains of exercises that go on or back by rule."""

from collections.abc import Iterator

from kneewise.guide.step4_strength.chains import chains, start
from kneewise.guide.step4_strength.dose import amounts, held_s, is_heavy, per_week, repetitions, sets_of
from kneewise.guide.step4_strength.earned import least_kg, most_kg
from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.model.evidence import Number, Reason, Shown, because, because_row
from kneewise.model.exercise import Dose, Exercise, Works
from kneewise.model.findings import Assessment, Course, Profile, Standing, StrengthFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice

ROOM = "step4_strength"
BAND = "it_band"


def assess(seen: Observations, numbers: Numbers) -> StrengthFinding:
    """Give the programme of day one, which belongs to it whatever the knee is called, and its figures.

    Where each chain stands by now is the work of the fold over the days.
    """
    low, high = numbers.weeks.values
    begun = seen.started_on or seen.on
    every = chains(numbers.table)
    return StrengthFinding(
        room=ROOM,
        standings=tuple(
            Standing(chain=one[0].id, exercise=start(one, Profile.STEADY).id, since=begun) for one in every
        ),
        because=(
            because(f"{ROOM}.best_evidence", numbers.trials),
            because_row(f"{ROOM}.weeks_needed", numbers.weeks, low_weeks=low, high_weeks=high),
        ),
    )


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Give each exercise with its dose, the pain it may bring, and why it is the one it is."""
    if found.safety.urgency.stops_running:
        return ()
    every = [_exercise(at, at.exercise, found, numbers) for at in found.strength.standings if at.exercise]
    return (*every, *_taken_out(found, numbers), _effort(numbers))


def sessions_per_week(at: Standing, found: Assessment, numbers: Numbers) -> float:
    """Give how often a week a chain is done."""
    circuit = found.strength.circuit_per_week
    if circuit is not None:
        return circuit
    return per_week(numbers.table.by_id[at.exercise or at.chain], found.pain.profile, numbers)


def _effort(numbers: Numbers) -> Advice:
    low, high = numbers.in_reserve.values
    return Advice(
        room=ROOM,
        action="strength.effort",
        amounts={"low": low, "high": high},
        because=(because_row(f"{ROOM}.in_reserve", numbers.in_reserve),),
    )


def _exercise(at: Standing, name: str, found: Assessment, numbers: Numbers) -> Advice:
    exercise = numbers.table.by_id[name]
    limit = because(f"{ROOM}.pain_allowed", pain_allowed(found.pain.profile, numbers))
    return Advice(
        room=ROOM,
        action=f"strength.{name}",
        amounts={
            **amounts(exercise, found.pain.profile, numbers),
            **_rounds(found, numbers),
            **_loads(at, numbers),
            "per_week": sessions_per_week(at, found, numbers),
            "pain_0_10": pain_allowed(found.pain.profile, numbers).value,
        },
        because=(
            why(at, exercise, numbers),
            _dose(exercise, found, numbers),
            limit,
            *_evidence(exercise, found, numbers),
        ),
    )


def _evidence(exercise: Exercise, found: Assessment, numbers: Numbers) -> tuple[Reason, ...]:
    """What is proven of exercise for hip and thigh says nothing of the calf, nor of a tendon's own work.

    At the outer band the one trial there is found nothing that did better than another.
    """
    if exercise.works is Works.CALF or is_heavy(exercise, found.pain.profile):
        return ()
    if found.pain.first != BAND:
        return found.strength.because
    return (because(f"{ROOM}.band_trial", numbers.outer_band_trial_runners),)


def _rounds(found: Assessment, numbers: Numbers) -> dict[str, Shown]:
    """In the circuit of Maintain a round is one set of each."""
    low, high = numbers.circuit_rounds.values
    return {} if found.strength.circuit_per_week is None else {"low_sets": low, "high_sets": high}


def _loads(at: Standing, numbers: Numbers) -> dict[str, Shown]:
    low, high = least_kg(at, numbers), most_kg(at, numbers)
    if low is None or high is None:
        return {}
    return {"low_load_kg": round(low, 1), "high_load_kg": round(high, 1)}


def _dose(exercise: Exercise, found: Assessment, numbers: Numbers) -> Reason:
    """Say whose dose it is; of the guide's own, the guide's."""
    profile = found.pain.profile
    sets, times = sets_of(exercise, profile, numbers)[1], per_week(exercise, profile, numbers)
    if found.strength.circuit_per_week is not None:
        return because_row(f"{ROOM}.circuit", numbers.circuit_rounds)
    if exercise.dose is Dose.HELD:
        return because(f"{ROOM}.held", held_s(profile, numbers), sets=sets, per_week=times)
    rule = f"{ROOM}.heavy" if is_heavy(exercise, profile) else f"{ROOM}.guide_dose"
    return because_row(rule, repetitions(exercise, profile, numbers), sets=sets, per_week=times)


def why(at: Standing, exercise: Exercise, numbers: Numbers) -> Reason:
    """Say why it is this exercise, and what leads on from it."""
    rule = f"{ROOM}.{at.course}"
    match at.course:
        case Course.STARTED:
            return Reason(
                rule=rule,
                grade=exercise.grade,
                sources=exercise.sources,
                reviewed_by=exercise.reviewed_by,
            )
        case Course.STAYS | Course.ONCE | Course.READY | Course.AT_END:
            more = numbers.more_repetitions.value
            return because(rule, numbers.sessions_running, seen=at.row, more_repetitions=more)
        case Course.HARDER | Course.NOT_KNOWN:
            return because(rule, numbers.sessions_running)
        case Course.MORE_LOAD | Course.LESS_LOAD:
            return because_row(rule, numbers.load_more_percent)
        case Course.BACK | Course.SMALLER | Course.OUT:
            return because(rule, numbers.hurts_times)
        case Course.AGAIN:
            return because(rule, numbers.back_in_sessions)


def _taken_out(found: Assessment, numbers: Numbers) -> Iterator[Advice]:
    """Say of each exercise that was taken out that it was (W3)."""
    limit = because(f"{ROOM}.pain_allowed", pain_allowed(found.pain.profile, numbers))
    for at in found.strength.standings:
        for name in at.out:
            yield Advice(
                room=ROOM,
                action=f"strength.out.{name}",
                amounts={"sessions": numbers.back_in_sessions.value},
                because=(because(f"{ROOM}.out", numbers.hurts_times), limit),
            )


def pain_allowed(profile: Profile, numbers: Numbers) -> Number:
    """Give the pain that an exercise may bring."""
    match profile:
        case Profile.STEADY:
            return numbers.pain_steady_0_10
        case Profile.TENDON:
            return numbers.pain_tendon_0_10
