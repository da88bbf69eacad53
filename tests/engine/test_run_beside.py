"""Why somebody ran beside the plan is asked by the plan that stood when the run was made."""

from dataclasses import replace

import pytest

from kneewise.model.plan import SessionKind
from tests.engine.made import Runner, sore_runner

ASKED = "run_beside_plan"


def ran_as_told() -> Runner:
    """A run on the first day on which the plan has one, felt but for the next morning."""
    runner = sore_runner()
    day = next(day for day in range(1, 7) if session_kind(runner, day) is SessionKind.RUN)
    assert day == 1
    runner.ran(day, 24, hour=17)
    return runner


def session_kind(runner: Runner, day: int) -> SessionKind:
    return runner.decided(day).plan.sessions[0].kind


def missing(runner: Runner, day: int) -> tuple[str, ...]:
    return runner.decided(day).plan.missing


@pytest.mark.parametrize("later", [0, 1])
def test_a_stop_that_came_with_the_run_or_after_it_makes_it_no_run_beside_the_plan(later: int) -> None:
    runner = ran_as_told().felt(1, during=4, morning=None)
    runner.told(1 + later, {"swelling": True}, hour=20)

    decision = runner.decided(1 + later)

    assert decision.plan.urgency.stops_running
    assert ASKED not in decision.plan.missing


def test_nor_does_one_that_was_lifted_meanwhile() -> None:
    runner = ran_as_told().felt(1, morning=None).told(1, {"swelling": True}, hour=20).cleared(2)

    assert ASKED not in missing(runner, 2)


def test_a_run_while_running_was_off_is_asked_about() -> None:
    runner = sore_runner().told(1, {"swelling": True}, hour=20)
    runner.ran(2, 24)

    assert ASKED in missing(runner.felt(2, morning=None), 2)


def test_a_score_of_the_run_itself_does_not_take_it_out_of_its_morning() -> None:
    asked = missing(ran_as_told().felt(1, before=6, during=6, morning=None), 1)

    assert ASKED not in asked


def test_a_sign_told_before_the_first_answers_is_no_plan() -> None:
    runner = Runner().usually().told(-3, {"swelling": False})
    runner.ran(0, 24, hour=6)

    assert ASKED not in missing(runner.screened().felt(0, morning=None), 0)


def test_a_morning_that_began_too_sore_does() -> None:
    runner = sore_runner().morning(1, 6)
    runner.ran(1, 24)

    assert ASKED in missing(runner.felt(1, before=6, during=6, morning=None), 1)


@pytest.mark.parametrize(("hour", "is_asked"), [(5, False), (17, True)])
def test_before_the_first_answers_there_was_no_plan(hour: int, is_asked: bool) -> None:
    runner = sore_runner().usually(days=(6,))
    runner.ran(0, 60, hour=hour)

    assert (ASKED in missing(runner, 1)) is is_asked


@pytest.mark.parametrize(("first_min", "beside"), [(28, False), (48, False), (49, True)])
def test_a_run_that_a_full_week_had_no_room_for_was_made_beside_the_plan(
    first_min: float, beside: bool
) -> None:
    runner = sore_runner().run(1, first_min).run(3, 28).run(5, 20)

    assert (ASKED in missing(runner, 6)) is beside


@pytest.mark.parametrize(("hour", "counts"), [(6, False), (17, True)])
def test_a_run_before_the_clearance_of_its_day_was_made_while_stopped(hour: int, *, counts: bool) -> None:
    runner = sore_runner().told(1, {"locked_knee": True}).cleared(3)
    runner.ran(3, 24, hour=hour)
    runner.felt(3)

    (knee,) = runner.knees(4)

    assert [(run.counts, run.stopped) for run in knee.runs] == [(counts, not counts)]
    assert (ASKED in missing(runner, 4)) is not counts


@pytest.mark.parametrize(("hour", "counts"), [(8, False), (17, True)])
def test_so_was_one_between_a_sign_and_the_clearance_of_the_same_day(hour: int, *, counts: bool) -> None:
    runner = sore_runner().told(3, {"locked_knee": True}, hour=6).cleared(3)
    runner.ran(3, 24, hour=hour)
    runner.felt(3)

    assert [run.counts for run in runner.knees(4)[0].runs] == [counts]
    assert (ASKED in missing(runner, 4)) is not counts


