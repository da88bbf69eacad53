"""What happened, in time order: answers, clearances, and what the diary says by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.model.answers import Answer, AnswerSet
from kneewise.model.diary import Clearance, Score, TestResult
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.places import Side

UNSETTLED: Final = "unsettled"
"""An answer that only the diary gives: over five, and not settled at 24 h."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySign:
    """Something a diary entry says that a flag listens to.

    Attributes:
        on: The day it was said.
        about: The day of the run or the rest day that it speaks of.
    """

    on: date
    at: datetime
    about: date
    key: str
    answer: Answer


Event = AnswerSet | Clearance | DiarySign


def events(seen: Observations, numbers: Numbers) -> list[Event]:
    """Put everything up to the day into one row; of one day, as it was told."""
    happened: list[Event] = [*seen.answer_sets, *seen.clearances]
    stop = numbers.pain_stop_above_0_10.value
    limping: set[Side] = set()
    hard = min(stop, numbers.unsettled_above_0_10.value)
    exercises = (done for done in seen.exercises if (done.worst_0_10 or 0) > hard)
    for entry in (*seen.entries, *(knee for done in exercises for knee in done.knees)):
        if (entry.worst_0_10 or 0) > hard:
            happened.extend(_hard(entry, seen.on, numbers))
        if entry.limp is True or (limping and entry.limp is False):
            happened.extend(_limps(entry, limping))
    happened.extend(_tested(test, stop) for test in seen.tests if _hurt(test.pain_0_10, stop))
    return sorted((event for event in happened if event.on <= seen.on), key=_when)


def _when(event: Event) -> tuple[date, datetime]:
    return event.on, event.at


def _hard(entry: DiaryEntry, until: date, numbers: Numbers) -> Iterator[DiarySign]:
    """Yield what scores above both lines say; entries below them are passed over, as most are."""
    yield from _painful(entry, until, numbers.pain_stop_above_0_10.value)
    if (late := entry.after_24h) is not None and _unsettled(entry, late, numbers):
        yield _sign(entry, late, UNSETTLED, until)


def _painful(entry: DiaryEntry, until: date, stop: float) -> list[DiarySign]:
    return [
        _sign(entry, score, "pain_above_7", until)
        for score in _scores(entry)
        if score is not None and score.value is not None and score.value > stop
    ]


def _scores(entry: DiaryEntry) -> tuple[TimedScore | None, ...]:
    return entry.before, entry.during, entry.after_60min, entry.morning, entry.after_24h, entry.too_late


def _limps(entry: DiaryEntry, limping: set[Side]) -> list[DiarySign]:
    """Follow the limp of each knee; it is over when neither limps any more."""
    if entry.limp is True:
        limping.add(entry.side)
        return [_limp(entry)]
    if entry.limp is not False or entry.side not in limping:
        return []
    limping.remove(entry.side)
    return [] if limping else [_limp(entry)]


def _limp(entry: DiaryEntry) -> DiarySign:
    """A limp speaks with the last score beside it, else at the end of its day."""
    end = datetime.combine(entry.on, time.max, tzinfo=UTC)
    at = max((score.at for score in _scores(entry) if score is not None), default=end)
    return DiarySign(on=entry.on, at=at, about=entry.on, key="limp", answer=entry.limp is True)


def _hurt(score: Score, stop: float) -> bool:
    return isinstance(score, int) and score > stop


def _tested(test: TestResult, stop: float) -> DiarySign:
    hurt = _hurt(test.pain_0_10, stop)
    return DiarySign(on=test.on, at=test.at, about=test.on, key="pain_above_7", answer=hurt)


def _unsettled(entry: DiaryEntry, late: TimedScore, numbers: Numbers) -> bool:
    if entry.during is None or entry.during.value is None or late.value is None:
        return False
    before = entry.before.value if entry.before is not None and entry.before.value is not None else 0
    return entry.during.value > numbers.unsettled_above_0_10.value and late.value > before


def _sign(entry: DiaryEntry, score: TimedScore, key: str, until: date) -> DiarySign:
    """A score speaks on the day it was given, which is never after the day looked at."""
    given = max(entry.on, min(score.at.date(), until))
    return DiarySign(on=given, at=score.at, about=entry.on, key=key, answer=True)
