"""Runs are brought in a real Chromium to the real server, whole and with the connection cut in the middle."""

from __future__ import annotations

import base64
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.app.samples import fit_bytes
from tests.e2e.served import serve
from tests.web.told import gpx

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from tests.e2e.served import Served

pytestmark = pytest.mark.long

DROP = """([name, packed]) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([bytes], name, {lastModified: 1700000000000}));
    for (const event of ["dragover", "drop"])
        document.querySelector(".drop").dispatchEvent(
            new DragEvent(event, {dataTransfer: dropped, bubbles: true, cancelable: true}));
}"""

LONG_B = 9 * 2**20
"""Three pieces of the script's."""


def archive(*, padding_b: int = 0) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("activities/1.fit", fit_bytes(2))
        file.writestr("activities/2.fit", fit_bytes(4))
        file.writestr("media/picture.jpg", os.urandom(padding_b))
    return packed.getvalue()


def drop(page: Page, name: str, content: bytes) -> None:
    page.evaluate(DROP, [name, base64.b64encode(content).decode()])


def test_an_archive_that_is_dropped_becomes_runs(new_home: Page) -> None:
    new_home.get_by_role("link", name="Bring your runs first").click()

    drop(new_home, "export_1.zip", archive())

    expect(new_home.get_by_text("2 new activities.")).to_be_visible(timeout=30_000)
    expect(new_home.get_by_role("link", name="Answer the questions")).to_be_visible()
    new_home.get_by_role("link", name="See your runs").click()
    expect(new_home.locator("tbody tr")).to_have_count(2)
    new_home.goto("/")
    expect(new_home.get_by_text("Your runs are here.")).to_be_visible()


def test_a_connection_cut_in_the_middle_goes_on_by_itself(new_home: Page) -> None:
    asked: list[str] = []

    def cut_the_second(route: Route) -> None:
        asked.append(route.request.url.rpartition("=")[2])
        if len(asked) == 2:
            route.abort("connectionreset")
        else:
            route.continue_()

    new_home.route("**/files/*/?offset=*", cut_the_second)
    new_home.goto("/files/")

    drop(new_home, "export_1.zip", archive(padding_b=LONG_B))

    expect(new_home.get_by_text("2 new activities.")).to_be_visible(timeout=60_000)
    piece = str(4 * 2**20)
    assert asked == ["0", piece, piece, str(8 * 2**20)]


def test_a_server_that_was_started_again_takes_the_rest(browser: Browser, tmp_path: Path) -> None:
    content = archive(padding_b=LONG_B)
    begun: list[str] = []
    rest: list[str] = []
    with serve(tmp_path / "home") as served:
        page = browser.new_context(base_url=served.base).new_page()
        page.goto(served.link)
        page.goto("/files/")
        page.route("**/files/*/?offset=*", lambda route: let_one(route, begun))
        drop(page, "export_1.zip", content)
        expect(page.get_by_text("The connection is lost.")).to_be_visible(timeout=30_000)
        page.context.close()
    with serve(tmp_path / "home") as served:
        page = browser.new_context(base_url=served.base).new_page()
        page.goto(served.link)
        page.goto("/files/")
        waits = page.get_by_text("of 9.0").inner_text()
        page.on("request", lambda request: rest.append(request.url.rpartition("=")[2]))
        drop(page, "export_1.zip", content)
        expect(page.get_by_text("2 new activities.")).to_be_visible(timeout=60_000)
        page.context.close()

    assert waits.replace("\xa0", " ").startswith("4.0 MB of 9.0 MB")
    assert begun[0] == "0"
    assert str(4 * 2**20) in rest
    assert "0" not in rest


def let_one(route: Route, begun: list[str]) -> None:
    begun.append(route.request.url.rpartition("=")[2])
    if len(begun) == 1:
        route.continue_()
    else:
        route.abort("connectionreset")


def test_a_folder_is_brought_with_its_files(new_home: Page, tmp_path: Path) -> None:
    (tmp_path / "Watch" / "activities").mkdir(parents=True)
    (tmp_path / "Watch" / "activities" / "1.fit").write_bytes(fit_bytes(2))
    (tmp_path / "Watch" / "broken.fit").write_bytes(b"no watch")
    new_home.goto("/files/")

    new_home.locator("#folder").set_input_files(tmp_path / "Watch")

    expect(new_home.get_by_text("1 new activity.")).to_be_visible(timeout=30_000)
    expect(new_home.get_by_text("Watch/broken.fit")).to_be_visible()


def test_runs_are_brought_without_scripts(browser: Browser, served: Served, tmp_path: Path) -> None:
    (tmp_path / "run.gpx").write_text(gpx("Morning"))
    context = browser.new_context(base_url=served.base, java_script_enabled=False)
    page = context.new_page()
    page.goto(served.link)
    page.goto("/files/")

    page.locator("#files").set_input_files(tmp_path / "run.gpx")
    page.get_by_role("button", name="Bring them").click()

    expect(page.get_by_text("1 new activity.")).to_be_visible(timeout=30_000)
    context.close()


def test_what_came_of_it_is_told_to_everybody(new_home: Page) -> None:
    new_home.goto("/files/")
    drop(new_home, "broken.fit", b"no watch")
    expect(new_home.get_by_text("What came of it")).to_be_visible(timeout=30_000)

    assert Axe().run(new_home).violations_count == 0
