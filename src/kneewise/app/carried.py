"""What a restored home takes along of the home before it, as no backup holds it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kneewise.app import feed, home
from kneewise.app.automatic import FOLDER as AUTOMATIC
from kneewise.app.incoming import UPLOAD_ID
from kneewise.app.spool import PART, SPOOL, WHOLE

ALWAYS: Final = (AUTOMATIC, feed.FILE, "lan")
"""Backups that were made by themselves, the calendar's address, and the phones that are paired."""

OF_PAGE: Final = (home.SERVED, "secret-key", "door.run")
"""What the page that is being served goes on with."""


def carry_over(old: Path, staged: Path, *, by_page: bool) -> tuple[Path, ...]:
    """Take along what goes on whatever the rows say, by second names: a lock that is held is held there too.

    Args:
        old: The home as it is.
        staged: The new home, which has none of it yet.
        by_page: It is being served, and goes on being so.

    Returns:
        The files, where they are now.
    """
    names = [*(Path(name) for name in (*ALWAYS, *(OF_PAGE if by_page else ()))), *_not_read_yet(old)]
    return tuple(file for name in names for file in _carry(old / name, staged / name))


def _not_read_yet(old: Path) -> Iterator[Path]:
    """Find the files that are on their way, and those that have come.

    What the last reading found, and what was taken of an inbox, is of the rows that go: it stays with them.
    """
    folder = old / SPOOL
    for one in sorted(folder.iterdir()) if folder.is_dir() else ():
        if one.name in WHOLE or UPLOAD_ID.fullmatch(one.name):
            yield one.relative_to(old)


def _carry(old: Path, new: Path) -> list[Path]:
    if old.exists():
        new.parent.mkdir(exist_ok=True, mode=0o700)
    if old.is_dir():
        link_all(old, new)
        return [file for file in new.rglob("*") if file.is_file()]
    if old.exists():
        _link(str(old), str(new))
        return [new]
    return []


def link_all(old: Path, new: Path) -> None:
    """Give everything in a folder a second name."""
    shutil.copytree(old, new, copy_function=_link_or_copy)


def _link_or_copy(source: str, target: str) -> None:
    """Copy what will be written on to, so that the home before stays as it was."""
    if Path(source).name == PART:
        shutil.copy2(source, target)
    else:
        _link(source, target)


def _link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where the disk knows no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
