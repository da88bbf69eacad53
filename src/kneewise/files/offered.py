"""One offered file: where it lies, how its bytes are had, and what is known before it is read."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kneewise.files.as_sport import as_sport, names_no_sport
from kneewise.files.notes import Notes
from kneewise.files.read import read_recordings
from kneewise.files.reading import Kind, Reading, UnreadableError, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One file of what was offered; every file ever offered is exactly one of these.

    Attributes:
        path: From the name of what was offered: ``export.zip!/activities/1.fit.gz``; plain Unicode,
            no folder of the machine in it.
        read: Gives its bytes; may raise ``UnreadableError`` or ``OSError``, so ask ``examine``.
        stored_sha256: Hash of the bytes as they lie on the disk, taken piece by piece.
        settled: What came of it, where that is known without reading it: an archive, a bomb.
        notes: What the export that it came with says of it.
        size_b: How long it is, where that is known; of a packed one, about how long it unpacks.
        stands_for: The path of a file offered beside it that says more of its session; this one is of use
            only where no activity comes of that. Empty where it stands for itself.
    """

    path: str
    read: Callable[[], bytes]
    stored_sha256: Callable[[], str]
    settled: Reading | None = None
    notes: Notes | None = None
    size_b: int = 0
    stands_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A file that was looked at.

    Attributes:
        sha256: Of its content; of the bytes on the disk where the content was not taken out.
        original: Its content, to be kept; ``None`` where it was settled or could not be read.
    """

    path: str
    sha256: str
    original: bytes | None
    reading: Reading
    notes: Notes | None = None


def examine(offered: Offered) -> Examined:
    """Read an offered file; whatever is wrong with it is in the reading, never raised."""
    reading, original = offered.settled, None
    if reading is None:
        try:
            original = offered.read()
            reading = _told(read_recordings(offered.path, original), offered.notes)
        except UnreadableError as error:
            reading = refused(Kind.OTHER, error.reason, error.detail)
        except OSError:
            reading = refused(Kind.OTHER, "unreadable")
    return Examined(
        path=offered.path,
        sha256=_sha256(offered, original),
        original=original,
        reading=reading,
        notes=offered.notes,
    )


def _told(reading: Reading, notes: Notes | None) -> Reading:
    """Let an export's table name the sport where the file does not."""
    sport = None if notes is None else notes.sport
    if sport is None:
        return reading
    recordings = tuple(
        as_sport(recording, sport) if names_no_sport(recording) else recording
        for recording in reading.recordings
    )
    return replace(reading, recordings=recordings)


def _sha256(offered: Offered, original: bytes | None) -> str:
    if original is not None:
        return hashlib.sha256(original).hexdigest()
    try:
        return offered.stored_sha256()
    except OSError:
        return name_sha256(offered.path)


def name_sha256(path: str) -> str:
    """Hash a name, for what has no bytes to be had: a link, a closed folder."""
    return hashlib.sha256(path.encode()).hexdigest()


def unreadable(path: str, reading: Reading) -> Offered:
    """Offer something that has no bytes to be read."""
    return Offered(path=path, read=_nothing, stored_sha256=partial(name_sha256, path), settled=reading)


def _nothing() -> bytes:
    raise UnreadableError("unreadable")
