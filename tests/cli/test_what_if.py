"""Tomorrow under another answer, as it is typed and told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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


def test_a_word_that_says_nothing_beside_the_plan_is_one_sentence(shell: Shell) -> None:
    answered = shell("plan", "limp=yes")

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert "“limp=yes” says nothing here" in answered.err
