"""Take in files that a program sends: apart in the home while they are read, then gone; originals stay."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.import_files import ImportReport, import_paths
from kneewise.app.incoming import TEMPORARY, NoRoomError
from kneewise.app.spool import make_spool
from kneewise.model.errors import UsageError
from kneewise.store.ref import RunnerRef

MOST_B: Final = 2**30
"""What one call may bring, as one form of the page: it cannot go on where it was cut."""

PART_B: Final = 2**20
LONGEST_NAME: Final = 200


class TooLongError(UsageError):
    """More was sent than is taken at once."""

    def __init__(self) -> None:
        super().__init__(
            _("This is more than %(most)s MB: type “kneewise import PATH”.") % {"most": MOST_B >> 20}
        )


def receive(runner: RunnerRef, name: str, read: Callable[[int], bytes], *, now: datetime) -> ImportReport:
    """Import what is sent.

    Args:
        runner: Whose.
        name: Of the file: its ending helps to know what it is, and the ledger shows it.
        read: Gives so many bytes at most, and none at the end.
        now: For finding files whose clock was wrong.

    Raises:
        UsageError: It has no name of a file, or is empty or too long; nothing was kept.
        NoRoomError: The disk is full.
    """
    _see_name(name)
    with _apart() as folder:
        path = folder / name
        _write(path, read)
        return import_paths(runner, [path], now=now)


def receive_whole(runner: RunnerRef, files: Sequence[tuple[str, Path]], *, now: datetime) -> ImportReport:
    """Import files that came into the home with one form, each by its name and where it lies.

    Raises:
        UsageError: There is none, or one of them has no name of a file; nothing was kept.
    """
    if not files:
        raise UsageError(_("Nothing was sent: put the file into the form, such as -F file=@run.fit."))
    for name, _place in files:
        _see_name(name)
    with _apart() as folder:
        paths = [folder / str(place) / name for place, (name, _source) in enumerate(files)]
        for path, (_name, source) in zip(paths, files, strict=True):
            path.parent.mkdir()
            source.replace(path)
        return import_paths(runner, paths, now=now)


@contextmanager
def _apart() -> Iterator[Path]:
    """Make a folder on the disk of the home; what a kill leaves of it goes with other broken-off uploads."""
    with TemporaryDirectory(prefix="sent-", suffix=TEMPORARY, dir=make_spool()) as folder:
        yield Path(folder)


def _see_name(name: str) -> None:
    is_plain = name.isprintable() and len(name.encode()) <= LONGEST_NAME
    if not is_plain or not name.strip(". ") or set("/\\:") & set(name):
        raise UsageError(
            _("Say what the file is called, such as name=run.fit, without a folder."), field="name"
        )


def _write(path: Path, read: Callable[[int], bytes]) -> None:
    size = 0
    with path.open("wb") as file:
        while part := read(PART_B):
            size += len(part)
            if size > MOST_B:
                raise TooLongError
            try:
                file.write(part)
                file.flush()
            except OSError as fault:
                raise NoRoomError(_("The disk is full: make room, then send it again.")) from fault
    if not size:
        raise UsageError(_("Nothing was sent: the file itself is the body of the call."))
