"""A season is lived as it was said, and what is counted of it is counted right; plans are a test's own."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from bench.virtual_runners.model import DAYS
from bench.virtual_runners.outcomes import judge
from bench.virtual_runners.season import Day, Doing, Told, live
from tests.virtual_runners.made import MIDDLE, QUIET

RESTED = Day(run_min=0, morning_0_10=0, during_0_10=None, limp=False, deficit=0.3)
RAN = Day(run_min=40, morning_0_10=0, during_0_10=1, limp=False, deficit=0.3)
USUAL_WEEK = (RAN, RESTED, RAN, RESTED, RAN, RESTED, RESTED)
REST_WEEK = (RESTED,) * 7


class Scripted:
    """Says the same every day, and keeps what it heard."""

    def __init__(self, doing: Doing) -> None:
        self.doing = doing
        self.mornings: list[int] = []
        self.heard: list[Told] = []

    def plan(self, day: int, morning_0_10: int) -> Doing:
        assert day == len(self.mornings)
        self.mornings.append(morning_0_10)
        return self.doing

    def hear(self, day: int, told: Told) -> None:
        assert day == len(self.heard)
        self.heard.append(told)


def test_who_does_nothing_gets_better_every_day() -> None:
    nothing = Scripted(Doing())

    days = live(MIDDLE, QUIET, nothing)

    assert len(days) == DAYS
    assert all(later.deficit < earlier.deficit for earlier, later in pairwise(days))
    assert nothing.mornings[-1] < nothing.mornings[0]
    assert all(told.during is None for told in nothing.heard)


def test_the_same_season_comes_out_the_same() -> None:
    assert live(MIDDLE, QUIET, Scripted(Doing(run_min=5))) == live(MIDDLE, QUIET, Scripted(Doing(run_min=5)))


def test_a_run_ends_where_its_pain_says_so() -> None:
    told = Scripted(Doing(run_min=200, stop_from_0_10=4))

    days = live(MIDDLE, QUIET, told)

    assert 0 < days[0].run_min < 200
    assert told.heard[0].during == 4
    assert told.heard[0].did.run_min == days[0].run_min


def test_nobody_runs_on_beyond_what_can_be_borne() -> None:
    told = Scripted(Doing(run_min=500, stop_from_0_10=99))

    live(MIDDLE, QUIET, told)

    assert max(one.during or 0 for one in told.heard[:1]) == 8


def test_a_plan_that_is_not_followed_is_the_usual_run_on_the_usual_day() -> None:
    luck = replace(QUIET, obeys=np.full(DAYS, 0.9))

    days = live(MIDDLE, luck, Scripted(Doing()), follows=0.8)

    assert [day.run_min > 0 for day in days[:7]] == [True, False, True, False, True, False, False]


def test_a_walk_is_told_like_a_run_and_loads_less() -> None:
    walked, ran = Scripted(Doing(walk_min=30)), Scripted(Doing(run_min=30))

    live(MIDDLE, QUIET, walked)
    live(MIDDLE, QUIET, ran)

    assert walked.heard[0].during is not None
    assert walked.heard[0].during <= (ran.heard[0].during or 0)


def test_tests_are_told_when_they_were_asked_for() -> None:
    asked = Scripted(Doing(tests=True))

    live(MIDDLE, QUIET, asked)

    assert asked.heard[0].hops is not None
    assert asked.heard[0].hops >= asked.heard[0].before


def test_usual_volume_counts_once_it_is_held_for_two_weeks() -> None:
    days = (*REST_WEEK, *USUAL_WEEK, *USUAL_WEEK, *REST_WEEK * 23)

    outcome = judge(MIDDLE, days)

    assert outcome.days_to_usual == outcome.days_to_usual_without_red
    assert outcome.days_to_usual == 19
    assert outcome.weeks_lost == 24


def test_two_weeks_with_a_red_day_are_not_without_one() -> None:
    sore = replace(RAN, during_0_10=5.5)
    days = (sore, *USUAL_WEEK[1:], *USUAL_WEEK * 25)

    outcome = judge(MIDDLE, days)

    assert outcome.red_days == 1
    assert (outcome.days_to_usual or 0) < (outcome.days_to_usual_without_red or 0)


def test_a_limp_and_a_morning_three_up_are_red() -> None:
    days = (
        RESTED,
        replace(RAN, limp=True),
        replace(RESTED, morning_0_10=3.0),
        replace(RAN, during_0_10=5.4),
        *(RESTED,) * (DAYS - 4),
    )

    assert judge(MIDDLE, days).red_days == 2


def test_an_injury_that_grows_by_a_tenth_after_it_shrank_is_counted() -> None:
    shrank = tuple(replace(RESTED, deficit=0.3 - 0.001 * number) for number in range(DAYS - 1))
    least = shrank[-1].deficit

    assert not judge(MIDDLE, (*shrank, replace(RESTED, deficit=least + 0.09))).hurt_again
    assert judge(MIDDLE, (*shrank, replace(RESTED, deficit=least + 0.11))).hurt_again


def test_recovered_is_told_by_the_last_day() -> None:
    assert judge(MIDDLE, (*(RESTED,) * (DAYS - 1), replace(RESTED, deficit=0.1))).recovered
    assert not judge(MIDDLE, (RESTED,) * DAYS).recovered
