"""Pages on paper: what they say, in black on white, without what only a screen can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.paper import sheets, squeezed
from tests.e2e.test_page import go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from playwright.sync_api import Page

PATHS = ("/", "/plan/", "/guide/", "/guide/step4/", "/report/", "/runs/first", "/when-to-stop/", "/insights/")
SCREEN_ONLY = ("Log pain", "Skip to the page", "All pages", "When to stop", "The whole plan", "Save")
"""What the rail, the bars and links that only lead on would print."""

COLOURS = """() => [...document.querySelectorAll("h1, h2, p, a, dd, .board, .board *")]
    .filter((one) => one.checkVisibility() && !one.closest("svg, .grade, .state"))
    .map((one) => getComputedStyle(one).color)
    .filter((colour) => colour.match(/\\d+/g).slice(0, 3).some((part) => part > 80))"""
WHITE = """[document.documentElement, document.body, document.querySelector("main")]
    .map((one) => getComputedStyle(one).backgroundColor)
    .every((colour) => ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(colour))"""


@pytest.fixture
def paper(opened: Page) -> Iterator[Page]:
    opened.set_viewport_size({"width": 1280, "height": 900})
    opened.emulate_media(media="print")
    yield opened
    opened.emulate_media(media="screen", color_scheme="light")


def test_today_is_read_from_the_paper(paper: Page) -> None:
    paper.goto("/")
    say = paper.locator("#say").inner_text()

    printed = sheets(paper)

    assert squeezed(say) in printed[0]
    assert all(
        squeezed(heading) in "".join(printed) for heading in ("The next seven days", "The knee so far")
    )
    assert len(printed) <= 3


@pytest.mark.long
@pytest.mark.parametrize("path", PATHS)
def test_what_only_a_screen_can_use_is_not_printed(paper: Page, path: str) -> None:
    go(paper, path)
    title = paper.locator("h1").inner_text()

    printed = sheets(paper)

    assert squeezed(title) in printed[0]
    # The report's own page is a picture; its words stand on the sheet before.
    assert all(printed) or path == "/report/"
    assert [said for said in SCREEN_ONLY if squeezed(said) in "".join(printed) and said != title] == []


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_the_paper_is_black_on_white(paper: Page, path: str, scheme: Literal["light", "dark"]) -> None:
    paper.emulate_media(media="print", color_scheme=scheme)
    go(paper, path)
    paper.evaluate("scheme => document.documentElement.dataset.theme = scheme", scheme)

    assert paper.evaluate(COLOURS) == []
    assert paper.evaluate(WHITE)


@pytest.mark.long
def test_the_charts_of_a_run_are_printed_without_their_cursor(paper: Page) -> None:
    go(paper, "/runs/first")

    boxes = [chart.bounding_box() for chart in paper.locator(".plot[role=img]").all()]

    assert len(boxes) >= 2
    assert all(box and box["height"] > 20 and box["width"] > 300 for box in boxes)
    assert not any(one.is_visible() for one in paper.locator(".slide, .cursor, .bead").all())


@pytest.mark.long
def test_what_was_opened_is_printed_and_what_is_closed_is_not(paper: Page) -> None:
    paper.goto("/")
    why = paper.locator("details.why").first
    heading = squeezed(why.locator("summary").evaluate("one => one.textContent"))
    reason = squeezed(why.locator(".reason p").first.evaluate("one => one.textContent"))

    closed = "".join(sheets(paper))
    why.evaluate("one => one.open = true")
    opened = "".join(sheets(paper))

    assert heading not in closed
    assert heading in opened
    assert reason in opened
