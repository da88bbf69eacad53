"""Strength and ankle in a real Chromium: a session led to its save, left and resumed, by keyboard."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.keys import Keys, saying
from tests.e2e.served import kneewise, serve
from tests.e2e.test_page import CUT, LARGE_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.e2e.served import Served

pytestmark = pytest.mark.long

PATHS = (
    *("/strength/", "/strength/log/", "/strength/log/?exercise=clamshell", "/strength/go/"),
    *("/ankle/", "/ankle/go/"),
)
SIZES = ((390, 844), (1280, 900))
READY_MS = 5_000
BRIDGE_MS = 4_000
"""A repetition of the first exercise: two seconds up, two down."""

WATCHED = """
window.heard = [];
window.awake = [];
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...at) {
    heard.push(this.frequency.value);
    start.apply(this, at);
};
Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => {
    awake.push(kind);
    return { release: async () => awake.push("released") };
} } });
"""
"""Writes down each tone that is begun, and each time the screen is asked to stay on or let go."""

TIMING = """async ([step, calls]) => {
    const timing = await import("/static/web/session/timing.js");
    return calls.map(([name, ...given]) => timing[name](...(step ? [step, ...given] : given)));
}"""


@pytest.fixture(scope="module")
def home(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A sample runner of its own: what is logged here changes no other test."""
    folder = tmp_path_factory.mktemp("sessions") / "home"
    kneewise(folder, "demo", "--no-serve")
    with serve(folder) as served:
        yield served


@pytest.fixture(scope="module")
def cookies(browser: Browser, home: Served) -> Any:
    context = browser.new_context(base_url=home.base)
    context.new_page().goto(home.link)
    kept = context.cookies()
    context.close()
    return kept


@pytest.fixture
def page(browser: Browser, home: Served, cookies: Any) -> Iterator[Page]:
    """A browser of its own for each test, whose clock stands until a test lets it run."""
    context = browser.new_context(base_url=home.base, viewport={"width": 390, "height": 844})
    context.add_cookies(cookies)
    context.add_init_script(WATCHED)
    page = context.new_page()
    now = datetime.now().astimezone()
    page.clock.install(time=now)
    page.clock.pause_at(now + timedelta(seconds=1))
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    yield page
    context.close()
    assert faults == []


def begin(page: Page, path: str = "/strength/go/") -> None:
    page.goto(path)
    page.get_by_role("button", name="Begin", exact=True).click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def big(page: Page) -> Locator:
    return page.locator("[data-big]")


def over(page: Page) -> Locator:
    return page.locator("[data-says-over]")


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[name='{name}']")


def kept(page: Page) -> dict[str, Any]:
    found = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('kneewise.session.'))"
    )
    return {key: json.loads(text) for key, text in found}


def last_bridge(page: Page) -> None:
    """Go to the end of the first exercise: one set of two legs, then the rest is skipped."""
    for _leg in range(2):
        page.clock.run_for(READY_MS + 2 * BRIDGE_MS + 200)
        press(page, "Set done")
    press(page, "Skip this exercise")


# ---- The arithmetic, without a page


def timing(page: Page, step: dict[str, Any] | None, *calls: list[Any]) -> list[Any]:
    page.goto("/strength/")
    found: list[Any] = page.evaluate(TIMING, [step, list(calls)])
    return found


SQUAT = {
    "kind": "set",
    "most": 3,
    "beats": [
        {"name": "down", "seconds": 3},
        {"name": "still", "seconds": 0},
        {"name": "up", "seconds": 2},
    ],
}


def test_three_seconds_go_down_and_two_go_up(page: Page) -> None:
    moments = timing(page, SQUAT, *(["moment", ms] for ms in (0, 2_999, 3_000, 4_999, 5_000, 14_999, 15_000)))

    assert [(one["beat"], one["left"], one["count"]) for one in moments[:5]] == [
        (0, 3, 0),
        (0, 1, 0),
        (2, 2, 0),
        (2, 1, 0),
        (0, 3, 1),
    ]
    assert [one["over"] for one in moments[-2:]] == [False, True]


