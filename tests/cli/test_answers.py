"""What the commands answer: their JSON, their days, and that looking changes nothing."""

from __future__ import annotations

import re
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from kneewise.cli.root import command
from tests.app.samples import NOW, fit_bytes
from tests.cli.conftest import Shell

ON = NOW.date()
LOOKING = (
    ("today",),
    ("week",),
    ("plan",),
    ("runs",),
    ("runs", "--all-sports"),
    ("log", "list"),
    ("settings",),
    ("replay",),
    ("import", "--ledger"),
    ("check",),
)
RUN_KEYS = {
    "id",
    "on",
    "start",
    "sport",
    "distance_m",
    "elapsed_s",
    "running_s",
    "cadence_spm",
    "shoe",
    "name",
}


@pytest.fixture
def home(shell: Shell, offered: Path, answers_file: Path) -> Shell:
    """Two runs, a screening ten days ago, a diary."""
    for days_ago in (12, 3):
        (offered / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    shell.ran("import", offered, "--on", ON)
    shell.ran("screen", "--answers", answers_file, "--on", ON - timedelta(days=4))
    pain = ("log", "pain", "--knee", "right", "--during", 2, "--after-60", 1, "--morning", 1)
    shell.ran(*pain, "--limp", "no", "--painkiller", "no", "--on", ON - timedelta(days=3))
    return shell


def test_the_ledger_has_exactly_the_keys_that_are_promised(home: Shell) -> None:
    rows = home.ran("import", "--ledger", "--json").json["files"]

    assert [row["path"] for row in rows] == sorted(row["path"] for row in rows)
    assert all(
        row.keys() == {"path", "sha256", "status", "reason", "sentence", "was", "run_ids"} for row in rows
    )
    assert [row["status"] for row in rows] == ["imported", "imported"]


def test_offering_again_changes_no_line_and_adds_nothing(home: Shell, offered: Path) -> None:
    before = home.ran("import", "--ledger", "--json").out

    again = home.ran("import", offered)

    assert "0 new activities" in again.out
    assert home.ran("import", "--ledger", "--json").out == before
    assert len(home.ran("runs", "--json").json["runs"]) == 2


def test_runs_are_listed_with_their_units_in_the_keys(home: Shell) -> None:
    listed = home.ran("runs", "--json").json

    assert listed.keys() == {"runs"}
    assert all(run.keys() >= RUN_KEYS for run in listed["runs"])
    assert [run["on"] for run in listed["runs"]] == [str(ON - timedelta(days=days)) for days in (12, 3)]
    assert [run["sport"] for run in listed["runs"]] == ["running", "running"]


def test_a_run_is_found_by_the_beginning_of_its_name(home: Shell) -> None:
    run = home.ran("runs", "--json").json["runs"][-1]

    shown = home.ran("run", run["id"][:6], "--json").json

    assert shown["id"] == run["id"]
    assert [colour["colour"] for colour in shown["colours"]] == ["green"]
    assert shown["entries"][0]["during"] == 2
    assert shown["sources"][0]["path"] == "offered/3.fit"


def test_the_screening_answers_with_exactly_what_is_promised(shell: Shell, answers_file: Path) -> None:
    found = shell.ran("screen", "--answers", answers_file, "--on", ON, "--json").json

    assert found.keys() == {
        *("urgency", "may_run", "reasons", "ask", "provisional"),
        *("patterns", "first", "unclear", "next"),
    }
    assert found["provisional"].keys() == {"urgency", "may_run"}
    assert all(
        pattern.keys() == {"id", "fit", "for", "against", "published"} for pattern in found["patterns"]
    )
    assert (found["urgency"], found["may_run"], found["ask"], found["first"]) == (
        "none",
        True,
        [],
        "patellofemoral",
    )


def test_a_dry_run_says_what_would_tell_the_patterns_further_apart(shell: Shell, tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    told.write_text('{"places": ["outer_corner"], "hurts_squat": "unknown"}', encoding="utf-8")

    found = shell.ran("screen", "--answers", told, "--dry-run", "--on", ON, "--json").json["next"]

    bits = [one["bits"] for one in found]
    assert bits == sorted(bits, reverse=True)
    assert 0 < len(found) < 12
    assert all(one.keys() == {"key", "bits", "names"} for one in found)
    assert "hurts_squat" not in {one["key"] for one in found}


def test_a_dry_run_answers_the_same_and_stores_nothing(shell: Shell, answers_file: Path) -> None:
    dry = shell.ran("screen", "--answers", answers_file, "--dry-run", "--on", ON, "--json").json

    assert shell.ran("today", "--on", ON, "--json").json["phase"] == "triage"
    assert shell.ran("screen", "--answers", answers_file, "--on", ON, "--json").json == dry
    assert shell.ran("today", "--on", ON, "--json").json["phase"] == "calm"


def test_the_schema_of_an_answers_file_needs_no_home(shell: Shell) -> None:
    schema = shell.ran("screen", "--schema").json

    assert schema["additionalProperties"] is False
    assert {"knee", "places", "night_pain", "bone_tenderness"} <= schema["properties"].keys()
    assert not shell.home.exists()


@pytest.mark.parametrize("arguments", LOOKING, ids=" ".join)
def test_looking_changes_nothing(home: Shell, arguments: tuple[str, ...]) -> None:
    before = rows()

    home.ran(*arguments, "--on", ON)
    home.ran(*arguments)

    assert rows() == before


def rows() -> list[str]:
    """Every row of the home."""
    connection.close()
    with sqlite3.connect(connection.settings_dict["NAME"]) as opened:
        return list(opened.iterdump())


@pytest.mark.parametrize("arguments", LOOKING, ids=" ".join)
def test_json_is_the_same_twice_and_names_no_machine(home: Shell, arguments: tuple[str, ...]) -> None:
    first = home.ran(*arguments, "--json", "--on", ON).out

    assert home.ran(*arguments, "--json", "--on", ON).out == first
    assert str(home.home.parent) not in first
    assert not set(keys_of(home.ran(*arguments, "--json", "--on", ON).json)) & {"pk", "row", "now"}


def keys_of(value: Any) -> list[str]:
    match value:
        case dict():
            return [*value, *(key for part in value.values() for key in keys_of(part))]
        case list():
            return [key for part in value for key in keys_of(part)]
        case _:
            return []


def test_the_day_that_is_named_is_the_day_that_is_answered(home: Shell) -> None:
    early = home.ran("today", "--on", ON - timedelta(days=5), "--json").json
    late = home.ran("today", "--on", ON, "--json").json

    assert (early["on"], early["phase"]) == (str(ON - timedelta(days=5)), "triage")
    assert (late["on"], late["phase"]) == (str(ON), "calm")
    assert home.ran("runs", "--on", ON - timedelta(days=5), "--json").out.count('"id"') == 1


def test_what_is_written_causes_a_decision_that_comes_out_the_same(home: Shell) -> None:
    made = home.ran("replay", "--json").json["decisions"]

    assert [one["cause"] for one in made][:3] == ["import", "answers", "pain"]
    assert all(one["same"] and one["same_rules"] for one in made)


def test_an_entry_is_corrected_and_taken_back_and_its_old_values_stay(home: Shell) -> None:
    (entry,) = [one for one in home.ran("log", "list", "--json").json["entries"] if one["kind"] == "pain"]

    home.ran("log", "edit", entry["id"][:8], "during=7", "--on", ON)
    edited = home.ran("run", home.ran("runs", "--json").json["runs"][-1]["id"], "--on", ON, "--json").json
    for _time in ("the edit", "the entry"):
        home.ran("log", "undo", entry["id"][:8], "--on", ON)

    assert edited["colours"][0]["colour"] == "red"
    assert not [one for one in home.ran("log", "list", "--json").json["entries"] if one["kind"] == "pain"]
    assert '"during": 2' in "".join(rows())


def test_waking_at_night_takes_running_out_and_one_later_no_does_not_bring_it_back(
    home: Shell, tmp_path: Path
) -> None:
    told = tmp_path / "told.json"
    told.write_text('{"night_pain": true}', encoding="utf-8")
    stopped = home.ran("screen", "--answers", told, "--on", ON - timedelta(days=1), "--json").json
    told.write_text('{"night_pain": false}', encoding="utf-8")

    after = home.ran("screen", "--answers", told, "--on", ON, "--json").json

    assert (stopped["urgency"], stopped["may_run"]) == ("within_days", False)
    assert (after["urgency"], after["may_run"]) == ("within_days", False)
    said = home.ran("today", "--on", ON).out
    assert "Do not run. Be seen within a few days." in said
    assert "Where to go, and how soon" in said


def test_every_command_says_what_it_does(shell: Shell) -> None:
    page = shell.ran("--help").out
    for name, one in command().commands.items():
        assert f"  {name}" in page
        helped = shell.ran(name, "--help").out
        assert one.get_short_help_str(40)[:20] in re.sub(r"\s+", " ", helped)


def test_every_command_takes_a_day() -> None:
    groups = command().commands
    every = [*groups.values(), *groups["log"].commands.values()]

    without = [one.name for one in every if "on" not in {each.name for each in one.params}]

    # What takes a whole home away, brings it back or opens it is of no day; groups leave it to their parts.
    of_no_day = ["backup", "erase", "export", "log", "phone", "restore", "token", "try"]
    assert sorted(map(str, without)) == of_no_day


def test_a_copied_home_answers_the_same_elsewhere(home: Shell, tmp_path: Path) -> None:
    here = [home.ran(*arguments, "--on", ON, "--json").out for arguments in LOOKING]
    connection.close()
    elsewhere = tmp_path / "elsewhere.sqlite3"
    shutil.copy(connection.settings_dict["NAME"], elsewhere)

    connection.settings_dict["NAME"] = str(elsewhere)

    assert [home.ran(*arguments, "--on", ON, "--json").out for arguments in LOOKING] == here
