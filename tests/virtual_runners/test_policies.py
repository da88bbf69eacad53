"""What the three ways without a program say, by what they were told."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bench.virtual_runners.policies import CarryOn, GuideToTheLetter, Known, RestThenReturn, known_of
from bench.virtual_runners.season import Doing, Policy, Told
from tests.virtual_runners.made import MIDDLE

KNOWN = Known(
    usual_run_min=40, weekdays=(0, 2, 4), before=0, during=4, after_60min=1, morning_after=0, limp=False
)
WELL = Told(did=Doing(), before=0)


def week(policy: Policy, first: int, morning: int = 0, told: Told = WELL) -> list[float]:
    """Live the seven days from one on, each alike."""
    minutes = []
    for day in range(first, first + 7):
        minutes.append(policy.plan(day, morning).run_min)
        policy.hear(day, told)
    return minutes


def test_a_runner_tells_how_a_usual_run_goes_and_nothing_of_the_knee() -> None:
    known = known_of(MIDDLE)

    assert (known.before, known.during, known.usual_run_min) == (2, 4, 40)
    assert {one.name for one in fields(known)} & {"deficit", "headroom", "capacity"} == set()


def test_carrying_on_is_the_usual_week_whatever_hurts() -> None:
    assert week(CarryOn(KNOWN), 0, morning=7) == [40, 0, 40, 0, 40, 0, 0]


def test_carrying_on_ends_where_it_cannot_be_borne() -> None:
    assert week(CarryOn(KNOWN), 0, morning=8) == [0] * 7


def test_the_guide_cuts_for_two_weeks_and_then_grows_by_a_tenth_to_the_usual() -> None:
    guide = GuideToTheLetter(KNOWN)

    runs = [week(guide, 7 * number)[0] for number in range(9)]

    assert runs[:5] == pytest.approx([24, 24, 26.4, 29.04, 31.944])
    assert runs[6] == pytest.approx(38.65224)
    assert runs[7] == runs[8] == 40


@pytest.mark.parametrize(("pain", "runs"), [(7, True), (8, False)])
def test_the_guide_stops_above_7_until_a_clinician_was_seen_and_begins_again(pain: int, runs: bool) -> None:
    guide = GuideToTheLetter(KNOWN)
    for number in range(8):
        week(guide, 7 * number)
    guide.hear(55, Told(did=Doing(run_min=39), before=0, during=pain))

    stopped, after = week(guide, 56), week(guide, 63)

    assert any(stopped) is runs
    assert after[0] == (40 if runs else 24)


def test_resting_ends_after_seven_quiet_mornings_and_the_usual_comes_back_in_two_weeks() -> None:
    rest = RestThenReturn(KNOWN)

    weeks = [week(rest, 0, morning=2), *(week(rest, 7 * number, morning=1) for number in range(1, 5))]

    assert [max(one) for one in weeks] == [0, 0, 20, 30, 40]


def test_one_sore_morning_begins_the_count_anew() -> None:
    rest = RestThenReturn(KNOWN)

    runs = [rest.plan(day, 2 if day == 3 else 1).run_min for day in range(12)]

    assert runs == [0] * 11 + [20]


@pytest.mark.parametrize(("pain", "rests"), [(4, False), (5, True)])
def test_a_run_that_hurts_sends_back_to_rest(pain: int, rests: bool) -> None:
    rest = RestThenReturn(KNOWN)
    for number in range(5):
        week(rest, 7 * number)

    rest.hear(34, Told(did=Doing(run_min=40), before=0, during=pain))

    assert (rest.plan(35, 0).run_min == 0) is rests
