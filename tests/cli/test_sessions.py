"""`kneewise run ID --split` and `--join`: said, shown, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.samples import fit_bytes, gpx_of
from tests.cli.test_json_is_documented import shape_faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture
def home(shell: Shell, offered: Path) -> Shell:
    """A run that came in two files."""
    (offered / "1.gpx").write_bytes(gpx_of(fit_bytes(3)))
    (offered / "2.fit").write_bytes(fit_bytes(3))
    shell.ran("import", offered)
    return shell


def ids(home: Shell) -> list[str]:
    return [run["id"] for run in home.ran("runs", "--json").json["runs"]]


def test_every_file_is_named_and_the_one_that_is_used_is_marked(home: Shell) -> None:
    (name,) = ids(home)

    told = home.ran("run", name, "--json").json["sources"]

    assert [(one["path"], one["format"], one["used"]) for one in told] == [
        ("offered/2.fit", "fit", True),
        ("offered/1.gpx", "gpx", False),
    ]
    assert "offered/2.fit (the one that is used)" in home.ran("run", name).out
    assert "offered/1.gpx\n" in home.ran("run", name).out


def test_split_join_and_taken_back(home: Shell) -> None:
    (name,) = ids(home)

    split = home.ran("run", name[:6], "--split", "--json").json
    apart = ids(home)
    other = next(one for one in apart if one != name)
    joined = home.ran("run", other, "--join", name[:6])
    together = ids(home)
    listed = home.ran("log", "list", "--json").json
    said = home.ran("log", "list").out
    for entry in listed["entries"]:
        home.ran("log", "undo", entry["id"])

    assert f"Sessions: {other[:12]} is one session with {name[:12]}" in " ".join(said.split())
    assert shape_faults(split, "Kept") == []
    assert shape_faults(listed, "Diary") == []
    assert "kneewise log undo" in joined.out
    assert (len(apart), together) == (2, [other])
    assert [entry["kind"] for entry in listed["entries"]][:2] == ["session", "session"]
    assert ids(home) == [name]
    assert home.ran("replay").code == 0


def test_one_after_the_other(home: Shell) -> None:
    (name,) = ids(home)

    answered = home("run", name, "--split", "--join", name)

    assert answered.code == 2
    assert ids(home) == [name]
