"""A clearance entered days after the visit: it covers what was known then, and opens no day before."""

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine.knee import Knee
from kneewise.engine.known_past import KnownPast
from kneewise.engine.phases import walk_the_days
from kneewise.model.findings import Urgency
from kneewise.model.plan import Phase
from kneewise.observe import observer
from tests.engine.made import Runner, sore_runner


def visited(told: int | None = None, *, may_run: bool = True) -> Runner:
    """Night pain told on day 2, a run on day 4, and a visit on day 3."""
    runner = sore_runner().told(2, {"night_pain": True})
    runner.run(4, 28)
    return runner.cleared(3, told=told, may_run=may_run)


def knee_of(runner: Runner, day: int) -> Knee:
    """How the knee stands on a day."""
    numbers = house_numbers()
    past = KnownPast(observer(runner.history, numbers.observe), numbers)
    (knee,) = walk_the_days(past, runner.frame(day)).knees
    return knee


def counts(runner: Runner, day: int) -> bool:
    (run,) = (run for run in knee_of(runner, day).runs if run.on == runner.date(4))
    return run.counts


def test_a_run_made_while_stopped_never_counts_whatever_is_entered_later() -> None:
    assert not counts(visited(told=6), 6)
    assert counts(visited(), 6)


def test_running_is_out_until_the_day_it_is_entered() -> None:
    runner = visited(told=6)

    found = [runner.decided(day).found.safety for day in (3, 5, 6)]

    assert [one.urgency for one in found] == [Urgency.WITHIN_DAYS, Urgency.WITHIN_DAYS, Urgency.NONE]
    assert [one.may_run for one in found] == [False, False, True]
    assert found[-1].cleared_on == runner.date(6)


def test_calm_begins_on_the_day_it_is_entered() -> None:
    knee = knee_of(visited(told=6), 6)

    assert (knee.phase, knee.since) == (Phase.CALM, Runner().date(6))


def test_what_was_told_after_the_visit_is_not_covered() -> None:
    runner = visited(told=6).told(5, {"lump": True})

    safety = runner.decided(6).found.safety

    assert [flag.key for flag in safety.flags] == ["lump"]
    assert safety.cleared_on == runner.date(6)


def test_a_no_that_is_entered_later_holds_from_the_visit() -> None:
    runner = sore_runner()
    runner.run(4, 28)
    runner.cleared(3, may_run=False, told=6)

    assert not runner.decided(6).found.safety.may_run
    assert not counts(runner, 6)


@pytest.mark.parametrize(("told", "since"), [(None, 3), (6, 6)])
def test_more_running_that_was_measured_is_cleared_on_that_day(told: int | None, since: int) -> None:
    """Two points told, and the files' third since before the plan: the flag is measured, not told."""
    runner = Runner().usually(10, weeks=8)
    for day in range(-12, 0, 2):
        runner.ran(day, 60, hour=9)
    runner.screened(0, earlier_bone_stress_injury=True).cleared(3, told=told)

    assert [flag.key for flag in runner.decided(2).found.safety.flags] == ["bone_points"]
    assert runner.decided(6).found.safety.cleared_on == runner.date(since)


def test_two_reds_after_the_visit_wait_for_another_one() -> None:
    runner = sore_runner(high_arches=True)
    runner.run(1, 28, during=7).run(5, 28, during=7).each_week(12)
    early, late = (Runner(**vars(runner)) for _ in range(2))
    early.clearances, late.clearances = [], []
    early.cleared(3, told=8)
    late.cleared(7, told=8)

    assert runner.decided(7).plan.urgency is Urgency.WITHIN_DAYS
    assert [one.decided(8).plan.urgency for one in (early, late)] == [Urgency.WITHIN_DAYS, Urgency.NONE]
    assert [knee_of(one, 8).since for one in (early, late)] == [runner.start, runner.date(8)]


@pytest.mark.parametrize("added", [True, False], ids=["added to it", "told anew"])
def test_a_score_told_after_the_visit_is_a_sign_of_its_own_day(added: bool) -> None:
    runner = sore_runner().each_week(10).cleared(7)
    runner.ran(4, 28)
    said = {"about_run": True, "before": 0, "after_60min": 0, "limp": False, "painkiller": False}
    if added:
        runner.log(4, 19, **said, during=9, scored_at={"during": runner.at(9, 19)})
    else:
        runner.log(4, 19, **said).log(4, 19, later=5, about_run=True, during=9)

    assert [runner.decided(day).plan.urgency for day in (8, 9)] == [Urgency.NONE, Urgency.WITHIN_DAYS]
