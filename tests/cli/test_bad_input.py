"""Bad input: one clear sentence with the remedy, the right exit code, and nothing lost."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest
from django.test import override_settings

from tests.app.samples import fit_bytes
from tests.cli.conftest import Shell
from tests.web.told import AT

GOOD = fit_bytes(3)


def packed(members: dict[str, bytes]) -> bytes:
    """Pack a zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return held.getvalue()


def encrypted(members: dict[str, bytes]) -> bytes:
    """Mark every member of a zip as encrypted, in both of its directories."""
    content = bytearray(packed(members))
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + flags_at] |= 1
            at = content.find(signature, at + 4)
    return bytes(content)


def many_zips_deep() -> bytes:
    """Pack a run into a zip, and that into others."""
    content = packed({"run.fit": GOOD})
    for depth in range(6):
        content = packed({f"{depth}.zip": content})
    return content


BAD = {
    "empty.fit": b"",
    "cut.fit": GOOD[:40],
    "page.gpx": b"<!doctype html><html><title>Log in</title></html>",
    "deep.zip": many_zips_deep(),
    "secret.zip": encrypted({"run.fit": GOOD}),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_code_1(
    shell: Shell, offered: Path, name: str
) -> None:
    (offered / name).write_bytes(BAD[name])

    answered = shell("import", offered / name)

    rows = shell.ran("import", "--ledger", "--json").json["files"]
    (refused,) = [row for row in rows if row["reason"] != "archive"]
    assert answered.code == 1
    assert "Traceback" not in answered.out + answered.err
    assert (refused["status"], refused["run_ids"]) == ("refused", [])
    assert refused["reason"]
    assert refused["path"].startswith(name)


@pytest.mark.parametrize("name", BAD)
def test_the_good_file_beside_a_bad_one_is_read(shell: Shell, offered: Path, name: str) -> None:
    (offered / name).write_bytes(BAD[name])
    (offered / "good.fit.gz").write_bytes(gzip.compress(GOOD, mtime=0))

    answered = shell("import", offered)

    rows = shell.ran("import", "--ledger", "--json").json["files"]
    files = [row for row in rows if row["reason"] != "archive"]
    assert answered.code == 0
    assert sorted(row["status"] for row in files) == ["imported", "refused"]
    assert len(shell.ran("runs", "--json").json["runs"]) == 1


@pytest.mark.parametrize("name", BAD)
def test_why_a_file_was_refused_is_said_in_words(shell: Shell, offered: Path, name: str) -> None:
    (offered / name).write_bytes(BAD[name])

    answered = shell("import", offered / name)

    told = answered.out.split("Refused.")[1].split("Every file:")[0].split()
    assert len(told) > 4
    assert told[-1].endswith(".")


def test_a_path_that_is_not_there_is_said_and_the_rest_is_read(shell: Shell, offered: Path) -> None:
    (offered / "good.fit").write_bytes(GOOD)

    answered = shell("import", offered / "gone.fit", offered)

    assert answered.code == 1
    assert answered.err == f"There is no {offered / 'gone.fit'}.\n"
    assert len(shell.ran("runs", "--json").json["runs"]) == 1


def test_nothing_named_is_wrong_usage(shell: Shell) -> None:
    answered = shell("import")

    assert (answered.code, answered.out) == (2, "")
    assert answered.err.count("\n") == 1


SLIPS = {
    "pain 11": (("log", "pain", "--knee", "right", "--during", "11"), "0 to 10"),
    "pain minus 1": (("log", "pain", "--knee", "right", "--during", "-1"), "0 to 10"),
    "half a point": (("log", "pain", "--knee", "right", "--during", "2.5"), "0 to 10"),
    "an unknown knee": (("log", "pain", "--knee", "middle", "--during", "2"), "left or right"),
    "no knee": (("log", "pain", "--during", "2"), "--knee"),
    "no score": (("log", "pain", "--knee", "left"), "--during"),
    "a day to come": (("log", "pain", "--knee", "left", "--during", "2", "--on", "2999-01-01"), "future"),
    "no date": (("log", "pain", "--knee", "left", "--during", "2", "--on", "tomorrow"), "2026-11-23"),
    "no time": (("log", "pain", "--knee", "left", "--during", "2", "--at", "late"), "07:30"),
    "a test at the wall without its figure": (
        ("log", "test", "knee_to_wall", "--knee", "left", "--pain", "0"),
        "how far the toes were from the wall",
    ),
    "a test without a figure": (("log", "test", "stairs", "--knee", "left"), "--pain"),
    "a walk without a figure": (("log", "test", "brisk_walk", "--knee", "left"), "--minutes"),
    "too few": (("runs", "--limit", "-1"), "say 1 or more"),
    "fewer kilometres than none": (("log", "shoe", "Grey", "--km-before", "-5"), "say one from 0 to 5000"),
    "a goal below nothing": (("settings", "goal_week_min", "-4"), "Say 0 or more instead of -4"),
    "no whole number": (("runs", "--limit", "abc"), "say a whole number"),
    "no number": (("log", "shoe", "Grey", "--km-before", "far"), "say one from 0 to 5000"),
    "half a move": (("plan", "--move", "sat"), "takes 2 words"),
    "no entry": (("log", "undo"), "kneewise log list"),
    "no change": (("log", "edit"), "kneewise log list"),
    "no sign": (("log", "sign"), "kneewise log sign swelling"),
    "what hurts, half named": (
        ("log", "pain", "--knee", "left", "--hurts", "stair"),
        "stairs_down, stairs_up",
    ),
    "a day that is none": (("settings", "race_on", "2027-02-30"), f"write it as {AT.date()}"),
    "an unknown run": (("log", "run", "abcdef", "--all-running", "yes"), "kneewise runs"),
    "an unknown entry": (("log", "undo", "abcdef"), "log list"),
    "an unknown setting": (("settings", "colour", "blue"), "country"),
    "an unknown zone": (("settings", "home_zone", "Mars/Base"), "Europe/Berlin"),
    "an unknown command": (("jog",), "--help"),
    "an unknown option": (("today", "--jason"), "--help"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_sentence_with_the_remedy_and_nothing_is_stored(shell: Shell, slip: str) -> None:
    arguments, remedy = SLIPS[slip]

    answered = shell(*arguments)

    assert answered.code in {1, 2}
    assert answered.out == ""
    assert remedy in answered.err
    assert answered.err.count("\n") == 1
    entries = shell.ran("log", "list", "--json").json["entries"]
    assert [entry["kind"] for entry in entries] in ([], ["settings"])


ANSWERS = {
    "no JSON": ("knee: right", 1),
    "a list": ('["right"]', 1),
    "an answer twice": ('{"knee": "right", "knee": "left"}', 1),
    "an unknown question": ('{"knees": "right"}', 2),
    "an unknown knee": ('{"knee": "middle"}', 2),
    "a word for yes": ('{"knee": "right", "night_pain": "perhaps"}', 2),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answers_file_that_cannot_be_read_is_one_sentence(shell: Shell, tmp_path: Path, case: str) -> None:
    said, code = ANSWERS[case]
    (tmp_path / "answers.json").write_text(said, encoding="utf-8")

    answered = shell("screen", "--answers", tmp_path / "answers.json")

    assert (answered.code, answered.out) == (code, "")
    assert answered.err.count("\n") == 1
    assert "Expecting" not in answered.err


def test_nobody_to_ask_is_said(shell: Shell) -> None:
    answered = shell("screen")

    assert answered.code == 2
    assert "--answers FILE" in answered.err


def test_a_file_that_was_cut_is_read_as_far_as_it_goes_and_that_is_said(shell: Shell, offered: Path) -> None:
    (offered / "cut.fit").write_bytes(GOOD[: len(GOOD) * 2 // 3])

    answered = shell("import", offered)

    assert answered.code == 0
    assert "offered/cut.fit" in answered.out
    assert "Partly recovered" in answered.out


def test_a_named_file_that_may_not_be_read_is_a_line_and_the_rest_is_read(
    shell: Shell, offered: Path
) -> None:
    (offered / "good.fit").write_bytes(GOOD)
    os.mkfifo(offered / "pipe.gpx")
    # A folder that is closed is tried as a path of its own elsewhere; root opens every file.
    (offered / "closed.gpx").write_bytes(b"")
    (offered / "closed.gpx").chmod(0)

    answered = shell("import", offered / "closed.gpx", offered / "pipe.gpx", offered / "good.fit")

    assert answered.code == 0
    assert len(shell.ran("import", "--ledger", "--json").json["files"]) == 3


def test_a_file_that_holds_no_activity_is_named_where_it_is_all_there_is(shell: Shell, offered: Path) -> None:
    (offered / "notes.txt").write_text("hello", encoding="utf-8")

    answered = shell("import", offered)

    assert answered.code == 1
    assert "offered/notes.txt" in answered.out
    assert answered.err == "Nothing in it could be read as an activity.\n"


def test_an_empty_name_is_not_the_folder_one_stands_in(shell: Shell) -> None:
    answered = shell("import", "")

    assert (answered.code, answered.out) == (2, "")
    assert "An empty name is no file" in answered.err


def test_files_beside_the_ledger_are_not_dropped_without_a_word(shell: Shell, offered: Path) -> None:
    answered = shell("import", "--ledger", offered)

    assert answered.code == 2
    assert "import the files first" in answered.err


def test_a_file_that_is_named_twice_is_one_line(shell: Shell, offered: Path) -> None:
    (offered / "good.fit").write_bytes(GOOD)

    printed = shell.ran("import", offered / "good.fit", offered / "good.fit", "--json").json

    assert len(printed["files"]) == 1


def test_the_home_is_not_read_where_it_lies_in_what_is_offered(shell: Shell, offered: Path) -> None:
    (offered / "good.fit").write_bytes(GOOD)

    with override_settings(KNEEWISE_HOME=offered / "home"):
        first = shell.ran("import", offered, "--json").json
        second = shell.ran("import", offered, "--json").json

    assert first == second
    assert [row["path"] for row in first["files"]] == ["offered/good.fit"]
    assert list((offered / "home").rglob("*.gz"))


def test_watching_stands_alone_and_needs_a_folder(shell: Shell, offered: Path) -> None:
    with_paths = shell("import", offered, "--watch", offered)
    nowhere = shell("import", "--watch", offered / "nowhere")

    assert (with_paths.code, nowhere.code) == (2, 2)
    assert "stands alone" in with_paths.err
    assert "nowhere" in nowhere.err


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(shell: Shell) -> None:
    near, far = shell("log", "sign", "swellin"), shell("log", "sign", "qqqq")

    assert "“swelling”" in near.err
    assert "is it" not in far.err
    assert (near.code, far.code) == (2, 2)


def test_a_guess_of_the_parser_ends_with_one_mark(shell: Shell) -> None:
    assert "'today'? See: kneewise --help" in shell("diary").err
