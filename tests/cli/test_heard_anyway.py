"""A fault in an answers file does not hide an emergency that stands in it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell

HELP = (
    "Do not run. Get emergency help now. Call 999 now, or let somebody take you to an emergency department."
)
CHEST = '"chest_pain_breathless_or_coughing_blood": true'


@pytest.mark.parametrize(
    ("file", "code", "fault"),
    [
        (f'{{{CHEST}, "knee": "both kneez"}}', 2, "“both kneez” is no knee"),
        ('{"age_years": 300, "foot_drop": "Yes."}', 2, "“300” is no number"),
        ('{"chest_pain": true, "knee": "left"}', 2, "There is no question “chest_pain”"),
        ('{"hot_or_red_joint": true, "fever_or_chills": true, "shoe_size": 42}', 2, "“shoe_size”"),
        (f'{{{CHEST}, "knee": "left",}}', 1, "is not JSON"),
        ('{"foot_drop": true', 1, "is not JSON"),
        (f'{{{CHEST}, "chest_pain_breathless_or_coughing_blood": false}}', 1, "a key stands in it twice"),
    ],
)
@pytest.mark.parametrize("how", [(), ("--json",), ("--dry-run",)], ids=str)
def test_a_fault_is_followed_by_what_to_do(
    shell: Shell, tmp_path: Path, file: str, code: int, fault: str, how: tuple[str, ...]
) -> None:
    shell.ran("settings", "country", "GB")
    told = tmp_path / "answers.json"
    told.write_text(file, encoding="utf-8")

    answered = shell("screen", "--answers", told, *how)

    assert (answered.code, answered.out) == (code, "")
    assert fault in answered.err
    assert answered.err.endswith(f"{HELP}\n")
    assert shell.ran("today", "--json").json["phase"] == "triage"


@pytest.mark.parametrize(
    "file",
    [
        '{"chest_pain_breathless_or_coughing_blood": false, "knee": "both kneez"}',
        '{"chest_pain_breathless_or_coughing_blood": "unknown", "knee": "both kneez"}',
        '{"night_pain": true, "knee": "both kneez"}',
        '{"shoe_size": true}',
        '{"foot_drop": false, "knee": "left",}',
        "[]",
    ],
)
def test_a_fault_alone_alarms_nobody(shell: Shell, tmp_path: Path, file: str) -> None:
    told = tmp_path / "answers.json"
    told.write_text(file, encoding="utf-8")

    answered = shell("screen", "--answers", told)

    assert answered.code in {1, 2}
    assert answered.err
    assert "emergency" not in answered.err


def test_a_sign_beside_one_that_nobody_asks_for_is_heard(shell: Shell) -> None:
    shell.ran("settings", "country", "GB")

    told = shell("log", "sign", "foot_drop", "knee_fever")
    calm = shell("log", "sign", "lump", "knee_fever")

    assert (told.code, calm.code) == (2, 2)
    assert "There is no sign “knee_fever”" in told.err
    assert told.err.endswith(f"{HELP}\n")
    assert "emergency" not in calm.err


def test_a_correction_that_is_not_kept_is_heard(shell: Shell) -> None:
    shell.ran("settings", "country", "GB")
    shell.ran("log", "sign", "lump")
    entry = shell.ran("log", "list", "--json").json["entries"][0]["id"]

    told = shell("log", "edit", entry, "foot_drop=yes", "knee=kneez")
    calm = shell("log", "edit", entry, "foot_drop=no", "knee=kneez")

    assert "“kneez” is no knee" in told.err
    assert told.err.endswith(f"{HELP}\n")
    assert "emergency" not in calm.err
