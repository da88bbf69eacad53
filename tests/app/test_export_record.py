"""The raw record: nothing of the model is forgotten, no cell is run, and what leaves comes back the same."""

import csv
import errno
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast, get_type_hints

import pytest
from django.apps import apps

from kneewise.app import home, log, review
from kneewise.app.export_record import ExportError, export_record
from kneewise.app.import_record import import_record
from kneewise.model.activity import Activity
from kneewise.model.runner import Settings
from kneewise.present.table import RUN_BY_SPREADSHEETS, cell, columns_of, unit_of
from kneewise.store import raw
from kneewise.store.original_files import place_of
from kneewise.store.originals import recall_hashes, recall_original
from kneewise.store.raw import BadRecordError
from kneewise.store.records import SHAPES
from tests.app.homes import RELEASED, bytes_of, home_at, unpack

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
EVIL = ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", 'plain, and "quoted"\n=second line')
WITHOUT_UNIT = {"rank"}
"""Columns of decimals that have none: how good a recording is, against others."""

NEGATIVE = re.compile(r"-[0-9.]+(e-?[0-9]+)?")


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[Path]:
    with home_at(unpack(RELEASED[-1], tmp_path / "home")) as folder:
        runner = home.open_home()
        for place, words in enumerate(EVIL):
            log.log_shoe(runner, at=NOW, name=f"{words}{place}")
            log.log_pain(runner, at=NOW, side="left", on=NOW.date(), during=place, note=words)
        yield folder


def test_every_table_is_exported_and_every_column_or_the_reason_is_said() -> None:
    every = set(apps.get_app_config("store").get_models())

    assert {*raw.TABLES.values(), *raw.TABLES_LEFT_OUT} == every
    assert all(raw.TABLES_LEFT_OUT.values())
    for model in raw.TABLES.values():
        names = {field.name for field in model._meta.get_fields() if getattr(field, "concrete", False)}
        exported = {field.name for field in raw.columns_of(model)}
        assert names - exported <= raw.LEFT_OUT.keys()
    assert all(raw.LEFT_OUT.values())


@pytest.mark.parametrize("shape", [Activity, Settings, *SHAPES.values()], ids=lambda shape: shape.__name__)
def test_every_field_of_the_model_is_a_column(shape: type) -> None:
    columns = columns_of(shape)

    for field in fields(cast("Any", shape)):
        own = {name for name in columns if name == field.name or name.startswith(f"{field.name}_")}
        assert own, field.name


@pytest.mark.parametrize("shape", [Activity, Settings, *SHAPES.values()], ids=lambda shape: shape.__name__)
def test_every_decimal_names_its_unit(shape: type) -> None:
    for name in columns_of(shape):
        hints = {**get_type_hints(Activity.__dataclass_fields__["measured"].type), **get_type_hints(shape)}
        hint = hints.get(name, hints.get(name.removeprefix("measured_")))
        if hint in {float, float | None}:
            assert unit_of(name), name


def test_no_cell_begins_as_what_a_spreadsheet_runs(lived_in: Path, tmp_path: Path) -> None:
    export_record(home.open_home(), tmp_path / "record", now=NOW)

    found = []
    for path in (tmp_path / "record").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found += [one for row in csv.reader(file) for one in row]
    assert not [one for one in found if one.startswith(RUN_BY_SPREADSHEETS) and not NEGATIVE.fullmatch(one)]
    assert all(any(words.strip() in one for one in found) for words in EVIL)


@pytest.mark.parametrize("words", EVIL[:-1])
def test_a_cell_that_would_be_run_begins_with_an_apostrophe(words: str) -> None:
    assert cell(words) == f"'{words}"
    assert cell("5 km") == "5 km"


@pytest.mark.parametrize(
    ("value", "written"), [(-18000, "-18000"), (-0.5, "-0.5"), ("-18000", "'-18000"), ("+49", "'+49")]
)
def test_a_number_below_zero_stays_a_number_and_words_never_become_one(value: object, written: str) -> None:
    assert cell(value) == written


def test_the_dictionary_names_each_column_of_each_file(lived_in: Path, tmp_path: Path) -> None:
    export_record(home.open_home(), tmp_path / "record.zip", now=NOW)

    with zipfile.ZipFile(tmp_path / "record.zip") as archive:
        told = list(csv.DictReader(archive.read("dictionary.csv").decode().splitlines()))
        for name in archive.namelist():
            if name.endswith(".csv") and name != "dictionary.csv":
                (header, *_) = csv.reader(archive.read(name).decode().splitlines())
                assert [row["column"] for row in told if row["file"] == name] == header
    (cadence,) = [row for row in told if row["column"] == "measured_cadence_spm"]
    assert cadence["unit"] == "steps a minute, both feet"
    assert cadence["meaning"].startswith("Median steps per minute")
    assert "during_0_10" in {row["column"] for row in told if row["file"] == "diary/pain.csv"}


