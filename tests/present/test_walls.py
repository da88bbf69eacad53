"""Knee to the wall, drawn: each side by itself, the limit, and a sentence for who does not see it."""

from datetime import UTC, date, datetime, timedelta

from kneewise.model.diary import TestKind, TestResult
from kneewise.model.places import Side
from kneewise.present.walls import draw_walls

ON = date(2026, 11, 1)
AT = datetime(2026, 11, 1, 8, tzinfo=UTC)


def wall(days: int, side: Side, cm: float) -> TestResult:
    on = ON + timedelta(days=days)
    return TestResult(record_id="r", at=AT, on=on, side=side, kind=TestKind.KNEE_TO_WALL, distance_cm=cm)


def test_one_day_is_no_chart() -> None:
    assert draw_walls([wall(0, Side.LEFT, 9), wall(0, Side.RIGHT, 8)], limit_cm=10) is None
    assert draw_walls([], limit_cm=10) is None


def test_each_side_is_a_line_over_the_days() -> None:
    tests = [wall(0, Side.LEFT, 6), wall(0, Side.RIGHT, 9), wall(10, Side.LEFT, 12)]

    chart = draw_walls(tests, limit_cm=10)

    assert chart is not None
    assert [(one.side, len(one.marks)) for one in chart.sides] == [(Side.LEFT, 2), (Side.RIGHT, 1)]
    left = chart.sides[0].marks
    assert [mark.x for mark in left] == [0, 100]
    assert left[1].y < left[0].y
    assert [(line.label, line.is_limit) for line in chart.lines] == [("5 cm", False), ("10 cm", True)]


def test_a_shorter_reach_than_the_foot_of_the_chart_stays_within_it() -> None:
    chart = draw_walls([wall(0, Side.LEFT, 3), wall(3, Side.LEFT, 6)], limit_cm=10)

    assert chart is not None
    assert all(0 < mark.y < 100 for side in chart.sides for mark in side.marks)
    assert chart.lines[0].label == "2 cm"


def test_a_longer_reach_than_the_limit_stays_within_the_chart() -> None:
    chart = draw_walls([wall(0, Side.LEFT, 6), wall(3, Side.LEFT, 17.5)], limit_cm=10)

    assert chart is not None
    assert all(0 < mark.y < 100 for side in chart.sides for mark in side.marks)


def test_the_sentence_says_both_sides_and_what_they_are_held_against() -> None:
    tests = [wall(0, Side.LEFT, 6), wall(0, Side.RIGHT, 9), wall(10, Side.LEFT, 7.5)]

    chart = draw_walls(tests, limit_cm=10)

    assert chart is not None
    assert "Left ankle: 6 cm on 1 November, 7.5 cm on 11 November." in chart.sentence
    assert "Right ankle: 9 cm" in chart.sentence
    assert "From 10 cm on both sides the drill is optional." in chart.sentence
