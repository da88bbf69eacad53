"""The exercises of step 4 as data: chains that can be walked, with sources and a page that names them."""

import re
from pathlib import Path
from typing import Any

import pytest

from kneewise.guide.step4_strength.chains import chains
from kneewise.knowledge import exercises as reader
from kneewise.knowledge import read_exercises, read_sources
from kneewise.knowledge.toml import KnowledgeError
from kneewise.model.evidence import Grade
from kneewise.model.exercise import Dose, Equipment, Exercise, Load, Sides
from kneewise.present.words import has_sentence

TABLE = read_exercises()
EVERY = tuple(TABLE.by_id.values())
CHAINS = chains(TABLE)
GUIDE = {"single_leg_bridge", "clamshell", "split_squat", "eccentric_squat"}
ADDED_BY_THE_EVIDENCE = {"low_step_up", "step_down", "side_lying_abduction", "band_abduction", "calf_raise"}
PAGE = Path(__file__).parents[2] / "docs" / "exercises.md"


def test_every_neighbour_exists_and_knows_its_neighbour() -> None:
    wrong = [
        one.id
        for one in EVERY
        if (one.easier and TABLE.by_id[one.easier].harder != one.id)
        or (one.harder and TABLE.by_id[one.harder].easier != one.id)
    ]

    assert wrong == []


def test_every_exercise_is_in_one_chain_and_no_chain_is_a_loop() -> None:
    walked = [one.id for chain in CHAINS for one in chain]

    assert len(walked) == len(set(walked))
    assert set(walked) == TABLE.by_id.keys()


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain[0].id)
def test_a_chain_begins_with_nothing_but_a_body_and_reaches_the_exercise_it_starts_at(
    chain: tuple[Exercise, ...],
) -> None:
    starts = [one for one in chain if one.starts]

    assert chain[0].needs is Equipment.NONE
    assert len(starts) == 1
    assert starts[0].needs is Equipment.NONE
    assert starts[0].id in GUIDE | {"calf_raise"}


def test_the_exercises_of_the_guide_and_of_the_evidence_are_all_there() -> None:
    named_by_the_guide = {one.id for one in EVERY if "kneewise-guide" in one.sources}

    assert named_by_the_guide == GUIDE
    assert TABLE.by_id.keys() >= GUIDE | ADDED_BY_THE_EVIDENCE
    assert TABLE.by_id["eccentric_squat"].dose is Dose.LOWERED
    assert [one.id for one in EVERY if one.dose is Dose.HELD] == ["wall_sit"]


def test_what_is_loaded_needs_something_to_load_it_with() -> None:
    needs = {Load.BODY_WEIGHT: Equipment.NONE, Load.BAND: Equipment.BANDS}
    needs |= {Load.DUMBBELL: Equipment.WEIGHTS, Load.MACHINE: Equipment.GYM}

    assert [one.id for one in EVERY if one.needs is not needs[one.load]] == []


def test_every_exercise_has_known_sources_and_no_better_grade_than_they_bear() -> None:
    sources = read_sources()
    unchecked = {"kneewise-guide", "kneewise-design", "clinical-memory"}

    assert [one.id for one in EVERY if not one.sources or not set(one.sources) <= sources.keys()] == []
    assert [one.id for one in EVERY if set(one.sources) <= unchecked and one.grade is not Grade.D] == []
    assert {one.reviewed_by for one in EVERY} == {"not reviewed by a clinician"}


def test_every_exercise_can_be_named_advised_and_taken_out() -> None:
    keys = [f"{kind}.{one.id}" for one in EVERY for kind in ("exercise", "strength", "strength.out")]

    assert [key for key in keys if not has_sentence(key)] == []


def test_the_page_lists_every_exercise_as_it_is() -> None:
    row = re.compile(r"^\| `(\w+)` \| [^|]+ \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|", re.MULTILINE)
    rows = row.findall(PAGE.read_text(encoding="utf-8"))

    told = [(one.id, *map(str, (one.works, one.sides, one.dose, one.needs))) for one in EVERY]
    assert sorted(rows) == sorted(told)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"works": "arm"}, "is not a whole record"),
        ({"above": "x"}, "has entries that nothing reads: above"),
        ({"grade": None}, "is not a whole record"),
    ],
)
def test_a_wrong_exercise_is_refused_in_one_sentence(change: dict[str, Any], sentence: str) -> None:
    whole = {"works": "hip", "sides": "each", "dose": "repeated", "load": "band", "needs": "bands"}

    with pytest.raises(KnowledgeError, match=sentence):
        reader._exercise("one", {**whole, "grade": "D", "sources": ["x"], **change}, "nobody")


def test_the_legs_of_the_guide_work_each_by_itself_but_in_its_squat() -> None:
    assert {name for name in GUIDE if TABLE.by_id[name].sides is Sides.BOTH} == {"eccentric_squat"}
