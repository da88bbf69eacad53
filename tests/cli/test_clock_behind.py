"""Running waits, whoever asks, while the clock stands before what was stored last."""

from datetime import timedelta

import pytest

from kneewise.app import clock
from tests.cli.conftest import Shell
from tests.made_once import SampleRunner
from tests.web.told import AT

LOOKS = ("today", "week", "plan", "cadence", "shoes", "insights")


def test_every_look_waits_while_the_clock_is_behind(
    shell: Shell, sample_runner: SampleRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_runner(AT)

    before = {look: shell.ran(look, "--json").json["may_run"] for look in LOOKS}
    monkeypatch.setattr(clock, "now", lambda: AT - timedelta(days=1))
    behind = {look: shell.ran(look, "--json").json["may_run"] for look in LOOKS}

    assert before == dict.fromkeys(LOOKS, True)
    assert behind == dict.fromkeys(LOOKS, False)
