"""In Calm the advice to run less and the caps of the plan say one thing (rules 5)."""

from collections.abc import Callable

import pytest

from kneewise.model.plan import Advice, Phase, Plan, SessionKind
from kneewise.model.runner import LoadChoice, Settings
from tests.engine.made import Runner, sore_runner

MAKE = Callable[[], Runner]
SWAPS = Settings(load_choice=LoadChoice.SWAP, has_bike=True)


def less(plan: Plan) -> Advice:
    (found,) = [one for one in plan.advice if one.action in {"load.cut", "load.walk", "load.walk_calm"}]
    return found


def reasons(plan: Plan) -> set[str]:
    return {reason.rule.removeprefix("step2_load.") for reason in less(plan).because}


def plain() -> Runner:
    return sore_runner().each_week(30)


def red() -> Runner:
    return plain().run(1, 28, during=6)


def deeper() -> Runner:
    runner = plain()
    for day in range(1, 14, 3):
        runner.run(day, 20)
    return runner


def second_knee() -> Runner:
    return plain().told(2, {"knee": "left"})


def in_a_gap() -> Runner:
    return Runner().usually().screened(12).each_week(12)


@pytest.mark.parametrize(
    ("runner", "day", "cut", "run_min", "week_min"),
    [
        (plain, 0, 30, 28, 84),
        (plain, 4, 30, 28, 84),
        (red, 2, 51, 19, 58),
        (deeper, 13, 30, 28, 84),
        (deeper, 14, 50, 20, 60),
        (second_knee, 2, 50, 20, 60),
        (in_a_gap, 12, 30, 22, 84),
    ],
)
def test_the_advice_says_what_the_caps_say(
    runner: MAKE, day: int, cut: float, run_min: int, week_min: int
) -> None:
    plan = runner().decided(day).plan

    amounts = less(plan).amounts

    assert plan.phase is Phase.CALM
    assert (amounts["cut_percent"], amounts["run_min"], amounts["week_min"]) == (cut, run_min, week_min)
    assert (int(plan.caps.run_min or 0), int(plan.caps.week_min or 0)) == (run_min, week_min)
    began = {"cut_high"} if runner is second_knee else {"cut_moderate"}
    if cut > 30 and runner is not second_knee:
        began = {"cut_moderate_at_first", "cut_deeper" if runner is deeper else "cut_by_now"}
    assert reasons(plan) == {*began, "from_measured", "guide_cut", "education"}


@pytest.mark.parametrize(
    "runner",
    [
        lambda: sore_runner(pain_during_last_run=6).each_week(30),
        lambda: Runner().usually(20).screened().each_week(30).run(1, 14, during=6, after_24h=3),
        lambda: Runner().usually(10).screened().each_week(30),
    ],
    ids=["deeper than high", "a red that did not settle", "a short usual run"],
)
def test_where_no_run_is_left_it_says_to_walk(runner: MAKE) -> None:
    plan = runner().decided(14).plan

    assert plan.phase is Phase.CALM
    assert SessionKind.RUN not in {one.kind for one in plan.sessions}
    assert less(plan).action == "load.walk_calm"
    assert "no_run_left" in reasons(plan)
    assert reasons(plan).isdisjoint({"from_measured", "walking_only"})


def test_a_limp_is_said_before_all_else() -> None:
    plan = sore_runner(limp=True).each_week(30).decided(0).plan

    assert less(plan).action == "load.walk"


def test_who_told_no_usual_run_is_asked_for_it() -> None:
    actions = {one.action for one in Runner().screened().decided(0).plan.advice}

    assert "load.cut_unknown_base" in actions


def test_swaps_end_with_the_level_that_has_none() -> None:
    runner = Runner(settings=SWAPS).usually().screened().each_week(30)

    early, late = runner.decided(5).plan, runner.decided(14).plan

    assert "load.swap" in {one.action for one in early.advice}
    assert less(early).amounts["run_min"] == int(early.caps.run_min or 0) == 40
    assert "load.swap" not in {one.action for one in late.advice}
    assert SessionKind.BIKE not in {one.kind for one in late.sessions}
    assert less(late).amounts["run_min"] == int(late.caps.run_min or 0) == 20
