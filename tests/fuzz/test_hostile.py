"""Sixteen bombs and slips and the attacks on XML: each refused, and nothing else happens.

How long each takes is measured by hand (`python -m tests.fuzz.hostile`), not here.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.bombs import ARCHIVES, documents

ROOT = Path(__file__).resolve().parents[2]
MOST_GREW_MB = dict.fromkeys(ARCHIVES, 64)
DOCUMENTS = tuple(documents("", 0))
MOST_OF_A_DOCUMENT_MB = 180
"""So that with a start of about 60 MB the process stays below 256 MB."""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="only Linux says how much memory was held"
)


@cache
def costs() -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.fuzz.hostile"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {cost["name"]: cost for cost in map(json.loads, ran.stdout.splitlines())}


def test_there_are_sixteen() -> None:
    assert len(ARCHIVES) == 16
    assert list(costs()) == [*ARCHIVES, *DOCUMENTS]


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_bomb_is_named_for_what_it_is(name: str) -> None:
    _, reasons = ARCHIVES[name]

    assert costs()[name]["reasons"] == dict(reasons)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_made_to_do_harm_is_no_recording(name: str) -> None:
    (reason,) = costs()[name]["reasons"].values()

    assert reason in {
        "doctype",
        "damaged",
        "no_track",
        "too_large",
        "not_what_it_says",
        "track_without_times",
    }


@pytest.mark.parametrize("name", [*ARCHIVES, *DOCUMENTS])
def test_the_honest_file_beside_it_is_read_and_nothing_else_is_touched(name: str) -> None:
    cost = costs()[name]

    assert cost["honest"]
    assert (cost["opened"], cost["written"], cost["sockets"], cost["calls"]) == ([], [], 0, 0)
    assert cost["grew_mb"] <= MOST_GREW_MB.get(name, MOST_OF_A_DOCUMENT_MB)
