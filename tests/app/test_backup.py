"""A backup is everything, and a restore is all of it or nothing: a refusal leaves not one byte changed."""

import hashlib
import io
import json
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from kneewise.app import home, log, swap
from kneewise.app.backup import BackupError, backup, write_backup
from kneewise.app.lock import in_use
from kneewise.app.restore import Restored, RestoreError, restore
from kneewise.app.tidy import tidy
from kneewise.model.errors import KneewiseError
from kneewise.store.backup_file import MANIFEST, ROWS
from kneewise.store.passphrase import WrongPassphraseError
from kneewise.store.sealed import MARK, ZIP_START, DamagedBackupError, member, write_sealed
from tests.app.homes import RELEASED, bytes_of, home_at, unpack

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PLACES = 100


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[Path]:
    """A home with runs, originals and a diary, of this version."""
    with home_at(unpack(RELEASED[-1], tmp_path / "home")) as folder:
        home.open_home()
        connection.close()
        yield folder


@pytest.fixture
def backed_up(lived_in: Path, tmp_path: Path) -> Path:
    path = backup(tmp_path / "kept.zip", now=NOW).path
    connection.close()
    return path


def rows_of(folder: Path) -> list[str]:
    """Everything that a home's database says."""
    with closing(sqlite3.connect(folder / ROWS)) as rows:
        return [line for line in rows.iterdump() if "sqlite_sequence" not in line]


def refused(path: Path, folder: Path, error: type[KneewiseError] = KneewiseError, **said: object) -> str:
    """See that a restore is refused, that not a byte changed, and nothing is left lying about; give why."""
    before = bytes_of(folder.parent)
    with pytest.raises(error) as fault:
        restore(path, now=NOW, replace=True, **said)  # type: ignore[arg-type]  # Handed on.
    assert bytes_of(folder.parent) == before
    return str(fault.value)


def test_a_backup_holds_every_row_and_every_original(lived_in: Path, backed_up: Path, tmp_path: Path) -> None:
    originals = {name: of for name, of in bytes_of(lived_in).items() if name.startswith("originals/")}

    with home_at(tmp_path / "other") as other:
        done = restore(backed_up, now=NOW)

        assert (done.home, done.before, done.missing, done.made_at) == (other, None, 0, NOW)
        assert {name: of for name, of in bytes_of(other).items() if name != ROWS} == originals
        assert rows_of(other) == rows_of(lived_in)


def test_the_home_before_is_kept_beside_the_restored_one(lived_in: Path, backed_up: Path) -> None:
    runner = home.open_home()
    log.log_sleep(runner, at=NOW, hours=8.0)
    connection.close()
    later, first = bytes_of(lived_in), rows_of(lived_in)

    done = restore(backed_up, now=NOW, replace=True)

    assert done.before is not None
    assert bytes_of(done.before) | {"lock": ""} == later | {"lock": ""}
    assert rows_of(done.before) == first
    assert len(rows_of(lived_in)) < len(first)
    assert log.lines(home.open_home())


def test_a_home_that_is_lived_in_is_replaced_only_when_that_is_said(lived_in: Path, backed_up: Path) -> None:
    before = bytes_of(lived_in)

    with pytest.raises(RestoreError, match="--replace"):
        restore(backed_up, now=NOW)

    assert bytes_of(lived_in) == before


@pytest.mark.parametrize("packed", RELEASED, ids=lambda packed: packed.stem)
def test_a_backup_of_an_earlier_version_is_brought_up_to_date(packed: Path, tmp_path: Path) -> None:
    with home_at(unpack(packed, tmp_path / "old")), (tmp_path / "old.zip").open("wb") as out:
        write_backup(out, now=NOW, originals=True)
    with home_at(unpack(packed, tmp_path / "opened")) as opened:
        home.open_home()
        connection.close()
        expected = [line for line in rows_of(opened) if "django_migrations" not in line]

    with home_at(tmp_path / "new") as new:
        restore(tmp_path / "old.zip", now=NOW)

        assert [line for line in rows_of(new) if "django_migrations" not in line] == expected
        assert log.lines(home.open_home())


