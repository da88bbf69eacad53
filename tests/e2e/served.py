"""The real program, serving a real home on a free port."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Served:
    """A running page: its address, and the link that opens it once."""

    base: str
    link: str


def kneewise(home: Path, *arguments: str) -> str:
    """Run one command in a home, and hand over what it says."""
    done = subprocess.run(
        command(home, *arguments), check=True, capture_output=True, text=True, env=environment()
    )
    return done.stdout


@contextmanager
def serve(home: Path, *arguments: str) -> Iterator[Served]:
    """Serve a home until the block ends."""
    running = subprocess.Popen(
        command(home, "serve", "--port", "0", *arguments),
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        yield read_link(running)
    finally:
        running.terminate()
        running.wait(timeout=20)
        if running.stdout:
            running.stdout.close()


@dataclass(frozen=True, slots=True)
class ServedToPhones(Served):
    """A page that phones reach too: where they pair, by which code, and what the certificate is told by."""

    pair: str
    code: str
    fingerprint: str


@contextmanager
def serve_to_phones(home: Path) -> Iterator[ServedToPhones]:
    """Serve a home to phones until the block ends."""
    running = subprocess.Popen(
        command(home, "serve", "--lan", "--port", "0"), stdout=subprocess.PIPE, text=True, env=environment()
    )
    try:
        served = read_link(running)
        said = "".join(iter((running.stdout or io.StringIO()).readline, "Press Ctrl-C to stop.\n"))
        found = re.search(
            r"(https://\S+).*?one phone: ([\d ]+)\..*?^([0-9A-F:]{95})$", said, re.DOTALL | re.MULTILINE
        )
        assert found is not None, said
        yield ServedToPhones(served.base, served.link, found[1], found[2], found[3])
    finally:
        running.terminate()
        running.wait(timeout=20)
        if running.stdout:
            running.stdout.close()


def read_link(running: subprocess.Popen[str]) -> Served:
    for line in running.stdout or ():
        if found := re.search(r"(http://[^/]+)/open/\S+", line):
            return Served(base=found[1], link=found[0])
    raise AssertionError("The server ended without printing its link.")


def answers(address: str, port: int) -> bool:
    try:
        socket.create_connection((address, port), timeout=5).close()
    except OSError:
        return False
    return True


def becomes(so: Callable[[], bool]) -> bool:
    until = time.monotonic() + 20
    while not so() and time.monotonic() < until:
        time.sleep(0.1)
    return so()


def command(home: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "kneewise", "--home", str(home), *arguments]


def environment() -> dict[str, str]:
    # A narrow terminal would break the link over two lines.
    return {**os.environ, "COLUMNS": "400", "PYTHONUNBUFFERED": "1"}
