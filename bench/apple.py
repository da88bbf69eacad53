"""Measures how fast an Apple Health export is taken apart, and in how much memory.

It makes its own exports: months of records of a watch, kind after kind as the app writes them, with an hour's
run every other day. Each is read by a process of its own, so that its peak is its own. What is measured is
everything up to the parts that an import then looks at. Beside it stands the bare `iterparse` of lxml over
the same export, which does nothing but count.
Run it with ``python bench/apple.py [--sizes 50,150,450] [--rounds N]``.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

START = datetime(2024, 1, 1, tzinfo=UTC)
RUN_AT_S = 6 * 3600
RUN_S = 3600
DAY_B = 2_600_000
KINDS = (
    # What is recorded all day and in a run, and every how many seconds.
    ("HeartRate", "count/min", "72", 300, 5),
    ("StepCount", "count", "40", 120, 30),
    ("DistanceWalkingRunning", "km", "0.03", 120, 5),
    ("ActiveEnergyBurned", "kcal", "0.6", 60, 5),
    ("BasalEnergyBurned", "kcal", "1.1", 60, 60),
    ("RunningSpeed", "km/hr", "10.2", 0, 5),
    ("RunningPower", "W", "240", 0, 5),
    ("RunningStrideLength", "m", "1.05", 0, 5),
    ("RunningVerticalOscillation", "cm", "9.1", 0, 5),
    ("RunningGroundContactTime", "ms", "250", 0, 5),
)
DEVICE = "&lt;&lt;HKDevice: 0x28{0:07x}&gt;, name:Apple Watch, manufacturer:Apple Inc., hardware:Watch6,2&gt;"

READ = (
    "import resource, sys, time\n"
    "from pathlib import Path\n"
    "from kneewise.files import open_offered\n"
    "began = time.perf_counter()\n"
    "count = sum('workout-' in one.path for one in open_offered(Path(sys.argv[1])))\n"
    "print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, count)\n"
)
COUNT = (
    "import resource, sys, time, zipfile\n"
    "from lxml import etree\n"
    "began = time.perf_counter()\n"
    "count = 0\n"
    "with zipfile.ZipFile(sys.argv[1]) as archive, archive.open(archive.namelist()[0]) as file:\n"
    "    for _, each in etree.iterparse(file, tag=('Record', 'Workout'), resolve_entities=False):\n"
    "        count += each.tag == 'Workout'\n"
    "        each.clear()\n"
    "        while each.getprevious() is not None:\n"
    "            del each.getparent()[0]\n"
    "print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, count)\n"
)


def stamp(at_s: float) -> str:
    """Write an instant as the app does."""
    return (START + timedelta(seconds=at_s)).strftime("%Y-%m-%d %H:%M:%S +0000")


def record(told: tuple[str, str, str], from_s: float, to_s: float) -> str:
    """Write one record of a kind, a unit and an amount."""
    kind, unit, amount = told
    ends = stamp(to_s)
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="A Watch" sourceVersion="10.1.1"'
        f' device="{DEVICE.format(int(from_s) % 999)}" unit="{unit}" creationDate="{ends}"'
        f' startDate="{stamp(from_s)}" endDate="{ends}" value="{amount}"/>\n'
    )


def write(path: Path, size_b: int) -> int:
    """Write an export of about a size; returns how long it is without the zip."""
    written_b = 0
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
        archive.open("apple_health_export/export.xml", "w", force_zip64=True) as file,
    ):
        for piece in pieces(max(size_b // DAY_B, 1)):
            written_b += file.write(piece.encode())
    return written_b


def pieces(days: int) -> Iterator[str]:
    """Write so many days: every kind through all of them, and then the runs."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n]>\n<HealthData locale="en_GB">\n'
    for kind, unit, amount, all_day_s, in_run_s in KINDS:
        for midnight_s in range(0, days * 86_400, 86_400):
            if all_day_s:
                yield from (
                    record((kind, unit, amount), midnight_s + s, midnight_s + s)
                    for s in range(0, 86_400, all_day_s)
                )
            if midnight_s % (2 * 86_400) == 0:
                starts_s = midnight_s + RUN_AT_S
                yield from (
                    record((kind, unit, amount), s, s + in_run_s)
                    for s in range(starts_s, starts_s + RUN_S, in_run_s)
                )
    for starts_s in range(RUN_AT_S, days * 86_400, 2 * 86_400):
        yield (
            f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="60" durationUnit="min"'
            f' sourceName="A Watch" startDate="{stamp(starts_s)}" endDate="{stamp(starts_s + RUN_S)}">\n'
            '  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n </Workout>\n'
        )
    yield "</HealthData>\n"


def measure(code: str, path: Path) -> tuple[float, float, int]:
    """Run one reader in a process of its own: seconds, peak in MB, and how many workouts it found."""
    told = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[0]), float(told[1]), int(told[2])


def main() -> None:
    """Make the exports, read each in turn, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="50,150,450")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "export.zip"
            size_mb = write(path, size * 1_000_000) / 1e6
            ours, bare = [], []
            for _ in range(asked.rounds):
                ours.append(measure(READ, path))
                bare.append(measure(COUNT, path))
            for name, rounds in (("kneewise", ours), ("bare iterparse", bare)):
                seconds = median(each[0] for each in rounds)
                peak_mb = max(each[1] for each in rounds)
                print(
                    f"{size_mb:6.0f} MB, {rounds[0][2]:4} runs  {name:15} {seconds:6.2f} s"
                    f"  {size_mb / seconds:6.1f} MB/s  peak {peak_mb:5.0f} MB"
                )


if __name__ == "__main__":
    main()
