"""German words are longer: nothing is cut, nothing stands over its box, on any page at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.served import kneewise, serve
from tests.e2e.test_page import CUT, LARGE_TEXT, PATHS, go

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.long

MORE = ("/strength/", "/strength/go/", "/strength/log/?exercise=clamshell", "/ankle/", "/ankle/go/")


@pytest.fixture(scope="module")
def german(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    home = tmp_path_factory.mktemp("german") / "home"
    kneewise(home, "demo", "--no-serve")
    kneewise(home, "settings", "language", "de")
    with serve(home) as served:
        context = browser.new_context(base_url=served.base)
        page = context.new_page()
        page.goto(served.link)
        yield page
        context.close()


@pytest.mark.parametrize("path", [*PATHS, *MORE, "/runs/first"])
def test_no_german_word_is_cut_or_over_its_box(german: Page, path: str) -> None:
    for width, large in ((320, False), (390, False), (390, True), (1280, False)):
        german.set_viewport_size({"width": width, "height": 900})
        go(german, path)
        german.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        if large:
            german.evaluate(LARGE_TEXT)

        assert german.locator("html").get_attribute("lang") == "de"
        assert german.evaluate(CUT) == [], (width, large)


def test_the_cursor_of_a_run_speaks_in_commas(german: Page) -> None:
    go(german, "/runs/first")

    slope = german.locator("[data-now=grade]")

    expect(slope).to_contain_text(",", use_inner_text=True)
    expect(slope).not_to_contain_text(".", use_inner_text=True)
