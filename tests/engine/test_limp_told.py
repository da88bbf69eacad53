"""What is told by itself or in a form, and of no run, that leaves walking: a limp, a score before running."""

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.places import Side
from kneewise.model.plan import Phase, SessionKind
from tests.engine.made import Runner, out_of_calm, sore_runner


def building() -> Runner:
    """Ten days on: the first run of Build is planned for today."""
    return out_of_calm()


@pytest.mark.parametrize("weekly", [True, False])
def test_today_is_a_walk_until_the_limp_is_denied(weekly: bool) -> None:
    limps = building()
    limps.screened(10, weekly=True, limp=True) if weekly else limps.told(10, {"limp": True})

    before, today = building().decided(10).plan, limps.decided(10).plan
    denied = limps.told(10, {"limp": False}, hour=9).decided(10).plan

    assert (before.phase, before.sessions[0].kind) == (Phase.BUILD, SessionKind.RUN)
    assert (today.phase, today.sessions[0].kind) == (Phase.BUILD, SessionKind.WALK)
    assert "step2_load.walking_only" in {reason.rule for reason in today.because}
    assert denied.sessions[0].kind is SessionKind.RUN


# ------------------------------------------------------------------- the score before a run, told in a form


def may_run(runner: Runner, day: int) -> bool:
    return runner.decided(day).plan.may_run


@pytest.mark.parametrize("later", [{}, {"pain_before_last_run": UNKNOWN}], ids=["kept silent", "not known"])
def test_a_high_score_before_a_run_holds_until_a_lower_one_is_told(later: dict[str, Answer]) -> None:
    runner = sore_runner(pain_before_last_run=4).screened(6, weekly=True, **later)

    assert not may_run(runner, 6)
    assert may_run(runner.screened(6, weekly=True, pain_before_last_run=3), 6)


def test_a_score_of_one_knee_takes_nothing_back_from_the_other() -> None:
    runner = sore_runner(knee="both", pain_before_last_run=4).each_week(6)
    runner.run(2, 20, before=0)

    assert not may_run(runner, 6)
    runner.side = Side.LEFT
    assert may_run(runner.felt(2, before=0), 6)


def test_a_form_says_more_than_an_older_score_of_the_diary() -> None:
    runner = sore_runner().run(2, 20, before=0).screened(5, pain_before_last_run=4)

    assert not may_run(runner, 6)
