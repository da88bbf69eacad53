"""Single clauses of the rules, each with the smallest history that shows it."""

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.findings import Colour, Urgency
from kneewise.model.plan import ChangeKind, Decision, Phase, Plan, Session, SessionKind
from kneewise.model.runner import LoadChoice, Settings
from kneewise.model.sport import Sport
from tests.engine.made import Runner, out_of_calm, sore_runner, with_cadence


def test_pregnancy_makes_calm_one_level_deeper() -> None:
    plain, asked = sore_runner(), sore_runner(pregnant_or_recent_birth=True)

    assert (plain.decided(0).plan.stage, asked.decided(0).plan.stage) == (1, 2)
    assert asked.decided(0).plan.caps.run_min == 20


def test_the_third_neutral_in_a_row_is_amber() -> None:
    runner = sore_runner(pain_this_morning=1)
    for day in (1, 3, 5):
        runner.morning(day, 1).run(day, 28, morning=2)
    runner.each_week(12)

    colours = {colour.on: colour.colour for colour in runner.decided(6).colours}

    assert colours[runner.date(1)] is Colour.NEUTRAL
    assert colours[runner.date(3)] is Colour.NEUTRAL
    assert colours[runner.date(5)] is Colour.AMBER


def test_build_without_a_run_to_measure_by_goes_to_the_ladder() -> None:
    runner = out_of_calm().run(11, 28).each_week(60)
    for day in range(14, 50, 3):
        runner.run(day, 28, during=None)

    before, after = runner.decided(35).plan, runner.decided(48).plan

    assert before.phase is Phase.BUILD
    assert after.phase is Phase.WALK_RUN


def test_football_spaces_runs_and_ends_no_gap() -> None:
    runner = out_of_calm().each_week(30)
    runner.did(Sport.TEAM_OR_COURT, 17, 60, 17)

    assert runner.decided(18).plan.caps.run_min == pytest.approx(21.56)
    assert runner.decided(18).plan.sessions[0].kind is not SessionKind.RUN


def test_a_run_on_the_day_after_another_earns_nothing() -> None:
    apart = out_of_calm().run(10, 28).each_week(18)
    beside = out_of_calm().run(9, 28).each_week(18)

    assert apart.decided(11).plan.advances
    assert not any(beside.decided(day).plan.advances for day in (10, 11))


def test_after_a_red_a_low_morning_lets_the_bike_in_and_a_high_one_does_not() -> None:
    rider = Settings(has_bike=True)

    kinds = {}
    for morning in (2, 3):
        runner = Runner(settings=rider).usually().screened().run(1, 28, during=7, morning=None)
        runner.morning(2, morning)
        kinds[morning] = runner.decided(2).plan.sessions[0].kind

    assert kinds == {2: SessionKind.BIKE, 3: SessionKind.REST}


def test_a_cut_takes_as_much_off_the_week_as_off_the_run() -> None:
    runner = out_of_calm().run(10, 28).run(12, 30).run(14, 30, during=6, morning=0).each_week(20)

    before, after = runner.decided(13).plan.caps, runner.decided(15).plan.caps

    assert before.run_min
    assert before.week_min
    assert after.run_min == pytest.approx(before.run_min * 0.7)
    assert after.week_min == pytest.approx(before.week_min * 0.7)


def test_the_cadence_block_goes_on_to_the_later_raise_after_two_weeks() -> None:
    runner = with_cadence(sore_runner()).each_week(30)
    for day in range(1, 24, 3):
        runner.run(day, 28)

    early, late = runner.decided(8).plan, runner.decided(24).plan

    assert [change.kind for change in early.changes] == [ChangeKind.CADENCE]
    assert {one.cadence_high_spm for one in early.sessions if one.kind is SessionKind.RUN} == {170.0}
    assert {one.cadence_high_spm for one in late.sessions if one.kind is SessionKind.RUN} == {176.0}


def test_no_change_begins_while_running_is_out_of_the_plan() -> None:
    runner = with_cadence(sore_runner()).told(6, {"giving_way": True}).each_week(12)

    plan = runner.decided(9).plan

    assert not plan.may_run
    assert plan.changes == ()
    assert plan.refused == ()


def test_outer_pain_caps_the_next_run_alone_by_a_share_of_its_time() -> None:
    runner = outer_runner().run(1, 28, first_pain_min=20)

    lengths = [one.running_min for one in runner.decided(2).plan.sessions if one.kind is SessionKind.RUN]

    assert lengths[:2] == [15.0, 28.0]