@pytest.mark.parametrize(("hour", "counts"), [(6, False), (17, True)])
def test_so_was_one_between_a_clinician_s_no_and_yes(hour: int, *, counts: bool) -> None:
    runner = sore_runner().cleared(2, may_run=False).cleared(3)
    runner.ran(3, 24, hour=hour)
    runner.felt(3)

    assert [run.counts for run in runner.knees(4)[0].runs] == [counts]


def test_open_questions_beside_it_hide_no_clinician_s_no() -> None:
    runner = sore_runner().cleared(6, may_run=False).cleared(8).screened(8, weekly=True)
    runner.answers[-1] = replace(runner.answers[-1], at=runner.at(8, 20))
    runner.ran(8, 24, hour=6)
    runner.felt(8)

    assert [run.counts for run in runner.knees(9)[0].runs] == [False]


def test_nor_a_bone_sign_that_is_alone() -> None:
    runner = sore_runner().told(1, {"pain_earlier_each_run": True})
    runner.told(3, {"pain_earlier_each_run": False}, hour=18)
    runner.ran(3, 24, hour=6)
    runner.felt(3)

    assert [run.counts for run in runner.knees(4)[0].runs] == [False]


def test_an_answer_that_comes_after_a_run_changes_nothing_of_a_word_at_its_beginning() -> None:
    runner = sore_runner().told(1, {"locked_knee": True}).cleared(3).told(3, {"swelling": False}, hour=21)
    runner.ran(3, 24, hour=12)
    runner.felt(3)

    assert [run.counts for run in runner.knees(4)[0].runs] == [True]


def test_what_a_run_itself_brought_had_not_stopped_it() -> None:
    runner = Runner().usually(run_min=20, weeks=12).screened(0, earlier_bone_stress_injury=True)
    runner.run(3, 120)
    assert runner.decided(3).plan.urgency.stops_running

    runner.cleared(3)
    runner.clearances[-1] = replace(runner.clearances[-1], at=runner.at(3, 21))

    assert [run.stopped for run in runner.knees(4)[0].runs] == [False]


def test_nor_had_a_yes_that_an_answer_was_corrected_to_after_it() -> None:
    runner = sore_runner().told(2, {"locked_knee": True}).cleared(3)
    corrected = replace(runner.answers[-1], answered_at={"locked_knee": runner.at(3, 20)})
    runner.answers[-1] = corrected
    runner.clearances[-1] = replace(runner.clearances[-1], at=runner.at(3, 21))
    runner.ran(3, 24, hour=17)
    runner.felt(3)

    assert [run.stopped for run in runner.knees(4)[0].runs] == [False]


@pytest.mark.parametrize(("hour", "counts"), [(6, False), (19, True)])
def test_so_was_one_before_the_second_no_that_ended_a_stop(hour: int, *, counts: bool) -> None:
    runner = sore_runner().told(1, {"swelling": True}).told(2, {"swelling": False}, hour=12)
    runner.told(4, {"swelling": False}, hour=18)
    runner.ran(4, 24, hour=hour)
    runner.felt(4)
    assert not runner.decided(4).plan.urgency.stops_running

    (knee,) = runner.knees(5)

    assert [run.counts for run in knee.runs] == [counts]


def test_questions_of_the_day_that_were_answered_after_its_run_take_nothing_from_it() -> None:
    runner = sore_runner().screened(8, weekly=True)
    runner.answers[-1] = replace(runner.answers[-1], at=runner.at(8, 20))
    runner.ran(8, 24, hour=6)
    runner.felt(8)
    assert sore_runner().decided(8).plan.ask

    (knee,) = runner.knees(9)

    assert [run.counts for run in knee.runs] == [True]


@pytest.mark.parametrize(("hour", "counts"), [(6, False), (17, True)])
def test_so_was_one_before_the_clearance_that_two_reds_wait_for(hour: int, *, counts: bool) -> None:
    runner = sore_runner(high_arches=True).run(1, 20, during=6).run(5, 14, during=6).each_week(30).cleared(15)
    runner.ran(15, 14, hour=hour)
    runner.felt(15).clearances.append(replace(runner.clearances[-1], on=runner.date(4), at=runner.at(15, 5)))
    assert runner.decided(14).plan.urgency.stops_running
    assert not runner.decided(15).plan.urgency.stops_running

    assert [run.counts for run in runner.knees(16)[0].runs[-1:]] == [counts]