def test_each_second_is_heard_and_each_beat_begins_with_its_own_tone(page: Page) -> None:
    (sounds, nothing) = timing(page, SQUAT, ["heard", -1, 15_000], ["heard", 100, 999])

    assert sounds == ["down", "tick", "tick", "up", "tick"] * 3 + ["end"]
    assert nothing == []


def test_a_rest_is_quiet_but_for_its_last_three_seconds(page: Page) -> None:
    rest = {"kind": "rest", "seconds": 60}
    sounds, middle, end = timing(page, rest, ["heard", -1, 60_000], ["moment", 30_000], ["moment", 60_000])

    assert sounds == ["tick", "tick", "tick", "end"]
    assert (middle["big"], middle["share"], middle["over"]) == (30, 0.5, False)
    assert (end["big"], end["over"]) == (0, True)


def test_a_session_goes_leg_by_leg_with_a_rest_between_sets(page: Page) -> None:
    work = {"sets": 2, "most": 15, "last": 17, "hold": 0, "rest": 60, "legs": ["left", "right"], "beats": []}
    (steps,) = timing(page, None, ["course", [work]])

    assert [(one["kind"], one.get("leg"), one.get("most")) for one in steps] == [
        ("ready", "left", None),
        ("set", "left", 15),
        ("ready", "right", None),
        ("set", "right", 15),
        ("rest", None, None),
        ("set", "left", 17),
        ("ready", "right", None),
        ("set", "right", 17),
        ("ask", None, None),
        ("review", None, None),
    ]


def test_a_circuit_goes_from_exercise_to_exercise_and_round_again(page: Page) -> None:
    both = {"sets": 2, "most": 15, "last": 15, "hold": 0, "rest": 60, "legs": ["both"], "beats": []}
    (steps,) = timing(page, None, ["course", [both, both | {"sets": 1}], True])

    assert [(one["kind"], one["work"], one.get("set")) for one in steps] == [
        ("ready", 0, 1),
        ("set", 0, 1),
        ("ready", 1, 1),
        ("set", 1, 1),
        ("rest", 0, 2),
        ("set", 0, 2),
        ("ask", 0, None),
        ("ask", 1, None),
        ("review", 2, None),
    ]


def test_what_was_skipped_is_neither_done_nor_asked(page: Page) -> None:
    begin(page)
    press(page, "Skip this exercise")

    expect(page.locator("h1")).to_have_text("Clamshell")
    expect(field(page, "single_leg_bridge-left")).to_have_value("")


def test_a_hold_counts_its_seconds_down(page: Page) -> None:
    hold = {"kind": "set", "seconds": 45, "beats": []}
    moments = timing(page, hold, ["moment", 0], ["moment", 10_500], ["moment", 45_000])

    assert [(one["big"], one["count"], one["over"]) for one in moments] == [
        (45, 0, False),
        (35, 10, False),
        (0, 45, True),
    ]


def test_sixty_ticks_light_one_after_the_other(page: Page) -> None:
    assert timing(page, None, *(["lit", share] for share in (0, 0.0166, 0.017, 0.5, 1))) == [0, 0, 1, 30, 60]


def test_what_was_left_goes_on_with_a_whole_repetition(page: Page) -> None:
    assert timing(page, SQUAT, ["settled", 4_900], ["settled", 12_300]) == [0, 10_000]


# ---- A session


def test_what_hurts_beyond_the_line_ends_the_exercise(page: Page) -> None:
    begin(page)
    page.clock.run_for(READY_MS + 3 * BRIDGE_MS + 300)
    press(page, "It hurts")
    go_on = page.locator("[data-act=unhurt]")

    for step, allowed in (("2", True), ("3", False), ("unknown", False)):
        page.locator(f"label:has([name=single_leg_bridge-pain][value='{step}'])").click()
        expect(go_on).to_be_enabled(enabled=allowed)
    expect(page.locator("h1")).to_have_text("How much does it hurt?")
    page.clock.run_for(60_000)
    press(page, "End this exercise")

    expect(page.locator("h1")).to_have_text("Single-leg bridge: How was it?")
    expect(field(page, "single_leg_bridge-left")).to_have_value("3")


