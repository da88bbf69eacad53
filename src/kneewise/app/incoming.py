"""Files on their way in: a browser brings them in pieces, in as many visits as it takes.

A file is known by its name, its length and when it was changed; what of it has arrived is the length of
its part. So nothing has to be remembered by anybody: whoever offers the file again is told how far it has
come. A whole file waits among the arrived ones until it is read.
"""

import hashlib
import json
import re
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.incoming_names import clean
from kneewise.app.spool import PART, TOLD, Told, alone, has_place, is_whole, make_spool, put, spool
from kneewise.model.errors import KneewiseError

MOST_B: Final = 16 * 2**30
"""All that may be on its way at once; the largest exports are a few gigabytes."""

SPARE_B: Final = 256 * 2**20
"""So much of the disk stays free, for everything else."""

KEPT_FOR: Final = timedelta(days=7)
"""After so long without a new piece, nobody is waiting for the rest."""

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
    """The piece is of another file."""


class DamagedPieceError(IncomingError):
    """The piece is not what its hash says: it was cut or altered on its way, and can be sent again."""


class UnknownUploadError(IncomingError):
    """Nothing of that name is on its way."""


class GapError(IncomingError):
    """Pieces before this one are missing; ``have_b`` says from where on."""

    def __init__(self, have_b: int) -> None:
        super().__init__(_("Earlier pieces are missing."))
        self.have_b = have_b


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A file on its way, and how far it has come."""

    upload_id: str
    name: str
    size_b: int
    have_b: int


def begin(name: str, *, size_b: int, modified_ms: int, now: datetime) -> Coming:
    """Announce a file, or come back to it.

    Raises:
        IncomingError: No file can be like that.
        NoRoomError: It is longer than what can be taken now.
    """
    if size_b < 0 or not 0 <= modified_ms < LATEST_MS:
        raise IncomingError(_("The length or the time of this file cannot be."))
    told = Told(name=clean(name), size_b=size_b, modified_ms=modified_ms)
    with alone():
        _tidy(now)
        if is_whole(told):
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
        DamagedPieceError: The piece is not what its hash says.
        OtherPieceError: It is not what is there already, or goes beyond the end.
        GapError: It lies beyond what is there.
        NoRoomError: The disk is full.
    """
    if hashlib.sha256(piece).hexdigest() != sha256:
        raise DamagedPieceError(_("A piece was damaged on its way: send it again."))
    with alone():
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
        with alone():
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
    with alone():
        _tidy(now)
        while not has_place(told):
            # Another of the same name and length came with it.
            told = replace(told, modified_ms=told.modified_ms + 1)
        _see_to_room(told.name, told.size_b)
        put(told, source)


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
        put(told, folder / PART)
        shutil.rmtree(folder, ignore_errors=True)
    return _coming(told, have_b)


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
