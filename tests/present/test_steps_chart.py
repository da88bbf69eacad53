"""Own steps against own pace, drawn: faster to the right, more steps further up."""

import pytest

from kneewise.model.bands import CadenceLine
from kneewise.model.cadence import Mark, OwnSteps, TargetBand
from kneewise.present.charts.steps import draw_steps

BAND = TargetBand(low_spm=166, high_spm=170, first=True)
OWN = OwnSteps(
    line=CadenceLine(2.8, 162.0, 10.0, 1.5, 3600.0),
    before=(Mark(2.6, 160.0), Mark(3.2, 166.0)),
    since=(Mark(2.8, 168.0),),
)


def test_faster_is_to_the_right_and_more_steps_are_further_up() -> None:
    chart = draw_steps(OWN, BAND)

    assert chart is not None
    (slow_x, slow_y), (fast_x, fast_y) = chart.rings
    assert slow_x < fast_x
    assert slow_y > fast_y
    assert chart.band is not None
    assert chart.band.y < chart.discs[0][1] < chart.band.y + chart.band.height
    assert all(0 <= place <= 100 for mark in (*chart.rings, *chart.discs) for place in mark)


def test_the_own_line_goes_through_its_middle_with_its_spread_around_it() -> None:
    chart = draw_steps(OwnSteps(line=OWN.line, before=(Mark(2.8, 162.0), Mark(3.2, 166.0))), None)

    assert chart is not None
    assert chart.line is not None
    x1, y1, x2, y2 = chart.line
    x, y = chart.rings[0]
    assert y1 + (y2 - y1) * (x - x1) / (x2 - x1) == pytest.approx(y, abs=0.2)
    corners = [tuple(map(float, corner.split(","))) for corner in chart.spread.split()]
    assert len(corners) == 4
    assert corners[0][1] < y1 < corners[3][1]


def test_it_is_said_in_words_by_the_kilometre_or_the_mile() -> None:
    by_km, by_mile = draw_steps(OWN, BAND), draw_steps(OWN, None, miles=True)

    assert by_km is not None
    assert by_mile is not None
    assert by_km.sentence == (
        "Steps a minute against pace: usually about 162 at 5:57 a kilometre. The band to try is 166 to 170."
    )
    assert by_mile.sentence == "Steps a minute against pace: usually about 162 at 9:35 a mile."


@pytest.mark.parametrize("fastest", [2.61, 2.9, 3.6, 5.5])
def test_paces_below_it_are_round_and_few(fastest: float) -> None:
    chart = draw_steps(OwnSteps(before=(Mark(2.6, 160.0), Mark(fastest, 166.0))), None)

    assert chart is not None
    assert 1 <= len(chart.axis) <= 6
    assert all(tick.label.endswith(("00", "15", "30", "45")) for tick in chart.axis)
    assert chart.line is None


def test_no_word_of_the_grid_stands_on_that_of_the_band() -> None:
    chart = draw_steps(OWN, BAND)

    assert chart is not None
    assert chart.band is not None
    near = [line.label for line in chart.grid if abs(line.y - chart.band.middle) < 9]
    assert set(near) <= {""}


def test_without_steps_beside_a_pace_nothing_is_drawn() -> None:
    assert draw_steps(OwnSteps(line=OWN.line), BAND) is None
    assert draw_steps(OwnSteps(before=(Mark(0.1, 160.0),)), BAND) is None
