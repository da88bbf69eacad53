"""Measures the import of a runner's ten years, beside the mere decoding of the same files by fitdecode.

It makes a zip in the shape of Strava's export with so many distinct runs of about an hour, each a ``.fit.gz``
of our own writer, and imports it as a whole process into a new home, and once more into the same. Then
fitdecode decodes some of the same files in one process, unpacked before, which is scaled to all of them. Run
it with ``python -m bench.archive [--files N] [--decoded N]``.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import os
import platform
import tempfile
import time
import warnings
import zipfile
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench.decode import read_fitdecode
from bench.import_files import run
from bench.import_memory import import_and_watch
from kneewise.app.sample_runner.season import run as outing
from kneewise.app.sample_runner.watch import write_fit

if TYPE_CHECKING:
    from collections.abc import Iterable

BEGAN = datetime(2016, 1, 1, 6, tzinfo=UTC)
EVERY = timedelta(hours=29)
HEADER = ("Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Gear", "Filename")


def main() -> None:
    """Make the archive, import it twice, decode a sample of it with fitdecode, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--decoded", type=int, default=30, help="so many files for fitdecode")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        archive, home = Path(folder) / "export.zip", Path(folder) / "home"
        write_archive(archive, given.files)
        size_mb = archive.stat().st_size / 1e6
        new_s, peaks_mb = import_and_watch(home, archive)
        again_s = run(home, "import", str(archive))[0]
        kept = len(json.loads(run(home, "runs", "--json")[1])["runs"])
        theirs_s = seconds_of_fitdecode(archive, given.decoded) * given.files
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}"
    )
    print(f"{given.files} distinct runs of about an hour, {size_mb:.0f} MB of .fit.gz: {kept} kept")
    print(f"fitdecode was given {given.decoded} of them, scaled to all")
    print(f"  into a new home        {new_s:8.1f} s   {1000 * new_s / given.files:.1f} ms a file")
    print(f"  once more              {again_s:8.1f} s")
    print(f"  fitdecode, decoding    {theirs_s:8.1f} s   {theirs_s / new_s:.1f} times as long")
    print(f"  all processes together {sum(peaks_mb):8.0f} MB  {', '.join(f'{mb:.0f}' for mb in peaks_mb)}")


def write_archive(archive: Path, files: int) -> None:
    """Pack so many runs, every one with a course of its own making, and the table of the export."""
    rows = [HEADER]
    with zipfile.ZipFile(archive, "w") as packed, ProcessPoolExecutor() as team:
        for number, content in enumerate(team.map(packed_run, range(files), chunksize=20)):
            name = f"activities/{number:05}.fit.gz"
            packed.writestr(name, content)
            began = BEGAN + number * EVERY
            shown = f"{began:%b} {began.day}, {began.year}, {began.hour % 12 or 12}:{began:%M:%S %p}"
            rows.append((str(number), shown, f"Run {number}", "Run", f"Pair {number // 150}", name))
        packed.writestr("activities.csv", _table(rows))


def packed_run(number: int) -> bytes:
    """Write one run; its length, speed and noise are its own."""
    meant = outing("Run", 1, 55 + number % 11, 2.6 + number % 7 / 10, hilly=number % 3 == 0)
    return gzip.compress(write_fit(meant, BEGAN + number * EVERY, number)[0], 6, mtime=0)


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def seconds_of_fitdecode(archive: Path, count: int) -> float:
    """Decode some of the files, evenly spread, with fitdecode; give the seconds a file."""
    with zipfile.ZipFile(archive) as packed:
        names = [name for name in packed.namelist() if name.endswith(".gz")]
        chosen = [
            gzip.decompress(packed.read(name)) for name in names[:: max(len(names) // count, 1)][:count]
        ]
    began = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for data in chosen:
            read_fitdecode(data)
    return (time.perf_counter() - began) / len(chosen)


if __name__ == "__main__":
    main()
