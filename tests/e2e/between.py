"""Stands between browser and server at an address that stays: replies get lost, servers come and go."""

from __future__ import annotations

import socket
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNK = 65_536


class Between:
    """A listener that hands on what it hears.

    Attributes:
        to: The port of the server; ``None`` while there is none.
        loses: Requests that begin like this are handed on, and their reply is not.
        lost: Is called when that happened, before the browser notices.
    """

    def __init__(self) -> None:
        self.to: int | None = None
        self.loses = b""
        self.lost: Callable[[], None] = lambda: None
        self._listens = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listens.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._listens.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                browser, _address = self._listens.accept()
                threading.Thread(target=self._meet, args=(browser,), daemon=True).start()

    def _meet(self, browser: socket.socket) -> None:
        with closing(browser), suppress(OSError):
            if self.to is None:
                return
            with closing(socket.create_connection(("127.0.0.1", self.to))) as server:
                losing = threading.Event()
                back = threading.Thread(target=self._back, args=(server, browser, losing), daemon=True)
                back.start()
                while said := browser.recv(CHUNK):
                    if self._is_gone():
                        # A browser asks once more by another connection that it still has.
                        return
                    if self.loses and said.startswith(self.loses):
                        losing.set()
                    server.sendall(said)
                server.shutdown(socket.SHUT_WR)
                back.join()

    def _is_gone(self) -> bool:
        return self.to is None

    def _back(self, server: socket.socket, browser: socket.socket, losing: threading.Event) -> None:
        with suppress(OSError):
            while said := server.recv(CHUNK):
                if losing.is_set():
                    self.loses = b""
                    self.lost()
                    break
                browser.sendall(said)
        with suppress(OSError):
            browser.shutdown(socket.SHUT_RDWR)
