"""A run is moved in a real Chromium: by keyboard, by pointer, and without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.e2e.served import Served


pytestmark = pytest.mark.long


def last_run(page: Page) -> Locator:
    """Find the last planned run; it is the one that has most room."""
    return page.locator(".days summary").last


def test_a_run_is_moved_by_keyboard_and_taken_back(opened: Page, complaints: list[str]) -> None:
    opened.goto("/plan/")

    last_run(opened).focus()
    opened.keyboard.press("ArrowUp")
    expect(opened.get_by_role("status")).to_contain_text("Enter asks")
    expect(opened.locator(".is-target")).to_have_count(1)
    opened.keyboard.press("Escape")
    expect(opened.locator(".is-target")).to_have_count(0)

    to = asked_by_keys(opened)
    expect(opened).to_have_url(re.compile(r"/plan/$"))
    opened.get_by_role("button", name="Keep the move").press("Enter")

    expect(opened.locator(".rows__what", has_text="as you asked")).to_be_visible()
    expect(opened.locator(f"[data-day='{to}'] summary")).to_have_count(1)
    opened.get_by_role("button", name="Take back").press("Enter")
    expect(opened.locator(".rows__what", has_text="as you asked")).to_have_count(0)
    assert complaints == []


def asked_by_keys(page: Page) -> str:
    """Ask for one day after the other until one fits."""
    days = page.locator(".days details").last.locator("[name=to]")
    for turn in range(days.count()):
        last_run(page).focus()
        for _press in range(turn + 1):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("#answer .banner")).to_contain_text("fit")
        if page.get_by_role("button", name="Keep the move").count():
            return days.nth(turn).get_attribute("value") or ""
    raise AssertionError("No day fits.")


def test_a_run_is_dragged_to_another_day(opened: Page, complaints: list[str]) -> None:
    opened.set_viewport_size({"width": 1280, "height": 1400})
    opened.goto("/plan/")
    grip = last_run(opened).locator(".ask__grip").bounding_box()
    day = opened.locator(".days details").last.locator("[name=to]").last.get_attribute("value")
    target = opened.locator(f"[data-day='{day}']").bounding_box()
    assert grip is not None
    assert target is not None

    opened.mouse.move(grip["x"] + 20, grip["y"] + 20)
    opened.mouse.down()
    opened.mouse.move(grip["x"] + 20, target["y"] + target["height"] / 2, steps=5)
    expect(opened.locator(".is-target")).to_have_count(1)
    opened.mouse.up()

    expect(opened.locator("#answer .banner")).to_contain_text("fit")
    expect(opened.locator(".days details[open]")).to_have_count(0)
    assert complaints == []


def test_a_run_is_moved_without_scripts(browser: Browser, opened: Page, sample: Served) -> None:
    context = browser.new_context(
        base_url=sample.base, java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    context.add_cookies(opened.context.cookies())  # type: ignore[arg-type]  # Looser than Playwright.
    page = context.new_page()
    page.goto("/plan/")
    days = page.locator(".days details").last.locator("[name=to]")

    for turn in range(days.count()):
        last_run(page).click()
        with page.expect_navigation():
            days.nth(turn).click()
        expect(page.get_by_role("status")).to_contain_text("fit")
        if page.get_by_role("button", name="Keep the move").count():
            break
    page.get_by_role("button", name="Keep the move").click()

    expect(page.locator(".rows__what", has_text="as you asked")).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".rows__what", has_text="as you asked")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answer_has_nothing_that_axe_complains_about(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # One of its own words.
    opened.goto("/plan/")
    asked_by_keys(opened)

    found = Axe().run(opened).response["violations"]

    opened.emulate_media(color_scheme="light")
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []
