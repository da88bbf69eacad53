"""Keep taking what appears in a folder: files are read once they have settled, and never changed."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Final

from kneewise.app import home
from kneewise.app.import_files import ImportReport, import_paths
from kneewise.files import Stamp, stamps
from kneewise.store.ref import RunnerRef

LOOKS_EVERY_S: Final = 2.0

SETTLES: Final = timedelta(seconds=5)
"""A file that has not changed for so long is taken to be whole; one that changes later is read again."""

UNFINISHED: Final = frozenset({".crdownload", ".download", ".part", ".partial", ".tmp"})
"""What programs call a file while they still write it."""


def is_unfinished(name: str) -> bool:
    """Whether a name says that a program still writes the file."""
    return PurePosixPath(name).suffix.lower() in UNFINISHED


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder it lies in, is hidden: it belongs to the program that fills the folder.

    The name of the folder itself, with which the path begins, says nothing.
    """
    return any(part.startswith(".") for part in name.split("/")[1:])


def watch(
    find: Callable[[], RunnerRef],
    folder: Path,
    *,
    now: Callable[[], datetime],
    sleep: Callable[[float], None],
    tell: Callable[[ImportReport], None],
) -> None:
    """Import what is in a folder and what comes into it, until Ctrl-C; during an import it ends after a file.

    Between two imports the home is not held: it may be restored or erased meanwhile.

    Args:
        find: Finds whose, before each import.
        folder: With everything below it.
        now: The clock.
        sleep: Waits so many seconds.
        tell: Told of every import that brought news.
    """
    watched = Watched()
    while True:
        at = now()
        settled = watched.settled(stamps(folder, own=home.folder()), at)
        if settled:
            try:
                report = import_paths(find(), [folder], now=at, only=settled)
            finally:
                home.let_go()
            watched.took(settled)
            if report.news:
                tell(report)
            if report.interrupted:
                return
        sleep(LOOKS_EVERY_S)


class Watched:
    """What is known of a folder: which files were taken, and since when others have been as they are."""

    def __init__(self) -> None:
        self._taken: dict[str, Stamp] = {}
        self._waiting: dict[str, tuple[Stamp, datetime]] = {}

    def settled(self, found: Mapping[str, Stamp], at: datetime) -> frozenset[str]:
        """Name the files that are new or changed, and have not changed for a while."""
        news = {
            name: stamp
            for name, stamp in found.items()
            if self._taken.get(name) != stamp and not is_unfinished(name) and not is_hidden(name)
        }
        before = self._waiting
        self._waiting = {
            name: before[name] if name in before and before[name][0] == stamp else (stamp, at)
            for name, stamp in news.items()
        }
        return frozenset(name for name, (_, since) in self._waiting.items() if at - since >= SETTLES)

    def took(self, names: frozenset[str]) -> None:
        """Remember that these were taken as they were seen last."""
        self._taken |= {name: self._waiting[name][0] for name in names}
