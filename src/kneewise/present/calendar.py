"""The plan as a calendar: one all-day event a day, for no time of day is known."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from kneewise.model.calendar import Planned, has_something
from kneewise.model.plan import Session, SessionKind
from kneewise.present.day import NB, say_session, say_turn_back, say_whole, steps_of
from kneewise.present.words import sentence

FIRST_DAY: Final = date(2020, 1, 1)
"""Versions of a day are counted from here."""


def render_calendar(planned: Planned, *, limps: bool = False) -> bytes:
    """Write the plan as a calendar; the same plan gives the same bytes. With a limp no walk is brisk.

    An event keeps its name as long as it is of the same day. Its version is higher with each write and each
    day, so that a later calendar always has the last word, whether or not the day is another one.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Kneewise//Kneewise//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Kneewise")
    for event in _events(planned, limps=limps):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(planned: Planned, *, limps: bool) -> Iterator[Event]:
    days = {session.on: session for session in planned.sessions if has_something(session)}
    for on in sorted({*days, *planned.gone}):
        event = _event(planned, on)
        session = days.get(on)
        if session is None:
            event.add("summary", _("Nothing planned any more"))
            event.add("status", "CANCELLED")
        else:
            event.add("summary", say_summary(session, limps=limps))
            event.add("description", "\n".join(_details(session, limps=limps)))
            event.add("status", "CONFIRMED")
        yield event


def _event(planned: Planned, on: date) -> Event:
    event = Event()
    event.add("uid", f"{on.isoformat()}.{planned.owner}@kneewise.invalid")
    event.add("dtstamp", datetime.combine(planned.on, time(), tzinfo=UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("sequence", planned.step + (planned.on - FIRST_DAY).days)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def say_summary(session: Session, *, limps: bool = False) -> str:
    """Name the day in a line; a rest day with exercises is one of exercises."""
    if session.kind is SessionKind.REST:
        return _("Exercises")
    said = say_session(session, limps=limps).replace(NB, " ").rstrip(".")
    return _("%(session)s, exercises") % {"session": said} if session.exercises else said


def _details(session: Session, *, limps: bool) -> Iterator[str]:
    """Say what belongs to the day, and that the plan of the day itself goes first."""
    yield from filter(None, (say_whole(session, limps=limps).replace(NB, " "), *_of_a_run(session)))
    if session.exercises:
        yield _("Exercises: %(names)s.") % {"names": _names(session.exercises)}
    yield _(
        "As planned when this was made. The knee may have changed the plan since: look at Kneewise first."
    )


def _of_a_run(session: Session) -> Iterator[str]:
    if session.kind is not SessionKind.RUN:
        return
    if band := steps_of(session):
        yield _("Steps: %(said)s.") % {"said": sentence(f"session.{band[0]}", **band[1])}
    if session.stop_above_0_10 is not None:
        yield say_turn_back(session)


def _names(exercises: Iterable[str]) -> str:
    return ", ".join(sentence(f"exercise.{name}") for name in exercises)
