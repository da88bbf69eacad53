"""Steps a minute of both feet, from whatever a file counts."""

import numpy as np
import pytest

from kneewise.files.steps import NONE, STEPS, STRIDES_DOUBLED, steps_per_minute
from kneewise.model.recording import Column
from kneewise.model.sport import Sport

FAST = np.full(5, 3.0)


@pytest.mark.parametrize("by_format", [True, False])
def test_strides_of_one_leg_are_doubled(by_format: bool) -> None:
    steps, rule = steps_per_minute(np.full(5, 86.5), FAST, Sport.RUNNING, strides_by_format=by_format)

    assert (steps.tolist(), rule) == ([173.0] * 5, STRIDES_DOUBLED)


@pytest.mark.parametrize("by_format", [True, False])
def test_what_no_single_leg_reaches_is_steps_already(by_format: bool) -> None:
    steps, rule = steps_per_minute(np.full(5, 173.0), FAST, Sport.RUNNING, strides_by_format=by_format)

    assert (steps.tolist(), rule) == ([173.0] * 5, STEPS)


def test_walk_breaks_do_not_decide_what_running_counts() -> None:
    cadence = np.array([110.0] * 8 + [172.0] * 3)
    speed = np.array([1.4] * 8 + [3.0] * 3)

    steps, rule = steps_per_minute(cadence, speed, Sport.RUNNING, strides_by_format=False)

    assert (steps.tolist(), rule) == (cadence.tolist(), STEPS)


@pytest.mark.parametrize("speed", [None, np.zeros(9), np.full(9, np.nan)], ids=["none", "nought", "unknown"])
@pytest.mark.parametrize(
    ("walking", "running", "rule"), [(112.0, 164.0, STEPS), (56.0, 82.0, STRIDES_DOUBLED)]
)
def test_a_run_that_is_mostly_walks_is_told_by_its_quick_steps_where_no_speed_is_known(
    speed: Column | None, walking: float, running: float, rule: str
) -> None:
    cadence = np.array([walking, walking, running] * 3)

    steps, used = steps_per_minute(cadence, speed, Sport.RUNNING, strides_by_format=True)

    assert used == rule
    assert set(steps) == {112.0, 164.0}


@pytest.mark.parametrize(("written", "read"), [(55.0, 110.0), (110.0, 110.0)])
def test_a_walk_in_gpx_is_told_by_its_own_limit(written: float, read: float) -> None:
    steps, _ = steps_per_minute(np.full(3, written), np.full(3, 1.4), Sport.WALKING, strides_by_format=False)

    assert steps.tolist() == [read] * 3


def test_a_cyclists_cadence_is_left_alone() -> None:
    steps, rule = steps_per_minute(np.full(3, 90.0), FAST[:3], Sport.CYCLING, strides_by_format=True)

    assert (steps.tolist(), rule) == ([90.0] * 3, NONE)
