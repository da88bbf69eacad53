"""Which knees are sore, and since when: once told, a knee is asked about and judged for good.

A later answer that names the other knee says nothing of this one, so it takes nothing back. A knee that was
named by mistake is corrected by amending that answer.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kneewise.model.answers import Answer, AnswerSet
from kneewise.model.diary import PainLog
from kneewise.model.places import Side
from kneewise.observe.said import known_on, scores_told

KNEE = "knee"
BOTH = "both"

Told = tuple[date, date]
"""The day on which it was said, and the day that it speaks of."""


class SoreKnees:
    """Knees of a history, sorted once; each day knows what was said up to it."""

    def __init__(self, answers: Iterable[AnswerSet], logs: Iterable[PainLog]) -> None:
        told: dict[Side, list[Told]] = {side: [] for side in Side}
        for answered in answers:
            for side in sides_named(answered.answers.get(KNEE)):
                told[side].append((answered.on, answered.on))
        for log in logs:
            for side, told_on in _hurting(log):
                told[side].append((told_on, log.on))
        self._known = {side: sorted(each) for side, each in told.items()}
        self._first = {side: _earliest(each) for side, each in self._known.items()}

    def since(self, on: date) -> Mapping[Side, date]:
        """Give the knees known to be sore by a day, each with the first day of which that was said."""
        counts = {side: bisect_right(self._known[side], (on, date.max)) for side in Side}
        return {side: self._first[side][count - 1] for side, count in counts.items() if count}


def sides_named(knee: Answer | None) -> tuple[Side, ...]:
    """Give the knees that an answer names; none where it names none."""
    return tuple(side for side in Side if knee in {side.value, BOTH})


def _earliest(told: Sequence[Told]) -> list[date]:
    """Give the earliest day spoken of in the first one, two, three ... of them."""
    first: list[date] = []
    for _, about in told:
        first.append(min(about, first[-1]) if first else about)
    return first


def _hurting(log: PainLog) -> Iterator[tuple[Side, date]]:
    """Yield the knees that a log says are sore, with the day on which that was told."""
    told_on = known_on(log)
    sore_on = [one.known_on for one in scores_told(log).values() if one.value] + [told_on] * (
        log.limp is True
    )
    if sore_on:
        yield log.side, min(sore_on)
    if log.other_knee_fine is False:
        yield Side.LEFT if log.side is Side.RIGHT else Side.RIGHT, told_on
