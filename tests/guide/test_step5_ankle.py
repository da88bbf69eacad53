"""Step 5: the knee-to-wall tests over time, and drills that are taken out because they hurt."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneewise.guide import step5_ankle
from kneewise.guide.step5_ankle import DRILLS, with_sessions
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.findings import AnkleFinding, Colour, ExerciseColour
from kneewise.model.observations import ExerciseEntry
from kneewise.model.places import Side
from tests.guide.edges import edge
from tests.guide.made import DAY, assessment, noes, numbers, seen, told
from tests.guide.test_steps import NOON

NUMBERS = numbers("step5_ankle")


def wall(
    day: int, side: Side, distance_cm: float | None, kind: TestKind = TestKind.KNEE_TO_WALL
) -> TestResult:
    on, at = DAY + timedelta(days=day), NOON + timedelta(days=day)
    return TestResult(record_id=f"{side}-{day}", at=at, on=on, side=side, kind=kind, distance_cm=distance_cm)


def found(*tests: TestResult) -> AnkleFinding:
    return step5_ankle.assess(seen(tests=tests), NUMBERS)


def drilled(
    day: int, drill: str = "calf_stretch", *, hurts: bool = False, known: bool = True
) -> ExerciseColour:
    colour = Colour.AMBER if hurts else Colour.GREEN if known else Colour.UNKNOWN
    entry = ExerciseEntry(on=DAY + timedelta(days=day), exercise=drill, legs=tuple(Side))
    return ExerciseColour(done=entry, colour=colour, hurts=hurts)


def out(*sessions: ExerciseColour) -> list[str]:
    return [one.drill for one in with_sessions(found(), sessions, NUMBERS).out]


def test_the_first_and_the_latest_test_of_each_side_stand_beside_one_another() -> None:
    left, right = found(
        wall(9, Side.LEFT, 9.5), wall(0, Side.LEFT, 8.0), wall(4, Side.LEFT, 7.0), wall(2, Side.RIGHT, 11.0)
    ).walls

    assert (left.side, left.first_cm, left.latest_cm, left.tests) == (Side.LEFT, 8.0, 9.5, 3)
    assert (left.first_on, left.latest_on) == (DAY, DAY + timedelta(days=9))
    assert left.change_cm == pytest.approx(1.5)
    assert (right.tests, right.change_cm) == (1, 0.0)


def test_a_test_without_its_centimetres_and_another_test_are_left_out() -> None:
    assert found(wall(0, Side.LEFT, None), wall(0, Side.RIGHT, 9.0, TestKind.HOPS)).walls == ()


def test_a_drill_that_hurts_is_taken_out_and_the_others_stay() -> None:
    assert out(drilled(1, "wall_pulses"), drilled(2, "wall_pulses", hurts=True)) == ["wall_pulses"]
    assert out(drilled(1), drilled(2)) == []


@edge("step5_ankle.back_in_sessions")
@pytest.mark.parametrize(
    ("later", "left_out"),
    [
        ((), True),
        ((drilled(5),), True),
        ((drilled(5), drilled(6)), False),
        ((drilled(5), drilled(6, known=False)), True),
        ((drilled(5), drilled(6, hurts=True), drilled(7)), True),
    ],
)
def test_two_sessions_that_go_well_bring_a_drill_back(
    later: tuple[ExerciseColour, ...], left_out: bool
) -> None:
    assert ("calf_stretch" in out(drilled(1), drilled(2), drilled(3, hurts=True), *later)) is left_out


def test_an_exercise_of_step_4_takes_no_drill_out() -> None:
    assert out(drilled(1, "split_squat", hurts=True)) == []


def test_what_was_taken_out_is_said_in_place_of_the_drill() -> None:
    whole = assessment(seen(told(noes())))
    ankle = with_sessions(whole.ankle, [drilled(1, "step_ups", hurts=True)], NUMBERS)

    given = [one.action for one in step5_ankle.advise(replace(whole, ankle=ankle), NUMBERS)]

    assert given == ["ankle.calf_stretch", "ankle.wall_pulses", "ankle.out.step_ups"]
    assert len(given) == len(DRILLS)
