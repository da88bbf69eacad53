"""``kneewise plan --move``: the week with it, or the rule."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_json_is_documented import shape_faults
from tests.guide.made import noes

FIRST = "2026-11-23"
"""A Monday."""


@pytest.fixture
def calm(shell: Shell, tmp_path: Path) -> Shell:
    usual = {"usual_runs_per_week": 3, "usual_run_min": 40, "pain_during_last_run": 4}
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({**noes(), **usual}), encoding="utf-8")
    shell.ran("screen", "--answers", answers, "--on", FIRST)
    return shell


def test_a_run_is_moved_and_the_week_says_so(calm: Shell) -> None:
    said = " ".join(calm.ran("plan", "--move", "fri", "sat", "--on", FIRST).out.split())
    week = " ".join(calm.ran("week", "--on", FIRST).out.split())

    assert said.startswith("The run of Fri 27 Nov is on Sat 28 Nov, as you asked. To have it back:")
    assert "What changed" in said
    assert "The run of Fri 27 Nov is on Sat 28 Nov, as you asked." in week
    assert "A run moved: from 27 November 2026 to 28 November 2026" in " ".join(
        calm.ran("log", "list").out.split()
    )


def test_a_rule_against_it_is_named_and_the_exit_code_tells(calm: Shell) -> None:
    answered = calm("plan", "--move", "fri", "thu", "--on", FIRST)

    assert (answered.code, answered.err) == (1, "")
    assert " ".join(answered.out.split()) == (
        "The run of Fri 27 Nov cannot be on Thu 26 Nov. There must be 1 day of rest between two runs."
    )


@pytest.mark.parametrize(("to_day", "code"), [("sat", 0), ("thu", 1)])
def test_the_json_is_what_the_page_says(calm: Shell, to_day: str, code: int) -> None:
    answered = calm("plan", "--move", "fri", to_day, "--on", FIRST, "--json")

    assert answered.code == code
    assert shape_faults(answered.json, "Moved run") == []
    assert answered.json["move"]["done"] is (code == 0)


def test_events_may_hold_a_move(shell: Shell, tmp_path: Path) -> None:
    said = "2026-11-23T12:00+00:00"
    usual = {"usual_runs_per_week": 3, "usual_run_min": 40, "pain_during_last_run": 4}
    answers = {**usual, "knee": "right", "age_years": 30}
    events = [
        {"event": "screening", "at": "2026-11-23T08:00+00:00", "others": False, "answers": answers},
        {"event": "move", "at": said, "from_day": "2026-11-27", "to_day": "2026-11-28"},
    ]
    file = tmp_path / "events.json"
    file.write_text(json.dumps({"version": 1, "events": events}), encoding="utf-8")

    printed = shell.ran("plan", "--events", file, "--json").json

    assert shape_faults(printed, "Decided events") == []
    assert [one["done"] for one in printed["moves"]] == [True]
    assert [one["on"] for one in printed["sessions"] if one["kind"] == "run"][-1] == "2026-11-28"
