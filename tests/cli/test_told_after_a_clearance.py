"""A sign of before that is told after a clearance: nobody who cleared the knee knew of it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.told import AT, calm_answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

USUAL = {"usual_runs_per_week": 3, "usual_run_min": 40}
CHEST = "chest_pain_breathless_or_coughing_blood"


def day(ago: int) -> str:
    return str(AT.date() - timedelta(days=ago))


@pytest.fixture
def cleared(shell: Shell, tmp_path: Path) -> Shell:
    """A locked knee six days ago, and a clearance that was told three days ago."""
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**calm_answers(), **USUAL, "locked_knee": "yes"}), encoding="utf-8")
    shell.ran("screen", "--answers", file, "--on", day(6))
    shell.ran("log", "clearance", "--by", "doctor", "--may-run", "yes", "--on", day(3), "--at", "10:00")
    return shell


def today(shell: Shell) -> tuple[str, bool]:
    told: Any = shell.ran("today", "--json").json
    return told["urgency"], told["may_run"]


def test_without_one_running_is_in_the_plan(cleared: Shell) -> None:
    assert today(cleared) == ("none", True)


def test_a_score_that_stops_running_is_heard(cleared: Shell) -> None:
    cleared.ran("log", "pain", "--on", day(4), "--knee", "right", "--during", "9")

    assert today(cleared) == ("within_days", False)


def test_a_score_that_stops_nothing_is_told_as_on_its_evening(cleared: Shell) -> None:
    cleared.ran("log", "pain", "--on", day(4), "--knee", "right", "--during", "7")

    assert today(cleared) == ("none", True)
    assert cleared.ran("log", "list", "--json").json["entries"][-2]["at"].startswith(day(4))


@pytest.mark.parametrize("answer", ["yes", "?"])
def test_an_answer_that_is_corrected_to_worse_is_heard(cleared: Shell, answer: str) -> None:
    entries = cleared.ran("log", "list", "--json").json["entries"]
    (screening,) = (one["id"] for one in entries if one["kind"] == "answers")

    cleared.ran("log", "edit", screening, f"{CHEST}={answer}")

    assert today(cleared) == (("emergency", False) if answer == "yes" else ("none", False))
    cleared.ran("log", "undo", screening)
    assert today(cleared) == ("none", True)
    assert cleared.ran("log", "list", "--json").json["entries"] == entries


def test_a_correction_that_is_corrected_is_heard_no_more(cleared: Shell) -> None:
    entries = cleared.ran("log", "list", "--json").json["entries"]
    (screening,) = (one["id"] for one in entries if one["kind"] == "answers")
    cleared.ran("log", "edit", screening, "hot_or_red_joint=yes")

    cleared.ran("log", "edit", screening, "hot_or_red_joint=no", "lump=no")

    assert today(cleared) == ("none", True)


def test_a_correction_is_heard_until_it_is_cleared(cleared: Shell) -> None:
    entries = cleared.ran("log", "list", "--json").json["entries"]
    (screening,) = (one["id"] for one in entries if one["kind"] == "answers")
    cleared.ran("log", "edit", screening, "locked_knee=no")
    cleared.ran("log", "edit", screening, "locked_knee=yes")
    assert today(cleared) == ("same_day", False)

    cleared.ran("log", "clearance", "--by", "doctor", "--may-run", "yes")

    assert today(cleared) == ("none", True)


def test_a_score_that_is_corrected_to_one_that_stops_running_is_heard(cleared: Shell) -> None:
    told = cleared.ran("log", "pain", "--on", day(4), "--knee", "right", "--during", "2", "--json").json

    cleared.ran("log", "edit", told["id"], "during=9")

    assert today(cleared) == ("within_days", False)


def test_a_sign_of_an_earlier_day_is_heard(cleared: Shell) -> None:
    said = cleared.ran("log", "sign", CHEST, "--on", day(4)).out

    assert today(cleared) == ("emergency", False)
    assert "Run " not in said


def test_answers_of_an_earlier_day_are_heard(cleared: Shell, tmp_path: Path) -> None:
    file = tmp_path / "later.json"
    file.write_text(json.dumps({**calm_answers(), **USUAL, CHEST: "yes"}), encoding="utf-8")

    cleared.ran("screen", "--answers", file, "--on", day(4))

    assert today(cleared) == ("emergency", False)


def test_noes_of_one_minute_are_not_two_days_apart(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**calm_answers(), **USUAL, "night_pain": "yes"}), encoding="utf-8")
    shell.ran("screen", "--answers", file, "--on", day(6))

    shell.ran("log", "sign", "night_pain=no", "--on", day(3))
    shell.ran("log", "sign", "night_pain=no")

    assert today(shell) == ("within_days", False)


def test_a_clearance_opens_no_day_before_it_is_told(cleared: Shell) -> None:
    cleared.ran("log", "sign", "locked_knee")

    cleared.ran("log", "clearance", "--by", "doctor", "--may-run", "yes", "--on", day(0))

    assert cleared.ran("today", "--on", day(1), "--json").json["urgency"] == "none"
    assert today(cleared) == ("none", True)
