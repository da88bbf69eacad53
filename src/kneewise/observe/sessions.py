"""Which logs of an exercise belong to one session, and whether anything says that there was one."""

from collections.abc import Iterable, Sequence
from datetime import date

from kneewise.model.diary import ExerciseLog
from kneewise.observe.said import ONE_DAY

Logs = Sequence[ExerciseLog]


def by_session(logs: Iterable[ExerciseLog]) -> list[list[ExerciseLog]]:
    """Put together what was said of one exercise on one day, by the days.

    A bare "a day later" speaks of a session of its own day, or else of the day before.
    """
    told: dict[tuple[date, str], list[ExerciseLog]] = {}
    for log in sorted(logs, key=lambda one: (one.on, one.at, one.record_id)):
        told.setdefault((log.on, log.exercise), []).append(log)
    for (on, exercise), said in [*told.items()]:
        before = told.get((on - ONE_DAY, exercise), ())
        if before and was_done(before) and not was_done(said):
            later = [log for log in said if log.after_24h is not None]
            told[on - ONE_DAY, exercise] = [*before, *later]
            told[on, exercise] = [log for log in said if log.after_24h is None]
    return [said for said in told.values() if said]


def was_done(logs: Logs) -> bool:
    """Whether anything says that it was done; the morning after, or the score a day later, alone does not."""
    return any(_tells(log) or (log.morning is None and log.after_24h is None) for log in logs)


def _tells(log: ExerciseLog) -> bool:
    """Whether a log says how it went while it was done."""
    figures = (log.sets, log.in_reserve, log.load_kg, log.before, log.during)
    return bool(log.repetitions or log.hold_s) or any(figure is not None for figure in figures)
