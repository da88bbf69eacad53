"""Sort every score of a history to the run, the walk or the rest day that it speaks of."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from kneewise.model.activity import Activity
from kneewise.model.answers import Unknown, score_of
from kneewise.model.diary import ExerciseLog, History, PainLog, TestKind, TestResult
from kneewise.model.places import Side
from kneewise.model.sport import WALKS
from kneewise.observe.numbers import Numbers
from kneewise.observe.said import (
    ONE_DAY,
    Kind,
    Remark,
    Said,
    Slot,
    Told,
    at_once,
    end_of,
    known_on,
    legs_of,
    scores_of,
    scores_told,
    slot_for,
)
from kneewise.observe.sessions import Logs, by_session, was_done
from kneewise.observe.sore import KNEE, sides_named

Scores = dict[Kind, Said]


def gather(history: History, activities: tuple[Activity, ...], morning_key: str, numbers: Numbers) -> Told:
    """Sort every score of a history to its run or rest day.

    Args:
        history: Everything said.
        activities: Those that count.
        morning_key: The question of the screening whose answer is a morning score.
        numbers: Until which hour a score speaks of the evening before, and when a day later is.
    """
    sorting = _Sorting(history, activities, numbers)
    # Walks first: a score may speak of one without saying so.
    for test in history.tests:
        if test.kind is TestKind.BRISK_WALK and test.duration_min is not None:
            sorting.take_walk(test)
    for log in sorted(history.pain, key=lambda log: (log.at, log.record_id)):
        sorting.take(log)
    for done in history.exercises:
        sorting.take_exercise(done)
    for logs in by_session(history.exercises):
        if not was_done(logs):
            sorting.take_alone(logs)
    sides: tuple[Side, ...] = tuple(Side)
    for answered in sorted(history.answers, key=lambda one: (one.at, one.record_id)):
        sides = sides_named(answered.answers.get(KNEE)) or sides
        score = score_of(answered.answers.get(morning_key))
        if score is not None:
            given = at_once(Kind.MORNING, score, answered.at, answered.on)
            for side in sides:
                sorting.told.mornings.setdefault((side, answered.on), []).append(given)
    return sorting.told


class _Sorting:
    """What was sorted so far, and the sessions that a score may speak of."""

    def __init__(self, history: History, activities: tuple[Activity, ...], numbers: Numbers) -> None:
        self.told = Told()
        self._night_until_h = numbers.morning_from.value
        self._opens = timedelta(hours=numbers.day_after_from.value)
        self._closes = timedelta(hours=numbers.day_after_to.value)
        self._by_day = _by_day(activities)
        self._by_id = {activity.activity_id: activity for activity in activities}
        speaking = (log for log in history.pain if _speaks_of_run(log) and known_on(log) == log.on)
        self._told_runs: set[tuple[Side, date]] = set()
        self._over_at: dict[tuple[Side, date], datetime] = {}
        for log in speaking:
            key = log.side, log.on
            self._told_runs.add(key)
            if _is_over(log):
                self._over_at[key] = min(log.at, self._over_at.get(key, log.at))
        self._walked: dict[tuple[Side, date], datetime] = {}

    def take(self, log: PainLog) -> None:
        """Sort one log and its scores."""
        scores = scores_told(log)
        activity = self._by_id.get(log.activity_id or "")
        on, about_run = self._day_meant(log, scores, activity)
        if activity is None and about_run:
            activity = self._joined(log, on)
        morning = scores.pop(Kind.MORNING, None)
        if morning is not None:
            self._take_morning(morning, log.side, on, about_run=about_run)
        late = scores.get(Kind.AFTER_24H)
        if late is not None and not about_run:
            del scores[Kind.AFTER_24H]
            self._take_day_later(late, log)
        slot = slot_for(self.told, log.side, on, activity, about_run=about_run)
        slot.said.extend(scores.values())
        slot.remarks.append(Remark(log=log, known_on=known_on(log)))

    def take_exercise(self, done: ExerciseLog) -> None:
        """A morning told with an exercise is a morning of that knee like any other."""
        for given in scores_of(done):
            if given.kind is Kind.MORNING:
                for side in legs_of(done):
                    self._take_morning(given, side, done.on, about_run=True)

    def take_alone(self, logs: Logs) -> None:
        """A score a day after an exercise of which nothing else is told colours nothing, and is heard."""
        for log in logs:
            for given in scores_of(log):
                if given.kind is Kind.AFTER_24H:
                    for side in legs_of(log):
                        slot_for(self.told, side, log.on, None, about_run=False).said.append(given)

    def take_walk(self, test: TestResult) -> None:
        """A walk that was tested is coloured like a run; a run on the same day has its own scores."""
        if self._runs(test.on):
            return
        key = test.side, test.on
        self._walked[key] = min(test.at, self._walked.get(key, test.at))
        walks = self._by_day.get(test.on, [])
        slot = slot_for(self.told, test.side, test.on, walks[0] if walks else None, about_run=True)
        slot.walked_min = max(slot.walked_min or 0.0, test.duration_min or 0.0)
        if test.pain_0_10 is not None:
            value = None if isinstance(test.pain_0_10, Unknown) else test.pain_0_10
            told_on = max(test.on, test.at.date())
            slot.said.append(at_once(Kind.DURING, value, test.at, told_on))

    def _take_morning(self, said: Said, side: Side, on: date, *, about_run: bool) -> None:
        """A morning said on a later day than its run is the next day's; else it is that day's own."""
        of_day = on + ONE_DAY if about_run and said.at.date() > on else on
        self.told.mornings.setdefault((side, of_day), []).append(said)

    def _take_day_later(self, late: Said, log: PainLog) -> None:
        """A bare "a day later" speaks of a run that ended a day before, or of the day it names.

        Outside those hours it is of a run of the day before; it never makes a run.
        """
        named = log.at.date() > log.on
        if not named and (run := self._ended_a_day_before(late, log)) is not None:
            run.said.append(late)
            return
        before = log.on - ONE_DAY
        days = (log.on, before) if named else (before, log.on)
        for day in days:
            runs = self._runs(day)
            slots = [slot for slot in self.told.of_day(log.side, day) if slot.about_run]
            if runs or slots:
                run = slot_for(self.told, log.side, day, runs[-1], about_run=True) if runs else slots[-1]
                run.said.append(late)
                return
        slot_for(self.told, log.side, log.on, None, about_run=False).said.append(late)

    def _ended_a_day_before(self, late: Said, log: PainLog) -> Slot | None:
        """Find the last run of a knee of which a score was given within the hours of a day later."""
        for day in (log.on, log.on - ONE_DAY, log.on - 2 * ONE_DAY):
            for run in reversed(self._runs(day)):
                if self._is_a_day_later(late.at, run.end):
                    return slot_for(self.told, log.side, day, run, about_run=True)
            for slot in self.told.of_day(log.side, day):
                if slot.about_run and self._is_a_day_later(late.at, end_of(slot)):
                    return slot
        return None

    def _is_a_day_later(self, at: datetime, end: datetime) -> bool:
        return self._opens <= at - end <= self._closes

    def _day_meant(self, log: PainLog, scores: Scores, activity: Activity | None) -> tuple[date, bool]:
        if activity is not None:
            return activity.on, True
        about_run = _speaks_of_run(log) or self._belongs_to_run(log, scores)
        before = log.on - ONE_DAY
        told = {kind for kind, one in scores.items() if one.told_at <= log.at}
        later_only = bool(told) and told <= {Kind.MORNING, Kind.AFTER_24H}
        if about_run and later_only and log.on not in self._by_day and before in self._by_day:
            return before, True
        if about_run and self._is_of_the_evening_before(log):
            return before, True
        return log.on, about_run

    def _belongs_to_run(self, log: PainLog, scores: Scores) -> bool:
        """Whether a log that does not name a run was told beside one of its day.

        That is a score before it, and a limp or a painkiller alone after it or after a walk, or in the night
        after a run; what was added to such a log later makes it no other.
        """
        if log.about_run is not None:
            return False
        if Kind.BEFORE in scores:
            return bool(self._runs(log.on)) or (log.side, log.on) in self._told_runs
        with_it = any(one.told_at <= log.at for one in scores.values())
        return not with_it and (self._has_ended(log) or self._is_of_the_evening_before(log))

    def _has_ended(self, log: PainLog) -> bool:
        """Whether a run of its day had ended, or without any run a walk that was tested or told of."""
        key = log.side, log.on
        walked = self._walked.get(key)
        runs = self._runs(log.on)
        told = self._by_day.get(log.on, []) if key in self._told_runs else runs
        over_at = None if runs else self._over_at.get(key)
        spoken_of = [at for at in (walked, over_at) if at is not None]
        return any(one.end <= log.at for one in told) or any(at <= log.at for at in spoken_of)

    def _is_of_the_evening_before(self, log: PainLog) -> bool:
        """Whether it was told in the night after a run, and before any of the new day."""
        in_night = log.at.date() == log.on and log.at.hour < self._night_until_h
        ended = any(run.end <= log.at for run in self._runs(log.on))
        return in_night and not ended and any(run.end <= log.at for run in self._runs(log.on - ONE_DAY))

    def _joined(self, log: PainLog, on: date) -> Activity | None:
        """Choose the session a log without a name speaks of: the last that had ended, runs before walks."""
        runs = self._runs(on) or self._by_day.get(on, [])
        ended = [session for session in runs if session.end <= log.at]
        return (ended or runs)[-1 if ended else 0] if runs else None

    def _runs(self, on: date) -> list[Activity]:
        return [session for session in self._by_day.get(on, []) if session.is_run]


def _by_day(activities: Iterable[Activity]) -> Mapping[date, list[Activity]]:
    days: dict[date, list[Activity]] = {}
    for activity in activities:
        if activity.is_run or activity.sport in WALKS:
            days.setdefault(activity.on, []).append(activity)
    return days


def _speaks_of_run(log: PainLog) -> bool:
    if log.about_run is not None:
        return log.about_run
    return log.activity_id is not None or _is_over(log)


def _is_over(log: PainLog) -> bool:
    """Whether a log says what only somebody can who has run."""
    heard = (log.during, log.after_60min, log.first_pain_min)
    return any(score is not None for score in heard)