@pytest.mark.parametrize("name", ["record", "record.zip"])
def test_what_is_exported_comes_back_and_is_exported_the_same(
    lived_in: Path, tmp_path: Path, name: str
) -> None:
    runner = home.open_home()
    made = export_record(runner, tmp_path / name, now=NOW, originals=True)
    plan = log.lines(runner)

    with home_at(tmp_path / "other"):
        again, originals = import_record(tmp_path / name)
        export_record(again, tmp_path / f"again-{name}", now=NOW, originals=True)

        assert originals == made.originals > 0
        assert log.lines(again) == plan
        assert home.open_home() == again
    assert contents(tmp_path / f"again-{name}") == contents(tmp_path / name)


def contents(path: Path) -> dict[str, str]:
    if path.is_dir():
        return bytes_of(path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).hex() for name in archive.namelist()}


def test_the_watch_files_are_there_byte_for_byte_and_lost_ones_are_counted(
    lived_in: Path, tmp_path: Path
) -> None:
    runner = home.open_home()
    (gone, *rest) = recall_hashes(runner)
    place_of(lived_in, gone).unlink()

    made = export_record(runner, tmp_path / "record", now=NOW, originals=True)

    assert (made.originals, made.lost) == (len(rest), 1)
    for sha256 in rest:
        (file,) = (tmp_path / "record" / "originals").glob(f"{sha256}.*")
        assert file.read_bytes() == recall_original(runner, sha256)


def test_a_home_that_is_lived_in_takes_no_record(lived_in: Path, tmp_path: Path) -> None:
    export_record(home.open_home(), tmp_path / "record", now=NOW)

    with pytest.raises(BadRecordError, match="lived in"):
        import_record(tmp_path / "record")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("manifest.json", '{"format": "kneewise-record", "version": 2}'),
        ("manifest.json", "[]"),
        ("tables/record.json", '[\n{"record_id": "x", "kind": "pain", "payload": 7}\n]\n'),
        ("tables/source.json", '[\n{"activity": "nobody", "original": "none"}\n]\n'),
        ("tables/night.json", '[\n{"hours": 3, "colour": "red"}\n]\n'),
        ("tables/runner.json", "[\nnonsense\n]\n"),
        ("tables/runner.json", '[\n{"last_step": 1000000000000000000000000000000}\n]\n'),
        ("tables/record.json", "[" * 200_000),
    ],
)
def test_a_record_that_is_none_keeps_nothing(lived_in: Path, tmp_path: Path, file: str, content: str) -> None:
    export_record(home.open_home(), tmp_path / "record", now=NOW)
    (tmp_path / "record" / file).write_text(content)

    with home_at(tmp_path / "other"):
        with pytest.raises(BadRecordError):
            import_record(tmp_path / "record")

        assert log.lines(home.open_home()) == ()


def test_a_locked_record_is_met_with_a_sentence(lived_in: Path, tmp_path: Path) -> None:
    export_record(home.open_home(), tmp_path / "record.zip", now=NOW)
    packed = bytearray((tmp_path / "record.zip").read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.find(mark)
        while at >= 0:
            packed[at + flags] |= 1
            at = packed.find(mark, at + 1)
    (tmp_path / "record.zip").write_bytes(packed)

    with home_at(tmp_path / "other"), pytest.raises(BadRecordError):
        import_record(tmp_path / "record.zip")


def test_where_the_disk_is_full_nothing_of_a_record_is_kept_and_it_is_said(
    lived_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_record(home.open_home(), tmp_path / "record", now=NOW, originals=True)

    def full(_places: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with home_at(tmp_path / "other") as other:
        home.open_home()
        with monkeypatch.context() as disk:
            disk.setattr("kneewise.app.import_record.settle", full)
            with pytest.raises(OSError, match="No space"):
                import_record(tmp_path / "record")
        assert log.lines(home.open_home()) == ()
        assert not [path for path in (other / "originals").rglob("*") if path.is_file()]

        assert import_record(tmp_path / "record")[1] > 0


def test_a_decision_that_the_history_of_a_record_does_not_make_answers_nothing(
    lived_in: Path, tmp_path: Path
) -> None:
    runner = home.open_home()
    log.log_sleep(runner, at=NOW, hours=7)
    honest = review.review(runner, NOW.date())
    export_record(runner, tmp_path / "record", now=NOW)
    table = tmp_path / "record" / "tables" / "decision.json"
    lines = table.read_text().splitlines()
    forged = json.loads(lines[-2])
    forged["decision"]["plan"]["phase"] = "maintain"
    table.write_text("\n".join([*lines[:-2], json.dumps(forged), lines[-1]]))

    with home_at(tmp_path / "other"):
        made, _originals = import_record(tmp_path / "record")

        assert review.review(made, NOW.date()) == honest


def test_nothing_is_written_over(lived_in: Path, tmp_path: Path) -> None:
    (tmp_path / "record.zip").write_text("mine")

    with pytest.raises(ExportError, match="already"):
        export_record(home.open_home(), tmp_path / "record.zip", now=NOW)

    assert (tmp_path / "record.zip").read_text() == "mine"
