"""Which of several scores, or answers, counts."""

from collections.abc import Iterable
from datetime import datetime

from kneewise.model.diary import YesNo
from kneewise.model.observations import TimedScore
from kneewise.observe.said import Kind, Said


def _severity(said: Said) -> int:
    return -1 if said.value is None else said.value


def earliest(said: Iterable[Said]) -> Said | None:
    """Choose the first that is known; of two at one instant the higher; else the first "not known"."""
    given = list(said)
    known = [one for one in given if one.value is not None]
    return min(known or given, key=lambda one: (one.at, -_severity(one)), default=None)


def timed(said: Said | None) -> TimedScore | None:
    """Give a score with the instant that it speaks of."""
    return None if said is None else TimedScore(value=said.value, at=said.at)


def worst_of_each(said: Iterable[Said], late: datetime) -> dict[Kind, Said]:
    """Choose the highest of each kind, of those given in time; of two alike the first."""
    worst: dict[Kind, Said] = {}
    for one in said:
        if one.at > late:
            continue
        before = worst.get(one.kind)
        if before is None or _severity(one) > _severity(before):
            worst[one.kind] = one
    return worst


def too_late(said: Iterable[Said], late: datetime) -> TimedScore | None:
    """Choose the highest of the scores that were given when nothing may be added any more."""
    given = [one for one in said if one.at > late and one.value is not None]
    return timed(max(given, key=_severity, default=None))


def worst_answer(told: Iterable[tuple[datetime, YesNo]], late: datetime) -> YesNo:
    """Choose the worst answer; a late "no" completes nothing any more, a late "yes" still counts."""
    given = [answer for at, answer in told if answer is not None and (answer is True or at <= late)]
    if any(answer is True for answer in given):
        return True
    return given[-1] if given else None
