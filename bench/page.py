"""Measures how long the page takes to answer, with thousands of sessions and years of diary behind it.

The real program serves, with one worker, a home of 5,000 activities and three years of diary, and one run
that came from a file. Each address is asked for in turn, over one connection, so many times; the first answer
of each is told apart, because the very first reads the history. Run it with
``python -m bench.page [--times N]``.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

from bench.import_files import run
from bench.process import surroundings
from bench.today import fill
from kneewise.app.sample_runner.season import run as outing
from kneewise.app.sample_runner.watch import write_fit

ADDRESSES = (
    "/",
    "/plan/",
    "/diary/",
    "/screen/",
    "/runs/",
    "/runs/?year=2025",
    "{run}",
    "/cadence/",
    "/strength/",
    "/ankle/",
    "/shoes/",
    "/recovery/",
    "/report/",
    "/insights/",
    "/files/",
    "/settings/",
    "/settings/data/",
    "/more/",
    "/guide/",
    "/guide/step4/",
    "/when-to-stop/",
)
STARTED = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


def main() -> None:
    """Fill a home, serve it, ask, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--activities", type=int, default=5000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home, file = Path(folder) / "home", Path(folder) / "run.fit"
        fill(home, given.activities, 1.0, 3 * 365)
        file.write_bytes(write_fit(outing("A run", 0, 60, 2.8), STARTED, 1)[0])
        run(home, "import", str(file))
        taken = _ask(home, given.times)
    print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"Python {platform.python_version()}, {given.activities} activities, each {given.times} times")
    for address, (first_s, later_s, size_b) in taken.items():
        p95_ms = 1000 * quantiles(later_s, n=20)[-1]
        middle_ms, first_ms = 1000 * median(later_s), 1000 * first_s
        print(
            f"  {address:16} median {middle_ms:6.1f} ms  p95 {p95_ms:6.1f} ms  first {first_ms:7.1f} ms"
            f"  {size_b / 1024:6.0f} KB"
        )


def _ask(home: Path, times: int) -> dict[str, tuple[float, list[float], int]]:
    """Serve a home, and time each address; of each, the first answer and the later ones, in seconds."""
    command = [sys.executable, "-m", "kneewise", "--home", str(home), "serve", "--port", "0"]
    told = surroundings(COLUMNS="400", PYTHONUNBUFFERED="1", KNEEWISE_ON="2026-11-23")
    with subprocess.Popen(
        [*command, "--on", "2026-11-23"], stdout=subprocess.PIPE, text=True, env=told
    ) as server:
        try:
            return _ask_by(_link(server), times)
        finally:
            server.terminate()


def _link(server: subprocess.Popen[str]) -> str:
    for line in server.stdout or ():
        if found := re.search(r"http://\S+/open/\S+", line):
            return found[0]
    sys.exit("The server ended without printing its link.")


def _ask_by(link: str, times: int) -> dict[str, tuple[float, list[float], int]]:
    parts = urlsplit(link)
    line = http.client.HTTPConnection(parts.netloc)
    line.request("GET", parts.path)
    answer = line.getresponse()
    answer.read()
    cookie = {"Cookie": (answer.getheader("Set-Cookie") or "").partition(";")[0]}
    listed = _get(line, "/runs/", cookie)[1]
    newest = (re.findall(rb'href="(/runs/[0-9a-f]+/)"', listed) or [b""])[0].decode()
    every = [address.format(run=newest) for address in ADDRESSES]
    first = {address: _get(line, address, cookie) for address in every}
    later: dict[str, list[float]] = {address: [] for address in every}
    for _ in range(times):
        for address in every:
            later[address].append(_get(line, address, cookie)[0])
    return {address: (first[address][0], later[address], len(first[address][1])) for address in every}


def _get(line: http.client.HTTPConnection, address: str, cookie: dict[str, str]) -> tuple[float, bytes]:
    began = time.perf_counter()
    line.request("GET", address, headers=cookie)
    answer = line.getresponse()
    content = answer.read()
    if answer.status != http.HTTPStatus.OK:
        sys.exit(f"{address} answered {answer.status}.")
    return time.perf_counter() - began, content


if __name__ == "__main__":
    main()
