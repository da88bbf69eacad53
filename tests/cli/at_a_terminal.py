"""Somebody at a terminal of their own, with the keys that only a terminal has."""

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from select import select
from typing import Any

LONGEST_WAIT_S = 30.0
"""Far beyond what a busy machine needs."""


def _take_the_terminal() -> None:
    """Have a terminal of one's own, and hear its end, also where the tests run behind one that is gone."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Person:
    """Somebody at a terminal who waits for what they want to answer before they type."""

    def __init__(self, home: Path, *command: str) -> None:
        self.environment = {**os.environ, "KNEEWISE_HOME": str(home), "TERM": "dumb", "COLUMNS": "300"}
        self.ours, theirs = pty.openpty()
        self.running = subprocess.Popen(
            [sys.executable, "-m", "kneewise", *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=self.environment,
            start_new_session=True,
            preexec_fn=_take_the_terminal,  # noqa: PLW1509 - no thread runs here.
        )
        os.close(theirs)
        self.seen = ""

    def waits_for(self, words: str) -> None:
        """Read until something stands on the screen, wherever its lines break."""
        while words not in " ".join(self.seen.split()):
            assert self.reads(LONGEST_WAIT_S), self.seen

    def reads(self, wait_s: float) -> bool:
        """Read what comes within some time; whether anything did."""
        if not select([self.ours], [], [], wait_s)[0]:
            return False
        try:
            more = os.read(self.ours, 65536)
        except OSError:
            return False
        self.seen += more.decode()
        return bool(more)

    def types(self, typed: str) -> None:
        os.write(self.ours, typed.encode())

    def ends_by(self, leave: Callable[[], None]) -> int:
        """Leave, again where the command had not begun to listen, until it has ended; its exit code."""
        for _again in range(5):
            leave()
            while self.reads(LONGEST_WAIT_S / 5):
                pass
            if self.running.poll() is not None:
                break
        return self.running.wait(LONGEST_WAIT_S)

    def hangs_up(self) -> int:
        os.close(self.ours)
        return self.running.wait(30)

    def answers(self) -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "kneewise", "log", "list", "--json"]
        listed = subprocess.run(command, env=self.environment, capture_output=True, check=True)
        return [one["payload"]["answers"] for one in json.loads(listed.stdout)["entries"]]
