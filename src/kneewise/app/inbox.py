"""Take what other programs put into a folder, once a call; the folder itself is never changed.

How its files were when they were taken is remembered beside what is on its way, so that a call that finds
nothing new reads nothing. That memory may be lost: what is read again is known by what it holds.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from kneewise.app import home
from kneewise.app.import_files import ImportReport, import_paths
from kneewise.app.lock import in_use, is_in_use
from kneewise.app.progress import Progress, untold
from kneewise.app.spool import make_spool
from kneewise.app.watch import is_hidden, is_unfinished
from kneewise.files import Stamp, stamps
from kneewise.files.reading import READER_VERSION
from kneewise.model.errors import UsageError
from kneewise.store.ref import RunnerRef

WHOLE_AFTER_S: Final = 10
"""A file that was touched within so many seconds may still be being written: it is left for the next call."""

TAKEN: Final = "inbox.json"
BUSY: Final = "inbox.lock"

Stamps = Mapping[str, Stamp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of one call.

    Attributes:
        report: Of what was read; ``None`` where nothing was new.
        waiting: How many files were left for the next call, since they may not be whole.
        busy: Another process reads a folder just now, so this one did nothing.
    """

    report: ImportReport | None = None
    waiting: int = 0
    busy: bool = False


def read_inbox(
    runner: RunnerRef, folder: Path, *, now: datetime, seen_at_s: float, progress: Progress = untold
) -> Read:
    """Import the files of a folder that are new or were changed since the last call, and are whole.

    Args:
        runner: Whose.
        folder: With everything below it; what is hidden there belongs to the program that fills it.
        now: For finding files whose clock was wrong.
        seen_at_s: The moment of the call as the times of files are counted, in seconds since 1970.
        progress: Told after each file.

    Raises:
        UsageError: There is no such folder, as when a drive is not there.
    """
    if not folder.is_dir():
        raise UsageError(_("There is no folder %(path)s.") % {"path": folder})
    busy = make_spool() / BUSY
    if is_in_use(busy):
        return Read(busy=True)
    with in_use(busy):
        return _read(runner, folder, now=now, seen_at_s=seen_at_s, progress=progress)


def _read(runner: RunnerRef, folder: Path, *, now: datetime, seen_at_s: float, progress: Progress) -> Read:
    taken = _recall(folder)
    found = {name: stamp for name, stamp in stamps(folder, own=home.folder()).items() if not is_hidden(name)}
    news = {name: stamp for name, stamp in found.items() if taken.get(name) != stamp}
    whole = {name: stamp for name, stamp in news.items() if _is_whole(name, stamp, seen_at_s)}
    waiting = len(news) - len(whole)
    if not whole:
        return Read(waiting=waiting)
    report = import_paths(runner, [folder], now=now, progress=progress, only=whole)
    if not report.interrupted:
        _remember(folder, {name: stamp for name, stamp in {**taken, **whole}.items() if name in found})
    return Read(report=report, waiting=waiting)


def _is_whole(name: str, stamp: Stamp, seen_at_s: float) -> bool:
    """Whether nobody seems to write a file; a time that lies ahead is of a clock that was wrong."""
    _length, *changed_ns = stamp
    is_quiet = all(abs(seen_at_s - one / 1e9) >= WHOLE_AFTER_S for one in changed_ns)
    return is_quiet and not is_unfinished(name)


def _recall(folder: Path) -> Stamps:
    """Recall how the files of a folder were when they were taken."""
    kept = _every().get(str(folder.resolve()), {})
    return {name: (length, content, anything) for name, (length, content, anything) in kept.items()}


def _remember(folder: Path, taken: Stamps) -> None:
    """Remember it, whole or not at all."""
    place = make_spool() / TAKEN
    new = place.with_suffix(".new")
    folders = {**_every(), str(folder.resolve()): taken}
    new.write_text(json.dumps({"reader": READER_VERSION, "folders": folders}), encoding="utf-8")
    new.replace(place)


def _every() -> dict[str, Any]:
    """Read the memory of every folder; none of other readers, which may have refused what can be read now."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((make_spool() / TAKEN).read_text(encoding="utf-8"))
        if kept["reader"] == READER_VERSION:
            folders: dict[str, Any] = kept["folders"]
            return folders
    return {}
