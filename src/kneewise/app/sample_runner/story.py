"""What the sample runner said: an answers file whose days count back from the last one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from kneewise.app.sample_runner.archive import ZONE

DAYS_AGO = "days_ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sitting.

    Attributes:
        kind: ``screen``, ``weekly``, or a kind of diary record.
        on: The day it speaks of.
        said: Answers or fields, as they would be typed.
    """

    kind: str
    at: datetime
    on: date
    said: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything the sample runner chose and said, in the order of time."""

    settings: Mapping[str, object]
    said: tuple[Said, ...]


def tell_story(ends_on: date) -> Story:
    """Tell the story so that it ends on a day."""
    text = files("kneewise.app.sample_runner").joinpath("story.json").read_text(encoding="utf-8")
    told = json.loads(text)
    said = [_said(one, ends_on) for one in told["said"]]
    return Story(settings=told["settings"], said=tuple(sorted(said, key=lambda one: one.at)))


def _said(one: Mapping[str, object], ends_on: date) -> Said:
    told_on = ends_on - timedelta(days=int(str(one[DAYS_AGO])))
    at = datetime.combine(told_on, time.fromisoformat(str(one["at"])), ZoneInfo(ZONE))
    of = one.get("of_days_ago", one[DAYS_AGO])
    said = one["said"]
    parts = said if isinstance(said, dict) else {}
    return Said(
        kind=str(one["kind"]),
        at=at,
        on=ends_on - timedelta(days=int(str(of))),
        said={name: _dated(value, ends_on) for name, value in parts.items()},
    )


def _dated(value: object, ends_on: date) -> object:
    """Turn ``{"days_ago": 5}`` into a date."""
    if isinstance(value, dict):
        return (ends_on - timedelta(days=int(value[DAYS_AGO]))).isoformat()
    return value
