"""Five hundred mutants of every format; `make fuzz` tries twenty thousand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.mutator import mutant
from tests.fuzz.runner import MOST_MB, SLOW_S
from tests.fuzz.seeds import FORMATS, made

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("file_format", FORMATS)
def test_no_mutant_raises_hangs_or_fills_the_memory(file_format: str) -> None:
    # A process of its own, so that the memory is that of the mutants and not of earlier tests.
    command = [sys.executable, "-m", "tests.fuzz.runner", file_format, "--mutants", "500"]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    outcome = json.loads(ran.stdout)
    assert (outcome["mutants"], outcome["finds"], outcome["slow"]) == (500, [], [])
    assert outcome["slowest_s"] <= SLOW_S
    assert outcome["peak_mb"] <= MOST_MB
    assert ran.returncode == 0


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_number_gives_the_same_mutant_and_another_gives_another(file_format: str) -> None:
    (whole, *_) = made(file_format)

    first, again, other = (mutant(whole, seed=1, number=number) for number in (5, 5, 6))

    assert first == again
    assert first not in {other, whole}
