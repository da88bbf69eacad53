"""Decide from a list of dated events: no home, no clock, nothing stored. For researchers and comparisons."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.app.diary_fields import read_fields, see_order
from kneewise.app.review import decide_on
from kneewise.app.screen_answers import parse_file
from kneewise.app.settings import parse_changes
from kneewise.knowledge import read_questions
from kneewise.model.activity import Activity, Measured
from kneewise.model.answers import Origin, QuestionKind
from kneewise.model.diary import Answers, History
from kneewise.model.errors import UsageError
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.store.codec import Json, from_json, to_json
from kneewise.store.history import FIELDS
from kneewise.store.ids import activity_id
from kneewise.store.records import RecordKind, new_record

VERSION: Final = 1
LONGEST_MIN: Final = 3000
FARTHEST_M: Final = 500_000

ORIGINS: Final[Mapping[str, Origin]] = {
    "screening": Origin.SCREENING,
    "weekly": Origin.WEEKLY,
    "flag": Origin.DIARY,
}
"""Events that answer questions of the screening."""

SESSIONS: Final[Mapping[str, Sport]] = {
    "run": Sport.RUNNING,
    "walk": Sport.WALKING,
    "bike": Sport.CYCLING,
    "pool": Sport.SWIMMING,
    "game": Sport.TEAM_OR_COURT,
}

DIARY: Final[Mapping[str, RecordKind]] = {
    kind.value: kind for kind in FIELDS if kind is not RecordKind.ANSWERS
}
SETTINGS: Final = "settings"
KINDS: Final = (*ORIGINS, *SESSIONS, *DIARY, SETTINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """One event: the field of `History` it goes to, and its value there; of settings, what changed."""

    on: date
    at: datetime
    field: str
    value: Any


def decide_events(raw: Mapping[str, object], *, on: date | None = None) -> Decision:
    """Decide one day from the object of an events file, which ``docs/events.md`` describes.

    Args:
        raw: The object.
        on: The day that is asked about; where it is not said, the last that an event speaks of.

    Raises:
        UsageError: The file or one of its events cannot be read; the sentence names it.
    """
    if raw.get("version") != VERSION:
        raise UsageError(_("An events file begins with “version”: this Kneewise reads %d.") % VERSION)
    listed = raw.get("events")
    if set(raw) != {"version", "events"} or not isinstance(listed, list) or not listed:
        raise UsageError(_("Beside “version” an events file holds “events”, a list of at least one."))
    events = [_numbered(number, event) for number, event in enumerate(listed, start=1)]
    day = on or max(event.on for event in events)
    return decide_on(_history(events, day), day, shown_days=None)


def _history(events: list[_Event], on: date) -> History:
    """Put events together; choices made after the day do not count yet, as nothing else does."""
    told = defaultdict(list)
    changed: dict[str, Json] = {}
    for event in sorted(events, key=lambda event: event.at):
        if event.field != SETTINGS:
            told[event.field].append(event.value)
        elif event.on <= on:
            changed |= event.value
    fields: dict[str, Any] = {name: tuple(values) for name, values in told.items()}
    return History(settings=from_json(Settings, changed), **fields)


def _numbered(number: int, raw: object) -> _Event:
    """Read one event; what is wrong is said with its number."""
    try:
        return _event(raw)
    except UsageError as fault:
        raise UsageError(_("Event %(number)d: %(why)s") % {"number": number, "why": fault}) from fault


def _event(raw: object) -> _Event:
    if not isinstance(raw, Mapping):
        raise UsageError(_("It is no object."))
    said: dict[str, object] = dict(raw)
    kind = parse.choice("event", said.pop("event", ""), KINDS)
    at = parse.instant("at", said.pop("at", None))
    on = parse.day("on", said.pop("on", None), today=date.max) or at.date()
    if kind in ORIGINS:
        denies = parse.plain_yes_no("others", said.pop("others", None)) is False
        others = _noes(weekly=kind == "weekly") if denies else {}
        answers = {**others, **parse_file(_only(said, "answers"), on=on)}
        payload: Mapping[str, Json] = {"origin": ORIGINS[kind].value, "answers": to_json(answers)}
        return _said(RecordKind.ANSWERS, at, on, payload)
    if kind in SESSIONS:
        return _Event(on=at.date(), at=at, field="activities", value=_session(SESSIONS[kind], at, said))
    if kind == SETTINGS:
        return _Event(on=on, at=at, field=SETTINGS, value=parse_changes(_only(said, "settings")))
    payload = read_fields(DIARY[kind], said, today=date.max)
    see_order(DIARY[kind], payload, on=on)
    return _said(DIARY[kind], at, on, payload)


@cache
def _noes(*, weekly: bool) -> Answers:
    """Answer no to every question that is put to everyone and takes a no; weekly, to those of that form."""
    asked = (one for one in read_questions() if one.kind is QuestionKind.YES_NO and not one.only_if)
    return {one.key: False for one in asked if one.weekly or not weekly}


def _said(kind: RecordKind, at: datetime, on: date, payload: Mapping[str, Json]) -> _Event:
    value = new_record(kind, at=at, on=on, payload=payload).value()
    return _Event(on=on, at=at, field=FIELDS[kind], value=value)


def _only(said: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Take the one object that an event may hold."""
    inner = said.get(name)
    if set(said) != {name} or not isinstance(inner, Mapping):
        raise UsageError(_("It holds “%(name)s”, an object, and nothing else.") % {"name": name})
    return inner


def _session(sport: Sport, at: datetime, said: dict[str, object]) -> Activity:
    """Read a session: its minutes, and of a run those of running, which nobody may know."""
    is_run = sport is Sport.RUNNING
    running_min = parse.amount("running_min", said.pop("running_min", None), high=LONGEST_MIN)
    duration_min = parse.amount("duration_min", said.pop("duration_min", None), high=LONGEST_MIN)
    distance_m = parse.amount("distance_m", said.pop("distance_m", None), high=FARTHEST_M)
    if said or (running_min is not None and not is_run):
        wrong = next(iter(said), "running_min")
        raise UsageError(_("There is no “%(name)s” in such a session.") % {"name": wrong})
    whole_min = running_min if duration_min is None else duration_min
    if whole_min is None or whole_min < (running_min or 0):
        raise UsageError(_("Say duration_min, the whole of its minutes; running_min is part of them."))
    return Activity(
        activity_id=activity_id(sport, at),
        start=at,
        utc_offset_s=int((at.utcoffset() or timedelta(0)).total_seconds()),
        sport=sport,
        measured=Measured(
            version="",
            elapsed_s=whole_min * 60,
            moving_s=whole_min * 60,
            running_s=running_min * 60 if running_min is not None else None,
            distance_m=distance_m,
            running_distance_m=distance_m if is_run else None,
        ),
    )
