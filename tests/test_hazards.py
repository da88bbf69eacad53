"""The hazard log is kept: each hazard names what stands against it, and at least two tests that are there."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOG = tomllib.loads((ROOT / "docs" / "hazards.toml").read_text(encoding="utf-8"))
PARTS = {"hazard", "cause", "harm", "control", "residual", "tests"}
FEWEST = 2


@cache
def functions(file: Path) -> frozenset[str]:
    """List the tests that a file defines."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = (node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in named if name.startswith("test_"))


def is_there(test: str) -> bool:
    file, _, name = test.partition("::")
    path = ROOT / file
    return path.is_file() and (path.parent.name == "cases" if not name else name in functions(path))


@pytest.mark.parametrize("hazard", LOG)
def test_a_hazard_says_everything_and_has_its_tests(hazard: str) -> None:
    said = LOG[hazard]

    assert said.keys() == PARTS
    assert all(said[part] for part in PARTS)
    assert len(set(said["tests"])) >= FEWEST
    assert [test for test in said["tests"] if not is_there(test)] == []


def test_a_test_that_is_not_there_is_noticed() -> None:
    assert not is_there("tests/test_hazards.py::test_that_nobody_wrote")
    assert not is_there("tests/test_hazards.py::is_there")
    assert not is_there("tests/nothing.py::test_x")
    assert not is_there("tests/test_hazards.py")
    assert is_there("tests/test_hazards.py::test_a_test_that_is_not_there_is_noticed")
