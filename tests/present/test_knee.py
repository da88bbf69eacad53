"""The knee so far, drawn: mornings as a line, runs as marks, nothing invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import RunColour
from kneewise.present.knee import DAYS, KneeChart, draw_knees

ON = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 8, tzinfo=UTC)


def timed(value: int | None) -> TimedScore:
    return TimedScore(value=value, at=AT)


def entry(
    days_ago: int,
    *,
    during: int | None = None,
    morning: int | None = None,
    side: Side = Side.RIGHT,
    walked_min: float | None = None,
) -> DiaryEntry:
    return DiaryEntry(
        on=ON - timedelta(days=days_ago),
        side=side,
        about_run=during is not None,
        activity=None,
        during=None if during is None else timed(during),
        morning=None if morning is None else timed(morning),
        walked_min=walked_min,
    )


def drawn(*entries: DiaryEntry, colours: tuple[RunColour, ...] = (), limit: int = 2) -> KneeChart:
    (chart,) = draw_knees(entries, colours, on=ON, limit_of=lambda _side: limit)
    return chart


@pytest.mark.parametrize("entries", [(), (entry(3, morning=2),), (entry(DAYS + 1, morning=2),) * 2])
def test_one_day_is_no_line(entries: tuple[DiaryEntry, ...]) -> None:
    assert draw_knees(entries, (), on=ON, limit_of=lambda _side: 2) == ()


def test_the_morning_after_a_run_stands_on_its_own_day() -> None:
    chart = drawn(entry(4, morning=3), entry(2, during=2, morning=3))

    assert [point.split(",")[0] for point in chart.points.split()] == ["0.0", "75.0"]


def test_a_run_bears_its_colour_at_its_worst() -> None:
    amber = RunColour(
        on=ON - timedelta(days=2), side=Side.RIGHT, about_run=True, activity_id="a", colour=Colour.AMBER
    )

    chart = drawn(entry(4, during=3), entry(2, during=6), colours=(amber,))

    assert [(mark.x, mark.y, mark.colour) for mark in chart.marks] == [
        (0, 50, Colour.UNKNOWN),
        (50, 0, Colour.AMBER),
    ]


def test_two_sore_knees_have_a_chart_each_with_its_own_limit() -> None:
    both = [entry(days, morning=1, side=side) for days in (5, 3) for side in Side]

    charts = draw_knees(
        [*both, entry(1, morning=2)], (), on=ON, limit_of={Side.RIGHT: 3, Side.LEFT: 2}.__getitem__
    )

    assert [chart.side for chart in charts] == [Side.RIGHT, Side.LEFT]


def test_the_other_knee_is_another_chart() -> None:
    chart = drawn(
        entry(6, morning=1), entry(5, morning=9, side=Side.LEFT), entry(3, morning=1), entry(1, morning=1)
    )

    assert chart.side is Side.RIGHT
    assert len(chart.points.split()) == 3


def test_a_score_that_is_not_known_is_not_drawn() -> None:
    unknown = DiaryEntry(
        on=ON, side=Side.RIGHT, about_run=True, activity=None, during=timed(None), morning=timed(None)
    )

    chart = drawn(entry(4, morning=3), entry(3, morning=2), unknown)

    assert len(chart.points.split()) == 2
    assert chart.marks == ()


@pytest.mark.parametrize(("limit", "labels"), [(2, ["0", "limit 2", "4", "6"]), (3, ["0", "6", "limit 3"])])
def test_no_word_of_the_axis_stands_on_another(limit: int, labels: list[str]) -> None:
    chart = drawn(entry(4, morning=3), entry(2, morning=2), limit=limit)

    heights = sorted(line.y for line in chart.lines)
    assert [line.label for line in chart.lines] == labels
    assert all(b - a > 15 for a, b in pairwise(heights))
    assert [line.label for line in chart.lines if line.is_limit] == [f"limit {limit}"]


def test_pain_of_ten_is_on_the_chart() -> None:
    chart = drawn(entry(4, during=10), entry(2, morning=2))

    assert chart.marks[0].y == 0
    assert all(0 <= line.y <= 100 for line in chart.lines)


def test_the_sentence_says_what_is_drawn() -> None:
    green = RunColour(
        on=ON - timedelta(days=4), side=Side.RIGHT, about_run=True, activity_id="a", colour=Colour.GREEN
    )

    chart = drawn(entry(8, morning=4), entry(4, during=2), entry(1, morning=1), colours=(green,))

    assert chart.sentence == (
        "Morning pain: 4 of 10 on 17 November, 1 on 24 November. 1 run, worst pain 2 of 10: 1 green."
    )


def test_a_brisk_walk_is_no_run() -> None:
    chart = drawn(entry(4, during=2), entry(2, during=1, walked_min=30), entry(1, morning=1))

    assert [mark.is_walk for mark in chart.marks] == [False, True]
    assert "1 run and 1 brisk walk, worst pain up to 2 of 10" in chart.sentence
    assert "the small ones brisk walks" in chart.caption


def test_walks_alone_are_not_called_runs() -> None:
    chart = drawn(entry(4, during=2, walked_min=30), entry(1, morning=1))

    assert "1 brisk walk, worst pain 2 of 10" in chart.sentence
    assert "1 run" not in chart.sentence


@pytest.mark.parametrize("walk", [1, 5])
def test_a_day_with_a_run_and_a_walk_shows_the_run(walk: int) -> None:
    chart = drawn(entry(2, during=walk, walked_min=30), entry(2, during=3), entry(1, morning=1))

    assert [(mark.is_walk, mark.y) for mark in chart.marks] == [(False, 50)]


def test_without_walks_the_caption_names_none() -> None:
    assert "walk" not in drawn(entry(4, during=2), entry(1, morning=1)).caption
