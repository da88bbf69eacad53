"""How much of an exercise: sets, repetitions or seconds, tempo and reserve, by its kind and the profile."""

from dataclasses import dataclass

from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.model.evidence import Number, Row, Shown
from kneewise.model.exercise import Dose, Exercise, Works
from kneewise.model.findings import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a session must reach to lead on: sets, repetitions or seconds of the last one, and the reserve."""

    sets: float
    last: float
    in_reserve: float


def goal_of(exercise: Exercise, profile: Profile, numbers: Numbers) -> Goal:
    """Give the goal of an exercise; of repetitions it lies some beyond their upper end."""
    in_reserve = numbers.in_reserve.values[0]
    if exercise.dose is Dose.HELD:
        held = held_s(profile, numbers).value
        return Goal(sets=sets_of(exercise, profile, numbers)[0], last=held, in_reserve=in_reserve)
    most = repetitions(exercise, profile, numbers).values[-1]
    return Goal(
        sets=sets_of(exercise, profile, numbers)[0],
        last=most + numbers.more_repetitions.value,
        in_reserve=in_reserve,
    )


def repetitions(exercise: Exercise, profile: Profile, numbers: Numbers) -> Row:
    """Give the repetitions of a set."""
    return numbers.tendon_repetitions if is_heavy(exercise, profile) else numbers.repetitions


def held_s(profile: Profile, numbers: Numbers) -> Number:
    """Give the seconds of a hold."""
    return numbers.tendon_hold_s if profile is Profile.TENDON else numbers.hold_s


def rest_s(exercise: Exercise, profile: Profile, numbers: Numbers) -> Number:
    """Give the seconds of rest between two sets."""
    return numbers.tendon_rest_s if is_heavy(exercise, profile) else numbers.rest_s


def sets_of(exercise: Exercise, profile: Profile, numbers: Numbers) -> tuple[float, float]:
    """Give the least and the most sets."""
    if is_heavy(exercise, profile):
        if exercise.dose is Dose.HELD:
            return numbers.tendon_hold_sets.value, numbers.tendon_hold_sets.value
        return numbers.tendon_sets.values[0], numbers.tendon_sets.values[-1]
    return numbers.sets.values[0], numbers.sets.values[-1]


def per_week(exercise: Exercise, profile: Profile, numbers: Numbers) -> float:
    """Give how often a week; what a tendon holds still is done daily."""
    daily = is_heavy(exercise, profile) and exercise.dose is Dose.HELD
    return (numbers.tendon_holds_per_week if daily else numbers.per_week).value


def is_heavy(exercise: Exercise, profile: Profile) -> bool:
    """Whether it is done as a tendon needs it: heavy and slow. Hip and calf are done as for every knee."""
    return profile is Profile.TENDON and exercise.works is Works.THIGH


def amounts(exercise: Exercise, profile: Profile, numbers: Numbers) -> dict[str, Shown]:
    """Give the figures of an exercise by name."""
    low_sets, high_sets = sets_of(exercise, profile, numbers)
    said: dict[str, Shown] = {"low_sets": low_sets, "high_sets": high_sets}
    if exercise.dose is Dose.HELD:
        return {**said, "hold_s": held_s(profile, numbers).value}
    row = repetitions(exercise, profile, numbers)
    down, still, up = _tempo(exercise, profile, numbers)
    return {
        **said,
        "low_repetitions": row.values[0],
        "high_repetitions": row.values[-1],
        "lowering_s": down,
        "still_s": still,
        "rising_s": up,
        "low_reserve": numbers.in_reserve.values[0],
        "high_reserve": numbers.in_reserve.values[-1],
    }


def _tempo(exercise: Exercise, profile: Profile, numbers: Numbers) -> tuple[float, float, float]:
    if is_heavy(exercise, profile):
        down, still, up = numbers.tendon_tempo_s.values
        return down, still, up
    down, still, up = numbers.plain_tempo_s.values
    return (numbers.lowering_s.value if exercise.dose is Dose.LOWERED else down), still, up
