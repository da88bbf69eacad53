"""Garmin's account export: its list of activities, the gear they were done with, and the nights.

The watch's own files lie in zips within it, under numbers that no list knows. So each row of the list is a
session of its own, and joins the watch's file of the same start when both are kept.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any, Final

from kneewise.files.notes import Notes
from kneewise.files.on_disk import Beside
from kneewise.files.part import Part, part
from kneewise.files.reading import (
    Kind,
    Night,
    Reading,
    UnreadableError,
    Verdict,
    not_an_activity,
)
from kneewise.files.sports import sport_named
from kneewise.files.summary import summary
from kneewise.files.xml import instant
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport

LIST: Final = "summarizedActivities.json"
GEAR: Final = "gear.json"
"""How the names of both end; before it stands the account's name or number."""

ROWS: Final = "summarizedActivitiesExport"
SHOE: Final = "shoe"
"""Beside the one row of a part: the name of the pair it was run in."""

SEVERAL_SPORTS: Final = "multi_sport"
"""The whole of a triathlon, whose legs have rows of their own."""

FARTHEST_OFFSET_S: Final = 14 * 3600
ASLEEP: Final = ("deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds")


def sessions_of_list(data: bytes, beside: Beside) -> Iterator[Part]:
    """Give each row of the list as a part, with the pair of shoes that the gear beside it names."""
    shoes = _shoes(beside)
    for row in _rows(_loaded(data)):
        activity = str(row.get("activityId", ""))
        if activity and row.get("activityType") != SEVERAL_SPORTS:
            whole = {ROWS: [row], SHOE: shoes.get(activity, "")}
            content = json.dumps(whole, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
            yield part(f"{activity}.json", content, _notes(row, shoes.get(activity, "")))


def read_list(data: bytes) -> Reading:
    """Read the one session of a part; the list itself is no activity."""
    loaded = _loaded(data)
    rows = list(_rows(loaded))
    if not isinstance(loaded, dict) or SHOE not in loaded or len(rows) != 1:
        return not_an_activity(Kind.GARMIN_LIST, "garmin_list")
    return Reading(kind=Kind.GARMIN_LIST, verdict=Verdict.ACTIVITY, recordings=(_session(rows[0]),))


def read_nights(data: bytes) -> Reading:
    """Read the nights of a file of sleep."""
    loaded = _loaded(data)
    found = [_night(each) for each in _dicts(loaded)]
    nights = tuple(night for night in found if night is not None)
    return Reading(
        kind=Kind.GARMIN_SLEEP,
        verdict=Verdict.NOT_AN_ACTIVITY,
        reason="nights" if nights else "no_nights",
        nights=nights,
    )


def _loaded(data: bytes) -> object:
    try:
        loaded: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("damaged") from error
    return loaded


def _dicts(loaded: object) -> Iterator[Mapping[str, Any]]:
    """Give the objects of a list, or the one that stands alone."""
    each = loaded if isinstance(loaded, list) else [loaded]
    return (one for one in each if isinstance(one, dict))


def _rows(loaded: object) -> Iterator[Mapping[str, Any]]:
    for whole in _dicts(loaded):
        yield from _dicts(whole.get(ROWS, []))


def _session(row: Mapping[str, Any]) -> Recording:
    start_ms = _number(row.get("startTimeGmt"), row.get("beginTimestamp"))
    try:
        start = datetime.fromtimestamp(start_ms / 1000, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UnreadableError("no_length") from error
    offset_s = (_number(row.get("startTimeLocal")) - start_ms) / 1000
    return summary(
        start=start,
        sport=_sport(row) or Sport.OTHER,
        name=_text(row.get("name")),
        utc_offset_s=round(offset_s) if abs(offset_s) <= FARTHEST_OFFSET_S else None,
        elapsed_s=_number(row.get("elapsedDuration"), row.get("duration")) / 1000,
        timer_s=_number(row.get("duration")) / 1000,
        distance_m=_number(row.get("distance")) / 100,
    )


def _notes(row: Mapping[str, Any], shoe: str) -> Notes:
    exertion = _number(row.get("workoutRpe")) / 10
    return Notes(
        activity=str(row.get("activityId", "")),
        name=_text(row.get("name")),
        description=_text(row.get("description")),
        sport=_sport(row),
        gear=shoe,
        exertion_0_10=exertion if 0 <= exertion <= 10 else None,
    )


def _sport(row: Mapping[str, Any]) -> Sport | None:
    return sport_named(_text(row.get("activityType"))) or sport_named(_text(row.get("sportType")))


def _shoes(beside: Beside) -> Mapping[str, str]:
    """Say which pair each activity was run in, by the gear that lies beside the list."""
    found: dict[str, str] = {}
    for read in beside.ending(GEAR):
        with suppress(UnreadableError, OSError):
            for whole in _dicts(_loaded(read())):
                found |= _pairs(whole)
    return found


def _pairs(whole: Mapping[str, Any]) -> Mapping[str, str]:
    names = {
        str(gear.get("gearPk")): _gear_name(gear)
        for gear in _dicts(whole.get("gearDTOS", []))
        if _text(gear.get("gearTypeName") or "Shoes").casefold() == "shoes"
    }
    links = whole.get("gearActivityDTOs", {})
    used = links.items() if isinstance(links, dict) else ()
    return {
        str(link.get("activityId")): names[str(key)]
        for key, all_links in used
        for link in _dicts(all_links)
        if names.get(str(key))
    }


def _gear_name(gear: Mapping[str, Any]) -> str:
    """Give the runner's name for it, else the maker's."""
    made = f"{_text(gear.get('gearMakeName'))} {_text(gear.get('gearModelName'))}".strip()
    return _text(gear.get("displayName")) or _text(gear.get("customMakeModel")) or made


def _night(row: Mapping[str, Any]) -> Night | None:
    ended_at = instant(_text(row.get("sleepEndTimestampGMT")))
    parts_s = [second for name in ASLEEP if (second := _number(row.get(name))) >= 0]
    try:
        on = date.fromisoformat(_text(row.get("calendarDate")))
    except ValueError:
        return None
    asleep_s = sum(parts_s)
    if ended_at is None or not 0 < asleep_s <= 86_400:
        return None
    return Night(on=on, ended_at=ended_at, hours=round(asleep_s / 3600, 2))


def _number(*written: object) -> float:
    """Give the first that is a number; NaN where none is."""
    numbers: Sequence[float] = [
        float(each) for each in written if isinstance(each, int | float) and not isinstance(each, bool)
    ]
    return numbers[0] if numbers else float("nan")


def _text(written: object) -> str:
    return written.strip() if isinstance(written, str) else ""
