"""Two processes that import into one home at once leave what one import leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.files.made import zipped
from tests.kills.archive import write_offered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.postgres import Cluster

ROOT: Final = Path(__file__).parents[2]


def import_at_once(home: Path, url: str, offered: Sequence[Path]) -> list[dict[str, Any]]:
    """Import each of what is offered in a process of its own, all begun together; give what each then saw."""
    environment = os.environ | {
        "KNEEWISE_HOME": str(home),
        "KNEEWISE_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "kneewise.site.settings",
    }
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.kills.child", str(path)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for path in offered
    ]
    told = [process.communicate(timeout=300) for process in processes]
    assert [(process.returncode, said[1]) for process, said in zip(processes, told, strict=True)] == [
        (0, "") for _ in offered
    ]
    return [json.loads(out.removeprefix("begins\n")) for out, _ in told]


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest) -> Sequence[str]:
    """Where two new databases are: none named for the home's own, or two of a private PostgreSQL."""
    if request.param == "sqlite":
        return "", ""
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    return cluster.url(cluster.create_database()), cluster.url(cluster.create_database())


def rows(held: dict[str, Any], table: str, *without: str) -> list[str]:
    """Read a table of a dump, leaving out what tells who was first."""
    read = [json.loads(row) for row in held["tables"][table]]
    return sorted(str({name: value for name, value in row.items() if name not in without}) for row in read)


def test_the_same_archive_twice_into_a_new_home(urls: Sequence[str], offered: Path, tmp_path: Path) -> None:
    write_offered(offered)
    (alone,) = import_at_once(tmp_path / "one", urls[0], [offered])

    import_at_once(tmp_path / "two", urls[1], [offered, offered])

    (after,) = import_at_once(tmp_path / "two", urls[1], [offered])
    assert after == alone


def test_archives_that_share_files(urls: Sequence[str], offered: Path, tmp_path: Path) -> None:
    write_offered(offered)
    members = {path.name: path.read_bytes() for path in sorted(offered.iterdir())}
    names = sorted(members)
    # Recordings of one session stay together: it is called by the one that was known first.
    first = zipped(tmp_path / "first.zip", {name: members[name] for name in names[:7]})
    second = zipped(tmp_path / "second.zip", {name: members[name] for name in names[1:]})
    for path in (first, second):
        import_at_once(tmp_path / "one", urls[0], [path])
    (alone,) = import_at_once(tmp_path / "one", urls[0], [second])

    import_at_once(tmp_path / "two", urls[1], [first, second])

    (after,) = import_at_once(tmp_path / "two", urls[1], [second])
    assert after["files"] == alone["files"]
    assert rows(after, "StoredActivity", "known_from") == rows(alone, "StoredActivity", "known_from")
    assert rows(after, "Original") == rows(alone, "Original")
    assert rows(after, "Source", "name") == rows(alone, "Source", "name")
    assert rows(after, "StoredNight", "known_from") == rows(alone, "StoredNight", "known_from")
    lines = [rows(held, "OfferedFile", "status", "reason") for held in (after, alone)]
    assert lines[0] == lines[1]
