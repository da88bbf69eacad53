"""A terminal at which somebody has typed their lines ahead."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from select import select
from typing import Any

LONGEST_WAIT_S = 30.0
"""Far beyond what a busy machine needs between two lines."""


class Terminal:
    """A home, and a person at a terminal who types lines ahead."""

    def __init__(self, home: Path) -> None:
        self._environment = {**os.environ, "KNEEWISE_HOME": str(home), "TERM": "dumb", "COLUMNS": "100"}

    def __call__(self, *arguments: str, types: str, ends_with: int = 0) -> str:
        """Run a command and give what stands on the screen; it must end well, or as it is said."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "kneewise", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=self._environment,
            start_new_session=True,
        ) as running:
            os.close(theirs)
            os.write(ours, types.encode())
            try:
                screen = _read_all(ours)
            except AssertionError:
                running.kill()
                raise
            finally:
                os.close(ours)
        assert running.returncode == ends_with, screen
        return " ".join(screen.split())

    def answers(self) -> dict[str, Any]:
        """Read every answer of the screenings."""
        return {key: said for one in self.entries()["answers"] for key, said in one["answers"].items()}

    def instants(self) -> list[str]:
        """Read when each entry of the diary was told."""
        command = [sys.executable, "-m", "kneewise", "log", "list", "--json"]
        listed = subprocess.run(command, env=self._environment, capture_output=True, check=True)
        return [one["at"] for one in json.loads(listed.stdout)["entries"]]

    def entries(self) -> dict[str, list[dict[str, Any]]]:
        """Read the diary as a pipe gets it: by kind, newest first."""
        command = [sys.executable, "-m", "kneewise", "log", "list", "--json"]
        listed = subprocess.run(command, env=self._environment, capture_output=True, check=True)
        said: dict[str, list[dict[str, Any]]] = {}
        for one in json.loads(listed.stdout)["entries"]:
            said.setdefault(one["kind"], []).append(one["payload"])
        return said


def _read_all(ours: int) -> str:
    """Read until the other side hangs up, which Linux reports as an error."""
    read = b""
    while True:
        assert select([ours], [], [], LONGEST_WAIT_S)[0], f"It waits for more: {read.decode()}"
        try:
            part = os.read(ours, 65536)
        except OSError:
            part = b""
        if not part:
            return read.decode()
        read += part
