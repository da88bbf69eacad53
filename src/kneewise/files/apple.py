"""Read one workout of an Apple Health export, or a month of nights, from the part that was made of it.

Apple counts steps of both feet, so nothing is doubled. Records have times of their own and overlap; they are
put on one grid of a second, each where it holds.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from lxml import etree

from kneewise.files.apple_dates import moment_s, offset_s
from kneewise.files.apple_nights import nights_of
from kneewise.files.apple_records import UNIT, Records, columns_of, grid_of, records_of
from kneewise.files.document import parse
from kneewise.files.gather import PLACES, gather
from kneewise.files.points import in_order, moment, with_distance
from kneewise.files.reading import Kind, Reading, UnreadableError, Verdict
from kneewise.files.sports import sport_named
from kneewise.files.steps import NONE, STEPS
from kneewise.files.summary import LONGEST_S
from kneewise.files.xml import child, local, named, number
from kneewise.model.errors import Problem
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport

SOURCE_FORMAT: Final = "apple"
PREFIX: Final = "HKWorkoutActivityType"
WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
TRACK: Final[Mapping[str, str]] = {"ele": "altitude_m", "speed": "speed_m_s"}
PAUSE: Final = frozenset({"HKWorkoutEventTypePause", "HKWorkoutEventTypeMotionPaused"})
RESUME: Final = frozenset({"HKWorkoutEventTypeResume", "HKWorkoutEventTypeMotionResumed"})


def read_part(data: bytes) -> Reading:
    """Read a part of an export.

    Raises:
        UnreadableError: It has no workout with a beginning and an end.
    """
    root, problems = parse(data)
    workout = child(root, "workout")
    if workout is None:
        nights = nights_of(root)
        return Reading(
            kind=Kind.APPLE_HEALTH,
            verdict=Verdict.NOT_AN_ACTIVITY,
            reason="nights" if nights else "no_nights",
            problems=problems,
            nights=nights,
        )
    recording = _recording(root, workout, problems)
    reason = problems[0].code if problems else ""
    return Reading(
        kind=Kind.APPLE_HEALTH,
        verdict=Verdict.ACTIVITY,
        recordings=(recording,),
        reason=reason,
        problems=problems,
    )


def _recording(root: etree._Element, workout: etree._Element, problems: tuple[Problem, ...]) -> Recording:
    start_s, end_s = _span(workout)
    sport, records = _sport(workout.get("workoutActivityType", "")), records_of(root, workout)
    time_s = grid_of(end_s - start_s)
    columns = with_distance(time_s, _columns(root, records, start_s, time_s))
    about = {each.get("key", ""): each.get("value", "") for each in _own(workout, "metadataentry")}
    indoor = sport is Sport.RUNNING and about.get("HKIndoorWorkout") == "1"
    return Recording(
        start=moment(start_s),
        utc_offset_s=_offset_s(about.get("HKTimeZone", ""), workout, start_s),
        sport=sport,
        sub_sport="treadmill" if indoor else "",
        device=workout.get("sourceName", ""),
        source_format=SOURCE_FORMAT,
        time_s=time_s if columns else np.zeros(0),
        columns=columns,
        elapsed_s=end_s - start_s,
        timer_s=_known(number(workout.get("duration")) * UNIT.get(workout.get("durationUnit", "min"), 60.0)),
        distance_m=_distance_m(workout),
        pauses=_pauses(workout, start_s, end_s),
        cadence_rule=STEPS if "cadence_spm" in columns else NONE,
        problems=problems,
    )


def _span(workout: etree._Element) -> tuple[float, float]:
    start_s, end_s = (moment_s(workout.get(name, "").encode()) for name in ("startDate", "endDate"))
    if start_s is None or end_s is None or not 0 < end_s - start_s <= LONGEST_S:
        raise UnreadableError("no_length")
    return start_s, end_s


def _columns(root: etree._Element, records: Records, start_s: float, time_s: Column) -> dict[str, Column]:
    """Put the records and the track on one grid; a measured speed comes before that of satellites."""
    found = {**_track(root, start_s, time_s), **columns_of(records, start_s, time_s)}
    _, kept, _ = in_order(start_s + time_s, found)
    return kept


def _track(root: etree._Element, start_s: float, time_s: Column) -> Mapping[str, Column]:
    elements = list(named(root, "trkpt"))
    if not elements:
        return {}
    points = gather(elements, TRACK, PLACES)
    step_s = time_s[1] - time_s[0]
    place = np.round((points.at_s - start_s) / step_s)
    on = (place >= 0) & (place < len(time_s))
    columns = {name: np.full(len(time_s), np.nan) for name in points.columns}
    for name, column in columns.items():
        column[place[on].astype(np.intp)] = points.columns[name][on]
    return columns


def _sport(written: str) -> Sport:
    kind = written.removeprefix(PREFIX)
    return sport_named(WORDS.sub("_", kind)) or Sport.OTHER


def _distance_m(workout: etree._Element) -> float | None:
    """Give the distance: newer exports have it among the statistics, older ones with the workout."""
    told = [
        (each.get("sum"), each.get("unit", ""))
        for each in _own(workout, "workoutstatistics")
        if "Distance" in each.get("type", "")
    ]
    written, unit = (told or [(workout.get("totalDistance"), workout.get("totalDistanceUnit", "km"))])[0]
    return _known(number(written) * UNIT.get(unit, float("nan")))


def _own(workout: etree._Element, name: str) -> Iterable[etree._Element]:
    """Give what a workout says of itself: its legs and intervals say the same of theirs, further down."""
    return (each for each in workout if local(each.tag) == name)


def _known(figure: float) -> float | None:
    return figure if 0 < figure < 10_000_000 else None


def _pauses(workout: etree._Element, start_s: float, end_s: float) -> tuple[tuple[float, float], ...]:
    """Pair each pause with what resumes it; one that nothing ends lasts to the end."""
    events = sorted(_events(workout))
    spans: list[tuple[float, float]] = []
    since: float | None = None
    for at_s, what in [*events, (end_s, "")]:
        if what in PAUSE:
            since = at_s if since is None else since
        elif since is not None:
            spans.append((max(since - start_s, 0.0), min(at_s, end_s) - start_s))
            since = None
    return tuple((from_s, to_s) for from_s, to_s in spans if from_s < to_s)


def _events(workout: etree._Element) -> Iterable[tuple[float, str]]:
    for each in workout:
        what = each.get("type", "")
        at_s = moment_s(each.get("date", "").encode()) if local(each.tag) == "workoutevent" else None
        if at_s is not None and what in PAUSE | RESUME:
            yield at_s, what


def _offset_s(zone: str, workout: etree._Element, start_s: float) -> int | None:
    """Give the offset of the place; the dates are written with that of the telephone that exported them."""
    try:
        offset = datetime.fromtimestamp(start_s, UTC).astimezone(ZoneInfo(zone)).utcoffset()
    except (ValueError, OSError, KeyError):
        return offset_s(workout.get("startDate", ""))
    return None if offset is None else int(offset.total_seconds())
