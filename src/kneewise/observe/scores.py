"""Which of several scores, or answers, counts."""

from collections.abc import Collection, Iterable
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
    if said is None:
        return None
    told_at = said.told_at if said.told_at != said.at else None
    return TimedScore(value=said.value, at=said.at, told_at=told_at)


def worst_of_each(said: Iterable[Said], late: datetime) -> dict[Kind, Said]:
    """Choose the highest of each kind, of those told in time; of two alike the first."""
    worst: dict[Kind, Said] = {}
    for one in said:
        if one.told_at > late:
            continue
        before = worst.get(one.kind)
        if before is None or _severity(one) > _severity(before):
            worst[one.kind] = one
    return worst


def uncoloured(said: Iterable[Said], late: datetime, counting: Collection[Said | None]) -> TimedScore | None:
    """Choose the highest of the scores that colour nothing.

    They were told when nothing may be added any more; or of a morning and the day after, where one counts,
    they are another one or lie outside their hours. Of two alike the one that was told last.
    """
    one_counts = {Kind.MORNING, Kind.AFTER_24H}
    beside = (one for one in said if one.told_at > late or (one.kind in one_counts and one not in counting))
    known = (one for one in beside if one.value is not None)
    return timed(max(known, key=lambda one: (_severity(one), one.told_at), default=None))


def worst_answer(told: Iterable[tuple[datetime, YesNo]], late: datetime) -> YesNo:
    """Choose the worst answer; a late "no" completes nothing any more, a late "yes" still counts."""
    answer, _ = worst_answer_told(told, late)
    return answer


def worst_answer_told(
    told: Iterable[tuple[datetime, YesNo]], late: datetime
) -> tuple[YesNo, datetime | None]:
    """Choose the worst answer, with the instant at which it was told: a yes first, else the last word."""
    given = [(at, one) for at, one in told if one is not None and (one is True or at <= late)]
    yes = [at for at, one in given if one is True]
    if yes:
        return True, min(yes)
    return (given[-1][1], given[-1][0]) if given else (None, None)