@pytest.mark.parametrize("passphrase", ["", "three dry runners"], ids=["plain", "encrypted"])
def test_a_backup_that_is_damaged_anywhere_is_refused(
    lived_in: Path, tmp_path: Path, passphrase: str
) -> None:
    whole = backup(tmp_path / "whole.zip", now=NOW, passphrase=passphrase).path.read_bytes()
    connection.close()
    damaged, places = tmp_path / "damaged.zip", random.Random(7)

    for place in (*range(16), len(whole) - 1, *(places.randrange(len(whole)) for _ in range(PLACES))):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << places.randrange(8)
        for content in (bytes(flipped), whole[:place]):
            damaged.write_bytes(content)
            assert refused(damaged, lived_in, passphrase=lambda: passphrase).endswith(".")


def test_a_wrong_passphrase_and_none_are_refused_and_the_right_one_opens(
    lived_in: Path, tmp_path: Path
) -> None:
    path = backup(tmp_path / "locked.zip", now=NOW, passphrase="three dry runners").path
    connection.close()

    wrong = refused(path, lived_in, WrongPassphraseError, passphrase=lambda: "three wet runners")
    none = refused(path, lived_in, WrongPassphraseError)
    done = restore(path, now=NOW, replace=True, passphrase=lambda: "three dry runners")

    assert "passphrase" in wrong
    assert "KNEEWISE_PASSPHRASE" in none
    assert done.originals == len(list((lived_in / "originals").rglob("*.gz")))
    assert b"SQLite format" not in path.read_bytes()
    assert list(tmp_path.glob(".home-unlocked-*")) == []


Change = Callable[[dict[str, bytes]], object]


