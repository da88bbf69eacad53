"""An exercise from the command line to the plan: logged, followed by its morning, listed, shown."""

import re
from datetime import date, timedelta

import pytest

from tests.cli.conftest import Shell
from tests.web.told import AT

GOOD = ("--sets", 3, "--reps", "17", "--reserve", 2, "--during", 1)


def days_ago(days: int) -> date:
    return AT.date() - timedelta(days=days)


@pytest.fixture
def home(shell: Shell, answers_file: object) -> Shell:
    shell.ran("screen", "--answers", answers_file, "--on", days_ago(9))
    return shell


def programme(home: Shell) -> dict[str, dict[str, object]]:
    found = home.ran("today", "--json").json["strength"]["exercises"]
    return {one["exercise"]: one for one in found}


@pytest.mark.parametrize("of_day", [(), ("--on", days_ago(1))])
def test_the_morning_that_follows_is_of_the_same_session(home: Shell, of_day: tuple[object, ...]) -> None:
    home.ran("log", "session", "split_squat", *GOOD, "--on", days_ago(1))
    before = programme(home)["split_squat"]

    home.ran("log", "session", "split_squat", *of_day, "--morning", 0)

    after = programme(home)["split_squat"]
    assert (before["last_colour"], before["course"]) == ("unknown", "not_known")
    assert (after["last_colour"], after["course"], after["sessions_running"]) == ("green", "once", 1)


def test_pain_beyond_the_line_leads_one_back_and_the_plan_says_why(home: Shell) -> None:
    home.ran("log", "session", "split_squat", "--during", 4)

    plan = " ".join(home.ran("plan").out.split())

    assert "low_step_up" in programme(home)
    assert "Slow step-up on a low step, each side: 2 to 3 sets of 8 to 15" in plan
    assert "It is one back: the harder one hurt" in plan


def test_what_a_session_does_to_the_exercises_is_said_at_once(home: Shell) -> None:
    back = " ".join(home.ran("log", "session", "split_squat", "--during", 4).out.split())
    nothing = " ".join(home.ran("log", "session", "clamshell", "--during", 0).out.split())
    out = home.ran("log", "session", "step_ups", "--during", 4, "--json").json["difference"]

    assert "Exercise slow step-up on a low step (was: split squat)" in back
    assert "(was:" not in nothing
    assert out["exercises"] == [{"before": "step_ups", "after": None}]


def test_it_stands_in_the_list_and_can_be_taken_back(home: Shell) -> None:
    kept = home.ran("log", "session", "clamshell", "--side", "left", "--reps", "12,10", "--json").json

    listed = home.ran("log", "list").out
    home.ran("log", "undo", kept["id"])

    assert "Exercise: clamshell, left, 12 + 10 repetitions" in " ".join(listed.split())
    assert "clamshell" not in home.ran("log", "list").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Say which exercise, such as split_squat: kneewise plan names them."),
        (("clamshell",), "Say at least one thing about it"),
        (("press_up", "--during", 1), "is not one of the answers for which exercise it was"),
    ],
)
def test_what_cannot_be_is_one_sentence(home: Shell, arguments: tuple[object, ...], sentence: str) -> None:
    answered = home("log", "session", *arguments)

    assert answered.code == 2
    assert sentence in answered.err
    assert answered.err.count("\n") == 1


def test_the_week_names_the_days_of_strength(home: Shell) -> None:
    said = home.ran("week").out
    sessions = home.ran("week", "--json").json["sessions"]

    assert len(re.findall("strength", said)) == sum(bool(one["exercises"]) for one in sessions) == 3
    assert "circuit" not in said


def test_today_names_what_is_due_and_leaves_out_what_is_done(home: Shell) -> None:
    before = " ".join(home.ran("today").out.split())
    for name in ("single_leg_bridge", "clamshell", "split_squat", "eccentric_squat"):
        home.ran("log", "session", name, "--during", 0)
    after = " ".join(home.ran("today").out.split())

    assert "Single-leg bridge, each side; clamshell, each side; split squat, each side" in before
    assert "Calf raise on both legs: 2 to 3 sets of 8 to 15" in after
    assert "clamshell" not in after.lower()


def test_the_knee_to_wall_tests_stand_beside_one_another_in_the_plan(home: Shell) -> None:
    for day, left in ((8, 8), (2, 9.5)):
        home.ran("log", "test", "knee_to_wall", "--knee", "left", "--cm", left, "--on", days_ago(day))
    home.ran("log", "test", "knee_to_wall", "--knee", "right", "--cm", 11, "--on", days_ago(2))

    said = " ".join(home.ran("plan").out.split())
    walls = home.ran("plan", "--json").json["ankle"]["walls"]

    assert re.search(r"left 8 cm on .+, 9.5 cm on .+: 1.5 cm farther. right 11 cm on", said)
    assert [(one["side"], one["tests"], one["change_cm"]) for one in walls] == [
        ("left", 2, 1.5),
        ("right", 1, 0),
    ]


def test_a_drill_that_hurt_is_out_in_the_plan_and_in_the_json(home: Shell) -> None:
    home.ran("log", "session", "wall_pulses", "--during", 5)

    said = " ".join(home.ran("plan").out.split())
    ankle = home.ran("today", "--json").json["ankle"]

    assert "Ankle pulses against a wall: taken out, because it hurt more than your line." in said
    assert (ankle["drills"], ankle["out"]) == (["calf_stretch", "step_ups"], ["wall_pulses"])


def test_what_the_runner_has_opens_harder_exercises(home: Shell) -> None:
    home.ran("settings", "has_bands", "yes", "has_weights", "yes", "has_gym", "no")

    chosen = home.ran("settings", "--json").json

    assert (chosen["has_bands"], chosen["has_weights"], chosen["has_gym"]) == (True, True, False)


def test_a_morning_without_a_session_before_it_asks_for_its_day(home: Shell) -> None:
    home.ran("log", "session", "split_squat", *GOOD, "--on", days_ago(2))

    slipped = home("log", "session", "split_squat", "--morning", 0)
    told = home("log", "session", "split_squat", "--morning", 0, "--on", days_ago(2))

    assert slipped.code == 2
    assert (
        f"No split_squat of {days_ago(1).day} {days_ago(1):%B %Y} is in the diary: name the day"
        in slipped.err
    )
    assert (told.code, told.err) == (0, "")
