"""Read GPX: tracks, their segments and the extensions that watches and apps write."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from lxml import etree

from kneewise.files.app_names import sport_of_name
from kneewise.files.document import parse
from kneewise.files.gather import PLACES, Gathered, joined
from kneewise.files.reading import Kind, Reading, Verdict, not_an_activity
from kneewise.files.sports import sport_named
from kneewise.files.strava_sports import sport_in_any_language
from kneewise.files.track import Summary, Track, recording_of, why_not
from kneewise.files.xml import child, named, text
from kneewise.model.errors import Problem
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

COLUMNS: Final[Mapping[str, str]] = {
    "ele": "altitude_m",
    "hr": "heart_rate_bpm",
    "heartrate": "heart_rate_bpm",
    "cad": "cadence_spm",
    "cadence": "cadence_spm",
    "runcadence": "cadence_spm",
    "speed": "speed_m_s",
    "power": "power_w",
    "powerinwatts": "power_w",
    "atemp": "temperature_c",
    "temp": "temperature_c",
    "distance": "distance_m",
}
"""The column of each local name, in GPX itself and in the extensions of watches and apps."""

FITOTRACK: Final = re.compile(r"workoutTypeId=(\w+)")
STRAVA_NAME: Final = re.compile(r"(?:Morning|Lunch|Afternoon|Evening|Night) ([A-Z][\w ]+)")
UNTYPED: Final = frozenset({"", "unknown", "default", "uncategorized"})
LONGEST_BREAK_S: Final = 3600
"""Tracks of one sport closer than this are one session that the watch cut."""


def read_gpx(data: bytes) -> Reading:
    """Read the tracks of a GPX document; routes and waypoints are no activity."""
    points = Gathered(COLUMNS, PLACES)
    root, problems = parse(data, "trkpt", points.take)
    about = child(root, "metadata")
    device = root.get("creator", "")
    tracks = [_track(each, points, device, problems) for each in named(root, "trk")]
    if about is not None:
        for track in tracks:
            _tell(track, about)
    recordings = tuple(_recordings(_joined(tracks)))
    if recordings:
        reason = problems[0].code if problems else ""
        return Reading(
            kind=Kind.GPX, verdict=Verdict.ACTIVITY, recordings=recordings, reason=reason, problems=problems
        )
    if problems and not tracks:
        return Reading(kind=Kind.GPX, verdict=Verdict.REFUSED, reason="damaged", problems=problems)
    return not_an_activity(Kind.GPX, why_not(tracks))


def _track(element: etree._Element, points: Gathered, device: str, problems: tuple[Problem, ...]) -> Track:
    track = Track(name=text(element, "name"), device=device, problems=problems)
    # OsmAnd and Locus have a word of their own for the type.
    kind = text(element, "type") or text(element, "extensions", "activity")
    track.sport = _sport(kind, track.name)
    # Some programs leave the segment out.
    segments = (element, *named(element, "trkseg"))
    track.points = points.of((segment, piece) for piece, segment in enumerate(segments))
    return track


def _sport(kind: str, name: str) -> Sport | None:
    """Find the sport by the type, else by the name that apps give to what nobody named."""
    if kind.lower() not in UNTYPED:
        return sport_in_any_language(kind) or Sport.OTHER
    named_by_strava = STRAVA_NAME.fullmatch(name)
    return sport_named(named_by_strava[1]) if named_by_strava else sport_of_name(name)


def _tell(track: Track, about: etree._Element) -> None:
    """Add what the document says of itself to a track that says less."""
    title = text(about, "name")
    said = FITOTRACK.search(title)
    if said is not None:
        track.sport = track.sport or sport_named(said[1])
        return
    track.name = track.name or title
    if track.sport is None:
        track.sport = _sport(text(about, "extensions", "activity"), title)


def _joined(tracks: list[Track]) -> Iterator[Track]:
    """Put tracks of one sport that follow each other closely together again."""
    whole: Track | None = None
    for track in tracks:
        if whole is not None and whole.sport is track.sport and _break_s(whole, track) <= LONGEST_BREAK_S:
            whole.points = joined([whole.points, track.points])
            continue
        if whole is not None:
            yield whole
        whole = track
    if whole is not None:
        yield whole


def _break_s(before: Track, after: Track) -> float:
    ends, starts = before.points.at_s, after.points.at_s
    if not (np.isfinite(ends).any() and np.isfinite(starts).any()):
        return float("inf")
    after_s, before_s = np.nanmin(starts) - np.nanmax(ends), np.nanmin(ends) - np.nanmax(starts)
    return float(max(after_s, before_s, 0.0))


def _recordings(tracks: Iterator[Track]) -> Iterator[Recording]:
    for track in tracks:
        made = recording_of(track, Summary(), source_format="gpx")
        if made is not None:
            yield made
