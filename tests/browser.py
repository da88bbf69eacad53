"""The machine's own Chromium, driven by Playwright; no browser is ever downloaded."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium tries to reach its makers at every start; these keep a test run to loopback.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def program() -> str | None:
    """Find Chromium: KNEEWISE_TEST_CHROMIUM names it, or else it is on the PATH."""
    named = os.environ.get("KNEEWISE_TEST_CHROMIUM")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)


def launch(playwright: Playwright, executable: str) -> Browser:
    """Start Chromium without a window; root may not use its sandbox, and tests open our own pages only."""
    sandbox = () if os.geteuid() else ("--no-sandbox",)
    return playwright.chromium.launch(executable_path=executable, args=[*QUIET, *sandbox])
