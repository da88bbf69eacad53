"""Days without a connection in a real Chromium: the worker, its pages, and the entries that wait."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.addresses import TODAY
from tests.e2e.conftest import phone
from tests.e2e.house import House, here, lived_in
from tests.e2e.served import kneewise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

KEPT_PAGES = 21
DAILY_PAGES = 8
"""Those that say something of the runner: they go when the door is closed."""

OPENED = {
    "/": "Today",
    "/plan/": "Plan",
    "/cadence/": "Cadence",
    "/strength/go/": "The session",
    "/ankle/go/": "The ankle drill",
    "/guide/": "Guide",
    "/guide/step5/": "Get the ankle moving",
    "/when-to-stop/": "When to stop",
    "/diary/": "Diary",
}
ROWS = """async (store) => {
    if (!(await indexedDB.databases()).length) return [];
    return await new Promise((done) => {
        indexedDB.open("kneewise").onsuccess = ({ target: { result: base } }) => {
            const asked = base.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => { base.close(); done(asked.result.map((one) => one.state ?? "kept")); };
        };
    });
}"""


@pytest.fixture(scope="module")
def folder(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline") / "home"
    kneewise(folder, "demo", "--no-serve")
    return folder


@pytest.fixture
def house(folder: Path) -> Iterator[House]:
    with lived_in(folder) as house:
        yield house


@pytest.fixture
def page(context: BrowserContext, house: House) -> Page:
    """A browser that came by the link, and whose worker has kept everything."""
    return come(context, house)


def come(context: BrowserContext, house: House) -> Page:
    page = context.new_page()
    page.goto(house.link)
    wait_for(page, "pages", KEPT_PAGES)
    return page


def pains(house: House) -> list[str]:
    """Give the lines of the diary that this test wrote: only they have a morning of 5."""
    told = kneewise(house.folder, "log", "list")
    return re.findall(r"(\d{4}-\d\d-\d\d)  Pain: right knee, morning 5", told)


def rows(page: Page, store: str = "outbox") -> list[str]:
    found: list[str] = page.evaluate(ROWS, store)
    return found


def wait_for(page: Page, store: str, count: int) -> None:
    for _time in range(120):
        if len(rows(page, store)) == count:
            return
        page.wait_for_timeout(250)
    raise AssertionError((store, rows(page, store)))


def fill(page: Page, **changed: str) -> None:
    page.goto("/diary/")
    page.locator("input[name=run][value='']").evaluate("one => one.click()")
    page.locator("input[name=side][value=right]").evaluate("one => one.click()")
    page.locator("input[name=this_morning][value='5']").evaluate("one => one.click()")
    for name, value in changed.items():
        page.locator(f"input[name={name}]").fill(value)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def say(page: Page, **changed: str) -> None:
    fill(page, **changed)
    save(page)


@pytest.mark.long
def test_pages_open_without_a_connection_and_say_of_when_they_are(
    page: Page, context: BrowserContext
) -> None:
    context.set_offline(offline=True)

    for path, title in OPENED.items():
        page.goto(path)
        expect(page).to_have_title(re.compile(re.escape(title)))
        expect(page.locator("[data-kept]")).to_contain_text("without a connection")

    page.goto("/runs/")
    expect(page.locator("h1")).to_have_text("This page is not kept here")


@pytest.mark.long
def test_the_metronome_starts_without_a_connection(page: Page, context: BrowserContext) -> None:
    context.set_offline(offline=True)
    page.goto("/cadence/")
    page.locator("[data-metronome] [data-go]").click()

    expect(page.locator("[data-metronome]")).to_have_attribute("data-on", "")


def test_an_entry_made_without_a_connection_arrives_once(
    page: Page, context: BrowserContext, house: House
) -> None:
    before = pains(house)
    context.set_offline(offline=True)
    say(page)
    page.wait_for_url(re.compile("/waiting/"))
    expect(page.locator("p[data-waits]")).to_have_text("1 entry is not sent yet")
    assert Axe().run(page).violations_count == 0
    assert pains(house) == before

    page.goto("/")
    expect(page.locator("h1")).to_have_text("Today’s plan is not known")

    context.set_offline(offline=False)
    page.goto("/waiting/")
    expect(page.locator("[data-told]")).to_have_text("Nothing waits. Kneewise has it all.")
    page.goto("/")
    assert len(pains(house)) == len(before) + 1


def lead(page: Page) -> None:
    """Be led through a first set, then end the session and save it."""
    page.get_by_role("button", name="Begin", exact=True).click()
    for _second in range(20):
        page.clock.run_for(1_000)
    for name in ("Set done", "End the session", "Save"):
        page.get_by_role("button", name=name, exact=True).click()


def sessions(house: House) -> list[str]:
    """Give the lines of the diary that tell of the first exercise."""
    return [line for line in kneewise(house.folder, "log", "list").splitlines() if "ingle-leg bridge" in line]


def test_a_session_that_was_led_without_a_connection_arrives_once(
    page: Page, context: BrowserContext, house: House
) -> None:
    before = sessions(house)
    context.set_offline(offline=True)
    page.clock.install()
    page.goto("/strength/go/")
    lead(page)
    page.wait_for_url(re.compile("/waiting/"))
    assert rows(page) == ["waits"]
    assert page.evaluate("Object.keys(localStorage).filter((one) => one.includes('session'))") == []
    assert sessions(house) == before

    port = house.between.to
    house.between.loses = b"POST /strength/go/"
    house.between.lost = lambda: setattr(house.between, "to", None)
    context.set_offline(offline=False)
    page.goto("/waiting/")
    expect(page.locator("[data-told]")).to_contain_text("There is no connection")
    assert rows(page) == ["waits"]
    assert len(sessions(house)) == len(before) + 1
    house.between.to = port
    for _time in range(2):
        page.goto("/waiting/")
        expect(page.locator("[data-told]")).to_have_text("Nothing waits. Kneewise has it all.")

    (arrived,) = [line for line in sessions(house) if line not in before]
    assert f"{here():%Y-%m-%d}" in arrived


@pytest.mark.long
def test_what_was_made_with_another_home_waits_for_it(
    page: Page, context: BrowserContext, house: House
) -> None:
    before = pains(house)
    context.set_offline(offline=True)
    say(page)
    page.wait_for_url(re.compile("/waiting/"))
    (worker,) = context.service_workers
    worker.evaluate(
        """async () => {
            const [row] = await outbox.rows();
            await vault.write("outbox", row.key, { ...row, home: "0000000000000000" });
        }"""
    )

    context.set_offline(offline=False)
    page.goto("/waiting/")

    expect(page.locator("[data-rows]")).to_contain_text("another home")
    page.get_by_role("button", name="Send now").click()
    page.wait_for_timeout(1_000)
    assert rows(page) == ["waits"]
    assert pains(house) == before


@pytest.mark.long
def test_two_tabs_send_it_once(page: Page, context: BrowserContext, house: House) -> None:
    before = pains(house)
    context.set_offline(offline=True)
    say(page)
    page.wait_for_url(re.compile("/waiting/"))
    other = context.new_page()
    other.goto("/guide/")

    context.set_offline(offline=False)
    for tab in (page, other, page, other):
        tab.evaluate(
            "navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ act: 'send' }))"
        )
    wait_for(page, "outbox", 0)

    # Within an hour of the very same scores it is one sitting by content: the key alone is not seen.
    assert len(pains(house)) in {len(before), len(before) + 1}


@pytest.mark.long
def test_a_server_that_is_gone_between_commit_and_reply_has_it_once(page: Page, house: House) -> None:
    before = pains(house)
    yesterday = f"{here() - timedelta(days=1):%Y-%m-%d}"
    house.between.loses = b"POST /diary/"
    house.between.lost = lambda: setattr(house.between, "to", None)

    say(page, on=yesterday)
    page.wait_for_url(re.compile("/waiting/"))
    assert rows(page) == ["waits"]
    assert sorted(pains(house)) == sorted([*before, yesterday])

    house.stop()
    house.start()
    page.goto("/waiting/")
    expect(page.locator("[data-told]")).to_contain_text("Open the link again")
    assert rows(page) == ["waits"]

    page.goto(house.link)
    wait_for(page, "outbox", 0)
    assert sorted(pains(house)) == sorted([*before, yesterday])


@pytest.mark.long
def test_a_closed_door_takes_the_pages_and_leaves_what_waits(page: Page, house: House) -> None:
    house.stop()
    say(page, on=f"{here() - timedelta(days=3):%Y-%m-%d}")
    page.wait_for_url(re.compile("/waiting/"))
    house.start()

    page.goto("/plan/")

    expect(page.locator("[data-told]")).to_contain_text("Open the link again")
    assert rows(page) == ["waits"]
    assert len(rows(page, "pages")) == KEPT_PAGES - DAILY_PAGES
    house.stop()
    page.goto("/plan/")
    expect(page.locator("h1")).to_have_text("Today’s plan is not known")


@pytest.mark.long
def test_a_refused_entry_is_shown_and_can_be_mended(
    page: Page, context: BrowserContext, house: House
) -> None:
    before = pains(house)
    day = f"{here() - timedelta(days=5):%Y-%m-%d}"
    context.set_offline(offline=True)
    fill(page)
    page.evaluate("document.querySelector('[name=on]').removeAttribute('max')")
    page.locator("[name=on]").fill(f"{here() + timedelta(days=3):%Y-%m-%d}")
    save(page)
    page.wait_for_url(re.compile("/waiting/"))

    context.set_offline(offline=False)
    page.goto("/waiting/")
    page.get_by_role("button", name="Mend it").click()
    expect(page.get_by_role("alert").filter(has_text="Not saved").first).to_be_visible()
    assert rows(page) == ["refused"]

    page.locator("[name=on]").fill(day)
    save(page)
    page.wait_for_url(TODAY)
    wait_for(page, "outbox", 0)
    assert sorted(pains(house)) == sorted([*before, day])


@pytest.mark.long
def test_a_full_browser_says_so_and_keeps_the_form(page: Page, context: BrowserContext) -> None:
    (worker,) = context.service_workers
    worker.evaluate("void (vault.write = () => Promise.reject(new DOMException('', 'QuotaExceededError')))")
    context.set_offline(offline=True)

    say(page)

    expect(page.locator("[data-unsaved]")).to_contain_text("no room")
    expect(page.locator("input[name=this_morning][value='5']")).to_be_checked()
    assert rows(page) == []


@pytest.mark.long
def test_another_form_says_that_it_is_not_saved(page: Page, context: BrowserContext) -> None:
    page.goto("/recovery/")
    page.locator("#sleep input[name=hours]").fill("7")
    context.set_offline(offline=True)

    page.locator("#sleep button").click()

    expect(page.locator("[data-unsaved]")).to_contain_text("no connection")
    expect(page.locator("#sleep input[name=hours]")).to_have_value("7")


def later(page: Page, days: int) -> None:
    """Have the worker live on a later day."""
    (worker,) = page.context.service_workers
    worker.evaluate(
        """(days) => {
            const Real = Date;
            self.Date = class extends Real {
                constructor(...given) { super(...(given.length ? given : [Real.now() + days * 86400000])); }
                static now() { return Real.now() + days * 86400000; }
            };
        }""",
        days,
    )


@pytest.mark.long
def test_the_plan_of_another_day_reassures_nobody(page: Page, context: BrowserContext) -> None:
    later(page, 1)
    context.set_offline(offline=True)

    for path in ("/", "/plan/", "/strength/go/", "/cadence/"):
        page.goto(path)
        expect(page.locator("h1")).to_have_text("Today’s plan is not known")
        expect(page.get_by_text("Red-flag signs stop running, today too")).to_be_visible()

    page.goto("/diary/")
    expect(page.locator("[name=on]")).to_have_value(f"{here() + timedelta(days=1):%Y-%m-%d}")
    page.goto("/guide/step3/")
    expect(page.locator("[data-kept]")).to_be_visible()


def test_a_kept_page_is_of_its_day_where_the_runner_lives(browser: Browser, house: House) -> None:
    with phone(browser, house.base, zone_of_another_day()) as context:
        page = come(context, house)
        context.set_offline(offline=True)

        page.goto("/plan/")
        expect(page.locator("[data-kept]")).to_contain_text("without a connection")
        page.goto("/diary/")
        expect(page.locator("[name=on]")).to_have_value(f"{here():%Y-%m-%d}")


def zone_of_another_day() -> str:
    """Name a zone where it is now another day than where the sample runner lives: two are a day apart."""
    zones = ("Pacific/Kiritimati", "Pacific/Pago_Pago")
    return next(zone for zone in zones if datetime.now(ZoneInfo(zone)).date() != here().date())


@pytest.mark.long
def test_each_form_out_of_the_cache_has_a_new_key(page: Page, context: BrowserContext) -> None:
    context.set_offline(offline=True)
    keys = []
    for _time in range(2):
        page.goto("/strength/go/")
        keys.append(page.locator("[name=key]").input_value())

    assert len(set(keys)) == 2


@pytest.mark.long
def test_nothing_readable_stays_in_the_browser(page: Page, context: BrowserContext) -> None:
    context.set_offline(offline=True)
    say(page)
    page.wait_for_url(re.compile("/waiting/"))
    kept: Any = page.evaluate(
        """async () => {
            const base = await new Promise((done) => {
                indexedDB.open("kneewise").onsuccess = ({ target }) => done(target.result);
            });
            const all = (store) => new Promise((done) => {
                base.transaction(store).objectStore(store).getAll().onsuccess =
                    ({ target }) => done(target.result);
            });
            const [keys, pages, rows] = [await all("keys"), await all("pages"), await all("outbox")];
            const key = keys.find((one) => one instanceof CryptoKey);
            const urls = [];
            for (const name of await caches.keys())
                for (const { url } of await (await caches.open(name)).keys())
                    urls.push(new URL(url).pathname);
            return {
                readable: key.extractable,
                pages: pages.flatMap(Object.keys),
                rows: rows.flatMap(Object.keys),
                urls,
            };
        }"""
    )

    assert kept["readable"] is False
    assert {*kept["pages"]} == {"iv", "data"}
    assert {*kept["rows"]} == {"key", "kind", "home", "at", "state", "sealed"}
    assert all(url.startswith("/static/") for url in kept["urls"])


@pytest.mark.long
def test_a_forgotten_browser_keeps_nothing(page: Page) -> None:
    page.goto("/settings/")
    page.get_by_role("button", name="Forget this browser").click()
    expect(page.locator("h1")).to_have_text("This browser has forgotten Kneewise")

    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
