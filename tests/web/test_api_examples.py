"""The examples of docs/api.md run against the real program, and it answers as it is described."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.served import kneewise, serve
from tests.web.test_api_calls import operations, schema_faults

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
CALLED = re.compile(r'"\$KNEEWISE(/[^"?]+)')
METHOD = re.compile(r"-X (\w+)")
SENDS = re.compile(r" (?:-d|-F|--data-binary) ")
EXAMPLE = re.compile(r"^```sh\n(.+?)^```$", re.DOTALL | re.MULTILINE)


def faults_of(example: str, said: str) -> list[str]:
    """Hold what an example printed against how its call is described."""
    path = CALLED.findall(example)[-1]
    method = (METHOD.findall(example) or ["POST" if SENDS.search(example) else "GET"])[0]
    described = dict(operations())[f"{method} {path}"]["responses"]["200"]["content"]["application/json"]
    return schema_faults(json.loads(said), described)


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
    answered = [(example, one.stdout) for example, one in zip(examples, done, strict=True) if one.stdout]
    assert len(answered) > 4
    assert [faults_of(example, said) for example, said in answered] == [[]] * len(answered)
