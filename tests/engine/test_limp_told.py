"""A limp that is told by itself or in a form, and of no run: nobody runs that day, in any phase."""

import pytest

from kneewise.model.plan import Phase, SessionKind
from tests.engine.made import Runner, out_of_calm


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
