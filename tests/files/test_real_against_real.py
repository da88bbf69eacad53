"""Real files of many watches: our figures against another reader's, file by file.

FIT is held against fitdecode; TCX and GPX against a plain reading with lxml, written here apart from ours.
"""

from __future__ import annotations

import gzip
import io
import warnings
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import pairwise
from math import asin, cos, isnan, radians, sin, sqrt
from pathlib import Path
from typing import Any

import fitdecode
import pytest
from lxml import etree

from kneewise.files import Examined, Verdict, examine, open_offered, read_recordings
from kneewise.knowledge import read_numbers
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe import Numbers
from kneewise.observe.measure import measure_activity
from kneewise.present.words import has_sentence

WATCH_FILES = Path(__file__).parents[3] / "shared" / "watch-files"
ABSENT = "the folder of real watch files, ../shared/watch-files, is not on this machine"
pytestmark = pytest.mark.skipif(not WATCH_FILES.is_dir(), reason=ABSENT)

A_FORMAT = 14
"""So many files of each format are compared."""

LEAST_S = 120
ON_FOOT = {Sport.RUNNING, Sport.WALKING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What another reader makes of a file."""

    distance_m: float | None
    duration_s: float
    cadence_spm: float | None
    heart_rate_bpm: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    at_s: float
    cadence: float | None = None
    heart_rate: float | None = None
    distance_m: float | None = None
    place: tuple[float, float] | None = None
    piece: int = 0
    timer_runs: bool = True


@cache
def everything() -> tuple[Examined, ...]:
    return tuple(map(examine, open_offered(WATCH_FILES)))


def path_of(file: Examined) -> Path:
    return WATCH_FILES.parent / file.path


def comparable(source_format: str) -> list[Examined]:
    """Choose whole files of one session, the ones on foot first, the same on every machine."""
    whole = [
        file
        for file in everything()
        if "!/" not in file.path
        and not file.reading.reason
        and len(file.reading.recordings) == 1
        and file.reading.recordings[0].source_format == source_format
        and file.reading.recordings[0].elapsed_s >= LEAST_S
        and len(file.reading.recordings[0].time_s) > 60
    ]
    on_foot = [file for file in whole if file.reading.recordings[0].sport in ON_FOOT]
    others = [file for file in whole if file not in on_foot]
    return [*_spread(on_foot, A_FORMAT // 2), *_spread(others, A_FORMAT)][:A_FORMAT]


def _spread(files: list[Examined], count: int) -> list[Examined]:
    """Take every so-many-th, so that one project's many files do not fill the list."""
    step = max(len(files) // count, 1)
    return files[::step][:count]


def median_by_time(values: list[tuple[float, float]]) -> float | None:
    """Find the median of (value, seconds) pairs the long way round: by walking up to half of the time."""
    known = sorted((value, lasts_s) for value, lasts_s in values if lasts_s > 0)
    half_s = sum(lasts_s for _, lasts_s in known) / 2
    for value, lasts_s in known:
        half_s -= lasts_s
        if half_s <= 0:
            return value
    return None


def medians(points: list[Point], *, doubled: bool) -> tuple[float | None, float | None]:
    """Give the median steps of the running seconds and the median heart rate."""
    ordered = sorted(points, key=lambda point: point.at_s)
    lasting = [
        (point, after.at_s - point.at_s)
        for point, after in pairwise(ordered)
        if after.at_s - point.at_s <= 60 and point.timer_runs
    ]
    factor = 2 if doubled else 1
    steps = [(point.cadence * factor, lasts_s) for point, lasts_s in lasting if point.cadence is not None]
    running = [(value, lasts_s) for value, lasts_s in steps if value >= 140]
    beats = [(point.heart_rate, lasts_s) for point, lasts_s in lasting if point.heart_rate]
    return median_by_time(running), median_by_time(beats)


def by_fitdecode(data: bytes) -> Figures:
    points, sessions, stops = list[Point](), list[Any](), list[tuple[float, bool]]()
    with warnings.catch_warnings(), fitdecode.FitReader(io.BytesIO(data)) as reader:
        warnings.simplefilter("ignore")
        for frame in reader:
            if not isinstance(frame, fitdecode.FitDataMessage):
                continue
            if frame.name == "session":
                sessions.append(frame)
            elif frame.name == "event" and frame.get_value("event", fallback=None) == "timer":
                stops.append(
                    (_seconds(frame.get_value("timestamp")), frame.get_value("event_type") != "start")
                )
            elif frame.name == "record" and frame.has_field("timestamp"):
                points.append(_fit_point(frame))
    (session,) = sessions
    points = [replace(point, timer_runs=not _stood(point.at_s, stops)) for point in points]
    cadence, heart_rate = medians(points, doubled=True)
    span_s = max(point.at_s for point in points) - min(point.at_s for point in points)
    distances = [point.distance_m for point in points if point.distance_m is not None]
    return Figures(
        distance_m=_of(session, "total_distance") or (distances[-1] if distances else None),
        duration_s=_of(session, "total_elapsed_time") or _of(session, "total_timer_time") or span_s,
        cadence_spm=cadence,
        heart_rate_bpm=heart_rate,
    )


def _fit_point(frame: Any) -> Point:
    cadence = _of(frame, "cadence")
    return Point(
        at_s=_seconds(frame.get_value("timestamp")),
        cadence=None if cadence is None else cadence + (_of(frame, "fractional_cadence") or 0.0),
        heart_rate=_of(frame, "heart_rate"),
        distance_m=_of(frame, "distance"),
    )


def _stood(at_s: float, stops: list[tuple[float, bool]]) -> bool:
    """Whether the last thing the timer did before an instant was to stop."""
    before = sorted(each for each in stops if each[0] <= at_s)
    return bool(before) and before[-1][1]


def _seconds(moment: datetime | int) -> float:
    """Read fitdecode's timestamps; a watch without a date gives seconds since it was switched on."""
    return moment.timestamp() if isinstance(moment, datetime) else float(moment)


def _of(frame: Any, name: str) -> float | None:
    value = frame.get_value(name, fallback=None)
    return None if value is None else float(value)


def by_lxml(data: bytes) -> Figures:
    root = etree.fromstring(data.lstrip(), etree.XMLParser(recover=True))
    is_tcx = etree.QName(root).localname == "TrainingCenterDatabase"
    points = _tcx_points(root) if is_tcx else _gpx_points(root)
    own = [point.cadence for point in points if point.cadence]
    doubled = is_tcx or (bool(own) and sorted(own)[len(own) // 2] < 120)
    cadence, heart_rate = medians(points, doubled=doubled)
    laps: Any = root.xpath("//*[local-name()='Lap']/*[local-name()='DistanceMeters']/text()")
    return Figures(
        distance_m=sum(float(lap) for lap in laps) if is_tcx else _way_m(points),
        duration_s=max(point.at_s for point in points) - min(point.at_s for point in points),
        cadence_spm=cadence,
        heart_rate_bpm=heart_rate,
    )


def _text(element: Any, *names: str) -> str | None:
    for name in names:
        found = element.xpath(f".//*[local-name()='{name}']/text()")
        if found:
            return str(found[0])
    return None


def _number(element: Any, *names: str) -> float | None:
    written = _text(element, *names)
    return None if written is None or isnan(float(written)) else float(written)


def _tcx_points(root: Any) -> list[Point]:
    return [
        Point(
            at_s=datetime.fromisoformat(written).timestamp(),
            cadence=_number(each, "Cadence", "RunCadence"),
            heart_rate=_number(each, "Value"),
        )
        for each in root.xpath("//*[local-name()='Trackpoint']")
        if (written := _text(each, "Time")) is not None
    ]


def _gpx_points(root: Any) -> list[Point]:
    return [
        Point(
            at_s=datetime.fromisoformat(written.strip()).timestamp(),
            cadence=_number(each, "cad", "cadence"),
            heart_rate=_number(each, "hr"),
            place=(float(each.get("lat")), float(each.get("lon"))),
            piece=piece,
        )
        for piece, segment in enumerate(root.xpath("//*[local-name()='trkseg']"))
        for each in segment.xpath("*[local-name()='trkpt']")
        if (written := _text(each, "time")) is not None
    ]


def _way_m(points: list[Point]) -> float:
    ordered = sorted(points, key=lambda point: point.at_s)
    steps = pairwise(ordered)
    return sum(
        _haversine_m(point.place, after.place)
        for point, after in steps
        if point.place is not None and after.place is not None and point.piece == after.piece
    )


def _haversine_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (lat_2, lon_2) = (tuple(map(radians, place)) for place in (one, other))
    chord = sin((lat_2 - lat) / 2) ** 2 + cos(lat) * cos(lat_2) * sin((lon_2 - lon) / 2) ** 2
    return 2 * 6_371_008.8 * asin(sqrt(chord))


def content(file: Examined) -> bytes:
    data = path_of(file).read_bytes()
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def differences(file: Examined, theirs: Figures) -> list[str]:
    """List where our figures of a file are not theirs."""
    (recording,) = file.reading.recordings
    ours = measure_activity(recording, read_numbers("kneewise.observe", Numbers))
    checks = [
        ("distance", ours.distance_m or 0.0, theirs.distance_m or 0.0, 0.005 * (theirs.distance_m or 0.0)),
        ("duration", ours.elapsed_s, theirs.duration_s, 1.0),
        ("heart rate", ours.heart_rate_bpm or 0.0, theirs.heart_rate_bpm or 0.0, 1.0),
    ]
    if recording.sport is Sport.RUNNING and theirs.cadence_spm is not None:
        checks.append(("cadence", ours.cadence_spm or 0.0, theirs.cadence_spm, 1.0))
    return [
        f"{file.path}: {what} {mine:.1f}, by the other reader {other:.1f}"
        for what, mine, other, allowed in checks
        if abs(mine - other) > allowed
    ]


def test_fit_files_say_the_same_to_us_and_to_fitdecode() -> None:
    files = comparable("fit")

    assert len(files) == A_FORMAT
    assert [line for file in files for line in differences(file, by_fitdecode(content(file)))] == []


@pytest.mark.parametrize("source_format", ["tcx", "gpx"])
def test_xml_files_say_the_same_to_us_and_to_a_plain_reading(source_format: str) -> None:
    files = comparable(source_format)

    assert len(files) == A_FORMAT
    assert [line for file in files for line in differences(file, by_lxml(content(file)))] == []


def test_the_comparison_covers_running_cadence_in_every_format() -> None:
    with_cadence = Counter(
        recording.source_format
        for source_format in ("fit", "tcx", "gpx")
        for file in comparable(source_format)
        for recording in file.reading.recordings
        if recording.sport is Sport.RUNNING and recording.cadence_rule != "none"
    )

    assert set(with_cadence) == {"fit", "tcx", "gpx"}


def test_every_file_there_has_its_line_and_a_sentence() -> None:
    listed = {file.path for file in everything()}
    there = {str(path.relative_to(WATCH_FILES.parent)) for path in WATCH_FILES.rglob("*") if path.is_file()}

    assert there <= listed
    assert {
        file.reading.reason
        for file in everything()
        if file.reading.reason and not has_sentence(file.reading.reason)
    } == set()
    assert [
        file.path for file in everything() if not file.reading.reason and not file.reading.recordings
    ] == []


def test_enough_distinct_sessions_come_out() -> None:
    distinct = {
        (recording.sport, int(recording.start.timestamp()))
        for file in everything()
        if file.reading.verdict is Verdict.ACTIVITY
        for recording in file.reading.recordings
    }

    assert len(distinct) >= 230
    assert sum(sport is Sport.RUNNING for sport, _ in distinct) >= 90


def test_reading_again_what_is_kept_gives_the_same() -> None:
    files = [file for kind in ("fit", "tcx", "gpx") for file in comparable(kind)[:3]]

    for file in files:
        assert file.original is not None
        (again,) = read_recordings(file.path, file.original).recordings
        assert _gist(again) == _gist(file.reading.recordings[0])


def _gist(recording: Recording) -> tuple[object, ...]:
    return (
        recording.start,
        recording.sport,
        recording.elapsed_s,
        len(recording.time_s),
        sorted(recording.columns),
    )
