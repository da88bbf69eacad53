"""What the plan was when a run was made: what the run brought to light came after it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from kneewise.engine.caps import ONE_DAY
from kneewise.engine.past import Past
from kneewise.model.answers import Origin
from kneewise.model.diary import Illness
from kneewise.model.findings import SafetyFinding
from kneewise.model.observations import DiaryEntry, Observations


def stop_came(on: date, start: date, past: Past) -> bool:
    """Whether a flag, or a pause that was told, took running out on a day, and none had on the day before."""
    return _stops(past.safety(on)) and (on == start or not _stops(past.safety(on - ONE_DAY)))


def was_lifted_after(moment: datetime, on: date, past: Past) -> bool:
    """Whether a stop stood at an instant of a day that ended without one."""
    return not _stops(past.safety(on)) and _stops(past.safety_at(on, moment))


def lifting(seen: Observations) -> list[datetime]:
    """List the instants at which something was told that may end a stop, in their order."""
    noes = (told.at for told in seen.answer_sets if False in told.answers.values())
    return sorted((*noes, *(told.at for told in seen.clearances if told.may_run)))


def has_after(moment: datetime, on: date, instants: Sequence[datetime]) -> bool:
    """Whether one of some instants, in their order, lies behind a moment of a day and not beyond that day."""
    later = bisect_right(instants, moment)
    return later < len(instants) and instants[later].date() <= on


def _stops(safety: SafetyFinding) -> bool:
    # An open question may be one that the morning had: the answers of the week before had run out.
    return safety.urgency.stops_running or safety.on_hold


def was_ill(entry: DiaryEntry, illnesses: Iterable[Illness]) -> bool:
    """Whether the runner was ill on a day, or the plan said so because no end was told yet."""
    return any(_lasts_to(ill, entry) for ill in illnesses if ill.on <= entry.on)


def _lasts_to(ill: Illness, entry: DiaryEntry) -> bool:
    if ill.until is None or entry.on <= ill.until:
        return True
    if ill.ended_at is None:
        return False
    if entry.began_at is None:
        return ill.at.date() <= entry.on < ill.ended_at.date()
    return ill.at <= entry.began_at < ill.ended_at


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
