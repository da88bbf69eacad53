"""The page in a real Chromium: it says what it should, and the browser has nothing to complain about."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.addresses import PAGES, TODAY, each

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.e2e.served import Served

MOST_TOUCHES = 9
"""So many may it take to tell of a run."""

PATHS = (
    *PAGES,
    *("/guide/step3/", "/guide/step4/?moving=1", "/plan/?during=7&limp=yes", "/screen/?each=1"),
    "/without-connection/?other=1",
)
SIZES = ((390, 844), (1280, 900), (320, 640), (640, 450))


@pytest.mark.parametrize("path", each(PATHS))
def test_a_page_opens_without_a_complaint(opened: Page, complaints: list[str], path: str) -> None:
    opened.goto(path)

    expect(opened.locator("h1")).to_have_count(1)
    assert complaints == []


@pytest.mark.parametrize("path", each([*PATHS, "/runs/first"]))
def test_nothing_is_wider_than_the_screen(opened: Page, path: str) -> None:
    for width, height in SIZES:
        opened.set_viewport_size({"width": width, "height": height})
        go(opened, path)
        beyond = opened.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert beyond <= 0, (path, width)


CUT = """() => {
    const found = new Set();
    const note = (one, what) => found.add(`${what}: ${one.tagName}.${one.getAttribute("class") ?? ""} ` +
        one.textContent.trim().slice(0, 40));
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let word = words.nextNode(); word; word = words.nextNode()) {
        const own = word.parentElement;
        if (!word.data.trim() || own.closest(".vh, .skip, template") || !own.checkVisibility()) continue;
        if (getComputedStyle(own.closest("thead") ?? own).clipPath !== "none") continue;
        const range = document.createRange();
        range.selectNodeContents(word);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if (box.left < -1 || box.right > innerWidth + 1) note(own, "off the screen");
        if (own.closest("svg")) continue;
        let block = own;
        while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
        const room = block.getBoundingClientRect();
        if (box.left < room.left - 1.5 || box.right > room.right + 1.5) note(own, "over its box");
        for (let around = own; around !== document.body; around = around.parentElement) {
            if (getComputedStyle(around).overflowX === "visible") continue;
            const edge = around.getBoundingClientRect();
            const scrolls = getComputedStyle(around).overflowY === "auto";
            const isOut = box.right > edge.right + 1.5 || (!scrolls && box.bottom > edge.bottom + 1.5);
            if (isOut) note(own, "cut");
        }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.add("sideways");
    return [...found];
}"""
"""Words that are cut, that stand over their box or off the screen, and a page that moves sideways."""

LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"


@pytest.mark.parametrize("path", each([*PATHS, "/runs/first"]))
@pytest.mark.parametrize(("width", "large"), [(390, True), (1280, True), (320, False), (390, False)])
def test_no_word_is_cut(opened: Page, path: str, width: int, *, large: bool) -> None:
    opened.set_viewport_size({"width": width, "height": 900})
    go(opened, path)
    opened.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    if large:
        opened.evaluate(LARGE_TEXT)

    assert opened.evaluate(CUT) == []


def test_a_long_name_without_spaces_stays_on_the_page(opened: Page) -> None:
    for width, height in SIZES:
        opened.set_viewport_size({"width": width, "height": height})
        go(opened, "/runs/first")
        opened.locator("h1").evaluate("one => one.textContent = 'x'.repeat(300)")
        assert opened.evaluate(CUT) == []


def test_the_first_score_is_on_the_first_screen(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("/runs/")
    opened.locator("tbody a").last.click()
    opened.get_by_role("link", name="Log the pain of this run").click()
    # Of an old run a line above says that it is too late.
    opened.locator(".stack--s > .about").evaluate("one => one.remove()")

    scale = opened.locator(".scale").filter(has_text="Worst while running")
    box, bar = scale.bounding_box(), opened.locator(".act").bounding_box()

    assert box is not None
    assert bar is not None
    assert box["y"] + box["height"] <= bar["y"]


@pytest.mark.parametrize("width", [320, 360, 390])
@pytest.mark.parametrize("view", ["Front", "Outer", "Inner", "Back"])
def test_every_place_is_large_enough(opened: Page, width: int, view: str) -> None:
    opened.set_viewport_size({"width": width, "height": 844})
    opened.goto("/diary/")
    opened.locator(".knees label", has_text=view).click()

    boxes = opened.evaluate(
        """() => [...document.querySelectorAll(".place")].filter((one) => one.checkVisibility())
            .map((one) => one.getBoundingClientRect())
            .map((box) => [box.left, box.right, Math.min(box.width, box.height)])"""
    )

    assert len(boxes) >= 6
    assert min(size for _left, _right, size in boxes) >= 44
    assert all(left >= 0 and right <= width for left, right, _size in boxes)


def test_the_places_that_are_picked_are_named_and_taken_away(opened: Page, complaints: list[str]) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("/diary/")

    opened.locator(".knee--right .at-below_kneecap").click()
    opened.locator(".knees label", has_text="Outer").click()
    opened.locator(".knee--left .at-outer_joint").click()
    expect(opened.locator(".picked li")).to_have_text(
        ["Right knee: below the kneecap", "Left knee: outer side, at the joint"], use_inner_text=True
    )
    opened.get_by_role("button", name="Take away: Right knee: below the kneecap").click()

    expect(opened.locator(".picked li")).to_have_count(1)
    expect(opened.locator(".picked button")).to_be_focused()
    assert complaints == []


def test_what_belongs_to_a_run_is_asked_of_runs_only(opened: Page) -> None:
    log_newest(opened)
    run_scale, morning = opened.get_by_text("Worst while running"), opened.get_by_text("In the morning")
    expect(run_scale).to_be_visible()
    expect(morning).to_be_hidden()
    expect(opened.locator("[name=on]")).to_be_hidden()

    mark(opened, "No run")

    expect(run_scale).to_be_hidden()
    expect(morning).to_be_visible()
    expect(opened.locator("[name=on]")).to_be_visible()
    expect(opened.locator(".over:visible")).to_have_text("A day without a run")


def test_a_run_is_drawn_and_its_cursor_moves(opened: Page, complaints: list[str]) -> None:
    go(opened, "/runs/first")
    slide = opened.locator(".slide")

    before = opened.locator("[data-time]").inner_text()
    slide.focus()
    for _press in range(10):
        slide.press("ArrowRight")

    expect(opened.locator("[data-time]")).not_to_have_text(before, use_inner_text=True)
    assert opened.locator(".plot[role=img]").count() >= 2
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", each([*PATHS, "/runs/first"]))
def test_axe_finds_nothing(opened: Page, path: str, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # Looser than Playwright.
    for width, height in SIZES[:2]:
        opened.set_viewport_size({"width": width, "height": height})
        go(opened, path)
        opened.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = Axe().run(opened).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []
    opened.emulate_media(color_scheme="light")


def test_the_pain_of_a_run_is_logged_in_few_touches(opened: Page, complaints: list[str]) -> None:
    """Twenty seconds are nine touches of two seconds each, with a breath before them."""
    touches: list[str] = []

    def touched(what: str) -> None:
        touches.append(what)

    opened.expose_function("touched", touched)
    opened.add_init_script("addEventListener('pointerdown', (event) => touched(event.target.tagName), true)")
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("/")

    opened.get_by_role("link", name="Log", exact=True).click()
    mark(opened, "Run, no file")
    opened.locator(".knee--right .at-below_kneecap").click()
    touch(opened, "during", "2")
    touch(opened, "before", "1")
    mark(opened, "No limp, no painkiller")
    opened.get_by_role("button", name="Save").click()

    expect(opened).to_have_url(TODAY)
    assert 1 < len(touches) <= MOST_TOUCHES, touches
    assert complaints == []


def test_back_and_save_again_stores_nothing_twice(opened: Page, complaints: list[str]) -> None:
    opened.goto("/diary/said/")
    before = opened.locator("main li").count()
    opened.goto("/diary/")
    mark(opened, "Run, no file")
    touch(opened, "during", "1")
    touch(opened, "before", "0")

    opened.get_by_role("button", name="Save").dblclick()
    expect(opened).to_have_url(TODAY)
    opened.go_back()
    mark(opened, "Run, no file")
    touch(opened, "during", "1")
    touch(opened, "before", "0")
    opened.get_by_role("button", name="Save").click()
    expect(opened).to_have_url(TODAY)

    opened.goto("/diary/said/")
    expect(opened.locator("main li")).to_have_count(before + 1)
    assert complaints == []


def test_the_knee_so_far_is_drawn_in_words_too(opened: Page) -> None:
    opened.goto("/")

    chart = opened.get_by_role("img", name=re.compile(r"Morning pain: \d+ of 10"))

    expect(chart).to_be_visible()
    assert chart.locator(".mark").count() >= 3


def test_the_weekly_list_is_answered_by_keyboard(opened: Page, complaints: list[str]) -> None:
    opened.goto("/screen/")

    opened.get_by_label("None of these is new").focus()
    opened.keyboard.press("Space")
    opened.keyboard.press("Enter")

    expect(opened).to_have_url(TODAY)
    expect(opened.get_by_text("Run 31 min.").or_(opened.locator("#say"))).to_be_visible()
    assert complaints == []


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(opened: Page) -> None:
    opened.goto("/")

    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")

    expect(opened).to_have_url(re.compile(r"/#main$"))
    expect(opened.locator("main")).to_have_count(1)
    expect(opened.locator("[aria-current=page]").first).to_have_text("Today", use_inner_text=True)


def test_a_page_behind_the_door_looks_cared_for_and_clean(browser: Browser, sample: Served) -> None:
    context = browser.new_context(base_url=sample.base, viewport={"width": 390, "height": 844})
    page = context.new_page()

    answer = page.goto("/")

    assert answer is not None
    assert answer.status == 401
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert Axe().run(page).response["violations"] == []
    context.close()


@pytest.mark.parametrize("path", each(PATHS))
def test_every_thing_to_touch_is_large_enough(opened: Page, path: str) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto(path)

    small = opened.evaluate(
        """() => [...document.querySelectorAll("a, button, label, summary")]
            .filter((one) => one.checkVisibility() && !one.matches(".skip, .vh"))
            .filter((one) => !/^(text|number|date|password|file)$/.test(one.control?.type))
            .map((one) => [one.textContent.trim() || one.className, one.getBoundingClientRect()])
            .filter(([_, box]) => box.width < 43.5 || box.height < 43.5)
            .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""
    )

    assert small == []


