"""What happened, in time order: answers, clearances, and what the diary says by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import compress, count
from operator import is_not
from typing import Final, Generic, TypeVar

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.rules import ILL
from kneewise.model.answers import Answer, AnswerSet
from kneewise.model.diary import Clearance, Illness, Score, TestResult
from kneewise.model.observations import DiaryEntry, ExerciseEntry, Observations, TimedScore
from kneewise.model.places import Side

UNSETTLED: Final = "unsettled"
"""An answer that only the diary gives: over five, and not settled at 24 h."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySign:
    """Something a diary entry says that a flag listens to.

    Attributes:
        on: The day it was told, because a clearance covers what was known.
        at: The instant of telling.
        about: The day of the run or the rest day that it speaks of.
    """

    on: date
    at: datetime
    about: date
    key: str
    answer: Answer


Event = AnswerSet | Clearance | DiarySign
Told = TypeVar("Told")
Limping = Mapping[Side, DiarySign]
"""The knees that limp, as far as a row was read, and how that was told."""


def events(seen: Observations, numbers: Numbers) -> list[Event]:
    """Put everything up to the day into one row; of one day, as it was told."""
    return in_order(Signs(numbers).events(seen))


def in_order(happened: Iterable[Event]) -> list[Event]:
    """Sort what happened; what was told of one instant stays as it was told."""
    return sorted(happened, key=_order)


class Signs:
    """What the days of one history tell, whichever is looked at; what stays the same is read once."""

    def __init__(self, numbers: Numbers) -> None:
        stop = numbers.pain_stop_above_0_10.value

        def of_entry(entry: DiaryEntry, limping: Limping) -> tuple[list[DiarySign], Limping]:
            limps, limping = _limps(entry, limping)
            return [*_hard(entry, numbers), *limps], limping

        def of_exercise(done: ExerciseEntry, limping: Limping) -> tuple[list[DiarySign], Limping]:
            return [sign for knee in done.knees for sign in _hard(knee, numbers)], limping

        def of_test(test: TestResult, limping: Limping) -> tuple[list[DiarySign], Limping]:
            return [_tested(test)] if _hurt(test.pain_0_10, stop) else [], limping

        self._entries, self._exercises, self._tests = _Row(of_entry), _Row(of_exercise), _Row(of_test)

    def events(self, seen: Observations) -> list[Event]:
        """List everything up to the day, each kind by itself."""
        diary = (*self._entries.signs(seen.entries), *self._exercises.signs(seen.exercises))
        signs = (_by(sign, seen.on) for sign in (*diary, *self._tests.signs(seen.tests)))
        happened: list[Event] = [*seen.answer_sets, *seen.clearances, *signs, *_ill(seen)]
        return [event for event in happened if event.on <= seen.on]


class _Row(Generic[Told]):
    """A row that grows by the days; a member is read again only behind one that is not the same any more."""

    def __init__(self, read: Callable[[Told, Limping], tuple[list[DiarySign], Limping]]) -> None:
        self._read = read
        self._row: Sequence[Told] = ()
        self._after: list[tuple[tuple[DiarySign, ...], Limping]] = [((), {})]

    def signs(self, row: Sequence[Told]) -> tuple[DiarySign, ...]:
        """Give the signs of all members."""
        others = compress(count(), map(is_not, self._row, row))
        same = next(others, min(len(self._row), len(row)))
        del self._after[same + 1 :]
        for member in row[same:]:
            signs, limping = self._after[-1]
            said, limping = self._read(member, limping)
            self._after.append(((*signs, *said) if said else signs, limping))
        self._row = row
        return self._after[-1][0]


def _ill(seen: Observations) -> Iterator[DiarySign]:
    """Yield that the runner is ill, from the telling of it, and the end; one told when over is none."""
    heard = [(_begun(ill), _end(ill)) for ill in seen.illnesses if not _was_over(ill)]
    for begun, end in heard:
        yield begun
        if end is not None and not any(_lasts(*other, end) for other in heard):
            yield end


def _begun(ill: Illness) -> DiarySign:
    return DiarySign(on=_told_on(ill), at=ill.at, about=ill.on, key=ILL, answer=True)


