"""The readers' door: bytes of any file -> what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from kneewise.files.apple import read_part
from kneewise.files.fit import read_fit
from kneewise.files.garmin import read_list, read_nights
from kneewise.files.gpx import read_gpx
from kneewise.files.inflate import gunzip
from kneewise.files.kml import read_kml
from kneewise.files.limits import MOST_FILE_B, MOST_TABLE_B
from kneewise.files.names import WITHIN
from kneewise.files.reading import Kind, Reading, UnreadableError, Verdict, not_an_activity, refused
from kneewise.files.sniff import sniff
from kneewise.files.strava import TABLE, is_table, read_session
from kneewise.files.summary import reading_of
from kneewise.files.tcx import read_tcx
from kneewise.model.errors import Problem

ACTIVITY_NAMES: Final = (".fit", ".tcx", ".gpx", ".fit.gz", ".tcx.gz", ".gpx.gz")


READERS: Final[Mapping[Kind, Callable[[bytes], Reading]]] = {
    Kind.FIT: read_fit,
    Kind.TCX: read_tcx,
    Kind.GPX: read_gpx,
    Kind.MAP: read_kml,
}

PARTS: Final = (b'<HealthData part="',)
"""How a part of an Apple Health export begins; the export itself is taken apart when it is offered."""

LISTS: Final[Mapping[Kind, Callable[[bytes], Reading]]] = {
    Kind.GARMIN_LIST: read_list,
    Kind.GARMIN_SLEEP: read_nights,
}

OTHER_KINDS: Final[Mapping[Kind, str]] = {
    Kind.EMPTY: "empty_file",
    Kind.ZIP: "archive",
    Kind.APPLE_HEALTH: "apple_health",
    Kind.WEB_PAGE: "web_page",
    Kind.TABLE: "table",
}
"""Why a file of another kind is no activity."""

APPLE_DOUBLE: Final = b"\x00\x05\x16\x07"
"""How what a Mac notes of a file begins, which it packs beside it as ``._run.fit``."""

SAID_AS_IT_IS: Final = frozenset({Kind.EMPTY, Kind.WEB_PAGE})
"""What people do get instead of an activity: a download that failed, a page that asks to log in."""


def read_recordings(name: str, data: bytes) -> Reading:
    """Read a file of any kind; whatever is wrong with it is in the reading, never raised.

    Args:
        name: Its path as the ledger shows it; a member of an archive has ``!/`` in it.
        data: The file as it was offered, at most ``MOST_FILE_B`` long.
    """
    kind = sniff(data, name)
    try:
        if len(data) > MOST_FILE_B:
            raise UnreadableError("too_large")
        return _read(name, data, kind)
    except UnreadableError as error:
        return refused(kind, error.reason, error.detail)


def _read(name: str, data: bytes, kind: Kind) -> Reading:
    if data.startswith(APPLE_DOUBLE):
        return not_an_activity(Kind.OTHER, "mac_shadow")
    if kind in READERS:
        return READERS[kind](data)
    if kind in LISTS:
        if len(data) > MOST_TABLE_B:
            raise UnreadableError("too_large")
        return LISTS[kind](data)
    match kind:
        case Kind.GZIP:
            return _read_gzip(name, data)
        case Kind.ZIP if WITHIN in name:
            raise UnreadableError("zip_in_zip")
        case Kind.APPLE_HEALTH if data.startswith(PARTS):
            return read_part(data)
        case Kind.TABLE if PurePosixPath(name).name != TABLE:
            return _read_table(name, data)
        case Kind.TABLE if is_table(data):
            return not_an_activity(kind, "strava_table")
        case _:
            return _no_activity(name, kind)


def _read_table(name: str, data: bytes) -> Reading:
    """Read a table of sessions whose columns are clear; any other is no activity."""
    if len(data) > MOST_TABLE_B:
        return _no_activity(name, Kind.TABLE)
    session = read_session(data)
    return _no_activity(name, Kind.TABLE) if session is None else reading_of(Kind.TABLE, (session,))


def _no_activity(name: str, kind: Kind) -> Reading:
    """Tell a file that promises an activity by its name from one that never did."""
    reason = OTHER_KINDS.get(kind, "other_kind")
    if name.lower().endswith(ACTIVITY_NAMES):
        return refused(kind, reason if kind in SAID_AS_IT_IS else "not_what_it_says")
    return not_an_activity(kind, reason)


def _read_gzip(name: str, data: bytes) -> Reading:
    unpacked, whole = gunzip(data)
    inner_name = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    kind = sniff(unpacked, inner_name)
    if kind in {Kind.GZIP, Kind.ZIP}:
        raise UnreadableError("packed_twice")
    reading = _read(inner_name, unpacked, kind)
    if whole:
        return reading
    problems = (Problem(code="gzip_cut"), *reading.problems)
    if reading.verdict is Verdict.ACTIVITY:
        return replace(reading, reason="gzip_cut", problems=problems)
    return Reading(kind=reading.kind, verdict=Verdict.REFUSED, reason="gzip_damaged", problems=problems)
