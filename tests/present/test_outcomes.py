"""A week in five sentences; what is not known is never a zero."""

from dataclasses import replace
from datetime import date

from kneewise.model.outcome import WeekSeen
from kneewise.model.places import Side
from kneewise.present.outcomes import say_week

THIS = WeekSeen(
    since=date(2026, 5, 4),
    on=date(2026, 5, 10),
    pain_0_10=2.5,
    scored_days=4,
    painkiller_days=1,
    unscored_days=2,
    runs=3,
    runs_without_min=0,
    running_min=71.6,
    running_min_before=0.0,
    sets=9,
    knee_to_wall_cm={Side.LEFT: 9.5},
)
EMPTY = WeekSeen(
    since=date(2026, 4, 27),
    on=date(2026, 5, 3),
    pain_0_10=None,
    scored_days=0,
    painkiller_days=0,
    unscored_days=7,
    runs=0,
    runs_without_min=0,
    running_min=0.0,
    running_min_before=None,
    sets=0,
)
UNKNOWN_DAYS = "Days that do not show how the knee was: 2 without a score, 1 with a painkiller."


def test_without_a_week_nothing_is_said() -> None:
    assert say_week(()) == ()


def test_a_week_is_said_in_five_sentences() -> None:
    assert say_week((THIS, EMPTY)) == (
        "Pain on a usual day: 2.5 of 10 (days with a score: 4); the week before: not known.",
        "Runs: 3; minutes of running: 72; the week before: 0.",
        "Sets of exercises: 9; the week before 0.",
        "Knee to the wall: left 9.5 cm, right not tested.",
        UNKNOWN_DAYS,
    )


def test_minutes_that_are_not_known_are_no_minutes() -> None:
    some, none = replace(THIS, runs_without_min=2), replace(THIS, runs_without_min=3, running_min=None)

    assert "Runs: 3 (of 2 the minutes are not known); minutes of running: 72;" in say_week((some,))[1]
    assert "Runs: 3 (of 3 the minutes are not known); minutes of running: not known;" in say_week((none,))[1]
    assert say_week((EMPTY,))[1] == "Runs: 0; minutes of running: 0; the week before: not known."


def test_a_week_without_a_score_says_so_and_counts_its_days() -> None:
    said = say_week((EMPTY,))

    assert len(said) == 5
    assert said[0] == "Pain: no day of this week has a score that counts."
    assert said[3] == "Knee to the wall: not tested this week."
    assert "7 without a score" in said[4]