def test_with_the_band_the_first_outer_pain_ends_a_run() -> None:
    with_band, without = runs_of(outer_runner().decided(1)), runs_of(sore_runner().decided(1))

    assert {one.stop_at_outer_pain for one in with_band} == {True}
    assert {one.stop_at_outer_pain for one in without} == {False}


def test_outer_pain_very_early_makes_the_next_run_a_walk_that_counts_as_that_run() -> None:
    runner = outer_runner().run(1, 28, first_pain_min=10)

    asked, walked = runner.decided(3).plan, runner.walk(3).decided(5).plan

    assert asked.sessions[0].kind is SessionKind.WALK
    assert walked.sessions[0].kind is SessionKind.RUN
    assert walked.sessions[0].running_min == 28


def test_a_walk_on_the_rest_day_between_does_not_end_the_cap_of_outer_pain() -> None:
    runner = outer_runner().run(1, 28, first_pain_min=20).walk(2)
    early = outer_runner().run(1, 28, first_pain_min=10).walk(2)

    assert [one.running_min for one in runs_of(runner.decided(3))][:2] == [15.0, 28.0]
    assert early.decided(3).plan.sessions[0].kind is SessionKind.WALK


def test_a_walk_before_the_first_run_does_not_end_the_cap_that_was_told() -> None:
    runner = sore_runner(
        places=("outer_above",),
        starts_at_same_distance=True,
        age_years=30,
        sex="female",
        first_pain_min=20,
    )

    assert runs_of(runner.walk(1).decided(2))[0].running_min == 15


@pytest.mark.parametrize(("ran_min", "longest_min"), [(15, 15), (28, 15)])
def test_a_run_beyond_the_cap_of_outer_pain_counts_as_its_cap_and_earns_nothing(
    ran_min: float, longest_min: float
) -> None:
    runner = outer_runner().run(1, 28, first_pain_min=20).run(3, ran_min)

    first, second = runner.knees(4)[0].runs

    assert (first.minutes, first.full) == (28, True)
    assert (second.minutes, second.full) == (longest_min, False)


@pytest.mark.parametrize("knee", ["both", "right"])
@pytest.mark.parametrize(
    ("places", "other", "capped"),
    [
        ("outer_above", "behind_kneecap", True),
        ("behind_kneecap", "outer_above", True),
        ("behind_kneecap", "behind_kneecap", False),
    ],
)
def test_with_two_sore_knees_the_band_may_be_at_either(
    knee: str, places: str, other: str, capped: bool
) -> None:
    told: dict[str, Answer] = {"knee": knee, "places": (places,), "places_other_knee": (other,)}
    runner = sore_runner(**told, starts_at_same_distance=True, age_years=30, sex="female")
    runner.run(1, 28, first_pain_min=12)

    assert (runner.decided(3).plan.caps.next_run_min == 9) is capped


def outer_runner() -> Runner:
    runner = sore_runner(places=("outer_above",), starts_at_same_distance=True, age_years=30, sex="female")
    assert runner.decided(0).found.pain.first == "it_band"
    return runner


@pytest.mark.parametrize("complains", [True, False])
def test_a_calf_that_complains_ends_the_cadence_block(complains: bool) -> None:
    runner = with_cadence(sore_runner()).each_week(30)
    for day in (1, 4, 7):
        runner.run(day, 28)
    harmless = {"calf_pain": complains, "calf_pain_one_sided": False, "same_effort_calf_or_foot_cramp": False}

    bands = {one.cadence_high_spm for one in runs_of(runner.told(9, harmless).cleared(9).decided(10))}

    assert bands == ({None} if complains else {170.0})


def runs_of(decision: Decision) -> list[Session]:
    runs = [one for one in decision.plan.sessions if one.kind is SessionKind.RUN]
    assert runs
    return runs


def test_a_gap_that_grows_within_the_week_shortens_its_first_run_already_today() -> None:
    # Tuesdays only from now on: the next run lies behind nine whole days without one.
    runner = out_of_calm().each_week(30)
    whole = runner.decided(16).plan
    runner.settings = Settings(running_days=(4,))

    (seldom, *_) = runs_of(runner.decided(16))

    assert whole.phase is Phase.BUILD
    assert (seldom.on - runner.date(8)).days > 9
    assert seldom.running_min < runs_of_plan(whole)[0].running_min


