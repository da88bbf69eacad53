"""The weekly list at the command line is offered before its answers run out."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.told import calm_answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

DUE = "The weekly list is due: a “no” is good for seven days"


@pytest.mark.parametrize(("days", "offered"), [(4, False), (5, True), (7, True), (8, False)])
def test_today_offers_the_weekly_list_from_the_fifth_day_until_the_questions_stand_there(
    shell: Shell, tmp_path: Path, days: int, *, offered: bool
) -> None:
    from kneewise.app import clock

    (tmp_path / "told.json").write_text(json.dumps(calm_answers()), encoding="utf-8")
    began = (clock.now() - timedelta(days=days)).date()
    shell.ran("screen", "--answers", tmp_path / "told.json", "--on", began)

    said = " ".join(shell.ran("today").out.split())

    assert (DUE in said) is offered
    assert (days == 8) is ("Some questions need an answer first" in said)
