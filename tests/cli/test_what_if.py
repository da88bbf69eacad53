"""Tomorrow under another answer, as it is typed and told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kneewise.app.what_if import WhatIf
from kneewise.cli.what_if import what_if_lines
from kneewise.engine import difference
from kneewise.model.places import Side
from kneewise.model.plan import Session, SessionKind
from tests.engine.made import sore_runner
from tests.web.told import calm_answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def test_several_answers_need_no_quotes_and_tomorrow_is_not_called_today(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "told.json").write_text(json.dumps(calm_answers()), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json")

    plain = shell.ran("plan", "--what-if", "during=6", "limp=yes").out
    quoted = shell.ran("plan", "--what-if", "during=6 limp=yes").out

    assert plain == quoted
    assert "during 6, limp yes" in " ".join(plain.split())
    assert "today" not in plain


@pytest.mark.parametrize(("kind", "said"), [(SessionKind.RUN, True), (SessionKind.WALK, False)])
def test_where_a_run_is_planned_today_tomorrow_is_said_to_be_without_it(
    kind: SessionKind, *, said: bool
) -> None:
    decision = sore_runner().decided(1)
    found = WhatIf(
        about_on=decision.plan.on,
        sides=(Side.RIGHT,),
        supposed={"during": 4},
        as_it_is=decision,
        then=decision,
        difference=difference(decision, decision),
    )
    today = replace(decision.plan, sessions=(Session(on=decision.plan.on, kind=kind),))

    lines = what_if_lines(found, today=today)

    assert ("if you do not run today" in " ".join(line.text for line in lines)) is said


def test_a_word_that_says_nothing_beside_the_plan_is_one_sentence(shell: Shell) -> None:
    answered = shell("plan", "limp=yes")

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert "“limp=yes” says nothing here" in answered.err


@pytest.mark.parametrize("beside", [("--what-if", "during=4"), ("--move", "fri", "sat")])
def test_beside_events_of_a_file_nothing_is_supposed_or_moved(shell: Shell, beside: tuple[str, ...]) -> None:
    answered = shell("plan", "--events", "-", *beside)

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert "leave out --what-if and --move" in answered.err
