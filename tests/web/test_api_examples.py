"""The examples of docs/api.md run against the real program, one after the other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.served import kneewise, serve

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLE = re.compile(r"^```sh\n(.+?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_every_example_works(tmp_path: Path) -> None:
    home = tmp_path / "home"
    token = kneewise(home, "token", "make", "--name", "examples", "--scope", "all").strip()
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))

    with serve(home) as served:
        environment = os.environ | {"TOKEN": token, "KNEEWISE": f"{served.base}/api/v1"}
        done = [
            subprocess.run(
                ["sh", "-e", "-c", example], env=environment, check=False, capture_output=True, text=True
            )
            for example in examples
        ]

    assert len(examples) > 4
    assert [(one.returncode, one.stderr) for one in done] == [(0, "")] * len(examples)
