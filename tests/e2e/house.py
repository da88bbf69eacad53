"""A home that is served again and again under one address, as a browser that goes offline meets it."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kneewise.app.sample_runner import ZONE
from tests.e2e.between import Between
from tests.e2e.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def here(at: datetime | None = None) -> datetime:
    """Read the sample runner's wall clock, which the machine's need not agree with; or put a moment on it."""
    zone = ZoneInfo(ZONE)
    return at.replace(tzinfo=zone) if at else datetime.now(zone)


class House:
    """A home, the servers that it had one after the other, and one address for all of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.between = Between()
        self.base = f"http://127.0.0.1:{self.between.port}"
        self.link = ""
        self._running = ExitStack()

    def start(self, *arguments: str) -> None:
        served = self._running.enter_context(serve(self.folder, *arguments))
        self.between.to = int(served.base.rpartition(":")[2])
        self.link = self.base + "/open/" + served.link.rpartition("/open/")[2]

    def stop(self) -> None:
        self.between.to = None
        self._running.close()


@contextmanager
def lived_in(folder: Path, *arguments: str) -> Iterator[House]:
    """Serve a home, and end whatever serves it at last."""
    house = House(folder)
    house.start(*arguments)
    yield house
    house.stop()
    house.between.close()
