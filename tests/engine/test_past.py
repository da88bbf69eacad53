"""What is told today changes no day before it, and no flag goes away by itself."""

import pytest

from kneewise.model.findings import Colour, Profile, Urgency
from kneewise.model.places import Side
from kneewise.model.plan import Phase, Plan, SessionKind
from tests.engine.made import Runner, calm_week, out_of_calm, sore_runner


def place(plan: Plan) -> tuple[Phase, int, float | None]:
    return plan.phase, plan.stage, plan.caps.run_min


def test_a_flag_of_one_knee_outlasts_an_answer_that_names_the_other() -> None:
    runner = out_of_calm().each_week(40)
    runner.side = Side.LEFT
    runner.log(11, 19, before=9)

    before = runner.decided(12).plan.urgency
    after = runner.told(12, {"knee": "right"}).decided(12).plan.urgency

    assert (before, after) == (Urgency.WITHIN_DAYS, Urgency.WITHIN_DAYS)


def test_a_pause_of_one_knee_outlasts_an_answer_that_names_the_other() -> None:
    runner = out_of_calm().each_week(60).run(11, 28, during=6).run(15, 16, during=6)

    plan = runner.told(16, {"knee": "left"}, hour=20).decided(17).plan

    assert plan.sessions[0].kind is not SessionKind.RUN
    assert all(one.on > runner.date(22) for one in plan.sessions if one.kind is SessionKind.RUN)
    assert "events.red_twice" in {reason.rule for reason in plan.because} | {
        reason.rule for advice in plan.advice for reason in advice.because
    }


def test_a_knee_that_an_answer_names_later_begins_on_that_day() -> None:
    runner = out_of_calm().each_week(60).told(12, {"knee": "left"})

    days = [dict(plan_because(runner, day)).get("calm.until") for day in (12, 15)]

    assert days == [0, 3]


def plan_because(runner: Runner, day: int) -> list[tuple[str, object]]:
    return [(reason.rule, reason.seen) for reason in runner.decided(day).plan.because]


def test_more_running_later_changes_no_colour_before_it() -> None:
    # At a tendon, with high arches: more running makes that a point of bone, and the pattern an unclear one.
    runner = sore_runner(
        places=("below_kneecap",), warms_up=True, hurts_hop=True, hurts_stairs_down=False, high_arches=True
    )
    for day in (1, 3, 5):
        runner.run(day, 28, during=3)
    for day in range(7, 13):
        runner.ran(day, 90)

    told = [runner.decided(day).colours for day in (7, 9, 13)]
    first = [[(one.on, one.colour) for one in colours if one.on <= runner.date(5)] for colours in told]

    assert first[0] == first[1] == first[2]
    assert {colour for _, colour in first[0]} == {Colour.GREEN}
    assert runner.decided(13).found.pain.profile is Profile.STEADY
    later = [
        one.colour for one in runner.run(13, 28, during=3).decided(14).colours if one.on == runner.date(13)
    ]
    assert later == [Colour.AMBER], "What was found of the first days holds for those days alone."


def test_a_limp_in_build_changes_nothing_of_the_calm_behind_it() -> None:
    runner = calm_week(Runner().usually(80).screened(), 56).each_week(40).run(11, 56, limp=True)

    limping = runner.decided(13).plan
    runner.log(13, 20, about_run=False, limp=False, morning=0)

    assert place(limping) == place(runner.decided(13).plan) == place(runner.decided(14).plan)


@pytest.mark.parametrize("before", [0, 4])
def test_one_sore_start_does_not_lead_out_of_calm_by_walks(before: int) -> None:
    runner = sore_runner().each_week(30).run(1, 28, morning=None).walk(5).walk(7).walk(9)

    plan = runner.tested(9).morning(11, 0).log(11, 12, before=before, about_run=True).decided(11).plan

    assert plan.phase is Phase.CALM


def test_nobody_leaves_calm_for_runs_while_limping() -> None:
    runner = calm_week(sore_runner()).log(8, 20, about_run=False, limp=True)

    assert runner.decided(8).plan.phase is Phase.CALM


def test_a_later_word_on_the_last_run_makes_no_longer_run() -> None:
    runner = sore_runner(pain_during_last_run=7).run(1, 28).run(3, 28).run(5, 28).walk(7).run(8, 28)
    runner.tested(8).each_week(40)

    before = runner.decided(10).plan
    runner.told(10, {"pain_during_last_run": 2, "pain_60min_after_last_run": 0})

    assert place(before) == place(runner.decided(10).plan) == (Phase.BUILD, 0, 20.0)


def test_a_calm_that_begins_anew_goes_by_what_is_known_then() -> None:
    runner = out_of_calm().each_week(40).told(12, {"locked_knee": True, "pain_during_last_run": 7})
    runner.told(14, {"locked_knee": False}).cleared(15)

    plan = runner.decided(15)

    assert (plan.plan.phase, plan.plan.stage) == (Phase.CALM, 2)
    assert plan.found.load.cut_percent == 50


def test_clearing_a_bone_flag_that_files_made_leads_to_calm() -> None:
    runner = Runner().usually(20, weeks=8).screened(0, earlier_bone_stress_injury=True)
    for day in range(6, 30, 6):
        runner.screened(day, weekly=True, earlier_bone_stress_injury=True)
    runner.run(1, 16).run(3, 16).run(5, 16).walk(7).run(8, 16).morning(10, 0).tested(8)
    for day in (11, 13, 15, 17, 19):
        runner.run(day, 45)

    flagged = runner.decided(20).plan
    cleared = runner.cleared(20).decided(21).plan

    assert flagged.urgency is Urgency.WITHIN_DAYS
    assert (cleared.phase, cleared.urgency) == (Phase.CALM, Urgency.NONE)


def test_a_clearing_within_calm_makes_it_no_less_quiet() -> None:
    runner = Runner().usually(90).screened().each_week(30).run(1, 28, during=5, after_60min=2)
    runner.run(4, 28, during=5, after_60min=2).told(6, {"locked_knee": True})
    runner.told(7, {"locked_knee": False}).cleared(8)

    cut, cleared, late = (runner.decided(day).plan for day in (5, 9, 14))

    assert [plan.stage for plan in (cut, cleared, late)] == [1, 1, 2]
    assert cut.caps.run_min == cleared.caps.run_min == pytest.approx(50.4)


def test_a_clearing_within_calm_ends_no_row_of_ambers() -> None:
    once, flagged = (sore_runner().run(3, 28, after_60min=score).run(9, 28, during=3) for score in (2, 8))
    for runner in (once, flagged):
        runner.each_week(20)

    caps = [runner.decided(10).plan.caps.run_min for runner in (once, flagged.cleared(5))]

    assert caps[0] == caps[1]


def test_a_calm_that_a_clearing_makes_quieter_has_its_own_fortnight() -> None:
    runner = Runner().usually(90).screened().each_week(40).run(1, 28, during=6).told(3, {"locked_knee": True})
    runner.told(4, {"locked_knee": False}).cleared(5)

    stages = [runner.decided(day).plan.stage for day in (4, 6, 14, 18, 19)]

    assert stages == [1, 2, 2, 2, 3]
