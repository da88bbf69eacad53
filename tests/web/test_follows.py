"""What each colour leads to, in the phase that the plan is in."""

from dataclasses import replace

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.model.findings import Profile, Urgency
from kneewise.model.plan import Goal, GoalKind, Phase
from kneewise.web.pages.follows import show_expected, show_follows
from tests.web.made import WHY, make_decision

NUMBERS = house_numbers()
HALF = NUMBERS.step1_pain.recovered_half_days


def told(phase: Phase) -> dict[str, tuple[str, str]]:
    plan = make_decision(phase=phase).plan
    return {one.runs.word: (one.runs.id, one.then) for one in show_follows(plan, NUMBERS)}


def test_on_the_ladder_colours_lead_from_rung_to_rung() -> None:
    assert told(Phase.WALK_RUN) == {
        "2 greens": ("green", "one rung up"),
        "Unknown": ("unknown", "the same rung again"),
        "Amber": ("amber", "2 days without running, then the same rung again"),
        "2 ambers in a row": ("amber", "1 rung down"),
        "Red": ("red", "2 days without running, then 2 rungs down"),
        "2 reds in 14 days": ("red", "no running for 7 days"),
    }


def test_elsewhere_they_lead_to_shorter_runs() -> None:
    build, calm = told(Phase.BUILD), told(Phase.CALM)

    assert build["2 greens"] == ("green", "the next step")
    assert build["2 ambers in a row"] == ("amber", "20 % shorter")
    assert build["Red"] == ("red", "2 days without running, then 30 % shorter, 50 % after a limp")
    assert "2 greens" not in calm
    assert calm["3 logged days in a row"][1].startswith("without amber or red: out of Calm, from day 7, once")


@pytest.mark.parametrize(
    "changed", [{"phase": Phase.TRIAGE}, {"phase": Phase.MAINTAIN}, {"ask": ("swelling",)}]
)
def test_nothing_is_said_of_a_way_that_is_not_gone(changed: dict[str, object]) -> None:
    for decision in (make_decision(**changed), make_decision(Urgency.SAME_DAY)):  # type: ignore[arg-type]  # Made by name.
        assert show_follows(decision.plan, NUMBERS) == ()
        assert show_expected(decision, HALF) is None


def test_how_long_it_may_take_is_said_once_and_with_its_source() -> None:
    decision = make_decision()
    expected = show_expected(decision, HALF)
    of_race = Goal(kind=GoalKind.RACE, week_min=None, because=(replace(WHY, rule="goal.expected"),))
    said_by_goal = replace(decision, plan=replace(decision.plan, goal=of_race))
    pain = replace(decision.found.pain, profile=Profile.TENDON)
    of_tendon = replace(decision, found=replace(decision.found, pain=pain))

    assert expected is not None
    assert "seven weeks; the other half took longer" in expected.said
    assert "RUN CLEVER" in expected.source
    assert expected.grade.letter == "B"
    assert show_expected(said_by_goal, HALF) is None
    assert show_expected(of_tendon, HALF) is None
