"""Read KML with times, as OpenTracks writes it: tracks of instants, places, and lists of what sensors said.

A map or a route without times is no activity. OpenTracks keeps here also what has no place, which its GPX
leaves out. Its cadence is mixed like that of GPX.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from lxml import etree

from kneewise.files.app_names import sport_of_name
from kneewise.files.document import parse
from kneewise.files.gather import Points, behind_one_another, numbers, times
from kneewise.files.reading import Kind, Reading, Verdict, not_an_activity
from kneewise.files.strava_sports import sport_in_any_language
from kneewise.files.track import Summary, Track, recording_of, why_not
from kneewise.files.xml import child, named, text
from kneewise.model.errors import Problem
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport

COLUMNS: Final[Mapping[str, str]] = {
    "speed": "speed_m_s",
    "heart_rate": "heart_rate_bpm",
    "heartrate": "heart_rate_bpm",
    "cadence": "cadence_spm",
    "power": "power_w",
}
"""The column of each list by its name in small letters; a distance counts from the point before, or not."""

PLACE: Final = ("longitude_deg", "latitude_deg", "altitude_m")
KINDS: Final = ("activityType", "type", "typeTranslated")


def read_kml(data: bytes) -> Reading:
    """Read the tracks with times of a KML document."""
    root, problems = parse(data)
    marks = [mark for mark in named(root, "Placemark") if next(named(mark, "when"), None) is not None]
    tracks = [_track(mark, problems) for mark in marks]
    recordings = tuple(_recordings(tracks))
    if recordings:
        reason = problems[0].code if problems else ""
        return Reading(
            kind=Kind.MAP, verdict=Verdict.ACTIVITY, recordings=recordings, reason=reason, problems=problems
        )
    return not_an_activity(Kind.MAP, why_not(tracks) if tracks else "map")


def _recordings(tracks: Sequence[Track]) -> Iterator[Recording]:
    for track in tracks:
        made = recording_of(track, Summary(), source_format="kml")
        if made is not None:
            yield made


def _track(mark: etree._Element, problems: tuple[Problem, ...]) -> Track:
    parts = [_points(each, float(piece)) for piece, each in enumerate(named(mark, "Track"))]
    return Track(
        points=behind_one_another(parts) if parts else Points(),
        sport=_sport(mark),
        name=text(mark, "name"),
        problems=problems,
    )


def _points(track: etree._Element, piece: float) -> Points:
    """Read one track: its instants, and as many places and sensor values as there are instants."""
    instants = [each.text for each in named(track, "when")]
    count = len(instants)
    at_s, offset_s = times((list(range(count)), instants), count)
    places = [_place(each.text) for each in named(track, "coord")]
    columns = {
        name: _as_long(numbers(place[axis] for place in places), count) for axis, name in enumerate(PLACE)
    }
    for each in named(track, "SimpleArrayData"):
        name = COLUMNS.get(each.get("name", "").lower())
        if name is not None:
            columns[name] = _as_long(numbers(value.text for value in named(each, "value")), count)
    return Points(at_s=at_s, piece=np.full(count, piece), columns=columns, offset_s=offset_s)


def _place(written: str | None) -> Sequence[str | None]:
    """Split a place; one that is empty or lacks its height has nothing there."""
    parts = (written or "").split()
    return (*parts[:3], *[None] * (3 - len(parts[:3])))


def _as_long(column: Column, count: int) -> Column:
    """Give a list that a damaged file cut the length of the others; one that is too long says nothing."""
    if len(column) > count:
        return np.full(count, np.nan)
    return np.concatenate([column, np.full(count - len(column), np.nan)])


def _sport(mark: etree._Element) -> Sport | None:
    """Find the sport by the kind that the app gives, its picture, or the runner's own word."""
    said = {each.get("name", ""): text(each, "value") for each in named(mark, "Data")}
    picture = child(mark, "icon")
    words = [*(said.get(kind, "") for kind in KINDS), (picture.text or "") if picture is not None else ""]
    known = map(sport_in_any_language, words)
    return next((sport for sport in known if sport is not None), None) or sport_of_name(text(mark, "name"))
