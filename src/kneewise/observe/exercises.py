"""Merge what was said of exercises and drills into one entry for each and day, as it was known on a day."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from kneewise.model.answers import Unknown
from kneewise.model.diary import ExerciseLog
from kneewise.model.observations import ExerciseEntry
from kneewise.model.places import Side
from kneewise.observe.pain import Diary
from kneewise.observe.said import Session, legs_of, scores_of
from kneewise.observe.sessions import Logs, by_session, was_done

Sides = frozenset[Side]


class ExerciseDiary:
    """Sessions of one history; each is built once for as much as is known of it."""

    def __init__(self, logs: Iterable[ExerciseLog], diary: Diary) -> None:
        self._diary = diary
        self._told = [told for told in by_session(logs) if was_done(told)]
        self._days = [logs[0].on for logs in self._told]
        self._complete_on = list(accumulate((self._last_word(logs) for logs in self._told), max))
        self._complete: dict[Sides, list[ExerciseEntry | None]] = {}
        self._turns: dict[int, list[date]] = {}
        self._done: dict[tuple[int, int], tuple[ExerciseEntry, tuple[Session, ...]]] = {}
        self._built: dict[tuple[int, int, Sides], ExerciseEntry | None] = {}

    def until(self, on: date, sore: Sides) -> tuple[ExerciseEntry, ...]:
        """List the sessions dated up to a day, oldest first.

        Args:
            on: The day.
            sore: What is said of both legs is asked of these knees; of either where none is sore.
        """
        count = bisect_right(self._complete_on, on)
        complete = self._complete.setdefault(sore, [])
        for index in range(len(complete), count):
            complete.append(self._entry(index, on, sore))
        rest = [self._entry(index, on, sore) for index in range(count, bisect_right(self._days, on))]
        return tuple(entry for entry in (*complete[:count], *rest) if entry is not None)

    def _last_word(self, logs: Logs) -> date:
        """The day after which nothing about a session can come any more."""
        return max(self._diary.last_word_after(logs[0].on, logs[0].at), *(_known_on(log) for log in logs))

    def _entry(self, index: int, on: date, sore: Sides) -> ExerciseEntry | None:
        """Build a session, or take the one that was built from as much as is known on this day."""
        turns = self._turns.get(index)
        if turns is None:
            news = self._diary.days_of_news_after(self._days[index])
            turns = self._turns[index] = sorted(news.union(_known_on(log) for log in self._told[index]))
        known = index, bisect_right(turns, on), sore
        if known not in self._built:
            logs = [log for log in self._told[index] if _known_on(log) <= on]
            self._built[known] = self._with_knees(index, logs, on, sore) if was_done(logs) else None
        return self._built[known]

    def _with_knees(self, index: int, logs: Logs, on: date, sore: Sides) -> ExerciseEntry:
        """Put the answers of the knees to what was done, which more mornings do not change."""
        told = self._done.get((index, len(logs)))
        if told is None:
            done = _done(logs)
            told = self._done[index, len(logs)] = done, tuple(_session(side, logs) for side in done.legs)
        done, sessions = told
        named = {log.side for log in logs}
        asked = [one for one in sessions if one.side in sore or one.side in named] or sessions
        knees = tuple(self._diary.of_session(session, on) for session in asked)
        worst = max((knee.worst_0_10 for knee in knees if knee.worst_0_10 is not None), default=None)
        return replace(done, knees=knees, worst_0_10=worst)


def _done(logs: Logs) -> ExerciseEntry:
    """Merge what was done; of two legs the weaker one counts."""
    legs = tuple(side for side in Side if any(side in legs_of(log) for log in logs))
    each = [[log for log in logs if side in legs_of(log)] for side in legs]
    return ExerciseEntry(
        on=logs[0].on,
        exercise=logs[0].exercise,
        legs=legs,
        sets=_weaker(_sets(one) for one in each),
        last_repetitions=_weaker(_last(log.repetitions for log in one) for one in each),
        last_hold_s=_weaker(_last(log.hold_s for log in one) for one in each),
        in_reserve=_weaker(_reserve(one) for one in each),
        load_kg=min(_loads(each), default=None),
    )


def _known_on(log: ExerciseLog) -> date:
    return max(log.on, log.at.date())


def _session(side: Side, logs: Logs) -> Session:
    said = tuple(given for log in logs if side in legs_of(log) for given in scores_of(log))
    return Session(on=logs[0].on, side=side, at=logs[0].at, said=said)


def _weaker(legs: Iterable[int | None]) -> int | None:
    """The weaker leg counts; where one is not known, nothing is."""
    told = list(legs)
    known = [each for each in told if each is not None]
    return min(known) if known and len(known) == len(told) else None


def _sets(logs: Logs) -> int | None:
    """Sets as they were told last; a row of repetitions or seconds tells them, too."""
    for log in reversed(logs):
        row = max(len(log.repetitions), len(log.hold_s))
        if log.sets is not None or row > 1:
            return log.sets if log.sets is not None else row
    return None


def _last(rows: Iterable[Sequence[int]]) -> int | None:
    return next((row[-1] for row in reversed(list(rows)) if row), None)


def _reserve(logs: Logs) -> int | None:
    told = [log.in_reserve for log in logs if log.in_reserve is not None]
    return None if not told or isinstance(told[-1], Unknown) else told[-1]


def _loads(each: Iterable[Logs]) -> list[float]:
    """The load of each leg as it was told last."""
    told = ([log.load_kg for log in logs if log.load_kg is not None] for logs in each)
    return [row[-1] for row in told if row]