def runs_of_plan(plan: Plan) -> list[Session]:
    return [one for one in plan.sessions if one.kind is SessionKind.RUN]


def twice_red(**told: Answer) -> Runner:
    """Two reds ten days apart, and something told on the day of the second that the next form takes back."""
    runner = sore_runner().run(1, 28, during=6, after_60min=1).run(11, 19, during=6, after_60min=1)
    return runner.each_week(48).told(11, told)


def test_the_pause_after_two_reds_outlasts_a_clearing() -> None:
    runner = Runner().usually(90).screened().each_week(48).told(11, {"high_arches": True})
    for day in (1, 11):
        runner.run(day, 28, during=6, after_60min=1)
    runner.cleared(13)

    kinds = {day: runner.decided(day).plan.may_run for day in (14, 18, 19)}
    first = [one.on for one in runs_of(runner.decided(14))]

    assert kinds[14] is True
    assert min(first) > runner.date(18)


def test_two_reds_beside_a_bone_point_wait_for_a_clearance_and_nothing_else() -> None:
    runner = twice_red(high_arches=True)

    stays = {day: runner.decided(day).plan.urgency for day in (12, 20, 40)}
    plan = runner.decided(40).plan
    cleared = runner.cleared(40).decided(41).plan

    assert set(stays.values()) == {Urgency.WITHIN_DAYS}
    assert plan.because[0].rule == "events.red_twice_bone"
    assert "care.red_twice" in {one.action for one in plan.advice}
    assert plan.would_change == ("change.clearance",)
    assert cleared.urgency is Urgency.NONE


def test_two_reds_without_a_bone_point_are_routine_and_over_after_their_fortnight() -> None:
    runner = twice_red()

    assert runner.decided(12).plan.urgency is Urgency.ROUTINE
    assert not any(reason.rule == "events.red_twice_bone" for reason in runner.decided(12).plan.because)


@pytest.mark.parametrize(("told_on", "stops"), [(11, True), (18, True), (19, False), (25, False)])
def test_a_bone_point_counts_while_the_pause_of_two_reds_lasts(told_on: int, *, stops: bool) -> None:
    runner = twice_red().told(told_on, {"high_arches": True})

    because = {reason.rule for reason in runner.decided(26).plan.because}
    assert ("events.red_twice_bone" in because) is stops


@pytest.mark.parametrize(("later", "stops"), [(None, True), (False, False)])
def test_a_bone_point_not_known_in_that_pause_counts_until_it_is_known(
    later: Answer | None, *, stops: bool
) -> None:
    runner = twice_red().told(13, {"high_arches": UNKNOWN})
    if later is not None:
        runner.told(14, {"high_arches": later})

    because = {reason.rule for reason in runner.decided(17).plan.because}
    assert ("events.red_twice_bone" in because) is stops


def test_a_short_run_after_a_gap_does_not_bring_the_whole_length_back_in_the_same_week() -> None:
    runner = Runner(settings=Settings(load_choice=LoadChoice.SWAP, has_bike=True)).usually(90).screened()
    runner.run(9, 8).each_week(12)

    plan = runner.decided(9).plan

    assert plan.caps.run_min == pytest.approx(69.3)
    assert max(one.running_min for one in plan.sessions) <= 69.3
    assert plan.refused == ()


def test_calm_that_ends_later_for_an_answer_not_known_ends_at_no_longer_run() -> None:
    lengths = {}
    for known in (True, False):
        runner = Runner().usually(90).screened(cannot_lift_straight_leg=False if known else UNKNOWN)
        runner.run(1, 28).run(3, 28).run(5, 28).walk(7).tested(7).run(9, 60, during=0).each_week(12)
        plan = runner.decided(10).plan
        lengths[known] = (plan.phase, plan.caps.run_min)

    assert lengths == {True: (Phase.BUILD, 28.0), False: (Phase.BUILD, 28.0)}


def test_calm_whose_runs_grow_too_short_is_walking_only_and_its_walks_lead_to_the_first_rung() -> None:
    runner = Runner().usually(15).screened().run(7, 10, during=3).each_week(24)
    for day in range(8, 18):
        runner.walk(day)
    runner.tested(15)

    deeper, out = runner.decided(14).plan, runner.decided(15).plan

    assert (deeper.phase, deeper.stage) == (Phase.CALM, 3)
    assert (out.phase, out.stage, out.sessions[0].running_min) == (Phase.WALK_RUN, 1, 8.0)
