"""A command starts with what it needs: `today` is asked every day, and reads no watch file."""

import subprocess
import sys
from pathlib import Path

import pytest

LOADED = (
    "import os, sys\n"
    "from kneewise.__main__ import run\n"
    "run({arguments!r})\n"
    "print(*sorted({{name.partition('.')[0] for name in sys.modules}}), file=sys.stderr)\n"
)


def loaded_by(home: Path, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=("--home", str(home), *arguments))],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [("today",), ("week",), ("log", "pain", "--knee", "right", "--during", "2")], ids=" ".join
)
def test_a_command_of_every_day_loads_nothing_that_reads_files(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    loaded = loaded_by(tmp_path / "home", *arguments)

    assert {"kneewise", "django"} <= loaded
    assert not loaded & {"numpy", "lxml", "ninja"}


def test_the_test_would_see_what_reads_files(tmp_path: Path) -> None:
    assert "numpy" in loaded_by(tmp_path / "home", "import", "--help")