def _told_on(ill: Illness) -> date:
    return max(ill.on, ill.at.date())


def _was_over(ill: Illness) -> bool:
    return ill.until is not None and ill.ended_at is None and ill.until < _told_on(ill)


def _lasts(begun: DiarySign, end: DiarySign | None, moment: DiarySign) -> bool:
    """Whether an illness is heard on beyond the end of another one."""
    return _order(begun) <= _order(moment) and (end is None or _order(moment) < _order(end))


def _end(ill: Illness) -> DiarySign | None:
    """An illness is over on the day after its last one, and not before that was told."""
    if ill.until is None:
        return None
    on = ill.until + timedelta(days=1)
    at = datetime.combine(on, time.min, tzinfo=ill.at.tzinfo)
    if ill.ended_at is not None and ill.ended_at.date() >= on:
        on, at = ill.ended_at.date(), ill.ended_at
    return DiarySign(on=on, at=at, about=ill.on, key=ILL, answer=False)


def _by(sign: DiarySign, until: date) -> DiarySign:
    """A score speaks on the day it was given, which is never after the day looked at."""
    return sign if sign.on <= until else replace(sign, on=max(sign.about, until))


def _hard(entry: DiaryEntry, numbers: Numbers) -> Iterator[DiarySign]:
    """Yield what scores above both lines say."""
    stop = numbers.pain_stop_above_0_10.value
    for score in _scores(entry):
        if score is not None and score.value is not None and score.value > stop:
            yield _sign(entry, score, "pain_above_7")
    during, late = entry.during, entry.after_24h
    if during is not None and late is not None and _unsettled(during, late, entry.before_0_10, numbers):
        yield max((_sign(entry, one, UNSETTLED) for one in (during, late)), key=_order)


def _scores(entry: DiaryEntry) -> tuple[TimedScore | None, ...]:
    return entry.before, entry.during, entry.after_60min, entry.morning, entry.after_24h, entry.uncoloured


def _limps(entry: DiaryEntry, limping: Limping) -> tuple[list[DiarySign], Limping]:
    """Follow the limp of each knee; it is over when neither limps any more."""
    if entry.limp is True:
        sign = _limp(entry)
        return [sign], {**limping, entry.side: sign}
    if entry.limp is not False or entry.side not in limping:
        return [], limping
    began = limping[entry.side]
    others = {side: max(one, began, key=_order) for side, one in limping.items() if side is not entry.side}
    return [] if others else [_not_before(began, _limp(entry))], others


def _not_before(began: DiarySign, ended: DiarySign) -> DiarySign:
    """The end of a limp of which nobody knew before comes after it."""
    last = max(began, ended, key=_order)
    return replace(ended, on=last.on, at=last.at)


def _order(event: Event) -> tuple[date, datetime]:
    return event.on, event.at


def _limp(entry: DiaryEntry) -> DiarySign:
    """A limp speaks when it was told, or with the last score beside it, else at the end of its day."""
    end = datetime.combine(entry.on, time.max, tzinfo=UTC)
    told = [entry.limp_told_at] if entry.limp_told_at is not None else []
    at = max([*told, *(score.at for score in _scores(entry) if score is not None)], default=end)
    on = max([entry.on, *(instant.date() for instant in told)])
    return DiarySign(on=on, at=at, about=entry.on, key="limp", answer=entry.limp is True)


def _hurt(score: Score, stop: float) -> bool:
    return isinstance(score, int) and score > stop


def _tested(test: TestResult) -> DiarySign:
    told_on = max(test.on, test.at.date())
    return DiarySign(on=told_on, at=test.at, about=test.on, key="pain_above_7", answer=True)


def _unsettled(during: TimedScore, late: TimedScore, before_0_10: int, numbers: Numbers) -> bool:
    if during.value is None or late.value is None:
        return False
    return during.value > numbers.unsettled_above_0_10.value and late.value > before_0_10


def _sign(entry: DiaryEntry, score: TimedScore, key: str) -> DiarySign:
    told_on = max(entry.on, score.known_at.date())
    return DiarySign(on=told_on, at=score.known_at, about=entry.on, key=key, answer=True)
