"""Settings, shoes and recovery in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.e2e.served import Served

pytestmark = pytest.mark.long

PAGE_COLOUR = "getComputedStyle(document.body).backgroundColor"


def choose_theme(page: Page, said: str) -> None:
    page.goto("/settings/")
    page.locator(".seg label", has_text=said).click()
    page.get_by_role("button", name="Save the settings").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.wait_for_load_state()


def test_the_chosen_theme_wins_over_the_system(opened: Page, complaints: list[str]) -> None:
    opened.emulate_media(color_scheme="light")
    light = opened.evaluate(PAGE_COLOUR)
    choose_theme(opened, "Dark")
    dark = opened.evaluate(PAGE_COLOUR)
    opened.goto("/guide/")
    elsewhere = opened.evaluate(PAGE_COLOUR)
    choose_theme(opened, "As the system")

    assert dark != light
    assert elsewhere == dark
    assert opened.evaluate(PAGE_COLOUR) == light
    assert complaints == []


def test_a_field_that_is_reached_by_keyboard_is_not_behind_the_bar(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("/settings/")
    opened.locator("[name=country]").focus()
    for _press in range(12):
        opened.keyboard.press("Tab")
        box = opened.evaluate(
            "(({top, bottom}) => [top, bottom])(document.activeElement.getBoundingClientRect())"
        )
        bar = opened.locator(".save").bounding_box()
        assert bar is not None
        assert box[1] <= bar["y"] or opened.evaluate("!!document.activeElement.closest('.save')")


def test_ice_is_timed_once_swelling_was_denied(opened: Page, complaints: list[str]) -> None:
    opened.goto("/recovery/")
    timer = opened.locator("[data-timer]")
    expect(timer).to_have_count(0)

    opened.locator("#swelling label", has_text="No").first.click()
    opened.get_by_role("button", name="Keep the answer").click()
    opened.get_by_role("button", name="Start").click()

    expect(timer.locator(".is-left")).to_have_count(60)
    expect(timer.locator("[data-left]")).to_have_text("14:59", timeout=5000)
    expect(opened.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    assert complaints == []


def test_the_timer_says_when_to_look_at_the_skin(opened: Page) -> None:
    opened.clock.install()
    opened.goto("/recovery/")
    opened.get_by_role("button", name="Start").click()
    said = opened.locator("[data-said]")

    opened.clock.run_for(301_000)
    expect(said).to_have_text("Look at the skin now.")
    opened.clock.run_for(600_000)

    expect(said).to_have_text("Take the ice away.")
    expect(opened.get_by_role("button", name="Start")).to_be_visible()


def test_without_scripts_a_pair_is_kept(browser: Browser, opened: Page, sample: Served) -> None:
    context = browser.new_context(base_url=sample.base, java_script_enabled=False)
    context.add_cookies(opened.context.cookies())  # type: ignore[arg-type]  # Looser than Playwright.
    page = context.new_page()

    page.goto("/shoes/")
    page.locator("#pair-name").fill("Grey pair")
    page.get_by_role("button", name="Keep the pair").click()

    expect(page.get_by_role("status")).to_have_text("The pair is kept.")
    expect(page.get_by_role("heading", name="Grey pair")).to_be_visible()
    context.close()
