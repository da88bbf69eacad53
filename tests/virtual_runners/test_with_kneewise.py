"""A virtual runner uses Kneewise as a runner would: tells, looks, does what the plan says."""

from __future__ import annotations

from typing import Final

from bench.virtual_runners.season import Doing, Told
from bench.virtual_runners.with_kneewise import WithKneewise
from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast
from kneewise.model.plan import Phase
from tests.virtual_runners.test_policies import KNOWN

DAYS_WELL: Final = 16


def told(doing: Doing, during: int = 1) -> Told:
    """Answer everything that was asked, with a knee that is as good as well."""
    tests = dict.fromkeys(("stairs", "squats", "hops"), 0) if doing.tests else {}
    if doing.run_min + doing.walk_min == 0:
        return Told(did=doing, before=0, stairs=tests.get("stairs"), squats=0, hops=0)
    return Told(did=doing, before=0, during=during, after_60min=0, stairs=0, squats=0, hops=0)


def live_well(runner: WithKneewise, first: int, until: int) -> list[Doing]:
    """Live some days on which nothing hurts."""
    done = []
    for day in range(first, until):
        done.append(runner.plan(day, 0))
        runner.hear(day, told(done[-1]))
    return done


def test_calm_comes_first_and_a_knee_that_stays_well_leaves_it() -> None:
    runner = WithKneewise(KNOWN)

    done = live_well(runner, 0, DAYS_WELL)

    assert done[0].run_min == 28
    assert all(doing.tests for doing in done[1:7] if doing.run_min == 0)
    assert runner._plan is not None
    assert runner._plan.phase is Phase.BUILD


def test_the_weekly_form_keeps_the_plan_from_pausing() -> None:
    runner = WithKneewise(KNOWN)

    done = live_well(runner, 0, DAYS_WELL)

    assert sum(doing.run_min > 0 for doing in done[9:]) >= 3
    assert runner._plan is not None
    assert runner._plan.ask == ()


def test_a_run_ends_just_above_the_line_of_the_plan() -> None:
    assert WithKneewise(KNOWN).plan(0, 0).stop_from_0_10 == 3


def test_a_pain_above_7_ends_running_until_a_clinician_was_seen() -> None:
    runner = WithKneewise(KNOWN)
    runner.hear(0, told(runner.plan(0, 0), during=8))

    done = live_well(runner, 1, 12)

    assert [doing.run_min for doing in done[:7]] == [0] * 7
    assert max(doing.run_min for doing in done[7:]) > 0


def test_going_on_from_the_days_that_are_over_changes_no_plan() -> None:
    once, anew = WithKneewise(KNOWN), WithKneewise(KNOWN)
    for day in range(DAYS_WELL):
        during = 3 if day in {4, 5, 6} else 1
        anew._past = KnownPast(anew._seen, house_numbers())
        doing = once.plan(day, day % 3)

        assert anew.plan(day, day % 3) == doing

        once.hear(day, told(doing, during))
        anew.hear(day, told(doing, during))


def test_a_run_that_was_cut_short_is_told_as_it_was() -> None:
    runner = WithKneewise(KNOWN)
    runner.plan(0, 0)

    runner.hear(0, told(Doing(run_min=9, walk_min=3), during=3))

    measured = runner._diary.activities[-1].measured
    assert (measured.running_s, measured.elapsed_s) == (540, 720)
