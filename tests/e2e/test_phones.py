"""A phone is paired in a real Chromium, by TLS, and is out when it is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kneewise.app.lan.addresses import own_addresses
from tests.e2e.served import kneewise, serve_to_phones

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not own_addresses(), reason="this machine is in no private network"),
]


def test_a_phone_is_paired_and_removed(browser: Browser, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with serve_to_phones(home) as served:
        context = browser.new_context(ignore_https_errors=True, viewport={"width": 320, "height": 640})
        page = context.new_page()
        page.goto(served.pair.removesuffix("pair/"))
        page.get_by_role("link", name="Pair this phone").click()
        found = []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [one["id"] for one in Axe().run(page).response["violations"]]
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")

        page.get_by_label("The code").fill("0")
        page.get_by_role("button").click()
        expect(page.locator("h1")).to_have_text("That is not the code")
        page.get_by_label("The code").fill(served.code)
        page.keyboard.press("Enter")
        expect(page.locator("#say")).to_be_visible()
        phone_id = kneewise(home, "phone", "list").strip().partition(":")[0]
        kneewise(home, "phone", "remove", phone_id)
        page.reload()

        expect(page.locator("h1")).to_have_text("This phone is not paired")
        assert (found, beyond) == ([], 0)
        context.close()
