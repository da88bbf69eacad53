"""The programme of exercises as a page shows it: what lies before and behind each, and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kneewise.app.exercise_words import exercise_called, exercise_names
from kneewise.app.known import known
from kneewise.app.numbers import house_numbers
from kneewise.guide import step4_strength, step5_ankle
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.exercise import Dose, Exercise
from kneewise.model.findings import Standing
from kneewise.model.observations import ExerciseEntry, Observations
from kneewise.model.plan import Decision
from kneewise.store.ref import RunnerRef

LAST: Final = 3
STEPPED: Final = "step_ups"
LEGS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One exercise of the programme.

    Attributes:
        easier: What lies before it, for this runner; ``harder`` what lies behind it.
        rest_s: Between two sets.
        goal: Repetitions of the last set that lead on, or seconds of the last hold; in so many sessions
            running, ``goal_sessions``.
        sessions: The last ones of its chain, newest first.
    """

    exercise: Exercise
    standing: Standing
    easier: str | None
    harder: str | None
    rest_s: float
    goal: float
    goal_sessions: float
    sessions: tuple[ExerciseEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A day of exercises of which nobody told yet how the knee was the next morning."""

    on: date
    exercises: tuple[str, ...]


def programme(runner: RunnerRef, decision: Decision) -> tuple[Place, ...]:
    """Give every exercise that the programme has now, in the order of its chains."""
    seen = known(runner).look(decision.plan.on)
    standings = (at for at in decision.found.strength.standings if at.exercise is not None)
    return tuple(_place(at, str(at.exercise), decision, seen) for at in standings)


def _place(at: Standing, name: str, decision: Decision, seen: Observations) -> Place:
    numbers, profile = house_numbers().step4_strength, decision.found.pain.profile
    exercise = numbers.table.by_id[name]
    done = [one for one in seen.exercises if step4_strength.in_chain(one.exercise, at.chain, numbers)]
    return Place(
        exercise=exercise,
        standing=at,
        easier=step4_strength.easier(name, seen.settings, at.out, numbers.table),
        harder=step4_strength.harder(name, seen.settings, at.out, numbers.table),
        rest_s=step4_strength.rest_s(exercise, profile, numbers).value,
        goal=step4_strength.goal_of(exercise, profile, numbers).last,
        goal_sessions=numbers.sessions_running.value,
        sessions=tuple(reversed(done[-LAST:])),
    )


def unanswered(runner: RunnerRef, on: date) -> Unanswered | None:
    """Find the newest day before this one whose exercises still wait for their morning."""
    seen = known(runner).look(on)
    done = seen.exercises
    days = sorted({one.on for one in done if on - seen.scores_within <= one.on < on}, reverse=True)
    for day in days:
        sessions = [one for one in done if one.on == day]
        if not all(_has_morning(one) for one in sessions):
            named = {one.exercise for one in sessions}
            return Unanswered(on=day, exercises=tuple(name for name in exercise_names() if name in named))
    return None


def _has_morning(session: ExerciseEntry) -> bool:
    return all(knee.morning is not None for knee in session.knees)


def done_on(runner: RunnerRef, on: date) -> Sequence[ExerciseEntry]:
    """List what was done on a day, drills too."""
    return [one for one in known(runner).look(on).exercises if one.on == on]


def is_held(name: str) -> bool:
    """Whether an exercise or a drill is counted in seconds."""
    exercise = exercise_called(name)
    return name != STEPPED if exercise is None else exercise.dose is Dose.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One drill of the ankle: seconds for each leg, or repetitions in their tempo, up, still and down.

    Attributes:
        line: The pain that it may bring.
    """

    id: str
    each_s: int = 0
    repetitions: int = 0
    tempo_s: tuple[float, float, float] = (0, 0, 0)
    line: float


def drills(decision: Decision) -> tuple[Drill, ...]:
    """Give the drills that the plan advises; those by time share the least minutes of a day between them.

    The step-ups go in the tempo that every exercise of strength has.
    """
    house, advised = house_numbers(), {one.action for one in decision.plan.advice}
    left = [name for name in step5_ankle.DRILLS if f"ankle.{name}" in advised]
    timed = [name for name in left if name != STEPPED]
    each_s = round(house.step5_ankle.drill_min.values[0] * 60 / (LEGS * len(timed))) if timed else 0
    line = step4_strength.pain_allowed(decision.found.pain.profile, house.step4_strength).value
    down, still, up = house.step4_strength.plain_tempo_s.values
    return tuple(
        Drill(
            id=name,
            repetitions=round(house.step5_ankle.step_ups.value),
            tempo_s=(up, still, down),
            line=line,
        )
        if name == STEPPED
        else Drill(id=name, each_s=each_s, line=line)
        for name in left
    )


def walls(runner: RunnerRef, on: date) -> Sequence[TestResult]:
    """List every knee-to-wall test that was told, oldest first."""
    told = (one for one in known(runner).look(on).tests if one.kind is TestKind.KNEE_TO_WALL)
    return sorted((one for one in told if one.distance_cm is not None), key=lambda one: (one.on, one.at))


def far_enough_cm() -> float:
    """Give how far a knee reaches that needs no drill."""
    return house_numbers().step5_ankle.optional_from_cm.value
