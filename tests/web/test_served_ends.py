"""A page that is killed leaves nobody behind who answers: the next command has the home to itself."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
