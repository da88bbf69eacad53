"""What the reasons of a day say: the figures of the plan itself, and why a run is shorter than its stage."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.evidence import Reason
from kneewise.model.plan import Phase, Plan, SessionKind
from kneewise.model.runner import GrowthPace, LoadChoice, Settings
from kneewise.present.goal import goal_sentences
from kneewise.present.reasons import advice_sentence, reason_sentence, shown
from tests.engine.made import Runner, calm_week, out_of_calm, sore_runner
from tests.engine.test_exercises import in_build

BAND: dict[str, Answer] = {
    "places": ("outer_above",),
    "hurts_stairs_down": False,
    "starts_at_same_distance": True,
    "hurts_downhill": True,
}


def reason(runner: Runner, day: int, rule: str) -> Reason | None:
    because = runner.decided(day).plan.because
    return next((one for one in because if one.rule == rule), None)


@pytest.mark.parametrize(("pace", "percent"), [(GrowthPace.GUIDE, 10), (GrowthPace.EVIDENCE, 20)])
def test_the_week_is_said_to_grow_at_the_pace_that_was_chosen(pace: GrowthPace, percent: int) -> None:
    runner = replace(out_of_calm(), settings=Settings(growth_pace=pace))

    found = reason(runner, 10, "caps.week")

    assert found is not None
    assert found.limit == percent


def test_a_length_is_said_in_whole_minutes_that_the_run_does_not_fall_short_of() -> None:
    runner = out_of_calm().run(10, 28).run(12, 28).each_week(14)

    plan = runner.decided(13).plan
    found = reason(runner, 13, "build.length")

    assert plan.phase is Phase.BUILD
    assert found is not None
    assert (
        (found.facts or {}).get("run_min")
        == next(one.running_min for one in plan.sessions if one.running_min)
        == 30
    )


def test_below_the_lowest_rung_the_walk_is_named_and_no_rung() -> None:
    runner = calm_week(sore_runner(pain_during_last_run=6), 15)
    for day in (11, 14, 17, 20, 23, 26, 29, 32):
        runner.run(day, 15, during=3)
    runner.each_week(36)

    plan = runner.decided(33).plan
    rules = {one.rule for one in plan.because}

    assert (plan.phase, plan.stage) == (Phase.WALK_RUN, 0)
    assert "ladder.below" in rules
    assert not {"ladder.rung", "ladder.two_greens"} & rules


@pytest.mark.parametrize(("first_pain_min", "said"), [(20, True), (40, False)])
def test_outer_pain_is_the_reason_where_it_makes_the_next_run_shorter(
    first_pain_min: float, said: bool
) -> None:
    runner = sore_runner(**BAND).run(1, 20, first_pain_min=first_pain_min)

    found = reason(runner, 2, "caps.outer_pain")

    assert (found is not None) is said
    assert found is None or "after 20 minutes" in reason_sentence(found)


@pytest.mark.parametrize(
    ("first_pain_min", "kind", "minutes"),
    [(20, SessionKind.RUN, 15), (10, SessionKind.WALK, 0), (UNKNOWN, SessionKind.RUN, 28)],
)
def test_outer_pain_that_the_screening_was_told_of_caps_the_first_run(
    first_pain_min: Answer, kind: SessionKind, minutes: float
) -> None:
    runner = sore_runner(**BAND, first_pain_min=first_pain_min)

    first, later = runner.decided(0), runner.run(0, 15, during=0).decided(1)

    assert (first.plan.sessions[0].kind, first.plan.sessions[0].running_min) == (kind, minutes)
    assert next(one.running_min for one in later.plan.sessions if one.running_min) == 28


def test_not_known_takes_no_outer_pain_back_and_the_cap_of_the_next_run_is_told() -> None:
    told = sore_runner(**BAND, first_pain_min=20)
    unsaid = sore_runner(**BAND, first_pain_min=20).screened(6, weekly=True, first_pain_min=UNKNOWN)

    for plan in (told.decided(0).plan, unsaid.decided(6).plan):
        assert (plan.caps.next_run_min, plan.sessions[0].running_min) == (15, 15)
        assert (plan.caps.run_min or 0) > 15


def rules(runner: Runner, day: int) -> set[str]:
    return {one.rule for one in runner.decided(day).plan.because}


def test_the_length_of_a_run_is_said_in_minutes_and_not_as_a_percentage() -> None:
    found = reason(out_of_calm().run(10, 28).each_week(14), 11, "build.length")

    assert found is not None
    assert shown(found) == ("The rule: 10 %.",)
    assert "A run is 30 minutes now" in reason_sentence(found)


def test_the_minutes_of_a_swap_are_no_percentage() -> None:
    swaps = Settings(load_choice=LoadChoice.SWAP, has_bike=True)

    found = reason(replace(sore_runner(), settings=swaps), 0, "step2_load.swap_equal_time")
    row = reason(replace(sore_runner(), settings=swaps), 0, "step2_load.swaps")

    assert found is not None
    assert "40 minutes each" in reason_sentence(found)
    assert shown(found) == ()
    assert row is not None
    assert shown(row)[1] == "The rule: 2–3 runs."


def test_a_range_is_shown_as_one() -> None:
    found = reason(sore_runner(), 0, "step2_load.guide_cut")

    assert found is not None
    assert shown(found) == ("The rule: 30–50 %.",)


def test_a_rung_is_no_minute() -> None:
    found = reason(calm_week(sore_runner(), 12).each_week(14), 12, "ladder.rung")

    assert found is not None
    assert shown(found) == ()
    assert reason_sentence(found).startswith("Rung 2 of the walk-run ladder: 12 minutes")


@pytest.mark.parametrize(
    ("day", "limit", "said"),
    [
        (21, "The rule: 9 days.", "have at most 70 % of the length"),
        (26, "The rule: 14 days.", "have at most 50 % of the length"),
        (40, "The rule: 28 days.", "have at most 20 minutes"),
    ],
)
def test_a_gap_shows_the_length_that_it_has_reached_and_what_that_leaves(
    day: int, limit: str, said: str
) -> None:
    found = reason(out_of_calm().run(10, 28).each_week(42), day, "caps.gap")

    assert found is not None
    assert shown(found)[1] == limit
    assert said in reason_sentence(found)


def test_in_calm_a_gap_is_a_reason_only_where_it_leaves_less_than_the_cut() -> None:
    ten_days, three_weeks = sore_runner(), sore_runner()
    ten_days.activities = [one for one in ten_days.activities if one.on < ten_days.date(-10)]
    three_weeks.activities = [one for one in three_weeks.activities if one.on < three_weeks.date(-21)]

    assert ten_days.decided(0).plan.caps.run_min == 28
    assert "caps.gap" not in rules(ten_days, 0)
    assert three_weeks.decided(0).plan.caps.run_min == 22
    assert "caps.gap" in rules(three_weeks, 0)


def test_while_only_walking_is_left_nothing_is_said_of_short_first_runs() -> None:
    fit, limping = (
        Runner().screened(usual_run_min=60, usual_runs_per_week=3, limp=limp) for limp in (False, True)
    )

    assert "caps.no_run" in rules(fit, 0)
    assert "caps.no_run" not in rules(limping, 0)


@pytest.mark.parametrize(
    ("felt", "rule", "percent", "phase"),
    [
        ({"during": 6}, "events.cut_red", 30, Phase.BUILD),
        ({"limp": True}, "events.cut_hard", 50, Phase.WALK_RUN),
    ],
)
def test_what_a_red_took_off_the_length_is_said_until_the_next_step(
    felt: dict[str, Any], rule: str, percent: int, phase: Phase
) -> None:
    runner = out_of_calm().run(10, 28).run(12, 28).each_week(40)
    before = rules(runner, 14)

    cut = runner.run(14, 30, **felt).decided(16).plan
    later = rules(runner.log(17, 20, limp=False).run(18, 20).run(20, 20), 23)

    said = next(one for one in cut.because if one.rule == rule)
    assert (cut.phase, f"{percent} % off" in reason_sentence(said)) == (phase, True)
    assert not {one for one in before | later if one.startswith("events.cut")}


def test_a_limp_names_first_that_it_has_to_be_gone() -> None:
    limping = sore_runner().run(1, 28, limp=True)

    assert limping.decided(2).plan.would_change[0] == "change.limp_in_diary"
    assert not any("limp" in one for one in sore_runner().run(1, 28).decided(2).plan.would_change)


def test_a_limp_names_the_word_that_ends_it() -> None:
    told = sore_runner().told(2, {"limp": True})
    both = sore_runner().run(1, 28, limp=True).told(2, {"limp": True})

    assert told.decided(2).plan.would_change[0] == "change.limp_told"
    assert both.decided(2).plan.would_change[:2] == ("change.limp_told", "change.limp_in_diary")
    assert told.log(3, 9, limp=False).decided(3).plan.would_change[0] == "change.limp_told"
    assert not any("limp" in one for one in told.told(3, {"limp": False}).decided(3).plan.would_change)


@pytest.mark.parametrize(
    ("week_min", "said"), [(100, "minutes in each of two weeks."), (300, "more than your usual 120")]
)
def test_an_own_week_above_the_usual_one_says_so(week_min: float, said: str) -> None:
    runner = replace(out_of_calm(), settings=Settings(goal_week_min=week_min))

    goal = runner.decided(10).plan.goal

    assert goal is not None
    assert said in goal_sentences(goal)[0]


@pytest.mark.parametrize("pace", GrowthPace)
def test_where_a_wider_pace_was_chosen_the_guides_stands_beside_it(pace: GrowthPace) -> None:
    chosen = replace(out_of_calm(), settings=Settings(growth_pace=pace))

    found = reason(chosen, 10, "caps.week")
    tip = next(one for one in chosen.decided(10).plan.advice if one.action == "tip.week_pace")

    assert found is not None
    wider = pace is GrowthPace.EVIDENCE
    assert ("the pace you chose. The guide says 10 %" in reason_sentence(found)) is wider
    assert ("you chose a wider pace" in advice_sentence(tip)) is wider


def test_a_length_that_grew_past_the_longest_run_is_said_within_its_cap() -> None:
    runner = replace(out_of_calm(), settings=Settings(goal_week_min=300)).each_week(40)
    for day in range(10, 38, 3):
        runner.run(day, 28)

    plan = runner.decided(38).plan
    found = next(one for one in plan.because if one.rule == "build.length")

    assert (found.facts or {})["run_min"] == int(plan.caps.run_min or 0) == 30


def test_a_run_that_its_week_shortens_says_so() -> None:
    runner = sore_runner().run(1, 28).run(3, 40)
    today = runner.decided(5).plan.sessions[0]
    said = reason(runner, 5, "caps.week_left")

    # Of 84 minutes.
    assert (today.kind, today.running_min) == (SessionKind.RUN, 16)
    assert said is not None
    assert (said.facts, said.limit) == ({"left_min": 16}, 30)
    assert reason(sore_runner().run(1, 28).run(3, 28), 5, "caps.week_left") is None


def test_a_day_that_its_week_leaves_no_run_says_so() -> None:
    runner = sore_runner().run(1, 40).run(3, 40)
    said = reason(runner, 5, "caps.week_full")

    # Four minutes of 84 are left.
    assert runner.decided(5).plan.sessions[0].kind is not SessionKind.RUN
    assert said is not None
    assert said.limit == 8
    assert reason(runner, 4, "caps.week_full") is None, "The day between two runs is a rest day."
    assert reason(sore_runner().run(1, 28).run(3, 28), 5, "caps.week_full") is None


def test_walks_for_want_of_a_usual_run_say_so() -> None:
    assert reason(Runner().screened(), 1, "calm.usual_not_known") is not None
    assert reason(sore_runner(), 1, "calm.usual_not_known") is None


def test_a_day_given_to_bike_is_no_full_week() -> None:
    swaps = Settings(load_choice=LoadChoice.SWAP, has_bike=True)
    runner = Runner(settings=swaps).usually(40).screened().run(1, 80)

    days = [day for day in (3, 4, 5) if runner.decided(day).plan.sessions[0].kind is SessionKind.BIKE]

    assert days
    assert all(reason(runner, day, "caps.week_full") is None for day in days)


def test_a_run_as_long_as_the_others_together_says_so() -> None:
    runner = in_build(out_of_calm(), 30).each_week(60).run(32, 8).run(35, 8)

    said = reason(runner, 38, "caps.others")

    assert said is not None
    assert said.facts == {"left_min": 16}
    assert reason(runner, 38, "caps.week_left") is None


@pytest.mark.parametrize(
    ("usual", "before", "limit"), [(0, 3, 2), (0, 4, 2), (1, 3, 3), (2, 5, 4), (4, 6, 4)]
)
def test_a_day_too_sore_names_the_lower_of_both_limits(usual: int, before: int, limit: int) -> None:
    runner = sore_runner(pain_this_morning=usual)
    for day in range(1, 9):
        runner.morning(day, usual)

    (said,) = (
        one for one in runner.morning(9, before).decided(9).plan.because if one.rule == "colour.sore_before"
    )

    assert (said.facts or {})["limit_0_10"] == limit


def test_where_calm_is_walking_only_no_run_is_asked_for() -> None:
    plan = sore_runner(pain_before_last_run=9, pain_during_last_run=9).decided(1).plan
    without = Runner().screened().decided(1).plan

    assert "calm.until_walking" in {one.rule for one in without.because}
    assert without.would_change[0] == "change.calm_tests_walking"
    assert plan.phase is Phase.CALM


def test_pain_before_a_run_that_was_not_told_is_no_figure() -> None:
    told = sore_runner().run(1, 28, before=0, after_60min=3).decided(2).plan
    silent = sore_runner().run(1, 28, before=None, after_60min=3).decided(2).plan

    def after(plan: Plan) -> Any:
        return next(one.facts for one in plan.because if one.rule == "colour.after_60min")

    assert (after(told), after(silent)) == ({"before_0_10": 0}, None)
