"""A session in words and to scale."""

from dataclasses import replace
from datetime import date

import pytest

from kneewise.model.plan import Block, Session, SessionKind
from kneewise.present.day import NB, draw_track, name_session, say_session, whole_minutes

ON = date(2026, 11, 24)
INTERVALS = Session(
    on=ON,
    kind=SessionKind.RUN,
    running_min=16,
    duration_min=28,
    warm_up_min=8,
    blocks=(Block(run_min=4, walk_min=1, times=4),),
)
SHORTER = replace(
    INTERVALS,
    running_min=11,
    blocks=(Block(run_min=4, walk_min=1, times=2), Block(run_min=3, walk_min=1, times=1)),
)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (INTERVALS, "Run 4, walk 1. Four times."),
        (SHORTER, "Run 4, walk 1. Twice. Run 3, walk 1. Once."),
        (Session(on=ON, kind=SessionKind.RUN, running_min=24.9, duration_min=33), "Run 24 min."),
        (Session(on=ON, kind=SessionKind.WALK, duration_min=30), "Walk 30 min."),
        (Session(on=ON, kind=SessionKind.BIKE), "Bike instead."),
        (Session(on=ON, kind=SessionKind.POOL, duration_min=40), "Swim 40 min."),
        (Session(on=ON, kind=SessionKind.REST), "Rest today."),
    ],
)
def test_a_session_is_one_sentence(session: Session, said: str) -> None:
    assert say_session(session).replace(NB, " ") == said


def test_a_figure_never_stands_alone_at_the_start_of_a_line() -> None:
    assert " 4" not in say_session(INTERVALS)
    assert " 1" not in say_session(INTERVALS)


def test_no_cap_is_passed_by_rounding() -> None:
    assert [whole_minutes(minutes) for minutes in (19.4, 19.99, 20.0, 19.9999999)] == [19, 19, 20, 20]


def test_a_card_of_the_week_has_a_short_name_and_a_long_one() -> None:
    assert name_session(INTERVALS, short=True) == "Run"
    assert name_session(INTERVALS).replace(NB, " ") == "Run 4, walk 1"
    assert name_session(SHORTER) == name_session(INTERVALS)


def test_the_track_is_to_scale_and_fills_the_width() -> None:
    track = draw_track(INTERVALS)

    assert track is not None
    runs = [span.width for span in track.spans if span.kind == "run"]
    assert runs == pytest.approx([100 * 4 / 28 - 0.4] * 4, abs=0.02)
    assert track.spans[-1].x + track.spans[-1].width == pytest.approx(100, abs=0.3)
    assert {tick.label for tick in track.ticks if tick.label} == {"0 min", "8", "13", "18", "23", "28"}


def test_a_day_of_rest_has_no_track() -> None:
    assert draw_track(Session(on=ON, kind=SessionKind.REST)) is None


def test_no_two_long_ticks_stand_side_by_side() -> None:
    steady = Session(on=ON, kind=SessionKind.RUN, running_min=31, duration_min=41, warm_up_min=10)

    track = draw_track(steady)

    assert track is not None
    long = sorted(tick.x * 41 / 100 for tick in track.ticks if tick.long)
    assert long == pytest.approx([0, 5, 10, 15, 20, 25, 30, 35, 41])
