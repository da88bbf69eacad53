"""Laws of measuring: what is done to the clock changes no figure, and what is not believed enters none."""

import json
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneewise.model.activity import Activity
from kneewise.model.doubt import DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe.doubts import believe
from kneewise.observe.measure import measure_activity
from kneewise.observe.weights import time_weights_s
from kneewise.store.activities import read, write
from tests.observe.made import NUMBERS, recorded, seconds, steady_run
from tests.properties.histories import tried

SPANS: dict[str, tuple[float, float]] = {
    "speed_m_s": (0, 20),
    "distance_m": (0, 400),
    "cadence_spm": (0, 260),
    "heart_rate_bpm": (40, 230),
    "altitude_m": (-50, 600),
    "latitude_deg": (47.9, 48.1),
    "longitude_deg": (11.4, 11.6),
    "step_length_mm": (200, 2400),
}
"""What a column may hold; the files have taken out what lies beyond all reason."""


@st.composite
def rough(draw: st.DrawFn) -> Recording:
    """Anything that a damaged or a lying file may become."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count = draw(st.integers(2, 400))
    steps = chance.choice([0.0, 1.0, 1.0, 1.0, 5.0, 61.0, 300.0, 40_000.0], count, p=_mostly(draw))
    time_s = np.cumsum(steps) - steps[0]
    columns = {name: _wandering(chance, count, *span) for name, span in SPANS.items() if draw(st.booleans())}
    if "distance_m" in columns:
        columns["distance_m"] = np.fmax.accumulate(np.nancumsum(columns["distance_m"] / 40))
    sport = draw(st.sampled_from([Sport.RUNNING, Sport.RUNNING, *Sport]))
    timer_s, total_m = draw(st.none() | st.floats(1, 5000)), draw(st.none() | st.floats(0, 9000))
    pauses = tuple(draw(st.lists(_spans(float(time_s[-1])), max_size=4)))
    made = recorded(time_s, sport=sport, timer_s=timer_s, total_m=total_m, pauses=pauses)
    return replace(made, columns=columns)


def _spans(end_s: float) -> st.SearchStrategy[tuple[float, float]]:
    """Times within a session, which may overlap."""
    whole = st.integers(0, int(end_s)).map(float) | st.floats(0, end_s)
    return st.tuples(whole, whole).map(lambda ends: (min(ends), max(ends)))


def _mostly(draw: st.DrawFn) -> list[float]:
    rare = draw(st.sampled_from([0.0, 0.004, 0.02]))
    return [rare, *[(1 - 5 * rare) / 3] * 3, *[rare] * 4]


def _wandering(chance: np.random.Generator, count: int, low: float, high: float) -> Column:
    """Values that stay, wander, jump and are missing."""
    moves = chance.choice([0.0, 0.01, 1.0], count, p=[0.6, 0.35, 0.05]) * chance.normal(0, high - low, count)
    column: Column = np.clip((low + high) / 2 + np.cumsum(moves), low, high)
    column[chance.random(count) < chance.choice([0.0, 0.1, 0.9])] = np.nan
    return column


seeds = st.integers(0, 10_000)


@tried(40)
@given(seeds, st.integers(120, 5000))
def test_nothing_is_doubted_of_a_clean_run(seed: int, count: int) -> None:
    assert believe(steady_run(count, seed), NUMBERS).doubts == ()


@tried(60)
@given(seeds, st.lists(st.integers(1, 60), min_size=30, max_size=120))
def test_a_watch_that_writes_seldom_is_believed_and_every_second_counts(seed: int, apart: list[int]) -> None:
    written = np.concatenate(([0], np.cumsum(apart)))
    run = steady_run(int(written[-1]), seed)
    sparse = {name: run.columns[name][written] for name in ("distance_m", "cadence_spm", "speed_m_s")}

    figures = measure_activity(replace(run, time_s=run.time_s[written], columns=sparse), NUMBERS)

    assert [doubt.code for doubt in figures.doubts] == [DoubtCode.DISTANCE_ESTIMATED]
    assert figures.running_s == run.elapsed_s


@tried(150)
@given(rough())
def test_whatever_is_doubted_lies_within_the_session_and_is_doubted_once(recording: Recording) -> None:
    believed = believe(recording, NUMBERS)
    figures = measure_activity(recording, NUMBERS)

    ends = [end for doubt in believed.doubts for span in doubt.spans_s for end in span]
    assert figures.doubts == believed.doubts
    assert all(0 <= end <= max(recording.time_s[-1], recording.elapsed_s) + 0.001 for end in ends)
    assert all(0 <= doubt.share <= 1 for doubt in believed.doubts)
    assert len({doubt.code for doubt in believed.doubts}) == len(believed.doubts)
    assert all(0 <= share <= 1 for share in figures.coverage.values())


@tried(150)
@given(rough())
def test_minutes_of_bands_are_minutes_of_running(recording: Recording) -> None:
    figures = measure_activity(recording, NUMBERS)

    running_s = figures.running_s or 0.0
    assert sum(band.running_s for band in figures.by_speed) == pytest.approx(running_s, abs=0.1)
    assert sum(band.running_s for band in figures.by_grade) <= running_s + 0.1
    if figures.running_s is not None:
        assert running_s + (figures.walking_s or 0.0) <= (figures.moving_s or 0.0) + 0.1


@tried(150)
@given(rough())
def test_no_point_speaks_for_less_than_no_time_nor_all_for_more_than_there_was(recording: Recording) -> None:
    believed = believe(recording, NUMBERS).recording

    weight_s = time_weights_s(believed, NUMBERS)

    assert (weight_s >= 0).all()
    assert weight_s.sum() <= believed.elapsed_s + 0.001


@tried(60)
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)).map(sorted), max_size=5))
def test_a_second_counts_once_or_lies_in_a_pause(spans: list[list[int]]) -> None:
    run = recorded(seconds(300), pauses=tuple((float(from_s), float(to_s)) for from_s, to_s in spans))

    weight_s = time_weights_s(run, NUMBERS)

    paused = [any(from_s <= second < to_s for from_s, to_s in spans) for second in range(300)]
    assert weight_s[:-1].tolist() == [float(not stood) for stood in paused]


@tried(100)
@given(rough())
def test_figures_are_kept_as_they_were_measured(recording: Recording) -> None:
    figures = measure_activity(recording, NUMBERS)
    activity = Activity(
        activity_id="a", start=recording.start, utc_offset_s=0, sport=recording.sport, measured=figures
    )

    assert read(json.loads(json.dumps(write(activity)))) == activity


@tried(60)
@given(rough(), st.integers(1, 100_000))
def test_the_day_and_the_hour_change_nothing(recording: Recording, later_min: int) -> None:
    later = replace(recording, start=recording.start + timedelta(minutes=later_min))

    assert measure_activity(later, NUMBERS) == measure_activity(recording, NUMBERS)


@tried(30)
@given(seeds, st.integers(2, 4))
def test_a_finer_clock_changes_no_figure(seed: int, finer: int) -> None:
    run = steady_run(900, seed)
    time_s = np.arange(900 * finer + 1) / finer
    columns = {name: np.repeat(column, finer)[: len(time_s)] for name, column in run.columns.items()}
    columns["distance_m"] = np.interp(time_s, run.time_s, run.columns["distance_m"])

    coarse = measure_activity(run, NUMBERS)
    fine = measure_activity(replace(run, time_s=time_s, columns=columns), NUMBERS)

    assert (fine.running_s, fine.moving_s) == (coarse.running_s, coarse.moving_s)
    assert fine.distance_m == coarse.distance_m
    assert fine.cadence_spm == coarse.cadence_spm
    assert fine.speed_quantiles_m_s == pytest.approx(coarse.speed_quantiles_m_s, abs=0.01)


@tried(30)
@given(seeds, st.integers(60, 840))
def test_two_halves_have_the_minutes_and_metres_of_the_whole(seed: int, cut: int) -> None:
    run = steady_run(900, seed)
    run = replace(run, columns={**run.columns, "cadence_spm": np.where(run.time_s < 400, 168.0, 112.0)})
    parts = [
        replace(
            run,
            time_s=run.time_s[here] - run.time_s[here][0],
            columns={name: column[here] for name, column in run.columns.items()},
            elapsed_s=float(np.ptp(run.time_s[here])),
        )
        for here in (slice(0, cut + 1), slice(cut, None))
    ]

    whole = measure_activity(run, NUMBERS)
    first, second = (measure_activity(part, NUMBERS) for part in parts)

    for name in ("running_s", "walking_s", "moving_s", "distance_m", "running_distance_m"):
        assert getattr(first, name) + getattr(second, name) == pytest.approx(getattr(whole, name), abs=0.01)


@tried(40)
@given(seeds, st.integers(50, 800), st.integers(1, 20), st.floats(500, 50_000))
def test_a_spike_of_position_enters_no_figure(seed: int, at: int, lasts: int, metres: float) -> None:
    run = steady_run(900, seed)
    spiked = {name: column.copy() for name, column in run.columns.items()}
    spiked["latitude_deg"][at : at + lasts] += metres / 111_195
    spiked["distance_m"][at:] += metres
    spiked["distance_m"][at + lasts :] += metres
    spiked["speed_m_s"][at] = 80.0

    clean = measure_activity(run, NUMBERS)
    figures = measure_activity(replace(run, columns=spiked), NUMBERS)

    assert figures.doubts
    assert figures.running_s == clean.running_s
    assert figures.cadence_spm == clean.cadence_spm
    assert figures.distance_m == pytest.approx(clean.distance_m or 0.0, abs=5)
    assert figures.running_distance_m == pytest.approx(clean.running_distance_m or 0.0, abs=5)
    assert figures.speed_m_s == pytest.approx(clean.speed_m_s or 0.0, abs=0.02)


@tried(40)
@given(rough())
def test_believing_twice_is_believing_once(recording: Recording) -> None:
    once = believe(recording, NUMBERS).recording
    twice = believe(once, NUMBERS).recording

    assert once.columns.keys() == twice.columns.keys()
    for name in ("speed_m_s", "heart_rate_bpm"):
        np.testing.assert_array_equal(once.columns.get(name, 0), twice.columns.get(name, 0))
