"""Read TCX: activities, their laps, tracks and points."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

import numpy as np
from lxml import etree

from kneewise.files.document import parse
from kneewise.files.gather import Gathered
from kneewise.files.reading import Kind, Reading, Verdict, not_an_activity
from kneewise.files.strava_sports import sport_in_any_language
from kneewise.files.summary import LONGEST_S
from kneewise.files.track import Summary, Track, recording_of, why_not
from kneewise.files.xml import child, instant, local, named, number, text
from kneewise.model.errors import Problem
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

COLUMNS: Final[Mapping[str, str]] = {
    "latitudedegrees": "latitude_deg",
    "longitudedegrees": "longitude_deg",
    "altitudemeters": "altitude_m",
    "distancemeters": "distance_m",
    "value": "heart_rate_bpm",
    "heartratebpm": "heart_rate_bpm",
    "cadence": "cadence_spm",
    "runcadence": "cadence_spm",
    "speed": "speed_m_s",
    "watts": "power_w",
}
"""The column of each local name; the only value without a name of its own is the heart rate's.

Some programs write the heart rate without one.
"""


def read_tcx(data: bytes) -> Reading:
    """Read the activities of a TCX document; courses and workouts are no activity."""
    points = Gathered(COLUMNS)
    root, problems = parse(data, "Trackpoint", points.take)
    activities = [each for each in named(root, "Activity") if local(_parent_tag(each)) != "plan"]
    recordings = tuple(_recordings(activities, points, problems))
    if recordings:
        reason = problems[0].code if problems else ""
        return Reading(
            kind=Kind.TCX, verdict=Verdict.ACTIVITY, recordings=recordings, reason=reason, problems=problems
        )
    if problems and not activities:
        return Reading(kind=Kind.TCX, verdict=Verdict.REFUSED, reason="damaged", problems=problems)
    return not_an_activity(Kind.TCX, why_not([_track(activity, points, ()) for activity in activities]))


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return parent.tag if parent is not None and isinstance(parent.tag, str) else ""


def _recordings(
    activities: list[etree._Element], points: Gathered, problems: tuple[Problem, ...]
) -> Iterator[Recording]:
    for activity in activities:
        track = _track(activity, points, problems)
        summary = _summary(activity)
        made = recording_of(track, summary, source_format="tcx") or _without_points(track, summary)
        if made is not None:
            yield made


def _track(activity: etree._Element, points: Gathered, problems: tuple[Problem, ...]) -> Track:
    creator = child(activity, "creator")
    return Track(
        sport=sport_in_any_language(activity.get("Sport", "")) or Sport.OTHER,
        name=text(activity, "notes").partition("\n")[0],
        device="" if creator is None else text(creator, "name"),
        problems=problems,
        points=points.of(_segments(activity)),
    )


def _segments(activity: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    piece = 0
    # Some programs leave the lap out.
    for path in _children(activity, "track"):
        yield path, piece
    for lap in _children(activity, "lap"):
        yield lap, piece
        for number_in_lap, path in enumerate(_children(lap, "track")):
            # A new track within a lap follows a pause; a new lap does not.
            piece += 1 if number_in_lap else 0
            yield path, piece


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in element if local(each.tag) == name)


def _summary(activity: etree._Element) -> Summary:
    laps = tuple(_laps(activity))
    lasts_s = [seconds for _, seconds, _ in laps if seconds is not None]
    ways_m = [metres for _, _, metres in laps if metres is not None]
    return Summary(
        start=laps[0][0] if laps else instant(text(activity, "id")),
        timer_s=sum(lasts_s) if lasts_s and len(lasts_s) == len(laps) else None,
        distance_m=sum(ways_m) if len(ways_m) == len(laps) and sum(ways_m) > 0 else None,
        laps=laps,
    )


def _laps(activity: etree._Element) -> Iterator[tuple[datetime, float | None, float | None]]:
    for lap in _children(activity, "lap"):
        start = instant(lap.get("StartTime"))
        if start is not None:
            yield start, _known(text(lap, "totaltimeseconds")), _known(text(lap, "distancemeters"))


def _known(written: str) -> float | None:
    read = number(written)
    return read if read >= 0 else None


def _without_points(track: Track, summary: Summary) -> Recording | None:
    """Make a recording of laps alone, as treadmills without a sensor write them."""
    if summary.start is None or not summary.timer_s or summary.timer_s > LONGEST_S:
        return None
    return Recording(
        start=summary.start,
        utc_offset_s=None,
        sport=track.sport or Sport.OTHER,
        name=track.name,
        device=track.device,
        source_format="tcx",
        time_s=np.zeros(0),
        elapsed_s=summary.timer_s,
        timer_s=summary.timer_s,
        distance_m=summary.distance_m,
        problems=track.problems,
    )
