"""The quicker steps on the command line: that they were dropped, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.mark.parametrize("command", ["week", "plan"])
def test_a_block_that_was_dropped_is_said_to_be(shell: Shell, command: str) -> None:
    from kneewise.app import clock
    from kneewise.app.demo import demo

    demo(now=clock.now())
    before = shell.ran(command).out
    shell.ran("log", "sign", "calf_pain")

    after = shell.ran(command).out

    assert "min inside" in before
    assert "Your calf complained, so the quicker steps are out of the plan." in after
    assert "min inside" not in after
