"""A run may be named by the beginning that the lists show, and its day is said."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.present import text
from tests.app.samples import fit_bytes
from tests.web.told import AT, gpx

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def named(shell: Shell, offered: Path) -> str:
    (offered / "1.fit").write_bytes(fit_bytes(3))
    shell.ran("import", offered)
    return str(shell.ran("runs", "--json").json["runs"][-1]["id"])


@pytest.mark.parametrize("sign", [(), ("--hurts", "stairs_down")])
def test_a_score_is_kept_for_the_run_whose_short_name_is_listed(
    shell: Shell, named: str, sign: tuple[str, ...]
) -> None:
    shown = shell.ran("runs").out
    assert named[:12] in shown
    assert named not in shown

    shell.ran("log", "pain", "--knee", "right", "--during", "2", "--run", named[:12], *sign)

    kept = next(one for one in shell.ran("log", "list", "--json").json["entries"] if one["kind"] == "pain")
    assert kept["payload"]["activity_id"] == named


@pytest.mark.parametrize(
    ("days_ago", "sign", "said"),
    [
        (1, (), "It counts for the run of "),
        (1, ("--hurts", "stairs_down"), "It counts for the run of "),
        (4, (), "It is kept, but it came too late to colour the run of "),
        (4, ("--hurts", "stairs_down"), "It is kept, but it came too late to colour the run of "),
        (4, ("--limp", "yes"), "It counts for the run of "),
    ],
)
def test_the_day_of_the_run_is_said_and_whether_it_is_too_late_to_colour_it(
    shell: Shell, tmp_path: Path, days_ago: int, sign: tuple[str, ...], said: str
) -> None:
    day = AT - timedelta(days=days_ago)
    (tmp_path / "1.gpx").write_text(gpx("Some run", at=day), encoding="utf-8")
    shell.ran("import", tmp_path / "1.gpx")
    run = shell.ran("runs", "--json").json["runs"][-1]["id"]

    answered = shell.ran("log", "pain", "--knee", "right", "--during", "6", "--run", run, *sign).out

    assert f"{said}{text.day(day.date())}." in " ".join(answered.split())


def test_a_correction_may_name_it_so_too(shell: Shell, named: str) -> None:
    entry = shell.ran("log", "pain", "--knee", "right", "--during", "2", "--json").json["id"]

    shell.ran("log", "edit", entry, f"activity_id={named[:12].upper()}")

    (kept,) = (one for one in shell.ran("log", "list", "--json").json["entries"] if one["kind"] == "pain")
    assert kept["payload"]["activity_id"] == named


@pytest.mark.parametrize("name", ["zz", "%", "_", " "])
def test_a_name_that_no_run_begins_with_is_refused(shell: Shell, named: str, name: str) -> None:
    said = shell("log", "pain", "--knee", "right", "--during", "2", "--run", name)

    assert said.code == 2
    assert "There is no run" in said.err
