"""A session that was left, gone on with after midnight in a real Chromium: it is of the day it was begun."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import phone
from tests.e2e.house import House, here, lived_in
from tests.e2e.served import kneewise
from tests.e2e.test_offline import KEPT_PAGES, rows, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.long

NEXT = here().date()
EVE = NEXT - timedelta(days=1)
"""The server and the browser live on this day first; no server lives on a day to come."""

PATHS = {"strength": "/strength/go/", "ankle": "/ankle/go/"}
LINES = {"strength": "A session is not saved yet", "ankle": "An ankle drill is not saved yet"}
FIRST = {"strength": "Single-leg bridge", "ankle": "Calf stretch"}
BOTH = pytest.mark.parametrize("kind", ["strength", "ankle"])


@pytest.fixture(scope="module")
def sample(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample runner whose exercises are due on the first day, and not on the next."""
    folder = tmp_path_factory.mktemp("left") / "home"
    kneewise(folder, "demo", "--no-serve", "--on", str(EVE))
    return folder


@pytest.fixture
def house(sample: Path, tmp_path: Path) -> Iterator[House]:
    with lived_in(Path(shutil.copytree(sample, tmp_path / "home")), "--on", str(EVE)) as house:
        yield house


def at(page: Page, on: date, hour: int, minute: int = 0) -> None:
    """Have the browser's clock go on from a moment."""
    page.clock.install(time=here(datetime.combine(on, time(hour, minute))))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def leave_late(context: BrowserContext, house: House, kind: str) -> None:
    """Begin at 23:40, do ten seconds of the first set, and close the tab."""
    page = context.new_page()
    at(page, EVE, 23, 40)
    page.goto(house.link)
    wait_for(page, "pages", KEPT_PAGES)
    page.goto(PATHS[kind])
    press(page, "Begin")
    be_led(page)
    page.close()


def be_led(page: Page) -> None:
    """Get ready for five seconds, and do ten."""
    for _second in range(15):
        page.clock.run_for(1_000)


def begin_the_next_day(house: House) -> None:
    house.stop()
    house.start("--on", str(NEXT))


def save(page: Page) -> None:
    press(page, "End the session")
    press(page, "Save")


def told(house: House, kind: str) -> list[str]:
    """Give the days of which the first exercise was told."""
    lines = kneewise(house.folder, "log", "list").splitlines()
    return [line.split()[1] for line in lines if FIRST[kind].lower()[1:] in line]


def test_a_session_left_before_midnight_is_gone_on_with_after_it(
    context: BrowserContext, house: House
) -> None:
    kind = "strength"
    before = told(house, kind)
    leave_late(context, house, kind)
    begin_the_next_day(house)
    page = context.new_page()
    at(page, NEXT, 0, 10)
    page.goto(house.link)

    page.get_by_role("link", name=LINES[kind]).click()
    expect(page.locator("h1")).to_have_text("Go on where you were?")
    expect(page.locator("[data-says-lead]")).to_have_text(
        f"You were at “{FIRST[kind]}”. You began on {EVE:%A}, {EVE:%B} {EVE.day},"
        " and it is logged for that day."
    )
    press(page, "Go on")
    expect(page.locator("h1")).to_have_text(FIRST[kind])
    be_led(page)
    save(page)

    expect(page).to_have_url(re.compile(f"/{kind}/$"))
    expect(page.get_by_role("link", name=LINES[kind])).to_have_count(0)
    assert sorted(told(house, kind)) == sorted([*before, str(EVE)])


def test_in_a_browser_that_is_a_day_ahead_it_is_still_of_today(browser: Browser, house: House) -> None:
    with phone(browser, house.base, timezone_id="Pacific/Auckland") as context:
        leave_late(context, house, "strength")
        page = context.new_page()
        at(page, EVE, 23, 50)
        page.goto(house.link)
        page.goto("/strength/go/")

        expect(page.locator("h1")).to_have_text("Go on where you were?")
        expect(page.locator("[data-says-lead]")).to_have_text(f"You were at “{FIRST['strength']}”.")


