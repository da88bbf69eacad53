"""Look at one offered file: read it, measure it, keep its original; no row is written here.

This is most of the work of an import. It needs nothing but the file, so any process can do it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from kneewise.files import Notes, Offered, Reading, Verdict, examine
from kneewise.files.offered import name_sha256
from kneewise.files.reading import MAY_BE_READ_LATER, Night, UnreadableError
from kneewise.model.activity import Measured
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe import Numbers, measure
from kneewise.store.original_files import KeptFile, keep_file, place_of, settle
from kneewise.store.quarantine import drop_refused, keep_refused, place_of_refused

FORMATS: Final = ("summary", "kml", "gpx", "tcx", "fit")
"""From the one that says least of a session to the one that says most."""

TELLING: Final = ("distance_m", "speed_m_s", "cadence_spm", "heart_rate_bpm", "altitude_m", "latitude_deg")
"""Columns that the rooms look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One session of a file.

    Attributes:
        recording: What it says of itself, without its points: nobody needs them any more.
        rank: How good the recording is; of two of one session, the greater wins.
    """

    recording: Recording
    measured: Measured
    rank: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file that was looked at.

    Attributes:
        verdict: ``None`` where the file is known, so that nothing needed to be read.
        kept: How its original is kept; only that of an activity or of nights is.
        quarantined: How it is kept where it could not be read, and later readers may.
        kind: What kind of file it is.
    """

    path: str
    sha256: str
    verdict: Verdict | None = None
    reason: str = ""
    detail: str = ""
    notes: Notes | None = None
    kept: KeptFile | None = None
    quarantined: KeptFile | None = None
    found: tuple[Found, ...] = ()
    nights: tuple[Night, ...] = ()
    kind: str = ""

    def places(self, home: Path) -> Iterator[Path]:
        """Say where in the home its content was put."""
        if self.kept is not None:
            yield place_of(home, self.sha256)
        if self.quarantined is not None:
            yield place_of_refused(home, self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looker:
    """What looking takes.

    Attributes:
        home: Where originals are kept.
        known: Files of the ledger, by path and hash.
        read: Hashes of the files whose activities are known.
    """

    home: Path
    numbers: Numbers
    known: frozenset[tuple[str, str]] = frozenset()
    read: frozenset[str] = frozenset()

    def look(self, offered: Offered) -> Looked:
        """Look at a file; whatever is wrong with it is in the answer, never raised."""
        content = _content(offered)
        if content is None:
            return self._told(offered)
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 in self.read or (offered.path, sha256) in self.known:
            if sha256 in self.read and not place_of(self.home, sha256).exists():
                # It was lost, and here it is again.
                keep_file(self.home, sha256, content)
                settle([place_of(self.home, sha256)])
            return Looked(path=offered.path, sha256=sha256)
        return self._told(replace(offered, read=lambda: content))

    def _told(self, offered: Offered) -> Looked:
        file = examine(offered)
        reading = file.reading
        content = file.original or b""
        is_kept = reading.verdict is Verdict.ACTIVITY or bool(reading.nights)
        may_be_read = reading.verdict is Verdict.REFUSED and reading.reason in MAY_BE_READ_LATER
        kept = keep_file(self.home, file.sha256, content) if is_kept else None
        if kept is not None:
            drop_refused(self.home, file.sha256)
        return Looked(
            path=file.path,
            sha256=file.sha256,
            verdict=reading.verdict,
            reason=reading.reason,
            detail=_detail(reading),
            notes=file.notes,
            kept=kept,
            quarantined=keep_refused(self.home, file.sha256, content) if content and may_be_read else None,
            found=tuple(self._found(recording, file.notes) for recording in reading.recordings),
            nights=reading.nights,
            kind=reading.kind.value,
        )

    def _found(self, recording: Recording, notes: Notes | None) -> Found:
        if notes is not None and notes.sport is not None and recording.sport is Sport.OTHER:
            recording = replace(recording, sport=notes.sport)
        return Found(
            recording=replace(recording, time_s=np.zeros(0), columns={}, laps=(), pauses=()),
            measured=measure.measure_activity(recording, self.numbers),
            rank=rank(recording),
        )


def refused(offered: Offered, reason: str) -> Looked:
    """Say of a file that nothing can be taken from it."""
    try:
        sha256 = offered.stored_sha256()
    except OSError:
        sha256 = name_sha256(offered.path)
    return Looked(path=offered.path, sha256=sha256, verdict=Verdict.REFUSED, reason=reason)


def rank(recording: Recording) -> tuple[float, ...]:
    """Say how good a recording is: undamaged, rich in columns, by its format, with many points.

    Any recording, however damaged, says more than an export's row without one.
    """
    if recording.source_format == "summary":
        return (-1.0, float(recording.distance_m is not None), 0.0, 0.0)
    columns = sum(name in recording.columns for name in TELLING)
    return (
        float(not recording.problems),
        float(columns),
        float(FORMATS.index(recording.source_format)) if recording.source_format in FORMATS else 0.0,
        float(len(recording.time_s)),
    )


def _content(offered: Offered) -> bytes | None:
    """Read a file once; ``None`` where that is not wanted or does not work, which `examine` then says."""
    if offered.settled is not None:
        return None
    try:
        return offered.read()
    except (UnreadableError, OSError):
        return None


def _detail(reading: Reading) -> str:
    return reading.problems[0].detail if reading.problems else ""
