"""Which files are mutated, which tests must notice, and which mutants nothing can notice, with the reason."""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from kneewise.knowledge.toml import ROOT
from tests.mutants.mutant import Mutant, Name
from tests.mutants.sites import python_mutants
from tests.mutants.tables import table_mutants

HERE: Final = Path(__file__).parent
ROOM: Final = "guide/red_flags"
FILES: Final = (
    "model/bone.py",
    "engine/gate.py",
    "engine/gate.toml",
    "engine/gate_most.py",
    "engine/gate_numbers.py",
    *sorted(f"{ROOM}/{path.name}" for path in (ROOT / ROOM).glob("*.*") if path.suffix in {".py", ".toml"}),
)
TESTS: Final = (
    "tests/engine/test_gate.py",
    "tests/engine/test_gate_law_10.py",
    "tests/engine/test_gate_law_7.py",
    "tests/engine/test_gate_law_8.py",
    "tests/engine/test_gate_laws_1_and_2.py",
    "tests/guide/test_ages.py",
    "tests/guide/test_anew.py",
    "tests/guide/test_bone.py",
    "tests/guide/test_clearing.py",
    "tests/guide/test_days_in_turn.py",
    "tests/guide/test_diary_signs.py",
    "tests/guide/test_edges.py",
    "tests/guide/test_levels.py",
    "tests/guide/test_noes.py",
    "tests/guide/test_provisional.py",
    "tests/guide/test_red_flags.py",
    "tests/guide/test_red_flags_advice.py",
    "tests/guide/test_rows.py",
    "tests/guide/test_safety_questions.py",
    "tests/guide/test_said.py",
    "tests/guide/test_told_late.py",
    "tests/test_cases.py",
)
"""Tests that name their edges; those that try histories nobody thought of do not count."""

SEED: Final = 20261126


@cache
def text_of(file: str) -> str:
    """Read a file once, so that a run holds to what it began with."""
    return (ROOT / file).read_text(encoding="utf-8")


def mutants() -> list[Mutant]:
    """List every mutant of every file."""
    made: list[Mutant] = []
    for file in FILES:
        made += (
            python_mutants(file, text_of(file))
            if file.endswith(".py")
            else table_mutants(file, text_of(file))
        )
    return made


def explained() -> dict[Name, str]:
    """Read why some mutants cannot be noticed, by their names."""
    told = tomllib.loads((HERE / "explained.toml").read_text(encoding="utf-8")).get("mutant", [])
    return {(one["file"], one["where"], change): one["why"] for one in told for change in one["changes"]}


def sampled(whole: list[Mutant], count: int) -> list[Mutant]:
    """Choose some, always the same as long as there are the same."""
    return random.Random(SEED).sample(whole, count)