HEAD_AT = """(one, seconds) => {
    one.pauseAnimations();
    one.setCurrentTime(seconds);
    return one.querySelector(".kf-moving [id$=head]").getBBox().y;
}"""


def test_a_picture_moves_and_stays_still_for_who_asked_for_less_motion(opened: Page) -> None:
    opened.goto("/guide/step4/?moving=1")
    squat = opened.locator("svg[aria-labelledby=squat-down-t]")
    moving, still = squat.locator(".kf-moving"), squat.locator(".kf-still")

    opened.emulate_media(reduced_motion="no-preference")
    expect(moving).to_be_visible()
    expect(still).to_be_hidden()
    up, down = (squat.evaluate(HEAD_AT, seconds) for seconds in (0.01, 3.2))
    opened.emulate_media(reduced_motion="reduce")
    expect(moving).to_be_hidden()
    expect(still).to_be_visible()
    opened.emulate_media(reduced_motion="no-preference")

    assert down > up + 40


@pytest.mark.parametrize("path", ["/", "/diary/", "/strength/"])
def test_a_page_that_was_open_overnight_is_asked_for_anew(opened: Page, path: str) -> None:
    page = opened.context.new_page()
    page.clock.install()
    page.goto(path)
    come_back_tomorrow(page)

    page.wait_for_function("!window.isOld")

    page.close()


