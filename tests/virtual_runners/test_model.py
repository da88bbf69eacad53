"""The virtual knee by itself: nobody says here what to do."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from itertools import pairwise
from statistics import median, quantiles

import numpy as np
import pytest

from bench.virtual_runners.model import (
    DAYS,
    RECOVERED,
    Knee,
    Traits,
    ache_0_10,
    after_hour_0_10,
    after_load,
    after_night,
    capacity_min,
    make_runner,
    moment_pain_0_10,
    pain_0_10,
    told_0_10,
)
from tests.virtual_runners.made import HURT, MIDDLE, WELL, after_nights

LOADS_MIN = [0, 10, 20, 30, 40, 60, 90, 120]


def test_more_load_never_hurts_less() -> None:
    felt = [pain_0_10(MIDDLE, HURT, load) for load in LOADS_MIN]

    assert felt == sorted(felt)
    assert felt[-1] > felt[0]


def test_more_load_over_capacity_hurts_stirs_and_damages_more() -> None:
    over = [capacity_min(MIDDLE, HURT) * times for times in (1.0, 1.2, 1.5, 2.0)]
    after = [after_load(MIDDLE, HURT, load) for load in over]

    assert all(less < more for less, more in pairwise(pain_0_10(MIDDLE, HURT, load) for load in over))
    assert all(less.stirred_0_10 < more.stirred_0_10 for less, more in pairwise(after))
    assert all(less.deficit < more.deficit for less, more in pairwise(after))


def test_a_load_within_capacity_stirs_nothing_up_and_does_no_damage() -> None:
    after = after_load(MIDDLE, HURT, capacity_min(MIDDLE, HURT))

    assert after.stirred_0_10 == HURT.stirred_0_10
    assert after.deficit == HURT.deficit


def test_a_run_that_asks_all_of_the_capacity_adds_the_warning_and_one_of_twice_adds_the_rest() -> None:
    capacity, ache = capacity_min(MIDDLE, HURT), ache_0_10(MIDDLE, HURT)

    assert pain_0_10(MIDDLE, HURT, capacity) == pytest.approx(ache + 2.5)
    assert pain_0_10(MIDDLE, HURT, 2 * capacity) == pytest.approx(ache + 2.5 + 5.0)
    assert pain_0_10(MIDDLE, HURT, 0.7 * capacity) == pytest.approx(ache)


@pytest.mark.parametrize(
    ("worse", "by"),
    [("deficit", 0.6), ("stirred_0_10", 3.0), ("leftover_min", 30.0)],
)
def test_a_worse_knee_hurts_more_from_the_same_run(worse: str, by: float) -> None:
    knee = replace(HURT, **{worse: by})

    assert pain_0_10(MIDDLE, knee, 40) > pain_0_10(MIDDLE, HURT, 40)


def test_a_healthy_knee_carries_the_usual_week_without_pain() -> None:
    knee, felt = WELL, []
    for day in range(28):
        if day % 7 in MIDDLE.weekdays:
            felt.append(pain_0_10(MIDDLE, knee, MIDDLE.usual_run_min))
            knee = after_load(MIDDLE, knee, MIDDLE.usual_run_min)
        knee = after_night(MIDDLE, knee)

    assert max(felt) < 1
    assert knee.deficit == knee.stirred_0_10 == 0


def test_an_injured_knee_carries_less() -> None:
    assert capacity_min(MIDDLE, HURT) == pytest.approx(capacity_min(MIDDLE, WELL) * (1 - 0.35))


def test_a_bad_day_asks_more_of_the_knee() -> None:
    assert pain_0_10(MIDDLE, HURT, 40, 0.8) > pain_0_10(MIDDLE, HURT, 40, 1.0)


def test_rest_settles_and_heals() -> None:
    ached = [ache_0_10(MIDDLE, after_nights(HURT, nights)) for nights in (0, 1, 3, 7, 28)]
    deficits = [after_nights(HURT, nights).deficit for nights in (0, 1, 3, 7, 28)]

    assert all(more > less for more, less in pairwise(ached))
    assert all(more > less for more, less in pairwise(deficits))


def test_half_of_being_stirred_up_is_gone_after_its_half_life() -> None:
    knee = replace(HURT, stirred_0_10=4.0)

    assert after_nights(knee, 3).stirred_0_10 == pytest.approx(1.0)


def test_rest_takes_capacity_from_a_healthy_knee_and_running_keeps_it() -> None:
    rested = after_nights(WELL, 28)

    assert capacity_min(MIDDLE, rested) == pytest.approx(0.8 * capacity_min(MIDDLE, WELL))
    assert capacity_min(MIDDLE, after_nights(WELL, 2000)) == pytest.approx(0.6 * capacity_min(MIDDLE, WELL))


def test_some_load_heals_sooner_than_none_and_a_stirred_knee_later() -> None:
    loaded = after_nights(HURT, 14, left_over_min=30)
    stirred = after_nights(replace(HURT, stirred_0_10=6.0), 14)

    assert loaded.deficit < after_nights(HURT, 14).deficit < stirred.deficit


def test_a_quiet_knee_that_is_loaded_within_its_capacity_has_recovered_on_its_day() -> None:
    quiet = replace(HURT, stirred_0_10=0.0)

    recovered = after_nights(quiet, 49, left_over_min=40)

    assert recovered.deficit == pytest.approx(RECOVERED)


def test_half_of_all_runners_need_seven_weeks_or_more_and_they_differ_as_widely_as_published() -> None:
    needed = [make_runner(1, number)[0].days_to_recover_d for number in range(2000)]
    first, _, third = quantiles(needed, n=4)

    assert median(needed) == pytest.approx(49, rel=0.06)
    assert third - first == pytest.approx(63, rel=0.08)


def test_what_is_felt_after_an_hour_is_part_of_what_is_felt_later() -> None:
    after = after_load(MIDDLE, HURT, 80)

    hour = after_hour_0_10(MIDDLE, HURT, after)

    assert ache_0_10(MIDDLE, HURT) < hour < ache_0_10(MIDDLE, after)


def test_a_test_of_a_moment_hurts_by_the_deficit() -> None:
    assert moment_pain_0_10(MIDDLE, WELL, 5) == 0
    assert moment_pain_0_10(MIDDLE, HURT, 5) > ache_0_10(MIDDLE, HURT)


@pytest.mark.parametrize(
    ("felt", "noise", "told"), [(2.4, 0, 2), (2.5, 0, 3), (2.4, 0.2, 3), (-1, 0, 0), (14, 0, 10)]
)
def test_a_told_score_is_a_whole_number_of_the_scale(felt: float, noise: float, told: int) -> None:
    assert told_0_10(felt, noise) == told


def test_the_deficit_never_takes_everything() -> None:
    ruined = after_load(MIDDLE, HURT, 5000)

    assert ruined.deficit == 0.95
    assert math.isfinite(pain_0_10(MIDDLE, ruined, 40))


def test_the_same_seed_and_number_make_the_same_runner() -> None:
    traits, luck = make_runner(7, 3)
    again, same = make_runner(7, 3)

    assert traits == again
    assert all(np.array_equal(getattr(luck, one.name), getattr(same, one.name)) for one in fields(luck))
    assert make_runner(7, 4)[0] != traits
    assert make_runner(8, 3)[0] != traits


def test_a_changed_number_changes_nothing_else_of_a_runner() -> None:
    traits, luck = make_runner(7, 3)
    changed, same = make_runner(7, 3, {"headroom": 1.6})

    differ = [one.name for one in fields(Traits) if getattr(traits, one.name) != getattr(changed, one.name)]
    assert differ == ["headroom"]
    assert np.array_equal(luck.capacity, same.capacity)
    assert np.array_equal(luck.noise_0_10, same.noise_0_10)


def test_chance_covers_every_day() -> None:
    _, luck = make_runner(1, 1)

    assert luck.capacity.shape == luck.flare_0_10.shape == luck.obeys.shape == (DAYS,)


def test_a_knee_is_a_value() -> None:
    before = Knee(deficit=0.3, stirred_0_10=1.0)

    after_load(MIDDLE, before, 60)

    assert before == Knee(deficit=0.3, stirred_0_10=1.0)
