"""Apple's records of sleep as nights: what several devices saw is counted once, and lying awake is not."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Final

from lxml import etree

from kneewise.files.apple_dates import moment_s, offset_s
from kneewise.files.points import moment
from kneewise.files.reading import Night
from kneewise.files.xml import local

ASLEEP: Final = "HKCategoryValueSleepAnalysisAsleep"
EVENING_H: Final = 18
NOON_H: Final = 12
"""Sleep that begins between noon and the evening is a rest by day, and no part of a night."""

LONGEST_S: Final = 86_400.0

_Span = tuple[float, float]


def nights_of(root: etree._Element) -> tuple[Night, ...]:
    """Read the nights: sleep that begins after six in the evening belongs to the day that follows."""
    spans: dict[date, list[_Span]] = {}
    for each in root:
        if local(each.tag) != "record" or not each.get("value", "").startswith(ASLEEP):
            continue
        from_s, to_s = (moment_s(each.get(name, "").encode()) for name in ("startDate", "endDate"))
        day = None if from_s is None else _day(from_s, offset_s(each.get("startDate", "")) or 0)
        if from_s is not None and to_s is not None and day is not None and 0 < to_s - from_s <= LONGEST_S:
            spans.setdefault(day, []).append((from_s, to_s))
    return tuple(
        Night(
            on=day, ended_at=moment(max(to_s for _, to_s in each)), hours=round(_together_s(each) / 3600, 2)
        )
        for day, each in sorted(spans.items())
    )


def _day(from_s: float, utc_offset_s: int) -> date | None:
    local_time = datetime.fromtimestamp(from_s, timezone(timedelta(seconds=utc_offset_s)))
    if NOON_H <= local_time.hour < EVENING_H:
        return None
    return (local_time + timedelta(hours=24 - EVENING_H)).date()


def _together_s(spans: Iterable[_Span]) -> float:
    """Add up spans; where they overlap, the time counts once."""
    total_s, reached_s = 0.0, 0.0
    for from_s, to_s in sorted(spans):
        total_s += max(to_s - max(from_s, reached_s), 0.0)
        reached_s = max(reached_s, to_s)
    return min(total_s, LONGEST_S)
