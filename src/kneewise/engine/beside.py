"""What the plan was when a run was made: what the run brought to light came after it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kneewise.engine.caps import ONE_DAY
from kneewise.engine.past import Past
from kneewise.model.answers import Origin
from kneewise.model.diary import Illness
from kneewise.model.observations import DiaryEntry, Observations


def stop_came(on: date, start: date, past: Past) -> bool:
    """Whether a flag, or a pause that was told, took running out on a day, and none had on the day before."""
    return _is_stopped(on, past) and (on == start or not _is_stopped(on - ONE_DAY, past))


def _is_stopped(on: date, past: Past) -> bool:
    safety = past.safety(on)
    # An open question may be one that the morning had: the answers of the week before had run out.
    return safety.urgency.stops_running or (safety.paused and not safety.ask)


def still_stopped(entry: DiaryEntry, start: date, past: Past) -> bool:
    """Whether the stop of the day before stood when a run began, on a day that ended without it."""
    if entry.activity is None or entry.on == start or _is_stopped(entry.on, past):
        return False
    stood = _is_stopped(entry.on - ONE_DAY, past)
    return stood and past.safety_before(entry.on, entry.activity.start).urgency.stops_running


def was_ill(entry: DiaryEntry, illnesses: Iterable[Illness]) -> bool:
    """Whether the runner was ill on a day, or the plan said so because no end was told yet."""
    return any(_lasts_to(ill, entry) for ill in illnesses if ill.on <= entry.on)


def _lasts_to(ill: Illness, entry: DiaryEntry) -> bool:
    if ill.until is None or entry.on <= ill.until:
        return True
    if ill.ended_at is None:
        return False
    if entry.activity is None:
        return ill.at.date() <= entry.on < ill.ended_at.date()
    return ill.at <= entry.activity.start < ill.ended_at


def had_plan(entry: DiaryEntry, seen: Observations) -> bool:
    """Whether there was a plan when a run began: none before the first answers of the first day."""
    if entry.on != seen.started_on:
        return True
    first = min(
        told.at for told in seen.answer_sets if told.on == entry.on and told.origin is Origin.SCREENING
    )
    return entry.activity is not None and entry.activity.start >= first


def without_run(entry: DiaryEntry) -> DiaryEntry:
    """Leave out of an entry about a run what is told of it with the run: the pain before it."""
    return replace(entry, before=None) if entry.about_run else entry
