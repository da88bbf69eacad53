"""A page that is killed leaves nobody behind who answers: the next command has the home to itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.e2e.served import answers, becomes, command, environment, read_link

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_that_is_killed_takes_its_worker_with_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        command(tmp_path / "home", "serve", "--port", "0"),
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as running:
        base = urlsplit(read_link(running).base)
        address, port = base.hostname or "", base.port or 0
        assert answers(address, port)

        running.kill()

        assert becomes(lambda: not answers(address, port))


DEAF = """
import multiprocessing, signal, time
from kneewise.app.parent import end_with_parent

def serve():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    end_with_parent()
    print('deaf', flush=True)
    time.sleep(60)

multiprocessing.get_context("fork").Process(target=serve).start()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_who_does_not_listen_ends_with_its_parent_all_the_same() -> None:
    with subprocess.Popen([sys.executable, "-c", DEAF], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()

        parent.kill()

        # Whoever is left holds the other end open.
        assert parent.communicate(timeout=20)[0] == ""