def test_a_pain_within_the_line_lets_the_set_go_on(page: Page) -> None:
    begin(page)
    page.clock.run_for(READY_MS + 3 * BRIDGE_MS + 300)
    press(page, "It hurts")
    page.locator("label:has([name=single_leg_bridge-pain][value='1'])").click()
    page.clock.run_for(60_000)
    page.locator("[data-act=unhurt]").click()
    page.clock.run_for(BRIDGE_MS)

    expect(big(page)).to_have_text("4")


def test_a_pain_before_the_set_begins_can_be_said_and_it_goes_on_where_it_was(page: Page) -> None:
    begin(page)
    page.clock.run_for(1000)
    press(page, "It hurts")
    page.locator("label:has([name=single_leg_bridge-pain][value='1'])").click()
    page.locator("[data-act=unhurt]").click()

    expect(page.locator("[data-of-what]")).to_have_text("Get ready: left leg")
    page.clock.run_for(READY_MS + BRIDGE_MS)
    expect(big(page)).to_have_text("1")


def test_a_pause_holds_the_count_and_a_hidden_page_pauses(page: Page) -> None:
    begin(page)
    page.clock.run_for(READY_MS + 2 * BRIDGE_MS + 300)
    press(page, "Pause")
    page.clock.run_for(60_000)
    expect(big(page)).to_have_text("2")
    expect(page.locator("[data-of-what]")).to_have_text("Paused")
    press(page, "Go on")
    page.clock.run_for(BRIDGE_MS)
    page.evaluate(
        """() => {
            Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    page.clock.run_for(60_000)

    expect(big(page)).to_have_text("3")
    expect(page.locator("[data-of-what]")).to_have_text("Paused")


def test_the_screen_stays_on_from_the_beginning_to_the_end(page: Page) -> None:
    begin(page)
    page.clock.run_for(1_000)
    page.evaluate('document.dispatchEvent(new Event("visibilitychange"))')
    press(page, "End the session")

    expect(page.locator("h1")).to_have_text("Is this right?")
    assert page.evaluate("awake") == ["screen", "screen", "released"]


def test_the_tempo_is_heard_and_can_be_silenced(page: Page) -> None:
    begin(page)
    page.clock.run_for(READY_MS + 50)
    page.evaluate("heard.length = 0")
    page.clock.run_for(BRIDGE_MS - 250)
    tones = [round(tone) for tone in page.evaluate("heard")]
    press(page, "Sound is on")
    page.evaluate("heard.length = 0")
    page.clock.run_for(BRIDGE_MS)

    assert tones == [660, 1320, 330, 1320]
    assert page.evaluate("heard") == []
    expect(page.get_by_role("button", name="Sound is off")).to_have_attribute("aria-pressed", "false")


def test_a_set_ends_by_itself_and_the_next_leg_follows(page: Page) -> None:
    begin(page)
    page.clock.run_for(READY_MS + 15 * BRIDGE_MS + 300)

    expect(over(page)).to_have_text(re.compile("right leg$"))
    expect(field(page, "single_leg_bridge-left")).to_have_value("15")


def test_a_closed_session_is_resumed_where_it_was(page: Page) -> None:
    begin(page)
    last_bridge(page)
    page.locator("label:has([name=single_leg_bridge-reserve][value='3'])").click()
    press(page, "Next")
    page.clock.run_for(READY_MS + 4 * BRIDGE_MS + 2_300)
    stored = kept(page)
    key = field(page, "key").input_value()
    page.reload()
    expect(page.locator("h1")).to_have_text("Go on where you were?")
    expect(page.locator("[data-says-lead]")).to_have_text("You were at “Clamshell”.")
    expect(field(page, "key")).not_to_have_value(key)

    press(page, "Go on")

    expect(field(page, "single_leg_bridge-left")).to_have_value("2")
    expect(field(page, "single_leg_bridge-right")).to_have_value("2")
    expect(page.locator("[name=single_leg_bridge-reserve][value='3']")).to_be_checked()
    expect(over(page)).to_have_text("Exercise 2 of 5 · set 1 of 3 · left leg")
    expect(big(page)).to_have_text("4")
    expect(field(page, "key")).to_have_value(key)
    ((name, state),) = stored.items()
    assert re.fullmatch(r"kneewise\.session\.strength\.\d{4}-\d\d-\d\d", name)
    assert state.keys() == {"key", "works", "circuit", "course", "at", "ms", "done", "out", "told", "left"}


def test_a_closed_session_can_begin_anew(page: Page) -> None:
    begin(page)
    last_bridge(page)
    page.reload()

    press(page, "Begin anew")

    expect(over(page)).to_have_text("Exercise 1 of 5 · set 1 of 3 · left leg")
    expect(field(page, "single_leg_bridge-left")).to_have_value("")


def test_a_session_that_cannot_be_read_is_forgotten(page: Page) -> None:
    page.goto("/strength/")
    page.evaluate("localStorage.setItem('kneewise.session.strength.2020-01-01', '{')")

    page.goto("/strength/go/")

    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    assert kept(page) == {}


def test_the_drill_is_led_by_its_minutes(page: Page) -> None:
    begin(page, "/ankle/go/")
    page.clock.run_for(READY_MS + 75_000 + 200)
    expect(over(page)).to_have_text("Exercise 1 of 3 · right leg")
    page.clock.run_for(READY_MS + 75_000 + 200)

    expect(page.locator("h1")).to_have_text("Calf stretch: How was it?")
    expect(field(page, "calf_stretch-left")).to_have_value("75")
    expect(field(page, "calf_stretch-right")).to_have_value("75")


def go_to(page: Page, mode: str) -> None:
    """Lead a session to one of its moments."""
    page.clock.run_for(READY_MS + 300)
    match mode:
        case "hurt":
            press(page, "It hurts")
        case "rest":
            for _leg in range(2):
                press(page, "Set done")
                page.clock.run_for(READY_MS + 300)
        case "ask" | "review":
            page.clock.run_for(2 * BRIDGE_MS)
            press(page, "Skip this exercise" if mode == "ask" else "End the session")
        case "resume":
            page.reload()
        case _:
            assert mode == "set"


@pytest.mark.parametrize("mode", ["ready", "set", "rest", "hurt", "ask", "review", "resume"])
def test_every_moment_of_a_session_is_whole_and_axe_finds_nothing(page: Page, mode: str) -> None:
    begin(page)
    if mode != "ready":
        go_to(page, mode)

    if mode in {"ready", "set", "rest"}:
        press(page, "Pause")
    page.clock.resume()
    expect(page.locator("[data-session]")).to_have_attribute("data-mode", mode)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert Axe().run(page).response["violations"] == [], (scheme, width)
    for width, large in ((390, False), (320, False), (390, True), (1280, True)):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(LARGE_TEXT if large else "document.documentElement.style.fontSize = ''")
        assert page.evaluate(CUT) == [], (width, large)


# ---- The pages


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_the_pages(page: Page, path: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.goto(path)
            page.clock.resume()
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            assert Axe().run(page).response["violations"] == [], (scheme, width)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("width", "large"), [(390, True), (1280, True), (320, False), (390, False)])
def test_no_word_of_the_pages_is_cut(page: Page, path: str, width: int, *, large: bool) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    if large:
        page.evaluate(LARGE_TEXT)

    assert page.evaluate(CUT) == []


@pytest.mark.parametrize(
    "path", ["/strength/", "/strength/log/?exercise=clamshell", "/strength/go/", "/ankle/"]
)
def test_every_thing_to_touch_is_large_enough(page: Page, path: str) -> None:
    page.goto(path)

    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, label:has([type=radio]), input:not([type=radio])")]
            .filter((one) => one.checkVisibility() && !one.matches(".skip, .vh"))
            .map((one) => [one.textContent.trim() || one.className, one.getBoundingClientRect()])
            .filter(([_, box]) => box.width < 38 || box.height < 43.5)
            .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""
    )

    assert small == []


def test_without_scripts_a_session_is_a_form(browser: Browser, home: Served, cookies: Any) -> None:
    context = browser.new_context(base_url=home.base, java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()

    page.goto("/strength/go/")

    expect(page.locator("[name=clamshell-left]")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_be_visible()
    expect(page.get_by_role("button", name="Begin")).to_have_count(0)
    expect(page.locator(".timer")).to_be_hidden()
    context.close()


# ---- What is stored: these change the home, one after the other


def test_a_session_by_keyboard_alone_is_stored_once(page: Page) -> None:
    page.goto("/strength/go/")
    page.get_by_role("button", name="Begin", exact=True).focus()
    keys = page.keyboard
    keys.press("Enter")
    for _leg in range(2):
        page.clock.run_for(READY_MS + 9 * BRIDGE_MS + 300)
        expect(page.get_by_role("button", name="Set done")).to_be_focused()
        keys.press("Enter")
    page.get_by_role("button", name="Skip this exercise").focus()
    keys.press("Space")
    expect(page.locator("h1")).to_be_focused()
    for _stop in range(3):
        keys.press("Tab")
    keys.press("ArrowRight")
    reserve = page.evaluate("document.activeElement.name")
    keys.press("Tab")
    keys.press("Space")
    pain = page.evaluate("document.activeElement.name")
    page.get_by_role("button", name="Next").focus()
    keys.press("Enter")
    page.get_by_role("button", name="End the session").focus()
    keys.press("Enter")
    page.get_by_role("button", name="Save").focus()
    keys.press("Enter")

    expect(page).to_have_url(re.compile(r"/strength/$"))
    expect(page.locator("#done")).to_be_visible()
    assert (reserve, pain) == ("single_leg_bridge-reserve", "single_leg_bridge-pain")
    expect(page.get_by_text("1 set of 9")).to_have_count(1)
    page.wait_for_load_state()
    assert kept(page) == {}


@pytest.mark.parametrize("mode", ["set", "hurt", "rest", "ask", "review"])
def test_each_stop_of_a_session_is_seen_from_the_keyboard(page: Page, mode: str) -> None:
    keys = Keys(page)
    page.goto("/strength/go/")
    keys.to(saying("Begin"))
    keys.press("Enter")
    go_to(page, mode)

    to_the_end, from_the_top = list(keys.stops(40)), list(keys.stops(40))

    assert len(from_the_top) > len(to_the_end)
    assert len(from_the_top) >= 4
    assert keys.faults == []


def test_going_back_and_saving_again_stores_nothing_more(page: Page) -> None:
    begin(page)
    page.clock.run_for(READY_MS + 4 * BRIDGE_MS + 300)
    press(page, "Set done")
    press(page, "End the session")
    page.get_by_role("button", name="Save").dblclick()
    expect(page).to_have_url(re.compile(r"/strength/$"))
    page.goto("/diary/said/")
    before = page.locator("main li").count()

    page.goto("/strength/")
    page.go_back()
    page.go_back()
    page.goto("/diary/said/")

    expect(page.locator("main li")).to_have_count(before)


def test_a_new_test_of_the_ankle_is_drawn(page: Page) -> None:
    page.goto("/ankle/")
    page.get_by_label("Left, cm").fill("10,5")
    page.get_by_role("button", name="Save the test").click()

    expect(page.get_by_role("img", name=re.compile(r"Left ankle: .* 10\.5 cm on"))).to_be_visible()
