"""Files on their way in: a browser brings them in pieces, in as many visits as it takes.

A file is known by its name, its length and when it was changed; what of it has arrived is the length of
its part. So nothing has to be remembered by anybody: whoever offers the file again is told how far it has
come. A whole file waits among the arrived ones until it is read.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import home
from kneewise.app.incoming_names import clean
from kneewise.app.lock import one_at_a_time
from kneewise.model.errors import KneewiseError

SPOOL: Final = "incoming"
ARRIVED: Final = "arrived"
BEING_READ: Final = "being-read"
WHOLE: Final = (ARRIVED, BEING_READ)
PART: Final = "part"
TOLD: Final = "told.json"

MOST_B: Final = 16 * 2**30
"""All that may be on its way at once; the largest exports are a few gigabytes."""

SPARE_B: Final = 256 * 2**20
"""So much of the disk stays free, for everything else."""

KEPT_FOR: Final = timedelta(days=7)
"""After so long without a new piece, nobody is waiting for the rest."""

CLOSE_S: Final = 2.0
"""Within which some file systems say when a file was changed."""

LATEST_MS: Final = 2**42
"""In the year 2109; file systems know no such times, and what lies far behind them is no time at all."""

TEMPORARY: Final = ".upload"
"""In the name of what Django writes while a whole form arrives."""

UPLOAD_ID: Final = re.compile(r"[0-9a-f]{32}")


class IncomingError(KneewiseError):
    """A file, or a piece of one, cannot be taken."""


class NoRoomError(IncomingError):
    """There is no room for it."""


class OtherPieceError(IncomingError):
    """The piece is damaged, or is of another file."""


class UnknownUploadError(IncomingError):
    """Nothing of that name is on its way."""


class GapError(IncomingError):
    """Pieces before this one are missing; ``have_b`` says from where on."""

    def __init__(self, have_b: int) -> None:
        super().__init__(_("Earlier pieces are missing."))
        self.have_b = have_b


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a browser says of a file.

    Attributes:
        name: A clean path; what stands before its last name are the folders it was chosen with.
        modified_ms: When it was changed, since 1970.
    """

    name: str
    size_b: int
    modified_ms: int

    @property
    def upload_id(self) -> str:
        """Name the upload; the same file has the same name in every visit."""
        return hashlib.sha256(f"{self.name}\0{self.size_b}\0{self.modified_ms}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A file on its way, and how far it has come."""

    upload_id: str
    name: str
    size_b: int
    have_b: int


def spool() -> Path:
    """Say where files wait; the folder may not be there yet."""
    return home.folder() / SPOOL


def make_spool() -> Path:
    """Make the folder where files wait."""
    spool().mkdir(parents=True, exist_ok=True, mode=0o700)
    return spool()


def begin(name: str, *, size_b: int, modified_ms: int, now: datetime) -> Coming:
    """Announce a file, or come back to it.

    Raises:
        IncomingError: No file can be like that.
        NoRoomError: It is longer than what can be taken now.
    """
    if size_b < 0 or not 0 <= modified_ms < LATEST_MS:
        raise IncomingError(_("The length or the time of this file cannot be."))
    told = Told(name=clean(name), size_b=size_b, modified_ms=modified_ms)
    with _alone():
        _tidy(now)
        if any(_is_there(told, spool() / one / place) for one in WHOLE for place in _places(told)):
            return _coming(told, told.size_b)
        folder = spool() / told.upload_id
        if not (folder / PART).exists():
            _see_to_room(told.name, told.size_b)
            folder.mkdir(exist_ok=True, mode=0o700)
            (folder / TOLD).write_text(json.dumps(asdict(told)), encoding="utf-8")
            (folder / PART).touch(mode=0o600)
        return _settle(told)


def take(upload_id: str, *, offset_b: int, piece: bytes, sha256: str) -> Coming:
    """Take a piece; one that is there already changes nothing, and of one that overlaps the rest is taken.

    Raises:
        UnknownUploadError: It was never announced, was removed, or is whole.
        OtherPieceError: The piece is not what its hash says, or not what is there already.
        GapError: It lies beyond what is there.
        NoRoomError: The disk is full.
    """
    if hashlib.sha256(piece).hexdigest() != sha256:
        raise OtherPieceError(_("A piece was damaged on its way: it is sent again."))
    with _alone():
        told = _recall(upload_id)
        part = spool() / upload_id / PART
        have_b = part.stat().st_size
        if offset_b > have_b:
            raise GapError(have_b)
        if not _goes_on(part, offset_b, piece) or offset_b + len(piece) > told.size_b:
            raise OtherPieceError(
                _("This is not the file that was begun: remove it here, then bring it anew.")
            )
        _append(part, piece[have_b - offset_b :], at=have_b)
        return _settle(told)


def on_their_way() -> tuple[Coming, ...]:
    """List what is not whole yet, by name."""
    found = [_look(folder) for folder in spool().glob("*") if UPLOAD_ID.fullmatch(folder.name)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name))


def remove(upload_id: str) -> None:
    """Give up what has come of a file; once it is gone nothing happens."""
    if UPLOAD_ID.fullmatch(upload_id):
        with _alone():
            shutil.rmtree(spool() / upload_id, ignore_errors=True)


def see_to_room_for_form(size_b: int) -> None:
    """See that a form of some length can come.

    Raises:
        NoRoomError: There is no room for it.
    """
    make_spool()
    _see_to_room(_("these files"), size_b)


