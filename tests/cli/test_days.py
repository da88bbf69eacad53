"""Days and times that are spoken of: what lies behind is heard, what is still to come is refused."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from kneewise.app.home import RunnerRef
from kneewise.cli.open import Opened, instant
from kneewise.model.errors import UsageError
from kneewise.model.runner import Settings
from tests.app.samples import BERLIN, NOW
from tests.cli.conftest import Shell
from tests.web.told import AT, calm_answers

OPENED = Opened(runner=RunnerRef(1), settings=Settings(), now=NOW, today=NOW.date())


def days_ago(days: int) -> date:
    return AT.date() - timedelta(days=days)


def test_days_of_illness_that_lie_behind_are_heard_later(shell: Shell) -> None:
    shell.ran("log", "illness", "--on", days_ago(16), "--until", days_ago(14))

    (entry,) = [one for one in shell.ran("log", "list", "--json").json["entries"] if one["kind"] == "illness"]

    assert (entry["on"], entry["payload"]["until"]) == (str(days_ago(16)), {"date": str(days_ago(14))})


@pytest.mark.parametrize(("until", "sentence"), [(17, "cannot lie before its first"), (-2, "in the future")])
def test_an_illness_cannot_end_before_it_began_nor_after_today(
    shell: Shell, until: int, sentence: str
) -> None:
    answered = shell("log", "illness", "--on", days_ago(16), "--until", days_ago(until))

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert sentence in answered.err


def test_an_illness_that_is_corrected_cannot_end_before_it_began(shell: Shell) -> None:
    entry = shell.ran("log", "illness", "--on", days_ago(3), "--json").json["id"]

    answered = shell("log", "edit", entry, f"until={days_ago(4)}")

    assert "cannot lie before its first" in answered.err


def test_a_time_of_today_that_is_still_to_come_is_refused_and_one_that_was_is_heard() -> None:
    told_at = instant(OPENED, None, time(20, 0))

    with pytest.raises(UsageError, match="20:01 is still to come today"):
        instant(OPENED, NOW.date(), time(20, 1))

    assert told_at == datetime(2026, 11, 23, 20, 0, tzinfo=BERLIN)


def test_a_late_time_of_a_day_that_lies_behind_is_heard() -> None:
    assert instant(OPENED, NOW.date() - timedelta(days=1), time(23, 59)).hour == 23


def test_what_is_said_of_a_day_that_lies_behind_names_that_day(shell: Shell) -> None:
    told = shell.ran("log", "sleep", "--hours", "7", "--on", days_ago(9)).out
    today = shell.ran("log", "sleep", "--hours", "8").out

    assert f"{days_ago(9):%A} {days_ago(9).day} {days_ago(9):%B} is before" in " ".join(told.split())
    assert "No running yet" not in told.partition("What it means today")[0]
    assert "is before your first answers to the questions: it has no plan" in " ".join(told.split())
    assert told.partition("What it means today\n")[2].startswith("No running yet.")
    assert "No running yet. Answer the questions first." in today


def test_a_stop_that_holds_today_is_said_in_the_present_whatever_day_is_told_of(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "told.json").write_text('{"night_pain": true}', encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json", "--on", days_ago(9))

    told = shell.ran("log", "sleep", "--hours", "7", "--on", days_ago(8)).out

    assert ": no running, to be seen within a few days." in told
    assert "■ Do not run. Be seen within a few days." in told


def test_which_knee_not_known_leaves_open_what_it_leaves_open_when_not_asked(
    shell: Shell, tmp_path: Path, answers_file: Path
) -> None:
    answers = json.loads(answers_file.read_text(encoding="utf-8"))
    told = tmp_path / "told.json"

    found = []
    for knee in ({}, {"knee": "unknown"}):
        told.write_text(json.dumps({**{key: answers[key] for key in answers if key != "knee"}, **knee}))
        found.append(shell.ran("screen", "--answers", told, "--dry-run", "--on", NOW.date(), "--json").json)

    assert [one["provisional"] for one in found] == [{"urgency": "none", "may_run": True}] * 2
    assert [one["may_run"] for one in found] == [False, False]


def test_the_run_of_the_day_is_said_to_be_done_and_not_to_be_taken_away(shell: Shell, tmp_path: Path) -> None:
    usual = {"usual_run_min": 40, "usual_runs_per_week": 3, "last_run_on": str(days_ago(5))}
    (tmp_path / "told.json").write_text(json.dumps(calm_answers() | usual), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json")
    assert "Run" in shell.ran("today").out.splitlines()[2]

    told = shell.ran("log", "pain", "--knee", "right", "--during", "4", "--limp", "no").out

    assert "Today’s run is done; so far: ▲ amber." in told
    assert "Still to be said: the pain 60 minutes after the run" in " ".join(told.split())
    assert f"{AT.day} {AT:%b}" not in told.partition("What changed")[2]


def test_a_run_told_of_a_day_that_lies_behind_is_answered_with_its_colour(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "told.json").write_text(json.dumps(calm_answers()), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json", "--on", days_ago(3))
    yesterday = days_ago(1)

    told = shell.ran(
        "log", "pain", "--knee", "right", "--during", "4", "--limp", "yes", "--on", yesterday
    ).out

    assert f"■ Red        {yesterday:%A} {yesterday.day} {yesterday:%B}, right knee, a run." in told
    assert told.partition("What it means today\n")[2].startswith("No running today.")


def test_what_is_told_of_a_day_that_lies_behind_says_what_it_changes_today(
    shell: Shell, tmp_path: Path
) -> None:
    usual = {"usual_run_min": 40, "usual_runs_per_week": 3, "last_run_on": str(days_ago(9))}
    (tmp_path / "told.json").write_text(json.dumps(calm_answers() | usual), encoding="utf-8")
    shell.ran("screen", "--answers", tmp_path / "told.json", "--on", days_ago(3))

    night = shell.ran("log", "sleep", "--hours", "8", "--on", days_ago(1)).out
    limp = shell.ran(
        "log", "pain", "--knee", "right", "--during", "4", "--limp", "yes", "--on", days_ago(1)
    ).out

    assert "What changed\n" not in night.partition("What it means today")[2]
    assert "What changed\n" in limp.partition("What it means today")[2]
