"""The one clock: everything below is told the time."""

import os
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kneewise.model.runner import Settings
from kneewise.store.decisions import last_decided_at
from kneewise.store.ref import RunnerRef

NAMED_DAY = "KNEEWISE_ON"
EVENING = time(20)
"""When a day that lies behind is taken to be told of, unless a time is given: after its run, before bed."""


def now() -> datetime:
    """Read the clock, with this machine's offset."""
    return datetime.now().astimezone()


def stand_still(on: date | None) -> None:
    """Name the day for the processes that this one starts; ``None`` lets their clock run."""
    if on is None:
        os.environ.pop(NAMED_DAY, None)
    else:
        os.environ[NAMED_DAY] = on.isoformat()


def named_evening(settings: Settings) -> datetime | None:
    """Give the evening of the day that was named for this process; ``None`` where the clock runs."""
    named = os.environ.get(NAMED_DAY)
    if named is None:
        return None
    return datetime.combine(date.fromisoformat(named), EVENING, ZoneInfo(settings.home_zone))


def today(settings: Settings) -> date:
    """Say which day it is where the runner's days are counted."""
    return local(now(), settings).date()


def local(at: datetime, settings: Settings) -> datetime:
    """Put an instant on the runner's wall clock."""
    return at.astimezone(ZoneInfo(settings.home_zone))


def offset_s(at: datetime, settings: Settings) -> int:
    """Say the home zone's offset from UTC at an instant."""
    offset = local(at, settings).utcoffset() or timedelta(0)
    return int(offset.total_seconds())


def is_behind(runner: RunnerRef, at: datetime, allowed: timedelta) -> bool:
    """Whether the clock stands so far before the last stored decision that one of the two is wrong."""
    decided_at = last_decided_at(runner)
    return decided_at is not None and at < decided_at - allowed
