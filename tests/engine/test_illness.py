"""Ill days: no running while they last, and the way back after them."""

from dataclasses import replace

import pytest

from kneewise.model.plan import Phase, Plan, SessionKind
from kneewise.present.reasons import reason_sentence
from tests.engine.made import Runner, out_of_calm, sore_runner


def rules(plan: Plan) -> set[str]:
    return {reason.rule for reason in plan.because}


def built(day: int = 11) -> Runner:
    """Out of Calm, with a first run of Build behind it."""
    return out_of_calm().run(day, 28).each_week(40)


def test_while_an_illness_lasts_nothing_is_planned_and_only_its_end_changes_that() -> None:
    runner = built().ill(12)

    plan = runner.decided(14).plan

    assert {session.kind for session in plan.sessions} == {SessionKind.REST}
    assert not plan.may_run
    assert "illness.waits" in rules(plan)
    assert plan.would_change == ("change.well",)


def test_the_days_after_its_last_one_may_hold_a_run_again() -> None:
    runner = built().ill(12, 14)

    kinds = [session.kind for session in runner.decided(13).plan.sessions]

    assert kinds[:2] == [SessionKind.REST, SessionKind.REST]
    assert SessionKind.RUN in kinds[2:]


@pytest.mark.parametrize(("until", "run_min"), [(18, 30.0), (19, 30.0), (20, 21.0)])
def test_ill_days_count_as_the_days_without_a_run_that_they_are(until: int, run_min: float) -> None:
    runner = built().ill(12, until)

    plan = runner.decided(until + 1).plan

    run = next(session for session in plan.sessions if session.kind is SessionKind.RUN)
    assert run.running_min == run_min
    assert ("caps.gap" in rules(plan)) is (run_min < 28)
    assert "illness.back" in rules(plan)


def test_after_the_first_run_the_illness_is_spoken_of_no_more() -> None:
    runner = built().ill(12, 14).run(16, 20)

    assert "illness.back" not in rules(runner.decided(17).plan)


def test_a_run_made_while_ill_leads_to_nothing_and_is_asked_about() -> None:
    runner = built().ill(12, 15).run(14, 28)

    decision = runner.decided(15)

    assert "run_beside_plan" in decision.plan.missing
    assert replace(runner, illnesses=[]).decided(15).plan.missing == ()


def test_an_ill_week_is_not_the_usual_week() -> None:
    well = sore_runner()
    for day in (-7, -5, -3):
        well.activities = [one for one in well.activities if one.on != well.date(day)]
    well.ran(-7, 10)

    ill = replace(well, illnesses=[]).ill(-6, -1)

    assert [runner.seen(0).baseline.weeks for runner in (well, ill)] == [6, 5]  # type: ignore[union-attr]  # Files tell it.
    assert ill.seen(0).baseline.week_min == 120  # type: ignore[union-attr]  # Files tell it.


def test_where_every_week_has_an_ill_day_all_of_them_are_the_usual() -> None:
    runner = sore_runner().ill(-42, -1)

    assert runner.seen(0).baseline == sore_runner().seen(0).baseline


def test_an_illness_told_after_the_first_day_changes_no_day_before_it() -> None:
    runner = sore_runner()
    runner.ran(-1, 10)

    later = replace(runner, illnesses=[]).ill(-6, -1, told=3)

    assert later.seen(5).baseline == runner.seen(5).baseline


def test_the_whole_illness_is_counted_and_not_the_days_since_a_run_within_it() -> None:
    runner = built().ill(12, 14).run(13, 20)

    found = next(one for one in runner.decided(15).plan.because if one.rule == "illness.back")

    assert (found.seen, (found.facts or {})["without_days"]) == (3, 1)
    assert found.limit == 9
    assert "You were ill (days: 3)" in reason_sentence(found)


def test_while_ill_nothing_is_said_of_the_length_of_a_run() -> None:
    well, ill = built(), built().ill(12)

    assert "build.length" in rules(well.decided(14).plan)
    assert not {"build.length", "caps.week"} & rules(ill.decided(14).plan)


def test_no_exercise_is_due_while_ill_and_the_next_is_due_the_day_after() -> None:
    well, ill = built(), built().ill(12, 14)

    due = [[bool(one.exercises) for one in runner.decided(12).plan.sessions] for runner in (well, ill)]

    assert any(due[0][:3])
    assert due[1][:4] == [False, False, False, True]
    rooms = [{one.room for one in runner.decided(12).plan.advice} for runner in (well, ill)]
    assert {"step4_strength", "step5_ankle"} <= rooms[0]
    assert not {"step4_strength", "step5_ankle"} & rooms[1]
    assert [bool(one.decided(1).plan.home_tests) for one in (sore_runner(), sore_runner().ill(1))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(("hour", "beside"), [(8, True), (10, False)])
@pytest.mark.parametrize("day", [14, 16])
def test_a_run_before_the_end_of_an_illness_was_told_was_made_while_ill(
    day: int, hour: int, *, beside: bool
) -> None:
    # Noted on day 12, and its end, of that very day, told on day 16 at nine.
    runner = built().ill(12)
    runner.illnesses[-1] = replace(runner.illnesses[-1], until=runner.date(12), ended_at=runner.at(16, 9))
    runner.ran(day, 28, hour=hour)
    runner.felt(day)

    (run,) = [one for one in runner.knees(17)[0].runs if one.on == runner.date(day)]

    assert run.counts is (day == 16 and not beside)
    assert ("run_beside_plan" in runner.decided(day + 1).plan.missing) is not run.counts


def test_one_before_the_illness_was_noted_and_after_its_last_day_was_not() -> None:
    runner = built().ill(12, told=15)
    runner.illnesses[-1] = replace(runner.illnesses[-1], until=runner.date(12), ended_at=runner.at(17, 9))

    (run,) = [one for one in runner.run(14, 28).knees(18)[0].runs if one.on == runner.date(14)]

    assert run.counts


@pytest.mark.parametrize("held", [False, True])
def test_a_walk_on_a_day_of_open_questions_leads_out_of_no_calm(*, held: bool) -> None:
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28).tested(6).morning(7, 0)
    walked = runner.walk(8)
    asked = walked if held else walked.each_week(10)

    assert (asked.decided(10).plan.phase is Phase.CALM) is held


def test_nor_does_one_while_ill() -> None:
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28).tested(6).morning(7, 0).walk(8).each_week(10)
    assert runner.decided(10).plan.phase is Phase.BUILD

    assert runner.ill(8, 8).decided(10).plan.phase is Phase.CALM