def resealed(path: Path, change: Change) -> Path:
    """Change what a backup holds, and let list and seal agree with it, as somebody who means harm would."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
        told = json.loads(archive.read(MANIFEST))
    change(held)
    told["members"] = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in held.items()
    ]
    return sealed(path, held, told)


def sealed(path: Path, held: dict[str, bytes], told: object) -> Path:
    out = io.BytesIO()
    with write_sealed(out) as archive:
        for name, content in {**held, MANIFEST: json.dumps(told).encode()}.items():
            archive.writestr(member(name, len(content)), content)
    path.write_bytes(out.getvalue())
    return path


def in_rows(statement: str) -> Change:
    def change(held: dict[str, bytes]) -> None:
        rows = sqlite3.connect(":memory:", isolation_level=None)
        rows.deserialize(held[ROWS])
        rows.execute(statement)
        held[ROWS] = rows.serialize()

    return change


def first_original(held: dict[str, bytes]) -> str:
    return next(name for name in held if name.startswith("originals/") and "quarantine" not in name)


def torn_page(held: dict[str, bytes]) -> None:
    held[ROWS] = held[ROWS][:8192] + b"\xff" * 4096 + held[ROWS][12288:]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda held: held.update({"../outside.gz": b""}), "no backup of a home"),
        (lambda held: held.update({"originals/../../x.gz": b""}), "no backup of a home"),
        (lambda held: held.update({"secret-key": b"mine"}), "no backup of a home"),
        (lambda held: held.pop(ROWS), "no backup of a home"),
        (lambda held: held.update({ROWS: b"no database"}), "not sound"),
        (torn_page, "not sound"),
        (in_rows("UPDATE store_record SET runner_id = 77"), "not sound"),
        (in_rows("DELETE FROM django_migrations"), "not sound"),
        (in_rows("INSERT INTO django_migrations VALUES (999, 'store', '9000_later', '2030-01-01')"), "newer"),
        (lambda held: held.pop(first_original(held)), "not whole"),
        (lambda held: held.update({first_original(held): b"not what it was"}), "not whole"),
    ],
)
def test_what_was_made_to_look_whole_is_refused(
    lived_in: Path, backed_up: Path, change: Change, why: str
) -> None:
    assert why in refused(resealed(backed_up, change), lived_in)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"version": 2}, "newer Kneewise"),
        ({"format": "holiday-pictures"}, "no backup of a home"),
        ({"members": []}, "no backup of a home"),
        ({"members": "all"}, "no backup of a home"),
    ],
)
def test_a_list_of_another_format_is_refused(
    lived_in: Path, backed_up: Path, told: dict[str, object], why: str
) -> None:
    with zipfile.ZipFile(backed_up) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
        before = json.loads(archive.read(MANIFEST))

    assert why in refused(sealed(backed_up, held, before | told), lived_in)


def test_a_member_that_is_not_what_the_list_says_is_refused(lived_in: Path, backed_up: Path) -> None:
    with zipfile.ZipFile(backed_up) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
        told = json.loads(archive.read(MANIFEST))
    name = first_original(held)
    held[name] = b"z" * len(held[name])

    assert "not as it was kept" in refused(sealed(backed_up, held, told), lived_in)


def test_no_file_and_no_backup_are_refused(lived_in: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Tuesday: 5 km")

    assert "could not be read" in refused(tmp_path / "nothing.zip", lived_in)
    assert "is no backup" in refused(tmp_path / "notes.txt", lived_in)


def test_a_home_that_is_in_use_is_not_replaced(lived_in: Path, backed_up: Path) -> None:
    with in_use(lived_in / home.SERVED):
        assert "kneewise serve" in refused(backed_up, lived_in)
    with closing(sqlite3.connect(lived_in / ROWS)) as other:
        other.execute("SELECT count(*) FROM store_record").fetchall()
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM store_record").fetchall()
        with pytest.raises(KneewiseError, match="has this home open"):
            restore(backed_up, now=NOW, replace=True)


def test_a_disk_without_room_is_said_before_anything_is_written(
    lived_in: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil._ntuple_diskusage(100, 99, 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)

    assert "make room" in refused(backed_up, lived_in)


def test_a_restore_that_is_killed_between_its_two_steps_is_finished_by_the_next_command(
    lived_in: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_aside = swap._put_aside

    def killed(target: Path, aside: Path) -> None:
        put_aside(target, aside)
        raise KeyboardInterrupt

    monkeypatch.setattr(swap, "_put_aside", killed)
    with pytest.raises(KeyboardInterrupt):
        restore(backed_up, now=NOW, replace=True)
    monkeypatch.undo()

    assert not lived_in.exists()
    assert log.lines(home.open_home())
    assert len(list(lived_in.parent.glob("home.before-restore-*"))) == 1


def test_a_restore_that_is_killed_before_the_home_moves_is_done_again(
    lived_in: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_target: Path, _aside: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(swap, "_put_aside", killed)
    with pytest.raises(KeyboardInterrupt):
        restore(backed_up, now=NOW, replace=True)
    monkeypatch.undo()
    assert home.ready(lived_in).exists()

    restore(backed_up, now=NOW, replace=True)

    assert not home.ready(lived_in).exists()
    assert log.lines(home.open_home())


def test_a_restore_in_the_same_second_keeps_both_homes_before(lived_in: Path, backed_up: Path) -> None:
    asides = [restore(backed_up, now=NOW, replace=True).before for _twice in range(2)]

    assert [one.name for one in asides if one] == [
        "home.before-restore-20261124-093000",
        "home.before-restore-20261124-093000-2",
    ]
    assert all(one and (one / ROWS).exists() for one in asides)


def test_a_disk_that_fails_while_homes_change_places_loses_neither(
    lived_in: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_aside = swap._put_aside

    def fails(_path: Path, _to: Path) -> None:
        raise OSError(5, "Input/output error")

    def then_fails(target: Path, aside: Path) -> None:
        put_aside(target, aside)
        monkeypatch.setattr(Path, "rename", fails)

    before = rows_of(lived_in)
    monkeypatch.setattr(swap, "_put_aside", then_fails)
    with pytest.raises(KneewiseError, match="could not be put in its place"):
        restore(backed_up, now=NOW, replace=True)
    with pytest.raises(home.HomeError, match="could not be put back"):
        home.open_home()
    monkeypatch.undo()

    assert log.lines(home.open_home())
    (aside,) = lived_in.parent.glob("home.before-restore-*")
    assert rows_of(aside) == before


@pytest.mark.parametrize("place", ["os.fsync", "kneewise.app.restore.take_out"])
def test_a_disk_that_fails_while_a_home_is_put_together_is_said(
    lived_in: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fails(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(place, fails)

    assert "Input/output error" in refused(backed_up, lived_in, RestoreError)


def test_what_a_killed_restore_left_beside_the_home_goes_with_time(lived_in: Path) -> None:
    left = lived_in.parent / ".home-unlocked-x"
    left.mkdir()
    (left / "backup.zip").write_text("open")

    assert tidy(datetime.now(UTC)) == ()
    assert tidy(datetime.now(UTC) + timedelta(days=2)) == ("../.home-unlocked-x",)
    assert not left.exists()


def test_a_place_that_cannot_be_taken_leaves_the_home_where_it_was(
    lived_in: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_aside = swap._put_aside

    def fails(target: Path, aside: Path) -> None:
        put_aside(target, aside)
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(swap, "_put_aside", fails)

    assert "--home" in refused(backed_up, lived_in)


def test_a_backup_takes_no_others_place_and_leaves_no_half_of_itself(lived_in: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_text("mine")

    with pytest.raises(BackupError, match="already"):
        backup(tmp_path / "mine.zip", now=NOW)
    with pytest.raises(BackupError, match="another place"):
        backup(tmp_path / "nowhere" / "x.zip", now=NOW)

    assert (tmp_path / "mine.zip").read_text() == "mine"
    assert backup(tmp_path, now=NOW).path == tmp_path / "kneewise-2026-11-24.zip"
    assert list(tmp_path.glob("*.part")) == []
    assert list(lived_in.glob(".backup-*")) == []


def test_an_original_that_the_home_lost_is_counted_and_stops_no_restore(
    lived_in: Path, tmp_path: Path
) -> None:
    next(path for path in (lived_in / "originals").rglob("*.gz") if "quarantine" not in str(path)).unlink()

    made = backup(tmp_path / "kept.zip", now=NOW)
    connection.close()
    done: Restored = restore(made.path, now=NOW, replace=True)

    assert (made.missing, done.missing) == (1, 1)


def test_the_secret_of_the_page_and_its_link_stay_at_home(lived_in: Path, tmp_path: Path) -> None:
    (lived_in / "secret-key").write_text("secret-canary")
    (lived_in / "door.run").write_text("secret-canary")

    path = backup(tmp_path / "kept.zip", now=NOW).path

    with zipfile.ZipFile(path) as archive:
        assert {name for name in archive.namelist() if not name.startswith("originals/")} == {ROWS, MANIFEST}
    assert b"secret-canary" not in path.read_bytes()


def test_rows_in_postgresql_are_kept_by_its_own_program(postgresql_database: str, tmp_path: Path) -> None:
    for refused_there in (
        lambda: backup(tmp_path / "kept.zip", now=NOW),
        lambda: restore(tmp_path / "kept.zip", now=NOW),
    ):
        with pytest.raises(KneewiseError, match="pg_dump"):
            refused_there()


def test_a_home_whose_database_is_not_sound_is_not_backed_up_as_if_it_were(
    lived_in: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(lived_in / ROWS, isolation_level=None)) as rows:
        rows.execute("UPDATE store_record SET runner_id = 77 WHERE id = 1")

    with pytest.raises(BackupError, match="kneewise check"):
        backup(tmp_path / "kept.zip", now=NOW)

    assert list(tmp_path.glob("kept.zip*")) == []


def test_what_is_sealed_and_is_no_archive_is_refused(lived_in: Path, tmp_path: Path) -> None:
    path = tmp_path / "made-by-hand.zip"
    told = ZIP_START + b"no archive" + MARK
    path.write_bytes(told + hashlib.sha256(told).hexdigest().encode())

    assert "was altered" in refused(path, lived_in, DamagedBackupError)
