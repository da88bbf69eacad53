"""What the reasons of a day say: the figures of the plan itself, and why a run is shorter than its stage."""

from dataclasses import replace

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.evidence import Reason
from kneewise.model.plan import Phase, SessionKind
from kneewise.model.runner import GrowthPace, Settings
from kneewise.present.reasons import reason_sentence
from tests.engine.made import Runner, calm_week, out_of_calm, sore_runner

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
    assert found.seen == next(one.running_min for one in plan.sessions if one.running_min) == 30


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
