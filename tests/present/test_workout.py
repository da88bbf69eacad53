"""Workout files, read back by somebody else's decoder."""

from dataclasses import replace
from typing import Any

import fitdecode
import pytest

from kneewise.model.plan import Block, Session, SessionKind
from kneewise.present.workout import can_lead, file_name, render_workout, steps_of
from tests.web.made import ON, make_session

LADDER = make_session()
"""Eight minutes of warm-up, then five times four running and one walking, at 167 to 173 steps."""

PLAIN = replace(LADDER, blocks=(Block(run_min=30, walk_min=0, times=1),), running_min=30)


def read(session: Session, **how: Any) -> dict[str, list[dict[str, Any]]]:
    """Read every message: field by name, under the kind of message."""
    found: dict[str, list[dict[str, Any]]] = {}
    with fitdecode.FitReader(render_workout(session, **how)) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                fields = {field.name: field.value for field in frame.fields}
                found.setdefault(frame.name, []).append(fields)
    return found


def test_a_walk_run_has_its_steps_and_times() -> None:
    messages = read(LADDER)
    warm, run, walk, again = messages["workout_step"]

    assert messages["workout"][0]["num_valid_steps"] == 4
    assert messages["workout"][0]["sport"] == "running"
    assert (warm["intensity"], warm["duration_type"], warm["duration_time"]) == ("warmup", "time", 480)
    assert (run["intensity"], run["duration_time"]) == ("active", 240)
    assert (walk["intensity"], walk["duration_time"]) == ("rest", 60)
    assert again["duration_type"] == "repeat_until_steps_cmplt"
    assert (again["duration_step"], again["repeat_steps"]) == (1, 5)
    assert [step["message_index"] for step in (warm, run, walk, again)] == [0, 1, 2, 3]


def test_the_band_is_in_strides_rounded_outward_and_on_runs_only() -> None:
    warm, run, walk, _again = read(LADDER)["workout_step"]

    assert run["target_type"] == "cadence"
    assert run["target_cadence_zone"] == 0
    assert (run["custom_target_cadence_low"], run["custom_target_cadence_high"]) == (83, 87)
    assert (warm["target_type"], walk["target_type"]) == ("open", "open")


def test_a_run_without_a_band_is_free() -> None:
    free = replace(LADDER, cadence_low_spm=None, cadence_high_spm=None)

    assert {step["target_type"] for step in read(free)["workout_step"]} == {"open"}


def test_a_run_without_a_break_is_one_step_beside_its_warm_up() -> None:
    steps = read(PLAIN)["workout_step"]

    assert [step["duration_time"] for step in steps] == [480, 1800]


def test_two_blocks_go_back_to_their_own_run() -> None:
    both = replace(
        LADDER, blocks=(Block(run_min=2, walk_min=1, times=3), Block(run_min=4, walk_min=2, times=2))
    )

    again = [step.back_to for step in steps_of(both) if step.back_to is not None]

    assert again == [1, 4]


def test_in_the_first_weeks_one_minute_of_each_is_aimed_at() -> None:
    steps = read(PLAIN, one_of_each_min=5)["workout_step"]

    aims = [step["duration_time"] for step in steps if step["target_type"] == "cadence"]
    assert aims == [60] * 6
    assert sum(step["duration_time"] for step in steps) == 480 + 1800


def test_the_line_at_which_to_turn_back_goes_along() -> None:
    _warm, run, *_rest = read(LADDER)["workout_step"]

    assert run["notes"] == "Turn back and walk if pain is above 2 of 10."


def test_with_the_band_the_first_outer_pain_ends_a_run() -> None:
    _warm, run, *_rest = read(replace(LADDER, stop_at_outer_pain=True))["workout_step"]

    assert run["notes"] == (
        "Turn back and walk at the first pain on the outer side of the knee, or above 2 of 10."
    )


def test_the_file_says_what_it_is_and_of_which_day() -> None:
    (told,) = read(LADDER)["file_id"]

    assert (told["type"], told["manufacturer"]) == ("workout", "development")
    assert told["serial_number"] == 20261125
    assert f"{told['time_created']:%Y-%m-%d}" == ON.isoformat()
    assert told["product_name"] == "Kneewise"
    assert file_name(LADDER) == "kneewise-2026-11-25.fit"


def test_the_same_session_gives_the_same_bytes() -> None:
    assert render_workout(LADDER) == render_workout(LADDER)


@pytest.mark.parametrize(
    ("kind", "sport"), [(SessionKind.WALK, "walking"), (SessionKind.BIKE, "cycling")], ids=str
)
def test_a_walk_and_a_ride_are_one_step(kind: SessionKind, sport: str) -> None:
    messages = read(make_session(kind=kind))

    assert messages["workout"][0]["sport"] == sport
    assert [(step["intensity"], step["duration_time"]) for step in messages["workout_step"]] == [
        ("active", 1800)
    ]


@pytest.mark.parametrize("kind", [SessionKind.REST, SessionKind.POOL], ids=str)
def test_rest_and_the_pool_need_no_watch(kind: SessionKind) -> None:
    assert not can_lead(make_session(kind=kind))
    assert can_lead(LADDER)
