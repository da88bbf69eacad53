"""Edges of the red flags that a small slip would move: windows of days, and what makes points harmless."""

from datetime import timedelta

import pytest

from kneewise.guide.red_flags import assess
from kneewise.model.findings import Urgency
from tests.guide.edges import edge
from tests.guide.made import DAY, noes, numbers, seen, told

LATER = 40


def urgency_with_painkillers(*days_ago: int) -> Urgency:
    """Judge a runner who took a painkiller so many days ago, and answered the form today."""
    days = tuple(DAY + timedelta(days=LATER - ago) for ago in days_ago)
    found = assess(seen(told(noes(), days=LATER), days=LATER, painkiller_days=days), numbers("red_flags"))
    return found.urgency


@edge("red_flags.week_days")
@pytest.mark.parametrize(("oldest", "urgency"), [(6, Urgency.ROUTINE), (7, Urgency.NONE)])
def test_a_week_of_painkillers_is_seven_days_with_today(oldest: int, urgency: Urgency) -> None:
    assert urgency_with_painkillers(0, 1, oldest) is urgency


@edge("red_flags.month_days")
@pytest.mark.parametrize(("oldest", "urgency"), [(29, Urgency.ROUTINE), (30, Urgency.NONE)])
def test_a_month_of_painkillers_is_thirty_days_with_today(oldest: int, urgency: Urgency) -> None:
    assert urgency_with_painkillers(0, 1, 8, 10, 13, 16, 19, 22, 25, oldest) is urgency


def test_one_day_of_a_painkiller_told_twice_is_one_day() -> None:
    assert urgency_with_painkillers(0, 0, 1) is Urgency.NONE


@pytest.mark.parametrize("sign", ["hop_pain_on_bone", "pain_walking", "pain_earlier_each_run", "rest_pain"])
def test_high_arches_and_more_running_are_not_harmless_beside_a_sign_of_the_bone(sign: str) -> None:
    answers = noes(high_arches=True, pain_walking_0_10=1, **{sign: True})

    found = assess(seen(told(answers), more_running_lately=True), numbers("red_flags"))

    flags = {flag.key for flag in found.flags}
    assert "bone_points" in flags
    assert "bone_points_harmless" not in flags
    assert not found.deeper_calm
