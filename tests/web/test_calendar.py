"""The calendar on the page, and at its private address."""

import re

import pytest
from django.test import Client
from icalendar import Calendar

from kneewise.app import sitting
from kneewise.app.home import RunnerRef
from tests.web.told import AT, HOST, screened

ADDRESS = re.compile(rf"http://{HOST}(/calendar/feed/[\w-]+\.ics)")


@pytest.fixture
def told(runner: RunnerRef) -> RunnerRef:
    screened(runner)
    return runner


def make(page: Client) -> str:
    found = ADDRESS.search(page.post("/calendar/", {"form": "make"}).content.decode())
    assert found is not None
    return found[1]


def test_the_file_is_the_plan(page: Client, told: RunnerRef) -> None:
    answer = page.get("/calendar/kneewise.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="kneewise.ics"'
    assert Calendar.from_ical(answer.content).walk("VEVENT")


def test_an_address_is_shown_once_and_read_without_the_link(page: Client, told: RunnerRef) -> None:
    address = make(page)

    again = page.get("/calendar/").content.decode()
    read = Client(headers={"host": HOST}).get(address)

    assert ADDRESS.search(again) is None
    assert "It cannot be shown again." in again
    assert read.content == page.get("/calendar/kneewise.ics").content
    assert not read.cookies


def test_a_void_address_answers_nothing(page: Client, told: RunnerRef) -> None:
    address = make(page)

    after = page.post("/calendar/", {"form": "revoke"}, follow=True)
    answer = Client(headers={"host": HOST}).get(address)

    assert "The address is void." in after.content.decode()
    assert answer.status_code == 404
    assert b"VCALENDAR" not in answer.content


@pytest.mark.parametrize("token", ["x", "x" * 43, "..", "%00", "é"])
def test_a_false_token_learns_nothing(page: Client, outside: Client, token: str) -> None:
    make(page)

    answer = outside.get(f"/calendar/feed/{token}.ics")

    assert answer.status_code in {401, 404}
    assert b"VCALENDAR" not in answer.content
    assert b"kneewise.css" not in answer.content


def test_the_address_opens_nothing_else(page: Client, outside: Client, told: RunnerRef) -> None:
    address = make(page)

    outside.get(address)

    assert outside.get("/calendar/").status_code == 401
    assert outside.get(f"{address}/../../../").status_code == 401
    assert outside.get(address.replace(".ics", "/x.ics")).status_code == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_address_is_for_reading_only(page: Client, outside: Client, method: str) -> None:
    address = make(page)

    assert outside.generic(method, address).status_code in {403, 405}


def test_a_foreign_name_is_refused_there_too(page: Client) -> None:
    assert page.get(make(page), headers={"host": "evil.example"}).status_code == 400


def test_looking_makes_no_address(page: Client) -> None:
    page.post("/calendar/", {"form": "revoke"})

    page.get("/calendar/?form=make")

    assert "There is an address" not in page.get("/calendar/").content.decode()


def test_a_stop_is_in_the_calendar_at_once(page: Client, told: RunnerRef) -> None:
    address = make(page)
    before = Calendar.from_ical(page.get(address).content).walk("VEVENT")

    sitting.log_signs(told, at=AT, signs={"night_pain": True})
    after = Calendar.from_ical(page.get(address).content).walk("VEVENT")

    assert "CONFIRMED" in {event["status"] for event in before}
    assert {event["status"] for event in after} == {"CANCELLED"}
