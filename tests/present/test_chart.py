"""Charts of one run, as geometry."""

from datetime import UTC, datetime

import numpy as np
import pytest

from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.present.charts.clock import say_clock
from kneewise.present.charts.run import POINTS, draw_run
from kneewise.present.charts.shapes import Chart

SECONDS = np.arange(0.0, 1200.0)


def recorded(time_s: Column = SECONDS, **columns: Column) -> Recording:
    return Recording(
        start=datetime(2026, 11, 23, tzinfo=UTC),
        utc_offset_s=0,
        sport=Sport.RUNNING,
        source_format="fit",
        time_s=time_s,
        columns=columns,
        elapsed_s=float(time_s[-1]) if time_s.size else 0.0,
    )


def chart(recording: Recording, kind: str, **how: object) -> Chart:
    drawn = draw_run(recording, **how)  # type: ignore[arg-type]  # One case each.
    assert drawn is not None
    return next(one for one in drawn.charts if one.kind == kind)


def test_faster_stands_higher() -> None:
    speed = np.where(SECONDS < 600, 2.0, 3.0)

    heights = [float(height) for height in chart(recorded(speed_m_s=speed), "pace").heights.split()]

    assert heights[0] > heights[-1]
    assert all(0 <= height <= 100 for height in heights)


def test_a_mile_takes_longer_than_a_kilometre() -> None:
    run = recorded(speed_m_s=np.full(1200, 2.5))

    assert chart(run, "pace").now == "6:40"
    assert chart(run, "pace", miles=True).now == "10:44"


def test_a_pause_lifts_the_pen() -> None:
    cadence = np.where((SECONDS > 400) & (SECONDS < 600), np.nan, 165.0)

    assert chart(recorded(cadence_spm=cadence), "cadence").path.count("M") == 2


def test_smart_recording_is_no_pause() -> None:
    sparse = SECONDS[::12]

    assert chart(recorded(sparse, cadence_spm=np.full(sparse.size, 165.0)), "cadence").path.count("M") == 1


def test_the_band_is_always_on_the_chart() -> None:
    drawn = chart(recorded(cadence_spm=np.full(1200, 150.0)), "cadence", target_spm=(167.0, 173.0))

    assert drawn.band is not None
    assert 0 <= drawn.band.y < drawn.band.y + drawn.band.height <= 100
    assert drawn.band.label == "167–173"


def test_a_steady_climb_is_its_own_grade() -> None:
    run = recorded(distance_m=SECONDS * 2.5, altitude_m=SECONDS * 2.5 * 0.04)

    grade = chart(run, "grade")

    assert {float(value) for value in grade.values.split()} == {4.0}
    assert grade.sentence == "Slope: between 0 percent down and 4 percent up."


def test_impact_stands_in_bars_of_a_minute() -> None:
    impact = np.where(SECONDS < 600, 1.1, np.nan)

    drawn = chart(recorded(), "impact", impact=impact)

    assert len(drawn.bars) == 10
    assert len({(bar.y, bar.height, bar.width) for bar in drawn.bars}) == 1
    assert (drawn.now, drawn.path) == ("1.10", "")
    assert drawn.values.split()[0] == "1.10"
    assert drawn.values.split()[-1] == "-"


def test_a_minute_that_was_half_walked_counts_half() -> None:
    whole, half = (
        chart(recorded(), "impact", impact=counts).bars[0]
        for counts in (np.full(1200, 1.0), np.where(SECONDS % 60 < 30, 1.0, np.nan))
    )

    assert half.height == pytest.approx(whole.height / 2, abs=2)


def test_smart_recording_counts_like_any_other() -> None:
    sparse = SECONDS[::12]

    drawn = chart(recorded(sparse), "impact", impact=np.full(sparse.size, 1.0))

    assert drawn.bars[3].height == chart(recorded(), "impact", impact=np.full(1200, 1.0)).bars[3].height


def test_the_last_bar_ends_with_the_run() -> None:
    time_s = np.arange(0.0, 1230.0)

    drawn = chart(recorded(time_s), "impact", impact=np.full(1230, 1.0))

    assert drawn.bars[-1].x + drawn.bars[-1].width <= 100
    assert drawn.bars[-1].height == drawn.bars[0].height


@pytest.mark.parametrize("impact", [np.full(1200, np.nan), np.zeros(1200)])
def test_walking_alone_has_no_impact_to_draw(impact: Column) -> None:
    drawn = draw_run(recorded(), impact=impact)

    assert drawn is not None
    assert drawn.charts == ()


def test_a_long_run_is_no_heavier_than_a_short_one() -> None:
    long = np.arange(0.0, 4 * 3600.0)

    drawn = draw_run(recorded(long, cadence_spm=np.full(long.size, 165.0)))

    assert drawn is not None
    assert len(drawn.charts[0].values.split()) <= POINTS + 1
    assert sum(bool(tick.label) for tick in drawn.axis) <= 9


@pytest.mark.parametrize("time_s", [np.array([]), np.array([0.0, 1.0]), np.zeros(5)])
def test_too_little_is_not_drawn(time_s: Column) -> None:
    assert draw_run(recorded(time_s, cadence_spm=np.full(time_s.size, 165.0))) is None


def test_columns_of_nothing_are_not_drawn() -> None:
    drawn = draw_run(recorded(speed_m_s=np.full(1200, np.nan), cadence_spm=np.zeros(1200)))

    assert drawn is not None
    assert drawn.charts == ()


def test_a_clock_has_hours_where_there_are_any() -> None:
    assert [say_clock(seconds) for seconds in (5, 377, 3661)] == ["0:05", "6:17", "1:01:01"]


@pytest.mark.parametrize("spm", [162.0, 165.0])
def test_a_flat_chart_has_a_word_at_its_axis(spm: float) -> None:
    flat = recorded(cadence_spm=np.full(1200, spm), speed_m_s=np.full(1200, 2.6))

    assert [line.label for line in chart(flat, "cadence").grid] == [f"{spm:.0f}"]
    assert [line.label for line in chart(flat, "pace").grid] == ["6:25"]
