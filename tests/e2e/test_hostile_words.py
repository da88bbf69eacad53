"""Stored XSS: forty attacks in every text that comes from outside, and every page read in Chromium."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest

from kneewise.web.urls import ROUTES
from tests.e2e.addresses import PAGES
from tests.e2e.payloads import PAYLOADS
from tests.e2e.served import kneewise, serve
from tests.files.made import fit, gpx, gpx_points, tcx, zipped
from tests.files.strava_tables import row, table
from tests.web.test_guards import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.long

EVERY = " ".join(PAYLOADS)
LISTEN = "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.effectiveDirective}`))"
DOWNLOADS = "/settings/data/"
"""Its forms answer with a file and lead nowhere; what they take is a passphrase and one word."""
FORMS = """paths => Promise.all(paths.map(async path => {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html')
    return [...page.querySelectorAll('form[method=post]')].map((form, place) =>
        [path, place, [...form.querySelectorAll('input[type=text], input:not([type]), textarea')].length])
}))"""
FILL = """([place, words]) => {
    const form = document.querySelectorAll('form[method=post]')[place]
    const fields = form.querySelectorAll('input[type=text], input:not([type]), textarea')
    for (const field of fields) field.value = words
    form.noValidate = true
    form.submit()
}"""


def strava(path: Path) -> Path:
    """Write an archive whose every text is an attack: names, descriptions, shoes, members and itself."""
    today = datetime.now(tz=UTC).replace(hour=6, minute=30)
    rows = [
        row(
            str(number), name=said, gear=said, date=f"{today - timedelta(days=number):%b %d, %Y, %I:%M:%S %p}"
        )
        for number, said in enumerate(PAYLOADS, 1)
    ]
    for each, said in zip(rows, PAYLOADS, strict=True):
        each[4] = said
    members = {"activities.csv": table(*rows)}
    members |= {f"activities/{said}.fit": b"no watch file" for said in PAYLOADS}
    return zipped(path, members)


@pytest.fixture(scope="module")
def attacked(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Serve the sample runner's home that took every attack, to a browser whose headers are attacks."""
    home, files = tmp_path_factory.mktemp("attacked") / "home", tmp_path_factory.mktemp("files")
    kneewise(home, "demo", "--no-serve")
    strava(files / "'><img src=x onerror=alert(41)>.zip")
    notes = f"<Notes>{escape(EVERY)}</Notes>"
    (files / "<svg onload=alert(42)>.fit").write_bytes(fit())
    (files / "<svg onload=alert(43)>.tcx").write_bytes(tcx(extra=notes))
    (files / "<svg onload=alert(44)>.gpx").write_bytes(gpx(gpx_points(range(600)), name=escape(EVERY)))
    (files / "<svg onload=alert(45)>.csv").write_text(EVERY, encoding="utf-8")
    kneewise(home, "import", str(files))
    with serve(home) as served:
        context = browser.new_context(
            base_url=served.base,
            user_agent=EVERY,
            extra_http_headers={"X-Forwarded-For": EVERY, "X-Forwarded-Host": EVERY},
        )
        context.add_init_script(LISTEN)
        context.new_page().goto(served.link)
        yield context
        context.close()


@pytest.fixture
def page(attacked: BrowserContext) -> Page:
    return attacked.pages[0]


@pytest.fixture
def harm(page: Page) -> Iterator[list[str]]:
    """Collect dialogs, breaches of the policy, faults of scripts, and what is asked of elsewhere."""
    seen: list[str] = []

    def dialog(opened: Any) -> None:
        seen.append(f"dialog: {opened.message}")
        opened.dismiss()

    def console(said: Any) -> None:
        if said.type == "error" and "status of 422" not in said.text:
            seen.append(said.text)

    hear = {
        "dialog": dialog,
        "console": console,
        "pageerror": lambda fault: seen.append(str(fault)),
        "request": lambda asked: seen.append(asked.url) if "evil.example/" in asked.url[:40] else None,
    }
    for event, listener in hear.items():
        page.on(event, listener)  # type: ignore[call-overload]  # Looser than Playwright.
    yield seen
    for event, listener in hear.items():
        page.remove_listener(event, listener)


def read(page: Page, path: str) -> str:
    """Open a page with all that it folds away, and hand over what it says."""
    page.goto(path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    return " ".join(str(page.locator("body").text_content()).split())


def test_there_are_forty_attacks() -> None:
    assert len(set(PAYLOADS)) == 40


def test_every_page_shows_the_attacks_as_text(page: Page, harm: list[str]) -> None:
    said = {path: read(page, path) for path in PAGES}
    said |= {
        path: read(page, f"/{path}?on={EVERY}&saved={EVERY}&during={EVERY}")
        for path in ("plan/", "diary/said/", "strength/log/")
    }

    assert [one for one in PAYLOADS if one not in said["/shoes/"]] == []
    assert harm == []


def test_the_page_of_every_run_shows_its_name_as_text(page: Page, harm: list[str]) -> None:
    page.goto("/runs/")
    every = page.locator("a[href^='/runs/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")

    said = " ".join(read(page, path) for path in sorted(set(every)))

    assert [one for one in PAYLOADS if one not in said] == []
    assert harm == []


def test_the_page_of_a_step_is_no_place_for_an_attack(page: Page, harm: list[str]) -> None:
    for place in PLACES:
        for route in ROUTES:
            if place in route.path and not route.before_door and "GET" in route.methods:
                harm.clear()
                page.goto("/" + route.path.replace(place, "%3Csvg onload=alert(46)%3E"))
                assert [one for one in harm if "status of 404" not in one] == []


def test_every_text_field_takes_the_attacks_and_shows_them_as_text(page: Page, harm: list[str]) -> None:
    page.goto("/more/")
    forms = [
        (path, place)
        for found in page.evaluate(FORMS, list(PAGES))
        for path, place, fields in found
        if fields
    ]
    shown = 0
    for path, place in forms:
        page.goto(path)
        if path == DOWNLOADS:
            continue
        with page.expect_navigation():
            page.evaluate(FILL, [place, EVERY])
        values = page.locator("input").evaluate_all("all => all.map(one => one.value)")
        shown += EVERY in values or EVERY in " ".join(str(page.locator("body").text_content()).split())

    assert {re.sub(r"\?.*", "", path) for path, _place in forms} >= {"/shoes/", "/settings/", "/diary/also/"}
    assert shown > 5
    assert harm == []
