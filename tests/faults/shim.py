"""The shim: built once by the machine's compiler, and told when and how a call fails."""

import mmap
import os
import shutil
import struct
import subprocess
from enum import IntEnum
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("shim.c")
CONTROL: Final = "KNEEWISE_FAULTS_CONTROL"
UNDER: Final = "KNEEWISE_FAULTS_UNDER"
BLOCK: Final = struct.Struct("=4q")


class Mode(IntEnum):
    """How a disk fails: an error once, an error from then on, no room from then on, or the program dies."""

    ONCE = 1
    STICKY = 2
    FULL = 3
    KILL = 4


def compiler() -> str | None:
    """Find a C compiler on this machine."""
    return shutil.which("cc") or shutil.which("gcc")


def build(folder: Path, cc: str) -> Path:
    """Build the shim into a folder."""
    built = folder / "shim.so"
    command = [cc, "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", str(built), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return built


def environment(built: Path, control: Path, under: Path) -> dict[str, str]:
    """Give a process the shim, over the files below a folder."""
    control.write_bytes(bytes(BLOCK.size))
    named = {CONTROL: str(control), UNDER: f"{under.resolve()}/", "LD_PRELOAD": str(built)}
    return {**os.environ, **named}


class Control:
    """The block that this process shares with the shim, in it and in all that it starts."""

    def __init__(self) -> None:
        with Path(os.environ[CONTROL]).open("r+b") as file:
            self._block = mmap.mmap(file.fileno(), BLOCK.size)

    def arm(self, at: int, mode: Mode) -> None:
        """Count from now on, and let one call fail; 0 lets none."""
        self._block[:] = BLOCK.pack(1, at, mode, 0)

    def disarm(self) -> int:
        """Count no more, and say how many calls there were."""
        _armed, _at, _mode, calls = BLOCK.unpack(self._block[:])
        self._block[:] = BLOCK.pack(0, 0, 0, calls)
        return int(calls)
