"""Measures `kneewise import` of a folder as a whole process: into a new home, and once more into the same.

It takes ``../shared/watch-files``, or the folder that is named. Run it with
``python -m bench.import_files [--rounds N] [FOLDER]``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.process import surroundings

WATCH_FILES = Path(__file__).parents[2] / "shared" / "watch-files"


def run(home: Path, *arguments: str) -> tuple[float, str]:
    """Run one command in a process of its own; give its seconds and what it wrote."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "kneewise", "--home", str(home), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings())
    return time.perf_counter() - began, done.stdout


def main() -> None:
    """Import the folder twice in each round, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("folder", type=Path, nargs="?", default=WATCH_FILES)
    given = parser.parse_args()
    if not given.folder.is_dir():
        sys.exit(f"There is no {given.folder.name}: name a folder with watch files.")
    new_s, again_s = list[float](), list[float]()
    count = 0
    for _ in range(given.rounds):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            new_s.append(run(home, "import", str(given.folder))[0])
            again_s.append(run(home, "import", str(given.folder))[0])
            count = len(json.loads(run(home, "runs", "--json", "--all-sports")[1])["runs"])
    largest_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(f"{platform.platform()}, {cores} cores, load {load:.1f}, Python {platform.python_version()}")
    print(f"{given.folder.name}: {count} activities, medians of {given.rounds} rounds, whole processes")
    print(f"  into a new home  {median(new_s):6.2f} s   (each: {', '.join(f'{s:.1f}' for s in new_s)})")
    print(f"  once more        {median(again_s):6.2f} s   (each: {', '.join(f'{s:.1f}' for s in again_s)})")
    print(f"  largest of the processes: {largest_mb:.0f} MB")


if __name__ == "__main__":
    main()
