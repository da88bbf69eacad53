"""A sample runner's home, served, and a browser that came by the link."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kneewise.app.sample_runner import ZONE
from tests.e2e.served import kneewise, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

    from tests.e2e.house import House
    from tests.e2e.served import Served

# A machine that is slow, or busy with others, is no failure: as long as a page may take to open.
expect.set_options(timeout=30_000)


@contextmanager
def phone(browser: Browser, base: str, timezone_id: str = ZONE) -> Iterator[BrowserContext]:
    """Give a phone's browser, for the pages of one address; it is where the sample runner is."""
    context = browser.new_context(
        base_url=base, viewport={"width": 390, "height": 844}, timezone_id=timezone_id
    )
    yield context
    context.close()


@contextmanager
def opened_on_a_phone(browser: Browser, served: Served) -> Iterator[Page]:
    """Open the link of a home on a phone."""
    with phone(browser, served.base) as context:
        page = context.new_page()
        page.goto(served.link)
        yield page


@pytest.fixture(scope="session")
def sample_home(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample runner's home; asking for the browser first skips where there is none."""
    home = tmp_path_factory.mktemp("sample") / "home"
    kneewise(home, "demo", "--no-serve")
    return home


@pytest.fixture(scope="module")
def sample(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a copy of the sample runner's home: what the tests of one file tell it, no other one sees."""
    home = tmp_path_factory.mktemp("copy") / "home"
    with serve(Path(shutil.copytree(sample_home, home))) as served:
        yield served


@pytest.fixture(scope="module")
def opened(browser: Browser, sample: Served) -> Iterator[Page]:
    """Open the link once; every complaint of the browser is kept on the page's own list."""
    with opened_on_a_phone(browser, sample) as page:
        yield page


@pytest.fixture
def served(browser: Browser, tmp_path: Path) -> Iterator[Served]:
    """Serve a new home: somebody's first day."""
    with serve(tmp_path / "home") as served:
        yield served


@pytest.fixture
def new_home(browser: Browser, served: Served) -> Iterator[Page]:
    """Open the link of a new home on a phone."""
    with opened_on_a_phone(browser, served) as page:
        yield page


@pytest.fixture
def context(browser: Browser, house: House) -> Iterator[BrowserContext]:
    """A phone's browser, for a home whose servers come and go (`tests/e2e/house.py`)."""
    with phone(browser, house.base) as context:
        yield context


@pytest.fixture
def complaints(opened: Page) -> Iterator[list[str]]:
    """Collect console errors, faults of scripts and answers that are errors."""
    heard: list[str] = []

    def refuse(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    hear = {
        "console": lambda said: heard.append(said.text) if said.type in {"error", "warning"} else None,
        "pageerror": lambda fault: heard.append(str(fault)),
        "response": lambda answer: (
            heard.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
        ),
        "dialog": refuse,
    }
    for event, listener in hear.items():
        opened.on(event, listener)  # type: ignore[call-overload]  # Looser than Playwright.
    yield heard
    for event, listener in hear.items():
        opened.remove_listener(event, listener)
