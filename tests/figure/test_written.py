"""`python -m kneewise.figure` writes where it is told, and nowhere when it is asked for help."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "code"), [(["--help"], 0), ([], 2), (["--nonsense"], 2), (["one", "two"], 2)]
)
def test_what_names_no_folder_writes_nothing(tmp_path: Path, words: list[str], code: int) -> None:
    command = [sys.executable, "-m", "kneewise.figure", *words]

    ended = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)

    assert ended.returncode == code
    assert "FOLDER" in ended.stdout + ended.stderr
    assert list(tmp_path.iterdir()) == []
