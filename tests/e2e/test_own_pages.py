"""Settings, shoes and recovery in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE_COLOUR = "getComputedStyle(document.body).backgroundColor"


def choose_theme(page: Page, said: str) -> None:
    page.goto("/settings/")
    page.locator(".seg label", has_text=said).click()
    page.get_by_role("button", name="Save the settings").click()
    expect(page.get_by_role("status")).to_be_visible()


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
