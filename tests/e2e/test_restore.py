"""A backup is brought and restored in a real Chromium, without scripts, while the page is being served."""

from __future__ import annotations

from subprocess import CalledProcessError
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.served import kneewise, serve

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.mark.long
def test_a_backup_is_restored_without_scripts_and_the_visit_goes_on(browser: Browser, tmp_path: Path) -> None:
    home, backup = tmp_path / "home", tmp_path / "kept.zip"
    kneewise(home, "demo", "--no-serve")
    kneewise(home, "backup", str(backup))
    before = kneewise(home, "log", "list")
    kneewise(home, "log", "sleep", "--hours", "3")
    with serve(home) as served:
        context = browser.new_context(base_url=served.base, java_script_enabled=False)
        page = context.new_page()
        page.goto(served.link)
        page.goto("/settings/data/")
        page.get_by_label("The file of the backup").set_input_files(backup)
        page.get_by_label("Put it in the place of what is here").check()
        page.get_by_role("button", name="Check and restore").click()

        expect(page.get_by_role("status")).to_contain_text("The backup is restored")
        expect(page.get_by_text("home.before-restore-")).to_be_visible()
        page.goto("/diary/")
        expect(page.locator("h1")).to_be_visible()
        with pytest.raises(CalledProcessError):
            kneewise(home, "restore", "--replace", str(backup))
        context.close()

    assert kneewise(home, "log", "list") == before
