"""Picture every page at 390 and 1280 px, light and dark: ``python -m tests.e2e.screens FOLDER``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import browser as chromium
from tests.e2e.served import kneewise, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.e2e.served import Served

SIZES = ((390, 844), (1280, 900))
PAGES = {
    "today": "/",
    "plan": "/plan/",
    "diary": "/diary/",
    "runs": "/runs/",
    "strength": "/strength/",
    "strength-log": "/strength/log/?exercise=clamshell",
    "session": "/strength/go/",
    "ankle": "/ankle/",
    "guide": "/guide/",
    "guide-step": "/guide/step3/",
    "guide-exercises": "/guide/step4/",
    "cadence": "/cadence/",
    "more": "/more/",
    "when-to-stop": "/when-to-stop/",
    "weekly": "/screen/",
    "questions": "/screen/?each=1",
    "seen": "/seen/",
    "said": "/diary/said/",
    "settings": "/settings/",
    "data": "/settings/data/",
    "shoes": "/shoes/",
    "recovery": "/recovery/",
    "report": "/report/",
    "calendar": "/calendar/",
    "insights": "/insights/",
    "home-tests": "/diary/tests/",
    "week-check": "/diary/week/",
    "trial": "/insights/try/",
    "files": "/files/",
    "waiting": "/waiting/",
    "without-connection": "/without-connection/",
    "not-found": "/nothing/",
}
EMPTY = {
    "empty-today": "/",
    "empty-runs": "/runs/",
    "empty-plan": "/plan/",
    "empty-diary": "/diary/",
    "empty-said": "/diary/said/",
    "empty-cadence": "/cadence/",
    "empty-strength": "/strength/",
    "empty-ankle": "/ankle/",
    "empty-insights": "/insights/",
    "first-questions": "/screen/",
    "empty-files": "/files/",
    "empty-shoes": "/shoes/",
    "empty-recovery": "/recovery/",
    "empty-more": "/more/",
    "empty-also": "/diary/also/",
    "empty-week-check": "/diary/week/",
    "empty-trial": "/insights/try/",
    "empty-strength-log": "/strength/log/",
    "empty-session": "/strength/go/",
    "empty-drill": "/ankle/go/",
    "empty-morning": "/strength/morning/",
}


def main(folder: Path) -> None:
    """Serve a sample home, an empty one and a stopped one, and picture their pages."""
    executable = chromium.program()
    if executable is None:
        sys.exit("Chromium is not installed.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = chromium.launch(playwright, executable)
        home = Path(made)
        kneewise(home / "sample", "demo", "--no-serve")
        with serve(home / "sample") as served:
            pictures(browser, served, folder, PAGES)
        with serve(home / "empty") as served:
            pictures(browser, served, folder, EMPTY)
        browser.close()


def pictures(browser: Browser, served: Served, folder: Path, pages: dict[str, str]) -> None:
    """Picture the pages of one home, and at the end its stop."""
    context = browser.new_context(base_url=served.base)
    page = context.new_page()
    page.goto(served.link)
    for name, path in pages.items():
        page.goto(path)
        picture(page, folder, name)
    if "runs" in pages:
        page.goto("/runs/")
        page.locator("tbody a").first.click()
        picture(page, folder, "run")
        page.goto("/diary/")
        page.locator("label.chip", has_text="Swelling").click()
        page.locator("label:has(input[name=this_morning][value='2'])").click()
        page.get_by_role("button", name="Save").click()
        picture(page, folder, "stop")
        page.goto("/plan/")
        picture(page, folder, "stop-plan")
        page.goto("/seen/")
        page.get_by_role("button", name="Save").click()
        picture(page, folder, "seen-slips")
        page.goto("/diary/")
        page.get_by_role("button", name="Save").click()
        picture(page, folder, "diary-slip")
    context.clear_cookies()
    page.goto("/")
    picture(page, folder, "refused")
    context.close()


def picture(page: Page, folder: Path, name: str) -> None:
    """Take one page at every size, in both themes: the first screen, and the whole page at the small size."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
    page.emulate_media(color_scheme="light")
    # A screen as high as the page: what is fixed to its lower edge stands at the end, as for a reader.
    page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": SIZES[0][0], "height": height})
    page.screenshot(path=folder / f"{name}-long.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
