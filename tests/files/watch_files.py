"""The table of what comes of each real watch file, and how it is written anew.

    python -m tests.files.watch_files > tests/files/watch_files.txt

It holds paths and reasons, nothing else of the files. Names with somebody's address in them are shortened.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from kneewise.files import Examined, examine, open_offered

WATCH_FILES: Final = Path(__file__).parents[3] / "shared" / "watch-files"
TABLE: Final = Path(__file__).with_name("watch_files.txt")
ADDRESS: Final = re.compile(r"[^/]*@[^/_]*")


class Row(NamedTuple):
    """What came of a file: its kind, the ledger's verdict and reason, and how many sessions."""

    kind: str
    verdict: str
    reason: str
    sessions: int
    path: str


def row_of(file: Examined) -> Row:
    reading = file.reading
    path = ADDRESS.sub("address", file.path.removeprefix(f"{WATCH_FILES.name}/"))
    return Row(reading.kind, reading.verdict, reading.reason or "-", len(reading.recordings), path)


def rows_there() -> list[Row]:
    """Read every file of the folder."""
    files = (offered for offered in open_offered(WATCH_FILES) if not offered.stands_for)
    return sorted(map(row_of, map(examine, files)))


def written(rows: Iterable[Row]) -> Iterator[str]:
    """Write the table: a line for each outcome, and the files it came of below."""
    for outcome, each in groupby(rows, key=lambda row: row[:4]):
        yield f"== {' '.join(map(str, outcome))}"
        yield from (row.path for row in each)


def read_table() -> list[Row]:
    """Read the table back."""
    rows: list[Row] = []
    outcome = ["", "", "", "0"]
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            outcome = line.removeprefix("== ").split(" ")
        else:
            kind, verdict, reason, sessions = outcome
            rows.append(Row(kind, verdict, reason, int(sessions), line))
    return rows


if __name__ == "__main__":
    sys.stdout.write("\n".join(written(rows_there())) + "\n")
