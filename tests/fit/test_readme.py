"""The example in the package's README does what it says."""

import re
from pathlib import Path

import pytest

from kneewise.fit import encode
from tests.fit.made import run

README = Path(__file__).parents[2] / "src" / "kneewise" / "fit" / "README.md"
EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_example_of_ten_lines_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = EXAMPLE.findall(README.read_text(encoding="utf-8"))
    (tmp_path / "run.fit").write_bytes(encode(run(61)))
    monkeypatch.chdir(tmp_path)

    exec(compile(example, str(README), "exec"), {})  # noqa: S102 - our own example.

    printed = capsys.readouterr().out.splitlines()
    assert len([line for line in example.splitlines() if line]) == 8
    assert printed[0] == "running 61 records in 1.0 minutes"
    assert "cadence [84.  84.5 84. ] rpm" in printed
