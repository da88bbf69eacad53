"""The cap of a week after a fortnight without a run: half the base, and from which day."""

import pytest

from kneewise.engine.caps import week_cap
from kneewise.engine.knee import Knee
from kneewise.model.places import Side
from kneewise.model.plan import Phase
from tests.engine.made import START, sore_runner

RESTED = sore_runner()
"""A hundred and twenty minutes a week, the last run three days before the first screening."""


@pytest.mark.parametrize(("day", "cap_min"), [(0, 132), (11, 132), (12, 70), (20, 70)])
def test_the_week_is_half_its_base_after_more_than_fourteen_days_without_a_run(
    day: int, cap_min: float
) -> None:
    frame = RESTED.frame(day)
    knee = Knee(side=Side.RIGHT, phase=Phase.BUILD, since=START, calm_since=START)

    assert week_cap(knee, RESTED.date(day), frame) == pytest.approx(cap_min)