@pytest.mark.parametrize("path", ["/diary/", "/guide/"])
def test_what_was_typed_or_is_of_any_day_stays_overnight(opened: Page, path: str) -> None:
    page = opened.context.new_page()
    page.clock.install()
    page.goto(path)
    if path == "/diary/":
        touch(page, "this_morning", "1")
    come_back_tomorrow(page)

    page.wait_for_timeout(1_000)

    assert page.evaluate("window.isOld")
    page.close()


def come_back_tomorrow(page: Page) -> None:
    page.evaluate("window.isOld = true")
    page.clock.set_system_time(datetime.now().astimezone() + timedelta(days=1))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_picture_is_painted_for_the_theme(opened: Page) -> None:
    shirts = []
    for scheme in ("light", "dark"):
        opened.emulate_media(color_scheme=scheme)
        opened.goto("/guide/step4/")
        shirt = opened.locator("#squat-down-shirt")
        shirts.append(shirt.evaluate("one => getComputedStyle(one).fill"))
    opened.emulate_media(color_scheme="light")

    assert shirts == ["rgb(61, 97, 210)", "rgb(122, 148, 238)"]


def test_without_scripts_the_pages_are_whole(browser: Browser, opened: Page, sample: Served) -> None:
    context = browser.new_context(base_url=sample.base, java_script_enabled=False)
    context.add_cookies(opened.context.cookies())  # type: ignore[arg-type]  # Looser than Playwright.
    page = context.new_page()

    page.goto("/diary/")
    page.locator(".knees label", has_text="Outer").click()
    page.locator(".knee--left .at-outer_joint").click()

    expect(page.locator(".knee--left .at-outer_joint input")).to_be_checked()
    context.close()


