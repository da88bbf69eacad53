"""``docs/json.md`` names every key that a command prints, its type too, and no key that none prints."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from kneewise.model.plan import Change, ChangeKind
from kneewise.present.json import plain
from tests.app.samples import fit_bytes
from tests.cli.conftest import Shell
from tests.made_once import made_once
from tests.shapes import JSON_PAGE, shape_faults, shapes_of

__all__ = ["shape_faults"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lived") / "kept"


@pytest.fixture
def lived_in(shell: Shell, sqlite_database: Path, kept: Path, answers_file: Path, offered: Path) -> Shell:
    """A home with a run, a screening, and something of every kind in the diary."""
    made_once(
        kept, home=shell.home, database=sqlite_database, make=lambda: live(shell, answers_file, offered)
    )
    return shell


def live(shell: Shell, answers_file: Path, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes(3))
    (offered / "broken.gpx").write_bytes(b"<html></html>")
    shell("import", offered)
    shell.ran("screen", "--answers", answers_file)
    shell.ran("settings", "has_bike", "yes", "race_on", "2031-05-04", "race_km", "10")
    (run, *_) = shell.ran("runs", "--json").json["runs"]
    shell.ran(
        "log", "pain", "--knee", "right", "--run", run["id"], "--on", run["on"], "--during", 4, "--limp", "?"
    )
    shell.ran("log", "session", "split_squat", "--during", 4, "--morning", 1)
    shell.ran("log", "session", "wall_sit", "--hold", "30,30")
    shell.ran("log", "session", "calf_stretch", "--during", 6)
    shell.ran("log", "test", "knee_to_wall", "--knee", "left", "--cm", "9.5")
    shell.ran("token", "make", "--name", "phone")
    shell.ran("log", "shoe", "Red Racer", "--km-before", 500)
    shell.ran("log", "insert", "orthotic", "--by", "podiatrist")


WRITING: Final = {
    "pain": ("--knee", "right", "--morning", "?"),
    "clearance": ("--by", "physiotherapist", "--may-run", "yes"),
    "painkiller": (),
    "illness": (),
    "sleep": ("--hours", "7.5", "--quality", "6"),
    "shoe": ("Blue Racer",),
    "insert": ("wedge", "--by", "physiotherapist"),
    "sign": ("swelling", "swelling_sudden=?"),
    "beside": ("it felt so good",),
    "week": ("--held-back", "4", "--doubt", "?"),
    "test": ("hops", "--knee", "right", "--pain", "2", "--count", "10"),
    "session": ("rear_foot_split_squat_weight", "--side", "left", "--reps", "8,8", "--load", "5"),
}


@pytest.mark.parametrize(
    ("shape", "command"),
    [
        ("Decision", ("today",)),
        ("Week", ("week",)),
        ("Plan", ("plan",)),
        ("What if", ("plan", "--what-if", "during=8 limp=yes")),
        ("Diary", ("log", "list")),
        ("Runs", ("runs", "--all-sports")),
        ("Ledger", ("import", "--ledger")),
        ("Check", ("check",)),
        ("Tokens", ("token", "list")),
        ("Phones", ("phone", "list")),
        ("Replay", ("replay",)),
        ("Insights", ("insights",)),
        ("Trials", ("try", "show")),
        ("Steps of a day", ("cadence",)),
        ("Shoes", ("shoes",)),
        ("Guide", ("guide",)),
        ("Settings", ("settings",)),
        *(("Kept", ("log", kind, *said)) for kind, said in WRITING.items()),
    ],
    ids=lambda part: part if isinstance(part, str) else " ".join(part),
)
def test_a_command_prints_what_the_page_says(lived_in: Shell, shape: str, command: tuple[str, ...]) -> None:
    printed = lived_in.ran(*command, "--json").json

    assert shape_faults(printed, shape) == []


def test_a_stopped_day_prints_what_the_page_says(lived_in: Shell, tmp_path: Path) -> None:
    answers = tmp_path / "woke.json"
    answers.write_text(json.dumps({"night_pain": True, "swelling": "unknown"}), encoding="utf-8")

    found = lived_in.ran("screen", "--answers", answers, "--json").json
    plan = lived_in.ran("plan", "--json").json

    assert shape_faults(found, "Screening") == []
    assert plan["flags"]
    assert shape_faults(plan, "Plan") == []


@pytest.mark.parametrize("begun_on", [None, date(2026, 3, 4)])
def test_a_change_is_what_the_page_says(begun_on: date | None) -> None:
    change = Change(kind=ChangeKind.EXERCISE, on=date(2026, 3, 2), exercises=("wall_sit",), begun_on=begun_on)

    assert shape_faults(json.loads(json.dumps(plain(change))), "Change") == []


def test_one_run_with_its_diary_prints_what_the_page_says(lived_in: Shell) -> None:
    (run, *_) = lived_in.ran("runs", "--json").json["runs"]

    printed = lived_in.ran("run", run["id"], "--json").json

    assert printed["entries"]
    assert printed["laps"]
    assert shape_faults(printed, "One run") == []


def test_the_columns_of_a_run_are_what_the_page_says(lived_in: Shell) -> None:
    (run, *_) = lived_in.ran("runs", "--json").json["runs"]

    printed = lived_in.ran("run", run["id"], "--columns", "--json").json

    assert {"points", "record", "session", "lap"} <= {table["name"] for table in printed["tables"]}
    assert shape_faults(printed, "Columns") == []


def test_an_entry_that_is_corrected_or_taken_back_prints_what_the_page_says(lived_in: Shell) -> None:
    record_id = lived_in.ran("log", "sleep", "--hours", "7", "--json").json["id"]

    edited = lived_in.ran("log", "edit", record_id, "hours=8", "--json").json
    undone = lived_in.ran("log", "undo", record_id, "--json").json

    assert shape_faults(edited, "Kept") == []
    assert shape_faults(undone, "Kept") == []


def test_every_shape_of_the_page_is_led_to() -> None:
    led_to = set(re.findall(r"\[([^\]]+)\]\(#", JSON_PAGE.read_text(encoding="utf-8")))

    assert led_to >= shapes_of(JSON_PAGE).keys() - {"Which command prints what"}


def test_a_key_too_many_too_few_or_of_another_type_is_found() -> None:
    found = shape_faults({"start_s": "0", "duration_s": None, "pace": 5}, "Lap")

    assert sorted(found) == [
        ".distance_m is on the page only",
        ".pace is not on the page",
        ".start_s is no number: '0'",
    ]