def test_a_session_of_the_evening_before_is_only_saved(context: BrowserContext, house: House) -> None:
    before = told(house, "strength")
    leave_late(context, house, "strength")
    begin_the_next_day(house)
    page = context.new_page()
    at(page, NEXT, 18)
    page.goto(house.link)

    page.goto("/strength/go/")
    expect(page.locator("h1")).to_have_text("Save what you did?")
    press(page, "Go on")
    expect(page.locator("h1")).to_have_text("Is this right?")
    page.locator("[name=single_leg_bridge-left]").fill("9")
    press(page, "Save")

    expect(page).to_have_url(re.compile("/strength/$"))
    assert sorted(told(house, "strength")) == sorted([*before, str(EVE)])


@BOTH
def test_without_a_connection_it_is_gone_on_with_and_arrives_on_its_day(
    context: BrowserContext, house: House, kind: str
) -> None:
    before = told(house, kind)
    leave_late(context, house, kind)
    page = context.new_page()
    at(page, NEXT, 0, 10)
    page.goto("/guide/")
    context.set_offline(offline=True)
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Today’s plan is not known")

    page.get_by_role("link", name=LINES[kind]).click()
    press(page, "Go on")
    expect(page.locator("h1")).to_have_text(FIRST[kind])
    be_led(page)
    save(page)
    page.wait_for_url(re.compile("/waiting/"))
    assert rows(page) == ["waits"]
    expect(page.get_by_role("link", name=LINES[kind])).to_have_count(0)

    begin_the_next_day(house)
    context.set_offline(offline=False)
    page.goto(house.link)
    wait_for(page, "outbox", 0)
    assert sorted(told(house, kind)) == sorted([*before, str(EVE)])


def test_the_plan_of_the_day_before_is_shown_for_no_new_session(
    context: BrowserContext, house: House
) -> None:
    page = context.new_page()
    page.goto(house.link)
    wait_for(page, "pages", KEPT_PAGES)
    context.set_offline(offline=True)

    page.goto("/strength/go/?exercise=single_leg_bridge")

    expect(page.locator("h1")).to_have_text("Today’s plan is not known")


def test_begin_anew_forgets_what_was_left(context: BrowserContext, house: House) -> None:
    leave_late(context, house, "ankle")
    begin_the_next_day(house)
    page = context.new_page()
    at(page, NEXT, 0, 10)
    page.goto(house.link)

    page.goto("/ankle/go/")
    press(page, "Begin anew")

    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    expect(page.locator("[name=on]")).to_have_value(str(NEXT))
    page.goto("/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("link", name=LINES["ankle"])).to_have_count(0)


def test_a_tab_that_was_open_overnight_begins_with_the_plan_of_its_day(
    context: BrowserContext, house: House
) -> None:
    page = context.new_page()
    at(page, EVE, 22)
    page.goto(house.link)
    page.goto("/ankle/go/")
    begin_the_next_day(house)
    page.context.new_page().goto(house.link)

    page.clock.set_fixed_time(here(datetime.combine(NEXT, time(7))))
    press(page, "Begin")

    expect(page.locator("[name=on]")).to_have_value(str(NEXT))
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()


def test_what_another_home_left_is_neither_shown_nor_kept(context: BrowserContext, house: House) -> None:
    leave_late(context, house, "strength")
    page = context.new_page()
    page.goto("/guide/")
    page.evaluate(
        """() => { for (const [name, text] of Object.entries(localStorage)) {
            const state = JSON.parse(text);
            localStorage.setItem(name, JSON.stringify({ ...state, told: { ...state.told, home: "other" } }));
        } }"""
    )

    page.goto("/")

    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("link", name=LINES["strength"])).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_erasing_everything_takes_what_was_left(context: BrowserContext, house: House) -> None:
    leave_late(context, house, "strength")
    page = context.new_page()
    page.goto("/settings/data/")
    assert page.evaluate("localStorage.length") == 1

    page.locator("[name=word]").fill("erase")
    page.get_by_role("button", name="Erase everything").click()

    expect(page.locator("h1")).to_have_text("Everything is erased")
    assert page.evaluate("localStorage.length") == 0
