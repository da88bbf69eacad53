"""The real server listens on loopback and nowhere else."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.e2e.served import serve


def own_addresses() -> list[str]:
    """List another address of loopback, and that of the network where there is one."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asked:
        try:
            # Chooses a way out and sends nothing.
            asked.connect(("192.0.2.1", 9))
        except OSError:
            return ["127.0.0.2"]
        return ["127.0.0.2", str(asked.getsockname()[0])]


def test_the_page_is_refused_at_every_other_address_of_this_computer(tmp_path: Path) -> None:
    with serve(tmp_path / "home") as served:
        port = urlsplit(served.base).port
        socket.create_connection(("127.0.0.1", port), timeout=5).close()

        for address in own_addresses():
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((address, port), timeout=5)
