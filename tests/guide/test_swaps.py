"""How long a swap is, at the edges."""

from dataclasses import replace

import pytest

from kneewise.guide import step2_load
from kneewise.model.findings import LoadFinding
from kneewise.model.ledger import Basis
from kneewise.model.observations import AerobicBase, Baseline, Irritability
from kneewise.model.runner import LoadChoice, Settings
from tests.guide.edges import edge
from tests.guide.made import numbers, seen

USUAL = Baseline(measured=True, weeks=6, run_min=40.0, week_min=120.0, days_per_week=3.0)
BASE = AerobicBase(week_easy_min=120.0, easy_per_min=1.0, basis=Basis.HEART_RATE, ride_easy_per_min=1.0)
SWAP = Settings(load_choice=LoadChoice.SWAP, has_bike=True)


def load(base: AerobicBase | None, usual: Baseline = USUAL, settings: Settings = SWAP) -> LoadFinding:
    at = seen(baseline=usual, irritability=Irritability.MODERATE, settings=settings, aerobic=base)
    return step2_load.assess(at, numbers("step2_load"))


def rules(found: LoadFinding) -> set[str]:
    return {reason.rule.removeprefix("step2_load.") for reason in found.because}


@pytest.mark.parametrize(
    ("ride_easy_per_min", "minutes"), [(0.5, 80.0), (0.8, 50.0), (1.0, 40.0), (2.0, 20.0), (None, 40.0)]
)
def test_a_swap_makes_up_for_the_run_that_it_replaces(
    ride_easy_per_min: float | None, minutes: float
) -> None:
    found = load(replace(BASE, ride_easy_per_min=ride_easy_per_min))

    assert found.swap_min == pytest.approx(minutes)
    assert "swap_heart_rate" in rules(found)
    assert ("swap_easy" in rules(found)) is (ride_easy_per_min is None)


@edge("step2_load.swap_most_times", "step2_load.swap_within_percent")
@pytest.mark.parametrize(
    ("ride_easy_per_min", "rule"),
    [(0.351, "swap_heart_rate"), (0.35, "swap_heart_rate"), (0.349, "swap_short")],
)
def test_a_swap_is_at_most_twice_the_usual_run_and_says_when_that_is_too_little(
    ride_easy_per_min: float, rule: str
) -> None:
    found = load(replace(BASE, ride_easy_per_min=ride_easy_per_min))

    assert found.swap_min == 80
    assert {"swap_heart_rate", "swap_short"} & rules(found) == {rule}


def test_a_long_run_of_the_usual_week_is_made_up_for_as_well() -> None:
    with_long_run = replace(USUAL, run_min=30.0, week_min=120.0)

    assert load(BASE, with_long_run).swap_min == pytest.approx(60)


def test_what_a_pool_comes_to_is_not_what_a_bike_does() -> None:
    both = replace(BASE, ride_easy_per_min=2.0, swim_easy_per_min=0.5)

    swum = load(both, settings=replace(SWAP, has_bike=False, has_pool=True))

    assert (load(both).swap_min, swum.swap_min) == (20, 80)


@pytest.mark.parametrize("base", [None, replace(BASE, basis=Basis.MINUTES, week_easy_min=150.0)])
def test_without_heart_rate_and_pace_a_swap_is_as_long_as_the_usual_run(base: AerobicBase | None) -> None:
    found = load(base)

    assert found.swap_min == 40
    assert [reason.grade for reason in found.because if reason.rule == "step2_load.swap_equal_time"] == ["D"]


def test_by_pace_it_says_so() -> None:
    assert "swap_pace" in rules(load(replace(BASE, basis=Basis.PACE)))


@pytest.mark.parametrize(("run_min", "swaps"), [(0.0, 0), (0.5, 1)])
def test_where_the_usual_run_has_no_minutes_there_is_nothing_to_swap(run_min: float, swaps: int) -> None:
    assert load(BASE, replace(USUAL, run_min=run_min)).swap_runs == swaps


def test_who_swaps_nothing_has_no_swap() -> None:
    found = load(BASE, settings=Settings(has_bike=True))

    assert (found.swap_runs, found.swap_min) == (0, None)
