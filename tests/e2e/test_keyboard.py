"""Whole journeys by keyboard alone, each stop seen; and pages for who asked for less motion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.e2e.addresses import TODAY, each
from tests.e2e.keys import Keys, named, saying
from tests.e2e.test_page import PATHS, go

if TYPE_CHECKING:
    from playwright.sync_api import Page

TYPED = {
    "age_years": "34",
    "painkiller_days_last_7": "0",
    "painkiller_days_last_30": "0",
    "first_pain_min": "15",
    "usual_runs_per_week": "3",
    "usual_run_min": "40",
    "usual_longest_run_min": "60",
    "usual_week_km": "22",
}
SCORES = {"pain_during_last_run": 3}
"""Of the others: one."""

MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    const takes = (said) => said.split(",").some((part) => parseFloat(part) > 0);
    const isAnimated = style.animationName !== "none" && takes(style.animationDuration);
    return isAnimated || takes(style.transitionDuration);
}).map((one) => `${one.tagName} ${one.className.baseVal ?? one.className}`).slice(0, 5)"""
DRAWN_MOVING = """[...document.querySelectorAll("animate, animateTransform, animateMotion")]
    .filter((one) => one.parentElement.getClientRects().length).length"""


@pytest.fixture
def new(new_home: Page) -> Page:
    """Somebody's first day at a desk."""
    new_home.set_viewport_size({"width": 1280, "height": 900})
    return new_home


def answer(keys: Keys, found: dict[str, Any]) -> None:
    """Answer the question at which the keyboard stands: a sore knee, and no sign of anything worse."""
    name, value = found["name"], found["value"]
    match found["type"]:
        case "number":
            keys.page.keyboard.type(TYPED[name])
        case "radio" if name.startswith("pain_"):
            keys.press(*["ArrowRight"] * SCORES.get(name, 1)) if value == "0" else keys.press("ArrowRight")
        case "radio":
            keys.press("ArrowRight")
        case "checkbox" if (name, value) == ("places", "behind_kneecap") or name.endswith("_on"):
            keys.press("Space")
        case _:
            pass


@pytest.mark.long
def test_the_first_day_goes_from_the_questions_to_the_plan(new: Page) -> None:
    keys = Keys(new)
    keys.to(saying("Answer the questions first"))
    keys.press("Enter")
    expect(new).to_have_url(re.compile(r"/screen/"))
    for _question in range(200):
        if "/screen/" not in new.url:
            break
        for found in keys.stops():
            if found["said"] in {"Go on", "Save the answers"}:
                break
            answer(keys, found)
        if found["said"] == "Go on":
            keys.press("Enter")
        else:
            with new.expect_navigation():
                keys.press("Enter")
    keys.to(saying("Plan"))
    keys.press("Enter")

    expect(new).to_have_url(re.compile(r"/plan/$"))
    expect(new.locator("h1")).to_have_text("Less, until the knee is calm.")
    assert keys.faults == []


@pytest.mark.long
def test_the_pain_of_a_run_is_logged(opened: Page, complaints: list[str]) -> None:
    opened.set_viewport_size({"width": 1280, "height": 900})
    opened.goto("/")
    keys = Keys(opened)

    keys.to(saying("Log pain"))
    keys.press("Enter")
    expect(opened).to_have_url(re.compile(r"/diary/$"))
    keys.to(named("run"))
    keys.press("ArrowLeft")
    keys.to(lambda found: found["type"] == "checkbox" and found["value"].endswith("below_kneecap"))
    keys.press("Space")
    keys.to(named("during"))
    keys.press("ArrowRight", "ArrowRight")
    keys.to(saying("Save"))
    keys.press("Enter")

    expect(opened).to_have_url(TODAY)
    assert keys.faults == []
    assert complaints == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", each([*PATHS, "/runs/first"]))
def test_each_stop_of_a_page_is_seen(opened: Page, path: str, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 844})
    go(opened, path)
    opened.evaluate("document.activeElement.blur()")
    keys = Keys(opened)

    stops = list(keys.stops(60))

    assert len(stops) >= 3
    assert keys.faults == []


@pytest.mark.parametrize("path", each([*PATHS, "/runs/first"]))
def test_nothing_moves_for_who_asked_for_less_motion(opened: Page, path: str) -> None:
    opened.emulate_media(reduced_motion="reduce")
    go(opened, path)

    moving = (
        opened.evaluate(MOVING),
        opened.evaluate(DRAWN_MOVING),
        opened.evaluate("document.getAnimations().length"),
    )
    opened.emulate_media(reduced_motion="no-preference")

    assert moving == ([], 0, 0)
