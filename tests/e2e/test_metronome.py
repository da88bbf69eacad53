"""The metronome in a real Chromium: it starts, changes its tempo, follows the session, and goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.e2e.served import Served

pytestmark = pytest.mark.long

BEAT = "/static/web/beat.js"
BUSY_MS = 5000
MEANWHILE = 12
"""So many steps at least are heard in that time, and no more than a few in the second after it."""
AFTER_MS = 1000
HIDING = """() => {
    const frame = window.requestAnimationFrame, later = window.setTimeout, held = [];
    let hidden = false;
    const hold = (call) => () => (hidden ? held.push(call) : call());
    window.requestAnimationFrame = (call) => frame(hold(call));
    window.setTimeout = (call, ms) => later(hold(call), ms);
    window.hide = () => { hidden = true; };
    window.show = () => { hidden = false; for (const call of held.splice(0)) call(); };
}"""
"""A browser without a window is never hidden: frames and timers are held back as then, and longer."""


@pytest.fixture
def dial(opened: Page) -> Iterator[Page]:
    """The page of cadence, with nothing playing."""
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto("/cadence/")
    expect(opened.locator("[data-go]")).to_be_visible()
    yield opened
    opened.goto("/guide/")


def play(page: Page, *, follow: bool = False) -> None:
    if not follow:
        switch(page, "follow")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("[data-metronome]")).to_have_attribute("data-on", "")


def switch(page: Page, name: str) -> None:
    if page.locator(f"input[name={name}]").count():
        page.locator(f"input[name={name}]").click()


def step(page: Page) -> int:
    return int(page.locator("[data-metronome]").get_attribute("data-step") or 0)


def missed(page: Page) -> int:
    return int(page.locator("[data-metronome]").get_attribute("data-missed") or 0)


def wait_for_step(page: Page, number: int) -> None:
    told = "Number(document.querySelector('[data-metronome]').dataset.step)"
    page.wait_for_function(f"{told} >= {number}", timeout=AFTER_MS)


def in_beat(page: Page, told: str) -> Any:
    """Say what the arithmetic makes of something."""
    return page.evaluate(f"import({BEAT!r}).then((beat) => ({told}))")


def test_start_beats_and_stop_ends_it(dial: Page, complaints: list[str]) -> None:
    play(dial)

    expect(dial.locator("[data-metronome]")).to_have_attribute("data-step", re.compile("[4-9]"))
    dial.get_by_role("button", name="Stop").click()

    expect(dial.get_by_role("button", name="Start")).to_be_visible()
    assert complaints == []


OVER_ONE_ANOTHER = """() => {
  const boxes = [...document.querySelectorAll(".metro__spm, .metro__read .note, .dial text")]
    .map((one) => one.getBoundingClientRect()).filter((box) => box.width);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => meet(a, b)).map(() => at));
}"""


def test_its_words_stay_apart_in_large_letters(dial: Page) -> None:
    dial.evaluate("document.documentElement.style.fontSize = '200%'")

    assert dial.evaluate(OVER_ONE_ANOTHER) == []


def test_the_tempo_is_changed_while_it_plays(dial: Page, complaints: list[str]) -> None:
    before = int(dial.locator("[data-spm]").inner_text())
    turned = dial.locator(".dial__hand").get_attribute("transform") or ""
    play(dial)

    dial.get_by_role("button", name="One step more").click()
    dial.get_by_role("button", name="One step more").click()
    dial.get_by_role("button", name="One step less").click()

    expect(dial.locator("[data-spm]")).to_have_text(str(before + 1))
    expect(dial.locator("input[name=spm]")).to_have_value(str(before + 1))
    expect(dial.locator(".dial__hand")).not_to_have_attribute("transform", turned)
    expect(dial.locator("[data-metronome]")).to_have_attribute("data-step", re.compile("[4-9]"))
    assert complaints == []


def test_it_plays_on_while_the_page_is_busy_for_seconds(dial: Page) -> None:
    play(dial)
    expect(dial.locator("[data-metronome]")).to_have_attribute("data-step", re.compile("[2-9]"))
    before = step(dial)

    dial.evaluate(f"const until = Date.now() + {BUSY_MS}; while (Date.now() < until);")

    wait_for_step(dial, before + MEANWHILE)
    assert missed(dial) == 0


def test_it_plays_on_while_the_page_is_hidden(dial: Page) -> None:
    dial.evaluate(HIDING)
    play(dial)
    expect(dial.locator("[data-metronome]")).to_have_attribute("data-step", re.compile("[2-9]"))
    before = step(dial)

    dial.evaluate("hide()")
    dial.wait_for_timeout(BUSY_MS)
    assert step(dial) <= before + 2
    dial.evaluate("show()")

    wait_for_step(dial, before + MEANWHILE)
    assert missed(dial) == 0


def test_following_the_session_says_what_is_now(dial: Page) -> None:
    play(dial, follow=True)

    expect(dial.locator("[data-told]")).to_have_text("Warm up")


def test_for_a_locked_screen_the_beat_comes_from_a_track_with_keys_of_the_system(
    dial: Page, complaints: list[str]
) -> None:
    switch(dial, "locked")
    play(dial)

    assert dial.evaluate("navigator.mediaSession.metadata.title").endswith("steps a minute")
    dial.get_by_role("button", name="One step more").click()
    expect(dial.locator("[data-metronome]")).to_have_attribute("data-on", "")
    dial.get_by_role("button", name="Stop").click()
    assert complaints == []


def test_without_scripts_the_sound_file_is_handed_out(browser: Browser, dial: Page, sample: Served) -> None:
    context = browser.new_context(base_url=sample.base, java_script_enabled=False)
    context.add_cookies(dial.context.cookies())  # type: ignore[arg-type]  # Looser than Playwright.
    page = context.new_page()
    page.goto("/cadence/")
    page.locator("input[name=spm]").fill("172")

    with page.expect_download() as handed:
        page.locator(".metro__file button").click()

    assert handed.value.suggested_filename == "kneewise-172.wav"
    expect(page.locator("[data-go]")).to_be_hidden()
    context.close()


def test_every_step_is_placed_from_the_start(dial: Page) -> None:
    heard = in_beat(dial, "beat.hits(beat.endless(), 176, 0, 600)")

    assert len(heard) == 1760
    assert max(abs(hit["at"] - number * 60 / 176) for number, hit in enumerate(heard)) < 1e-9


def test_topping_up_piece_by_piece_leaves_no_step_out_and_doubles_none(dial: Page) -> None:
    numbers = in_beat(
        dial,
        "Array.from({length: 600}, (_, s) => beat.hits(beat.endless(), 176, s * 0.7, (s + 1) * 0.7))"
        ".flat().map((hit) => hit.number)",
    )

    assert numbers == list(range(len(numbers)))


def test_a_new_tempo_takes_over_at_the_next_step(dial: Page) -> None:
    heard = in_beat(dial, "beat.hits(beat.retune(beat.endless(), 120, 180, 10.1), 180, 10.1, 12)")

    assert [round(hit["at"], 3) for hit in heard[:4]] == [10.5, 10.833, 11.167, 11.5]
    assert heard[0]["number"] == 21


def test_a_session_beats_in_its_parts_alone_and_signals_each_change(dial: Page) -> None:
    heard = in_beat(
        dial, "beat.hits(beat.session('warm 0 60;run 60 70;beat 70 80;walk 80 90'), 120, 0, 100, 4)"
    )
    kinds = [hit["kind"] for hit in heard]

    assert [hit["at"] for hit in heard if "number" in hit] == [70 + half / 2 for half in range(20)]
    assert [kind for kind in kinds if kind not in {"beat", "stress"}] == ["to_run", "to_walk", "end"]
    assert kinds.count("stress") == 5
