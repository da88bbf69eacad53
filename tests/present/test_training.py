"""How an exercise is done, in words: its amount, its tempo in the order it is moved, what was done."""

from datetime import date

import pytest

from kneewise.knowledge import read_exercises
from kneewise.model.evidence import Shown
from kneewise.model.exercise import Exercise
from kneewise.model.observations import ExerciseEntry
from kneewise.model.places import Side
from kneewise.present import training

NB = "\N{NO-BREAK SPACE}"
MOVED: dict[str, Shown] = {
    "low_sets": 2.0,
    "high_sets": 3.0,
    "low_repetitions": 8.0,
    "high_repetitions": 15.0,
    "lowering_s": 3.0,
    "still_s": 0.0,
    "rising_s": 2.0,
    "low_reserve": 2.0,
    "high_reserve": 3.0,
    "pain_0_10": 2.0,
}
HELD: dict[str, Shown] = {"low_sets": 5.0, "high_sets": 5.0, "hold_s": 45.0, "pain_0_10": 3.0}
ON = date(2026, 11, 25)


def called(name: str) -> Exercise:
    return read_exercises().by_id[name]


def plain(said: str) -> str:
    return said.replace(NB, " ")


def test_an_amount_is_sets_times_repetitions_or_seconds() -> None:
    assert plain(training.say_amount(MOVED)) == "2–3 × 8–15"
    assert plain(training.say_amount(HELD)) == "5 × 45 s"


def test_a_squat_begins_on_the_way_down_and_a_bridge_on_the_way_up() -> None:
    squat, bridge = (training.beats(called(name), MOVED) for name in ("eccentric_squat", "bridge"))

    assert [(one.name, one.seconds) for one in squat] == [("down", 3), ("still", 0), ("up", 2)]
    assert [one.name for one in bridge] == ["up", "still", "down"]


def test_what_is_held_has_no_beats() -> None:
    assert training.beats(called("wall_sit"), HELD) == ()
    assert training.say_tempo(called("wall_sit"), HELD) == "Hold still and keep breathing"


def test_a_tempo_leaves_out_what_takes_no_time() -> None:
    assert plain(training.say_tempo(called("eccentric_squat"), MOVED)) == "3 s down, 2 s up"
    assert plain(training.say_tempo(called("clamshell"), MOVED)) == "2 s out, 3 s back"


def test_a_load_is_said_with_its_kilograms_where_they_are_known() -> None:
    loaded = {**MOVED, "low_load_kg": 10.5, "high_load_kg": 11.0}

    assert training.say_load(called("bridge"), MOVED) == "Your own weight"
    assert plain(training.say_load(called("squat_weight"), loaded)).endswith("heavy, 10.5–11 kg")


@pytest.mark.parametrize("name", read_exercises().by_id)
def test_every_exercise_says_its_legs_its_load_and_its_limit(name: str) -> None:
    exercise = called(name)

    assert training.say_legs(exercise)
    assert training.say_load(exercise, MOVED)
    assert "2 of 10" in training.say_line(MOVED)
    assert "2 to 3 more" in training.say_reserve(MOVED)


def test_only_what_is_known_has_a_beginning_at_the_top() -> None:
    assert read_exercises().by_id.keys() >= training.LOWERED_FIRST
    assert read_exercises().by_id.keys() >= training.TO_THE_SIDE


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ({"sets": 3, "last_repetitions": 12, "in_reserve": 2}, "3 sets, the last of 12, 2 in reserve"),
        ({"sets": 1, "last_repetitions": 9, "worst_0_10": 3}, "1 set of 9, pain at worst 3"),
        ({"sets": 2, "last_hold_s": 45}, "2 sets, the last of 45 s"),
        ({"sets": 2, "load_kg": 7.5}, "2 sets, 7.5 kg"),
        ({"last_repetitions": 8}, "the last set of 8"),
        ({}, "Done, no figures told"),
    ],
)
def test_a_session_is_said_with_what_is_known_of_it(done: dict[str, int], said: str) -> None:
    session = ExerciseEntry(on=ON, exercise="clamshell", legs=tuple(Side), **done)  # type: ignore[arg-type]  # By name.

    assert plain(training.say_session(session)) == said
