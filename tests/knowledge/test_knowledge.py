import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kneewise.knowledge import (
    emergency_number,
    help_line,
    knowledge_hash,
    read_numbers,
    read_questions,
    read_sources,
    read_units,
)
from kneewise.knowledge import numbers as reader
from kneewise.knowledge.patterns import read_patterns
from kneewise.knowledge.toml import ROOT, KnowledgeError, knowledge_files, read_toml
from kneewise.model.evidence import Number, Row
from kneewise.model.places import DRAWN_PLACES, Place

HONEST = "not reviewed by a clinician"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    limit: Number
    row: Row


WHOLE = """
[review]
reviewed_on = 2026-11-23
reviewed_by = "not reviewed by a clinician"
[limit]
value = 3
unit = "days"
grade = "D"
sources = ["kneewise-design"]
[row]
values = [1, 2]
unit = "days"
grade = "X"
sources = ["kneewise-guide"]
reviewed_by = "A. Clinician"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reader, "folder_of", lambda package: tmp_path / package)
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


def records() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in knowledge_files():
        if path.name not in {"knowledge.toml", "gate.toml"}:
            continue
        table = dict(read_toml(path))
        review = table.pop("review", {})
        for name, record in table.items():
            yield path.relative_to(ROOT).as_posix(), name, {**review, **record}


def test_a_record_becomes_a_number_and_a_row(folder: Path) -> None:
    (folder / "knowledge.toml").write_text(WHOLE)

    numbers = read_numbers("room", Shape)

    assert numbers.limit.value == 3.0
    assert numbers.limit.reviewed_on == date(2026, 11, 23)
    assert numbers.row.values == (1.0, 2.0)
    assert (numbers.limit.reviewed_by, numbers.row.reviewed_by) == (HONEST, "A. Clinician")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("[limit]", "[limits]"), "has numbers that nothing reads: limits"),
        (("[row]\n", "[review2]\nvalue=1\n[row]\n"), "nothing reads: review2"),
        (('sources = ["kneewise-design"]', "sources = []"), "has no source"),
        (('unit = "days"\ngrade = "D"', 'grade = "D"'), "is not a whole record"),
        (('grade = "D"', 'grade = "E"'), "is not a whole record"),
        (("value = 3", "value = 3\nabove = 4"), "has entries that nothing reads: above"),
        (("value = 3", "value = = 3"), "is not TOML"),
    ],
)
def test_a_wrong_record_is_refused_in_one_sentence(
    folder: Path, change: tuple[str, str], sentence: str
) -> None:
    (folder / "knowledge.toml").write_text(WHOLE.replace(*change))

    with pytest.raises(KnowledgeError) as refused:
        read_numbers("room", Shape)

    assert sentence in str(refused.value)


def test_a_missing_number_is_named(folder: Path) -> None:
    (folder / "knowledge.toml").write_text(WHOLE.split("[row]", maxsplit=1)[0])

    with pytest.raises(KnowledgeError, match="lacks numbers: row"):
        read_numbers("room", Shape)


def test_every_number_has_a_known_unit_a_grade_and_known_sources() -> None:
    wrong = [
        f"{path}: {name}"
        for path, name, record in records()
        if record["unit"] not in read_units()
        or record["grade"] not in {"A", "B", "C", "D", "X"}
        or not record["sources"]
        or not read_sources().keys() >= set(record["sources"])
        or record["reviewed_by"] != HONEST
        or record["reviewed_on"] != date(2026, 11, 23)
    ]

    assert wrong == []


def test_every_source_is_used_somewhere() -> None:
    texts = "".join(path.read_text() for path in knowledge_files() if path.name != "sources.toml")
    texts += "".join(path.read_text() for path in ROOT.rglob("*.py"))

    assert [key for key in read_sources() if f'"{key}"' not in texts] == []


def test_what_was_not_checked_is_graded_no_better_than_a_convention() -> None:
    sources = read_sources()

    unchecked = [
        name
        for _, name, record in records()
        if record["grade"] not in {"D", "X"} and not any(sources[key].checked for key in record["sources"])
    ]

    assert unchecked == []


def test_the_hash_is_that_of_the_content_and_always_the_same() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", knowledge_hash())
    assert knowledge_hash() == knowledge_hash()


def test_every_pattern_gives_a_share_between_nothing_and_all_for_every_feature() -> None:
    table = read_patterns()
    features = {feature.id for feature in table.features}

    assert len(table.conditions) == 24
    assert len(features) == 30
    assert all(condition.shares.keys() == features for condition in table.conditions)
    assert all(0 < share < 1 for condition in table.conditions for share in condition.shares.values())
    assert abs(sum(condition.prior for condition in table.conditions) - 1) < 0.001


def test_every_key_and_place_of_the_pattern_table_can_be_answered() -> None:
    table = read_patterns()
    keys = {question.key for question in read_questions()}
    places = {place for feature in table.features for place in feature.places}

    assert all(feature.keys or feature.places for feature in table.features)
    assert keys >= {key for feature in table.features for key in feature.keys}
    assert places >= set(DRAWN_PLACES)
    assert places <= set(Place)


def test_a_question_put_only_after_another_hangs_on_a_yes_no_question() -> None:
    by_key = {question.key: question for question in read_questions()}

    assert {by_key[each.only_if].kind for each in by_key.values() if each.only_if} == {"yes_no"}


def test_an_emergency_number_is_known_by_country_or_not_made_up() -> None:
    assert emergency_number("gb") == "999"
    assert emergency_number("DE") == "112"
    assert emergency_number("") is None


def test_a_help_line_is_known_by_country_with_its_source_or_not_made_up() -> None:
    assert help_line("gb") == "NHS 111 (England, Scotland, Wales)"
    assert help_line("DE") is None
    assert read_sources()["nhs-111"].checked


EVIDENCE = ROOT.parents[2] / "shared" / "evidence" / "patterns.json"


@pytest.mark.skipif(not EVIDENCE.is_file(), reason="../shared/evidence is not on this machine")
def test_the_pattern_table_has_the_shares_and_priors_of_the_evidence() -> None:
    told = json.loads(EVIDENCE.read_text(encoding="utf-8"))["conditions"].values()
    theirs = sorted((each["prior_adult_runner_nontraumatic"], sorted(each["p"].items())) for each in told)

    ours = sorted((each.prior, sorted(each.shares.items())) for each in read_patterns().conditions)

    assert ours == theirs


def test_no_number_of_the_red_flags_that_rests_on_memory_or_design_alone_is_graded_better() -> None:
    memory = {"clinical-memory", "kneewise-design", "kneewise-guide"}

    better = [
        f"{path}: {name}"
        for path, name, record in records()
        if "red_flags" in path and set(record["sources"]) <= memory and record["grade"] not in {"D", "X"}
    ]

    assert better == []


@pytest.mark.parametrize(
    "name",
    [
        "bone_tenderness_points",
        "earlier_bone_injury_points",
        "high_arches_points",
        "more_running_points",
        "bone_points_from",
    ],
)
def test_both_rooms_count_the_points_of_bone_alike(name: str) -> None:
    rooms = ("red_flags", "step1_pain")

    red_flags, pain = (read_toml(ROOT / "guide" / room / "knowledge.toml")[name] for room in rooms)

    assert red_flags["value"] == pain["value"]
    assert red_flags["sources"] == pain["sources"]


def test_what_was_not_checked_says_so_where_it_is_shown() -> None:
    unchecked = {key: source.title for key, source in read_sources().items() if not source.checked}

    assert {"kneewise-design", "clinical-memory"} <= unchecked.keys()
    assert [key for key, said in unchecked.items() if not re.search(r"not checked|no study", said)] == []


def test_how_a_runner_is_drawn_is_no_knowledge() -> None:
    assert [path for path in knowledge_files() if "figure" in path.parts] == []
    assert (ROOT / "figure" / "poses.toml").is_file()
