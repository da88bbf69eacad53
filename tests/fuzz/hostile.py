"""Offer every bomb with an honest file beside it, and measure what it costs.

    python -m tests.fuzz.hostile

Prints a line of JSON for each: its reasons, how long it took, by how much memory grew, which files were
opened beside what was offered or written at all, and how many sockets. Being a process of its own, nothing
else is counted.
"""

import ctypes
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kneewise.files import examine, open_offered
from tests.files.made import tcx, zipped
from tests.fuzz.bombs import ARCHIVES, Write, documents

HONEST = "honest.tcx"


@dataclass(slots=True, kw_only=True)
class Cost:
    """What one bomb cost.

    Attributes:
        reasons: Of each line of the ledger, by its path from the folder that was offered.
        opened: Files outside of that folder.
        written: Files opened for writing, anywhere.
    """

    name: str
    reasons: dict[str, str] = field(default_factory=dict)
    honest: bool = False
    took_s: float = 0.0
    grew_mb: float = 0.0
    opened: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    sockets: int = 0
    calls: int = 0


class Watch:
    """What this process opens while it looks at an offered folder."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.cost = Cost(name="")
        sys.addaudithook(self._heard)

    def _heard(self, event: str, told: tuple[Any, ...]) -> None:
        if self.folder is None:
            return
        if event.startswith("socket."):
            self.cost.sockets += 1
        elif event == "open" and isinstance(told[0], str | bytes | os.PathLike):
            path = Path(os.fsdecode(told[0]))
            if not path.is_relative_to(self.folder):
                self.cost.opened.append(str(path))
            if int(told[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self.cost.written.append(str(path))


def costs() -> Iterator[Cost]:
    """Measure each of them."""
    watch = Watch()
    with tempfile.TemporaryDirectory(prefix="kneewise-hostile-") as scratch, listening() as listener:
        canary = Path(scratch) / "canary"
        # Whoever opened a pipe that nobody writes to would wait for ever.
        os.mkfifo(canary)
        port = listener.getsockname()[1]
        everything: dict[str, Callable[[Path], object]] = {
            name: partial(_write_archive, write) for name, (write, _) in ARCHIVES.items()
        }
        for name, content in documents(canary.as_uri(), port).items():
            everything[name] = partial(_write_document, content)
        # What is imported late is imported now.
        honest = Path(scratch) / "first"
        honest.mkdir()
        zipped(honest / "honest.zip", {HONEST: tcx()})
        list(map(examine, open_offered(honest)))
        for number, (name, write_into) in enumerate(everything.items()):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            write_into(folder)
            (folder / HONEST).write_bytes(tcx())
            yield measure(watch, name, folder, listener)


def _write_archive(write: Write, folder: Path) -> None:
    write(folder / "bomb.zip")


def _write_document(content: bytes, folder: Path) -> None:
    (folder / "bomb.gpx").write_bytes(content)


def listening() -> socket.socket:
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    return listener


def measure(watch: Watch, name: str, folder: Path, listener: socket.socket) -> Cost:
    """Look at all that is in a folder, the way an import does."""
    cost = watch.cost = Cost(name=name)
    before_mb = forget_peak_mb()
    began_s = time.perf_counter()
    watch.folder = folder
    files = [(file.path, file.reading) for file in map(examine, open_offered(folder))]
    watch.folder = None
    cost.took_s = round(time.perf_counter() - began_s, 3)
    cost.grew_mb = round(peak_mb() - before_mb, 1)
    for path, reading in files:
        inner = path.removeprefix(f"{folder.name}/")
        if inner == HONEST:
            cost.honest = len(reading.recordings) == 1
        else:
            cost.reasons[inner.partition("!/")[2]] = reading.reason
    cost.calls = calls_at(listener)
    return cost


def calls_at(listener: socket.socket) -> int:
    """Count who called a port."""
    try:
        listener.accept()
    except BlockingIOError:
        return 0
    return 1


def forget_peak_mb() -> float:
    """Let the kernel measure the most memory anew, and return what is held now, without what is only kept."""
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return peak_mb()


def peak_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    for one in costs():
        sys.stdout.write(json.dumps(asdict(one)) + "\n")
        sys.stdout.flush()