def put_whole(name: str, source: Path, *, now: datetime) -> None:
    """Take a file that came whole, by moving it here.

    Raises:
        NoRoomError: There is no room for it.
    """
    modified_ms = round(now.timestamp() * 1000)
    told = Told(name=clean(name), size_b=source.stat().st_size, modified_ms=modified_ms)
    with _alone():
        _tidy(now)
        while any((spool() / ARRIVED / place).exists() for place in _places(told)):
            # Another of the same name and length came with it.
            told = replace(told, modified_ms=told.modified_ms + 1)
        _see_to_room(told.name, told.size_b)
        _put(told, source)


def waiting() -> int:
    """Count the whole files that are not read yet."""
    return sum(len(files) for one in WHOLE for _, _, files in os.walk(spool() / one))


def next_batch() -> tuple[Path, ...]:
    """Set aside what has arrived, so that nothing is added to it while it is read; empty where nothing has.

    What an earlier reading left, because it was ended, comes first.
    """
    with _alone():
        aside = spool() / BEING_READ
        if not aside.exists() and (spool() / ARRIVED).exists():
            (spool() / ARRIVED).rename(aside)
        return tuple(sorted(aside.glob("*/*")))


def drop_batch() -> None:
    """Remove what was read: originals are kept elsewhere by now."""
    shutil.rmtree(spool() / BEING_READ, ignore_errors=True)


@contextmanager
def _alone() -> Iterator[None]:
    with one_at_a_time(make_spool() / "lock"):
        yield


def _coming(told: Told, have_b: int) -> Coming:
    return Coming(upload_id=told.upload_id, name=told.name, size_b=told.size_b, have_b=have_b)


def _recall(upload_id: str) -> Told:
    """Read what was told of an upload."""
    folder = spool() / upload_id
    if UPLOAD_ID.fullmatch(upload_id) and (folder / PART).exists():
        return Told(**json.loads((folder / TOLD).read_text(encoding="utf-8")))
    raise UnknownUploadError(_("This file is not on its way any more: choose it again."))


def _look(folder: Path) -> Coming | None:
    try:
        return _coming(_recall(folder.name), (folder / PART).stat().st_size)
    except (IncomingError, OSError, ValueError):
        # It became whole, or was removed, while it was looked at.
        return None


def _goes_on(part: Path, offset_b: int, piece: bytes) -> bool:
    """Whether a piece says the same as what is there, as far as both go."""
    with part.open("rb") as file:
        file.seek(offset_b)
        there = file.read(len(piece))
    return piece.startswith(there)


def _append(part: Path, rest: bytes, *, at: int) -> None:
    """Write the rest of a piece whole, or leave the part as it was."""
    with part.open("r+b", buffering=0) as file:
        try:
            file.seek(at)
            while rest:
                rest = rest[file.write(rest) :]
        except OSError as fault:
            file.truncate(at)
            raise NoRoomError(_("The disk is full: make room, then it goes on from here.")) from fault


def _settle(told: Told) -> Coming:
    """Say how far a file has come; a whole one goes to the others that have arrived."""
    folder = spool() / told.upload_id
    have_b = (folder / PART).stat().st_size
    if have_b == told.size_b:
        _put(told, folder / PART)
        shutil.rmtree(folder, ignore_errors=True)
    return _coming(told, have_b)


def _places(told: Told) -> tuple[str, ...]:
    """Say where a whole file may lie: those of one folder together, and apart what cannot lie there."""
    top, within, _rest = told.name.partition("/")
    together = hashlib.sha256(top.encode()).hexdigest()[:32]
    apart = f"{told.upload_id}/{told.name}"
    return (f"{together}/{told.name}", apart) if within else (apart,)


def _is_there(told: Told, place: Path) -> bool:
    try:
        status = place.stat()
    except OSError:
        return False
    return status.st_size == told.size_b and abs(status.st_mtime - told.modified_ms / 1000) <= CLOSE_S


def _put(told: Told, source: Path) -> None:
    """Put a whole file where it may lie; the time it was changed goes with it."""
    os.utime(source, (told.modified_ms / 1000, told.modified_ms / 1000))
    *shared, apart = (spool() / ARRIVED / place for place in _places(told))
    for place in shared:
        # Where a file lies in place of a folder, or the other way about, it cannot lie there.
        with suppress(OSError):
            if not place.exists():
                _move(source, place)
                return
    _move(source, apart)


def _move(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    source.replace(place)


def _see_to_room(name: str, size_b: int) -> None:
    """See that a file can come and be kept: both at the same time lie on the disk."""
    coming = on_their_way()
    missing_b = sum(one.size_b - one.have_b for one in coming)
    free_b = shutil.disk_usage(spool()).free - SPARE_B - missing_b - 2 * size_b
    if sum(one.size_b for one in coming) + size_b > MOST_B or free_b < 0:
        raise NoRoomError(
            _(
                "There is no room for %(name)s: make room on the disk, or read it where it lies with "
                "“kneewise import PATH”."
            )
            % {"name": name}
        )


def _tidy(now: datetime) -> None:
    """Give up what nobody has brought a piece of for long."""
    oldest_s = (now - KEPT_FOR).timestamp()
    for one in spool().iterdir():
        part = one / PART if (one / PART).exists() else one
        if (UPLOAD_ID.fullmatch(one.name) or TEMPORARY in one.name) and part.stat().st_mtime < oldest_s:
            shutil.rmtree(one) if one.is_dir() else one.unlink(missing_ok=True)
