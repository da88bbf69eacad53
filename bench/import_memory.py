"""Measures how much memory an import takes, all its processes together, while it goes on.

It makes an archive of runs of an hour by our own writer, with ``--heavy`` a few tracks of a whole day as GPX
besides, imports it into a new home, and adds up what each process holds (PSS: what is
shared counts once). Run it with ``python -m bench.import_memory [--files N] [--heavy N]``.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.process import surroundings
from kneewise.app.sample_runner.season import run
from kneewise.app.sample_runner.watch import write_fit

BEGAN = datetime(2020, 1, 1, 7, tzinfo=UTC)
STRIDES = "<extensions><TPX><hr>142</hr><cad>84</cad></TPX></extensions>"
EVERY_S = 0.05


def main() -> None:
    """Make the archive, import it, print the most that was held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--heavy", type=int, default=0, help="so many tracks of a day besides")
    parser.add_argument("--heavy-mb", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "export.zip"
        _write(archive, given.files, given.heavy, given.heavy_mb)
        took_s, peaks = import_and_watch(Path(folder) / "home", archive)
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{given.files} runs of an hour, {given.heavy} tracks of {given.heavy_mb} MB: {took_s:.0f} s")
    print(f"  all processes together at most {sum(peaks):.0f} MB: {', '.join(f'{mb:.0f}' for mb in peaks)}")


def _write(archive: Path, files: int, heavy: int, heavy_mb: int) -> None:
    """Pack runs that differ in their start, and the long tracks between them."""
    outing = run("An hour", 1, 60, 2.8)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(files):
            content = write_fit(outing, BEGAN + timedelta(days=number), number)[0]
            packed.writestr(f"activities/{number:05}.fit.gz", gzip.compress(content, 6, mtime=0))
            if heavy and number % max(files // heavy, 1) == files // heavy // 2:
                packed.writestr(f"activities/{number:05}-day.gpx", _gpx(number, heavy_mb))


def _gpx(number: int, size_mb: int) -> bytes:
    points, size_b, second = list[str](), 0, 0
    while size_b < size_mb * 2**20:
        at = BEGAN + timedelta(days=number, hours=3, seconds=second)
        points.append(
            f'<trkpt lat="{47 + second * 2e-6:.7f}" lon="8.5"><ele>{400 + second % 40}.0</ele>'
            f"<time>{at:%Y-%m-%dT%H:%M:%SZ}</time>{STRIDES}</trkpt>\n"
        )
        size_b, second = size_b + len(points[-1]), second + 1
    return (
        '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><type>running</type><trkseg>{''.join(points)}</trkseg></trk></gpx>"
    ).encode()


def import_and_watch(home: Path, archive: Path) -> tuple[float, list[float]]:
    """Import; give the seconds, and what each process held when all together held the most, in MB."""
    began_s = time.perf_counter()
    command = [sys.executable, "-m", "kneewise", "--home", str(home), "import", str(archive)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=surroundings()) as process:
        peaks, is_over = list[float](), threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peaks, is_over))
        watcher.start()
        process.wait()
        took_s = time.perf_counter() - began_s
        is_over.set()
        watcher.join()
    return took_s, peaks


def _watch(pid: int, peaks: list[float], is_over: threading.Event) -> None:
    while not is_over.wait(EVERY_S):
        held = sorted((_pss_mb(one) for one in _family(pid)), reverse=True)
        if sum(held) > sum(peaks):
            peaks[:] = held


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _pss_mb(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    main()
