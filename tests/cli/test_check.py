"""`kneewise check`: originals against their hashes, and figures of an earlier version measured anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from django.db.models import F

from kneewise.app import measure_anew
from kneewise.app.clock import now
from kneewise.store.models import Runner, StoredActivity
from tests.app.samples import fit_bytes
from tests.cli.test_json_is_documented import shape_faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def home(shell: Shell, offered: Path) -> Shell:
    """Three runs."""
    for days_ago in (8, 5, 3):
        (offered / f"{days_ago}.fit").write_bytes(fit_bytes(days_ago))
    shell.ran("import", offered)
    return shell


def be_of_an_earlier_version() -> None:
    """Make the figures those of a version that measured nonsense."""
    for row in StoredActivity.objects.all():
        row.reading["measured"] |= {"version": "0", "running_s": 1.0}
        row.measured_version = "0"
        row.save()
    # As every write does: what was read before is not remembered any longer.
    Runner.objects.update(last_step=F("last_step") + 1)


def originals(home: Shell) -> list[Path]:
    return sorted((home.home / "originals").rglob("*.gz"))


def test_a_sound_home(home: Shell) -> None:
    answered = home.ran("check")

    assert "Original files, each as it was kept: 3." in answered.out


def test_what_is_lost_and_what_is_altered_is_named_and_exit_code_1(home: Shell) -> None:
    lost, altered, _ = originals(home)
    lost.unlink()
    altered.write_bytes(altered.read_bytes()[:-1])

    answered = home("check")
    told = home("check", "--json")

    assert answered.code == told.code == 1
    assert sorted(one["fault"] for one in told.json["faults"]) == ["altered", "lost"]
    assert all(one["path"] in answered.out for one in told.json["faults"])
    assert shape_faults(told.json, "Check") == []


def test_what_the_same_file_puts_back_is_sound_again(home: Shell, offered: Path) -> None:
    originals(home)[0].unlink()
    altered = originals(home)[1]
    altered.write_bytes(b"")
    altered.unlink()

    home.ran("import", offered)

    assert home.ran("check").code == 0


def test_what_nothing_speaks_of_is_counted(home: Shell) -> None:
    (originals(home)[0].parent / ".draft-left").write_bytes(b"half an original")

    assert home.ran("check", "--json").json["unclaimed"] == 1


def test_figures_of_an_earlier_version_are_shown_with_it_until_they_are_measured_anew(home: Shell) -> None:
    before = home.ran("runs", "--json").json
    be_of_an_earlier_version()
    (run_id, *_) = [run["id"] for run in before["runs"]]

    shown = home.ran("run", run_id).out
    waiting = home.ran("check", "--json").json["to_measure"]
    told = home.ran("check", "--remeasure", "--json").json

    assert "earlier version (0)" in shown
    assert (waiting, told["measured_anew"], told["to_measure"]) == (3, 3, 0)
    assert home.ran("runs", "--json").json == before
    assert [made["cause"] for made in home.ran("replay", "--json").json["decisions"]] == ["import", "measure"]
    assert "earlier version" not in home.ran("run", run_id).out


def test_ctrl_c_leaves_what_was_measured_and_the_next_one_goes_on(
    home: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_of_an_earlier_version()
    keep, left = measure_anew._keep, [None]

    def interrupted(*arguments: object) -> bool:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        return keep(*arguments)  # type: ignore[arg-type]  # Handed on as they came.

    with monkeypatch.context() as patch:
        patch.setattr(measure_anew, "_keep", interrupted)
        stopped = home("check", "--remeasure")

    assert stopped.code == 130
    assert home.ran("check", "--json").json["to_measure"] == 2
    assert home.ran("check", "--remeasure", "--json").json["measured_anew"] == 2
    assert all(one["same"] for one in home.ran("replay", "--json").json["decisions"])


def test_it_says_what_is_free_how_old_backups_are_and_of_which_version(home: Shell, tmp_path: Path) -> None:
    before = home.ran("check").out
    home.ran("log", "sleep", "--hours", "7")
    home.ran("backup", tmp_path / "kept.zip")

    told = home.ran("check", "--json").json

    assert "There is no backup of everything yet" in before
    assert "Free on the disk of the home" in before
    assert told["last_backup_on"] == told["last_kept_on"] == now().date().isoformat()
    assert told["kept_by_itself"] == 1
    assert "Your last backup of everything" in home.ran("check").out
    assert shape_faults(told, "Check") == []


def test_fix_removes_old_drafts_and_names_them_and_nothing_else(home: Shell) -> None:
    folder = originals(home)[0].parent
    old, new = folder / ".draft-old", folder / ".draft-new"
    lone = folder / f"{'0' * 62}.gz"
    for path in (old, new, lone):
        path.write_bytes(b"half an original")
    for path in (old, lone):
        os.utime(path, (0, 0))

    counted = home.ran("check", "--json").json["left_behind"]
    fixed = home.ran("check", "--fix").out

    assert counted == 1
    assert ".draft-old" in fixed
    assert (old.exists(), new.exists(), lone.exists()) == (False, True, True)
    assert home.ran("check", "--fix", "--json").json["fixed"] == []
