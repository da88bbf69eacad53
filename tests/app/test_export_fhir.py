"""The FHIR bundle is read by the classes of R4B, holds every score, and claims no code that is unsure."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from kneewise.app import home, log, settings
from kneewise.app.export_fhir import FhirError, export_fhir
from kneewise.model.errors import KneewiseError
from kneewise.present.fhir import LOINC
from kneewise.present.words import sentence
from kneewise.store.history import recall_history
from tests.app.homes import RELEASED, home_at, unpack

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def exported(tmp_path: Path) -> Iterator[Path]:
    with home_at(unpack(RELEASED[-1], tmp_path / "home")):
        runner = home.open_home()
        log.log_pain(runner, at=AT, side="left", on=AT.date(), morning="unknown")
        log.log_test(runner, at=AT, kind="knee_to_wall", side="right", distance_cm=9.5)
        log.log_test(runner, at=AT, kind="hops", side="right", pain_0_10=2, count=10)
        log.log_test(runner, at=AT, kind="brisk_walk", side="right", duration_min=30, pain_0_10=6)
        settings.change(runner, at=AT, body_mass_kg="71.5")
        yield export_fhir(runner, tmp_path / "bundle.json", at=AT).path


def resources(path: Path, kind: str) -> list[Any]:
    every = [entry["resource"] for entry in json.loads(path.read_text())["entry"]]
    return [one for one in every if one["resourceType"] == kind]


def test_it_is_read_by_r4b_and_written_the_same(exported: Path) -> None:
    text = exported.read_text()

    again = Bundle.model_validate_json(text).model_dump_json(indent=1, exclude_none=True)

    assert again + "\n" == text


def test_every_score_every_session_and_every_night_is_in_it(exported: Path) -> None:
    history = recall_history(home.open_home())
    seen = resources(exported, "Observation")
    scores = ("before", "during", "after_60min", "morning", "after_24h")
    told = [getattr(one, name) for one in history.pain for name in scores]

    pain = [one for one in seen if one["code"].get("coding", [{}])[0].get("code") == LOINC["pain"]]
    assert len(pain) == sum(score is not None for score in told)
    assert sum("valueInteger" in one for one in pain) == sum(isinstance(score, int) for score in told)
    assert len([one for one in seen if one["id"].startswith("session-")]) == len(history.activities)
    assert len([one for one in seen if one["id"].startswith("sleep-")]) == len(history.sleeps)
    assert len({one["id"] for one in seen}) == len(seen)


def test_a_night_that_was_told_twice_is_there_once_as_it_was_told_last(
    exported: Path, tmp_path: Path
) -> None:
    runner = home.open_home()
    log.log_sleep(runner, at=AT, hours=6.0)
    log.log_sleep(runner, at=AT + timedelta(minutes=1), hours=8.0)
    log.log_sleep(runner, at=AT + timedelta(minutes=2), quality_0_10=4)
    told = json.loads(
        export_fhir(runner, tmp_path / "told.json", at=AT + timedelta(hours=1)).path.read_text()
    )
    addresses = [entry["fullUrl"] for entry in told["entry"]]
    last = f"sleep-{AT.date()}"

    (night,) = [entry["resource"] for entry in told["entry"] if entry["resource"]["id"] == last]
    assert night["valueQuantity"]["value"] == 8.0
    assert len(set(addresses)) == len(addresses)


def test_a_test_at_home_keeps_its_pain_and_its_count_beside_its_measure(exported: Path) -> None:
    seen = {one["note"][0]["text"]: one for one in resources(exported, "Observation") if "note" in one}

    def beside(kind: str) -> dict[str, int]:
        parts = seen[sentence(f"test.{kind}")].get("component", [])
        return {part["code"]["text"]: part["valueInteger"] for part in parts}

    assert seen[sentence("test.brisk_walk")]["valueQuantity"]["value"] == 30
    assert beside("brisk_walk") == {"Pain in a test at home, 0 to 10": 6}
    assert seen[sentence("test.hops")]["valueInteger"] == 2
    assert beside("hops") == {"How many were done": 10}
    assert beside("knee_to_wall") == {}


def test_what_is_not_known_says_so_and_never_reads_as_a_zero(exported: Path) -> None:
    (unknown,) = [one for one in resources(exported, "Observation") if "dataAbsentReason" in one]

    assert unknown["dataAbsentReason"]["coding"][0]["code"] == "asked-unknown"
    assert "valueInteger" not in unknown


def test_a_code_of_loinc_stands_only_where_we_are_sure(exported: Path) -> None:
    seen = resources(exported, "Observation")
    codes = [one["code"] for one in seen] + [
        part["code"] for one in seen for part in one.get("component", [])
    ]

    assert {one["coding"][0]["code"] for one in codes if "coding" in one} <= set(LOINC.values())
    assert {"Steps a minute, both feet", "Knee-to-wall distance"} <= {
        one["text"] for one in codes if "coding" not in one
    }


def test_references_lead_to_the_patient_and_the_plan_has_its_days(exported: Path) -> None:
    told = json.loads(exported.read_text())
    (patient,) = [one for one in told["entry"] if one["resource"]["resourceType"] == "Patient"]
    (plan,) = resources(exported, "CarePlan")

    subjects = [one["resource"]["subject"]["reference"] for one in told["entry"] if one is not patient]
    assert set(subjects) == {patient["fullUrl"]}
    assert patient["resource"] == {"resourceType": "Patient", "id": "runner"}
    assert len(plan["activity"]) == 7 or plan["status"] == "on-hold"
    assert "not a diagnosis" in plan["description"]


def test_nothing_is_written_over(exported: Path) -> None:
    with pytest.raises(FhirError, match="already"):
        export_fhir(home.open_home(), exported, at=AT)


def test_without_the_package_it_says_what_to_install(
    exported: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "fhir.resources.R4B.bundle", None)

    with pytest.raises(FhirError, match="with its extra fhir"):
        export_fhir(home.open_home(), tmp_path / "other.json", at=AT)

    assert not (tmp_path / "other.json").exists()


def test_a_place_that_cannot_be_written_is_said(exported: Path, tmp_path: Path) -> None:
    with pytest.raises(KneewiseError, match="could not be written"):
        export_fhir(home.open_home(), tmp_path / "no folder" / "other.json", at=AT)