def test_a_stop_stands_in_todays_place_after_one_sign(opened: Page, complaints: list[str]) -> None:
    opened.goto("/diary/")

    mark(opened, "Swelling")
    touch(opened, "this_morning", "2")
    opened.get_by_role("button", name="Save").click()

    expect(opened.get_by_role("heading", level=1)).to_contain_text("Do not run.")
    expect(opened.locator(".alarm")).to_be_visible()
    assert complaints == []


@pytest.mark.parametrize("second", ["Get help now.", "Be seen today.", "Be seen within days."])
def test_the_headline_of_a_stop_is_never_cut(opened: Page, second: str) -> None:
    for width, large in ((320, False), (390, False), (390, True), (1280, True)):
        opened.set_viewport_size({"width": width, "height": 844})
        opened.goto("/")
        opened.locator(".alarm h1 span").last.evaluate("(one, said) => one.textContent = said", second)
        if large:
            opened.evaluate(LARGE_TEXT)
        assert opened.evaluate(CUT) == [], width
    opened.set_viewport_size({"width": 390, "height": 844})


def test_a_clearance_on_the_page_takes_the_stop_away(opened: Page, complaints: list[str]) -> None:
    opened.goto("/")
    opened.get_by_role("link", name="I have been seen").click()

    mark(opened, "Physiotherapist")
    opened.locator("label", has_text="Yes, I may run").click()
    opened.get_by_role("button", name="Save").click()

    expect(opened).to_have_url(TODAY)
    expect(opened.locator("#say")).to_be_visible()
    expect(opened.locator(".alarm")).to_be_hidden()
    assert complaints == []


def go(page: Page, path: str) -> None:
    """Open an address; ``/runs/first`` is the newest run."""
    page.goto("/runs/" if path == "/runs/first" else path)
    if path == "/runs/first":
        page.locator("tbody a").first.click()
        page.wait_for_url(re.compile(r"/runs/.+/"))


def log_newest(page: Page) -> None:
    """Open the diary's form for the newest run."""
    go(page, "/runs/first")
    page.get_by_role("link", name=re.compile("Add a score|Log the pain of this run")).click()
    page.wait_for_url(re.compile(r"/diary/"))


def touch(page: Page, name: str, value: str) -> None:
    """Touch one step of a scale."""
    page.locator(f"label:has(input[name={name}][value='{value}'])").click()


def mark(page: Page, said: str) -> None:
    """Touch a chip."""
    page.locator("label.chip", has_text=said).click()
