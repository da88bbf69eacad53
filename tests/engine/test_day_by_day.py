"""What the plan said in the morning still holds in the evening: nobody is asked why they followed it."""

from datetime import timedelta
from typing import Any

import pytest

from kneewise.model.findings import Colour
from kneewise.model.plan import Decision, Phase, SessionKind
from kneewise.model.runner import Settings
from tests.engine.made import Runner, sore_runner

DAYS = 60


def follow(runner: Runner, day: int) -> Decision:
    """Decide in the morning, and do what is said, well."""
    runner.morning(day, 0)
    if day and day % 6 == 0:
        runner.screened(day, weekly=True)
    said = runner.decided(day)
    first = said.plan.sessions[0]
    if first.kind is SessionKind.RUN:
        runner.run(day, first.running_min, during=1, morning=None)
    elif first.kind is SessionKind.WALK:
        runner.walk(day, pain=0, morning=None)
    return said


@pytest.mark.parametrize("tests_at", [9, 20])
@pytest.mark.parametrize(
    ("run_min", "days", "during"),
    [(40, (0, 2, 4), 4), (25, (0, 1, 3, 5), 1), (60, (0, 1, 2, 3, 4, 5), 1), (30, (1, 5), 7)],
)
def test_a_run_that_the_plan_had_in_the_morning_is_beside_no_plan_in_the_evening(
    run_min: float, days: tuple[int, ...], during: int, tests_at: int
) -> None:
    runner = Runner(settings=Settings(running_days=tuple(range(7)))).usually(run_min, days=days)
    runner.screened(pain_during_last_run=during)
    reached = set()

    for day in range(DAYS):
        reached.add(follow(runner, day).plan.phase)
        if day % 3 == 0:
            runner.tested(day, hour=tests_at)
        assert "run_beside_plan" not in runner.decided(day).plan.missing, day

    assert reached - {Phase.CALM}


@pytest.mark.parametrize(
    ("felt", "colour"),
    [({"pain": 6}, Colour.RED), ({"pain": 4}, Colour.AMBER), ({"pain": 0, "limp": True}, Colour.RED)],
)
def test_a_walk_that_went_badly_says_so_at_once(felt: dict[str, Any], colour: Colour) -> None:
    runner = sore_runner()
    for day in (2, 3, 4, 5):
        runner.morning(day, 0)
    runner.walk(5, morning=None, **felt)

    for later in (0, 1):
        decision = runner.decided(5 + later)
        spoken = [one.colour for one in decision.colours if one.about_run]
        runs = [one.on for one in decision.plan.sessions if one.kind is SessionKind.RUN]
        assert spoken == [colour]
        assert all(on - runner.date(5) > timedelta(days=2) for on in runs)
