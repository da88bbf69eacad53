"""Measures how fast running files are decoded, against the best known open readers for Python.

Every round reads all files with each reader in turn, so that a slow moment of the machine meets all of them;
the medians of the rounds are compared. Ours decodes every column of every message, eagerly; the others are
asked for every field of every message. Run it with ``python bench/decode.py [--rounds N]``.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import gzip
import os
import platform
import resource
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import fitdecode
import fitparse
import numpy as np
import pyfitparsernative

from kneewise.fit import App, DeveloperField, FitError, Message, decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WATCH_FILES = Path(__file__).parents[2] / "shared" / "watch-files"
MEGABYTE = 1_000_000


def read_ours(data: bytes) -> None:
    """Decode with Kneewise: all columns of all messages."""
    decode(data)


def read_fitdecode(data: bytes) -> None:
    """Decode with fitdecode, passing over what it finds wrong as far as it can."""
    with fitdecode.FitReader(data, error_handling=fitdecode.ErrorHandling.IGNORE) as reader:
        for _ in reader:
            pass


def read_fitparse(data: bytes) -> None:
    """Decode with fitparse."""
    for message in fitparse.FitFile(data, check_crc=False).get_messages():
        message.get_values()


def read_pyfitparsernative(data: bytes) -> int:
    """Decode with pyfitparsernative, which is written in Rust; give how many records there were.

    Where a file is not as it expects, it panics: that escapes ``except Exception``, and ends the file.
    """
    try:
        messages = pyfitparsernative.parse_fit_bytes(data)
    except BaseException as fault:
        if isinstance(fault, KeyboardInterrupt):
            raise
        return 0
    return sum(message["message_type"] == "record" for message in messages)


READERS: dict[str, Callable[[bytes], object]] = {
    "kneewise": read_ours,
    "fitdecode": read_fitdecode,
    "fitparse": read_fitparse,
    "pyfitparsernative": read_pyfitparsernative,
}


def running_files(folder: Path) -> list[bytes]:
    """Read the running FIT files that the folder's manifest names."""
    with (folder / "MANIFEST.csv").open(newline="", encoding="utf-8") as manifest:
        rows = [row for row in csv.DictReader(manifest) if "running" in row["sport"]]
    paths = [folder / row["repo"].replace("/", "+") / row["path"] for row in rows]
    return [_unpacked(path) for path in paths if path.name.lower().endswith((".fit", ".fit.gz"))]


def _unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def synthetic_files(count: int = 20, seconds: int = 3600) -> list[bytes]:
    """Write runs of an hour with our own encoder, for machines without real files."""
    return [_synthetic_run(seed, seconds) for seed in range(count)]


def _synthetic_run(seed: int, seconds: int) -> bytes:
    chance = np.random.default_rng(seed)
    start = 1_700_000_000.0 + 86_400 * seed
    ground_time = DeveloperField(number=0, name="Ground Time", unit="ms", base="uint16", app=App())
    record = Message(
        name="record",
        columns={
            "timestamp": start + np.arange(seconds),
            "position_lat": 47 + np.arange(seconds) * 2.5e-5,
            "position_long": np.full(seconds, 8.5),
            "distance": np.arange(seconds) * 2.8,
            "enhanced_speed": chance.normal(2.8, 0.1, seconds),
            "enhanced_altitude": chance.normal(400, 5, seconds),
            "heart_rate": chance.normal(150, 5, seconds),
            "cadence": np.round(chance.normal(84, 1, seconds) * 2) / 2,
        },
        developer={ground_time: chance.normal(260, 8, seconds)},
    )
    kind = Message(name="file_id", columns={"type": "activity", "time_created": start})
    session = Message(name="session", columns={"timestamp": start + seconds, "sport": "running"})
    return encode([kind, record, session])


def seconds_for(read: Callable[[bytes], object], files: Sequence[bytes]) -> list[float]:
    """Return the seconds a reader takes for each file; an error of the reader ends that file early."""
    taken = []
    for data in files:
        start = time.perf_counter()
        with contextlib.suppress(FitError, fitdecode.FitError, fitparse.FitParseError):
            read(data)
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Run the rounds and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    real = WATCH_FILES.is_dir()
    files = running_files(WATCH_FILES) if real else synthetic_files()
    size_mb = sum(map(len, files)) / MEGABYTE
    taken: dict[str, list[list[float]]] = {name: [] for name in READERS}
    peak_mb = list[float]()
    for _ in range(rounds):
        for name, read in READERS.items():
            taken[name].append(seconds_for(read, files))
            peak_mb.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
    totals = {name: median(sum(one) for one in every) for name, every in taken.items()}

    kind = "running files of ../shared/watch-files" if real else "synthetic runs of our own encoder"
    print(f"{len(files)} {kind}, {size_mb:.1f} MB, medians of {rounds} rounds, readers in turn")
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"Python {platform.python_version()}, NumPy {np.__version__}")
    for name, total in totals.items():
        ratio = total / totals["kneewise"]
        print(f"  {name:18} {size_mb / total:8.2f} MB/s   kneewise is {ratio:6.1f} times as fast")
    print(f"  peak with all files held: {peak_mb[0]:.0f} MB after ours, {peak_mb[-1]:.0f} MB after all")


if __name__ == "__main__":
    main()
