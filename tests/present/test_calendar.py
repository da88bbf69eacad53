"""The calendar, read back event by event."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from kneewise.model.calendar import Planned, has_something
from kneewise.model.plan import SessionKind
from kneewise.present.calendar import render_calendar
from tests.web.made import ON, make_session

RUN = make_session()
REST = make_session(1, SessionKind.REST)
PLANNED = Planned(owner="0123456789abcdef", on=ON, step=7, sessions=(RUN, REST))


def events(planned: Planned) -> dict[date, Any]:
    read = Calendar.from_ical(render_calendar(planned))
    return {event.decoded("dtstart"): event for event in read.walk("VEVENT")}


def test_only_days_with_something_to_do_are_in_it() -> None:
    assert list(events(PLANNED)) == [ON]
    assert has_something(RUN)
    assert not has_something(REST)


def test_a_day_is_all_day_because_no_time_is_known() -> None:
    event = events(PLANNED)[ON]

    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert event["transp"] == "TRANSPARENT"


def test_an_event_says_the_session_and_that_the_plan_goes_first() -> None:
    event = events(PLANNED)[ON]

    assert event["summary"] == "Run 4, walk 1. Five times"
    assert "Steps: 167\N{EN DASH}173 a minute while running." in event["description"]
    assert "pain is above 2 of 10" in event["description"]
    assert "look at Kneewise first" in event["description"]


def test_a_rest_day_with_exercises_is_one_of_exercises() -> None:
    training = replace(REST, exercises=("split_squat",))

    event = events(replace(PLANNED, sessions=(training,)))[REST.on]

    assert event["summary"] == "Exercises"
    assert "split squat" in event["description"]


def test_a_day_keeps_its_name_and_a_later_calendar_has_the_last_word() -> None:
    first = events(PLANNED)[ON]
    shorter = replace(RUN, blocks=(), running_min=10)

    after_a_write = events(replace(PLANNED, step=8, sessions=(shorter,)))[ON]
    a_day_later = events(replace(PLANNED, on=ON + timedelta(days=1)))[ON]

    assert first["uid"] == after_a_write["uid"] == a_day_later["uid"]
    assert first["sequence"] < after_a_write["sequence"]
    assert first["sequence"] < a_day_later["sequence"]


def test_two_runners_and_two_days_have_names_of_their_own() -> None:
    other = events(replace(PLANNED, owner="fedcba9876543210"))[ON]
    both = events(replace(PLANNED, sessions=(RUN, make_session(2))))

    names = {event["uid"] for event in both.values()}
    assert len(names) == 2
    assert other["uid"] not in names


def test_a_day_that_is_gone_is_cancelled_under_its_name() -> None:
    before = events(PLANNED)[ON]

    after = events(replace(PLANNED, step=8, sessions=(), gone=(ON,)))[ON]

    assert after["status"] == "CANCELLED"
    assert before["status"] == "CONFIRMED"
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert render_calendar(PLANNED) == render_calendar(PLANNED)


def test_lines_are_as_the_format_wants_them() -> None:
    written = render_calendar(PLANNED)

    assert written.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"METHOD:PUBLISH" in written
