"""What happened, in time order: answers, clearances, and what the diary says by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.model.answers import Answer, AnswerSet
from kneewise.model.diary import Clearance
from kneewise.model.observations import DiaryEntry, Observations, TimedScore

UNSETTLED: Final = "unsettled"
"""An answer that only the diary gives: over five, and not settled at 24 h."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySign:
    """Something a diary entry says that a flag listens to."""

    on: date
    at: datetime
    key: str
    answer: Answer


Event = AnswerSet | Clearance | DiarySign


def events(seen: Observations, numbers: Numbers) -> list[Event]:
    """Put everything up to the day into one row; of one day, as it was told."""
    happened: list[Event] = [*seen.answer_sets, *seen.clearances]
    for entry in seen.entries:
        happened.extend(_signs(entry, seen.on, numbers))
    return sorted((event for event in happened if event.on <= seen.on), key=_when)


def _when(event: Event) -> tuple[date, datetime]:
    return event.on, event.at


def _signs(entry: DiaryEntry, until: date, numbers: Numbers) -> Iterator[DiarySign]:
    stop = numbers.pain_stop_above_0_10.value
    last: datetime | None = None
    for score in (entry.before, entry.during, entry.after_60min, entry.morning, entry.after_24h):
        if score is None:
            continue
        last = score.at if last is None else max(last, score.at)
        if score.value is not None and score.value > stop:
            yield _sign(entry, score, "pain_above_7", until)
    if (late := entry.after_24h) is not None and _unsettled(entry, late, numbers):
        yield _sign(entry, late, UNSETTLED, until)
    if isinstance(entry.limp, bool) and last is not None:
        yield DiarySign(on=entry.on, at=last, key="limp", answer=entry.limp)


def _unsettled(entry: DiaryEntry, late: TimedScore, numbers: Numbers) -> bool:
    if entry.during is None or entry.during.value is None or late.value is None:
        return False
    before = entry.before.value if entry.before is not None and entry.before.value is not None else 0
    return entry.during.value > numbers.unsettled_above_0_10.value and late.value > before


def _sign(entry: DiaryEntry, score: TimedScore, key: str, until: date) -> DiarySign:
    """A score speaks on the day it was given, which is never after the day looked at."""
    given = max(entry.on, min(score.at.date(), until))
    return DiarySign(on=given, at=score.at, key=key, answer=True)
