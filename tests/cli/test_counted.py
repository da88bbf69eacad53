"""A score beside which another one counts, and a colour by what is known today."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_days import days_ago
from tests.web.told import calm_answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def home(shell: Shell, tmp_path: Path) -> Shell:
    """Somebody who answered the questions four days ago."""
    (tmp_path / "told.json").write_text(json.dumps(calm_answers()), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json", "--on", days_ago(4))
    return shell


def said(shell: Shell, *told: object) -> str:
    return " ".join(shell.ran("log", "pain", "--knee", "right", *told).out.split())


def test_a_score_that_is_told_again_says_which_one_counts(home: Shell) -> None:
    first = said(home, "--morning", "5", "--at", "07:00")
    name = first.partition("kneewise log undo ")[2].split()[0]

    again = said(home, "--morning", "3", "--at", "08:30")
    same = said(home, "--morning", "5", "--at", "09:30")

    assert "counts, said on" not in first + same
    assert "The pain in the morning: 5 counts, said on" in again
    assert f"at 07:00. To correct it: kneewise log edit {name} morning=…" in again


def test_a_worse_score_of_a_run_counts_and_a_better_one_says_that_the_worse_does(home: Shell) -> None:
    said(home, "--during", "2", "--on", days_ago(1))

    worse = said(home, "--during", "4", "--on", days_ago(1))
    better = said(home, "--during", "3", "--on", days_ago(1))

    assert "counts, said on" not in worse
    assert "The worst pain during the run: 4 counts, said on" in better


def test_the_colour_of_a_day_that_lies_behind_is_by_what_is_known_today(home: Shell) -> None:
    scores = ("--during", "1", "--after-60", "1", "--limp", "no", "--painkiller", "no")
    run = said(home, *scores, "--on", days_ago(2))
    said(home, "--morning", "0", "--on", days_ago(1), "--at", "08:00")

    later = said(home, "--first-pain", "10", "--on", days_ago(2))

    assert "◌ Unknown" in run.partition("What it means today")[0]
    assert "the pain on the next morning" in run.partition("What it means today")[0]
    assert "● Green" in later.partition("What it means today")[0]
