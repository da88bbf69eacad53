"""The questions one at a time: the count, the way on and back, and all of them without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.addresses import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.e2e.served import Served

CHEST = "Do you have chest pain, are you newly short of breath, or do you cough up blood?"
SHAPE = "Has the knee changed its shape, is the kneecap out of place, or is there an open wound?"


@pytest.fixture
def asked(new_home: Page) -> Page:
    """The questions of somebody's first day, on a phone."""
    new_home.goto("/screen/")
    return new_home


def question(page: Page) -> Locator:
    return page.locator(".asked legend:visible").first


def choose(page: Page, said: str) -> None:
    page.locator(".asked:visible label", has_text=said).first.click()


def test_one_question_is_shown_and_a_touched_answer_goes_on(asked: Page) -> None:
    expect(asked.locator(".asked:visible")).to_have_count(1)
    expect(question(asked)).to_have_text(CHEST)
    expect(asked.get_by_text(re.compile(r"Question 1 of \d+"))).to_be_visible()

    choose(asked, "No")

    expect(question(asked)).to_have_text(SHAPE)
    expect(asked.get_by_text(re.compile(r"Question 2 of \d+"))).to_be_visible()


def test_both_ways_back_lead_to_the_answer_that_was_given(asked: Page) -> None:
    choose(asked, "I don’t know")
    expect(question(asked)).to_have_text(SHAPE)

    asked.get_by_role("button", name="Previous").click()

    expect(question(asked)).to_have_text(CHEST)
    expect(asked.get_by_label("I don’t know").locator("visible=true")).to_be_checked()
    asked.get_by_role("button", name="Go on").click()
    expect(question(asked)).to_have_text(SHAPE)
    asked.go_back()
    expect(question(asked)).to_have_text(CHEST)


def test_the_enter_key_goes_on_and_saves_nothing_yet(asked: Page) -> None:
    asked.locator("input:visible").first.focus()
    asked.keyboard.press("ArrowRight")
    expect(question(asked)).to_have_text(CHEST)
    asked.keyboard.press("Enter")

    expect(question(asked)).to_have_text(SHAPE)
    expect(asked).to_have_url(re.compile(r"/screen/#"))


def test_what_was_finished_later_goes_on_at_the_first_open_question(asked: Page) -> None:
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)
    asked.get_by_role("button", name="Finish later").click()
    expect(asked).to_have_url(TODAY)

    asked.goto("/screen/")

    expect(question(asked)).to_have_text(SHAPE)


def test_what_is_needed_first_may_be_saved_before_the_rest(asked: Page) -> None:
    save = asked.get_by_role("button", name="Save", exact=True)
    needed = asked.locator(".sec > .asked[data-required]").count()
    assert needed > 1
    expect(save).to_be_hidden()

    while not save.is_visible():
        before = question(asked).inner_text()
        asked.get_by_role("button", name="Go on").click()
        expect(question(asked)).not_to_have_text(before)

    expect(asked.get_by_text("You can save at any time from here on.")).to_be_visible()
    assert asked.locator(".sec > .asked:visible ~ .asked[data-required]").count() == 0


def test_the_count_says_how_many_running_waits_for(asked: Page) -> None:
    asks = asked.locator(".sec > .asked")
    required = asks.evaluate_all("(all) => all.map((one) => 'required' in one.dataset)")
    needed, every = len(required) - required[::-1].index(True), len(required)
    assert 1 < needed < every

    expect(asked.get_by_text(f"Question 1 of {needed}, then you can save")).to_be_visible()
    expect(asked.locator("progress")).to_have_attribute("max", str(needed))

    asked.evaluate("location.hash = '#places'")

    expect(asked.get_by_text(f"Question {needed + 1} of {every}, as you like")).to_be_visible()
    expect(asked.locator("progress")).to_have_attribute("max", str(every))


def test_the_knee_that_hurts_is_the_one_drawn_and_a_side_of_it_is_no_answer(asked: Page) -> None:
    asked.evaluate("location.hash = '#knee'")
    choose(asked, "left")
    expect(question(asked)).to_have_text("Where does it hurt? On both knees: the worse one.")
    expect(asked.locator(".knee--left:visible")).to_have_count(1)

    choose(asked, "Inner")

    expect(question(asked)).to_have_text("Where does it hurt? On both knees: the worse one.")
    asked.get_by_role("checkbox", name="inner side, at the joint").check()
    expect(asked.locator(".picked:visible li")).to_have_text(["inner side, at the joint"])


def test_what_is_settled_already_is_passed_over_on_the_way_on_and_back(asked: Page) -> None:
    asked.evaluate("location.hash = '#sex'")
    asked.locator("label:has(input[value=male])").click()
    expect(question(asked)).not_to_have_text("What is your sex?")
    assert not asked.url.endswith(("#pregnant_or_recent_birth", "#missed_three_periods"))

    asked.get_by_role("button", name="Previous").click()
    expect(asked).to_have_url(re.compile("#sex$"))


def test_a_wrong_number_is_answered_beside_its_field_in_words_of_the_page(asked: Page) -> None:
    asked.evaluate("location.hash = '#age_years'")
    field = asked.locator("input[name=age_years][type=number]")
    field.fill("999")

    asked.get_by_role("button", name="Go on").click()

    expect(field).to_be_focused()
    expect(asked.get_by_role("alert")).to_contain_text(re.compile(r"Give a number from \d+ to \d+"))
    expect(field).to_have_attribute("aria-invalid", "true")


def test_all_of_them_stand_below_one_another_where_that_is_wanted(asked: Page) -> None:
    asked.get_by_role("button", name="Show all questions").click()

    expect(asked.get_by_text(SHAPE)).to_be_visible()
    expect(asked.get_by_role("button", name="Save the answers")).to_be_visible()
    expect(asked.get_by_role("button", name="Go on")).to_be_hidden()


def test_without_a_script_all_of_them_are_there(served: Served, browser: Browser) -> None:
    context = browser.new_context(base_url=served.base, java_script_enabled=False)
    page = context.new_page()
    page.goto(served.link)
    page.goto("/screen/")

    expect(page.get_by_text(CHEST)).to_be_visible()
    expect(page.get_by_text(SHAPE)).to_be_visible()
    expect(page.get_by_role("button", name="Save the answers")).to_be_visible()
    expect(page.get_by_role("button", name="Go on")).to_be_hidden()
    context.close()


def test_a_yes_that_is_an_emergency_is_answered_before_anything_else_is_asked(asked: Page) -> None:
    choose(asked, "Yes")

    expect(asked.get_by_role("heading", name="Get help now.")).to_be_visible()
    expect(asked.get_by_role("heading", name="Where to go, now")).to_be_visible()


def test_who_leaves_in_the_middle_goes_on_where_it_was(asked: Page) -> None:
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)

    with asked.expect_request(lambda sent: sent.method == "POST"):
        asked.get_by_role("link", name="Today").first.click()

    # The program may still be keeping it.
    for _try in range(20):
        asked.goto("/screen/")
        if question(asked).inner_text() == SHAPE:
            break
        asked.wait_for_timeout(250)
    expect(question(asked)).to_have_text(SHAPE)


def unreachable(page: Page) -> None:
    """Let nothing arrive that is sent: what stands in the page is in this tab alone."""
    page.evaluate("navigator.sendBeacon = () => true")
    page.route(
        "**/screen/",
        lambda route: route.abort() if route.request.method == "POST" else route.fallback(),
    )


def checked(page: Page) -> list[str]:
    """What is answered in the form."""
    script = "(all) => all.map((one) => `${one.name}=${one.value}`)"
    said: list[str] = page.locator("#screen input:checked:not([data-view])").evaluate_all(script)
    return said


def held(page: Page) -> str | None:
    """What this tab holds."""
    found: str | None = page.evaluate("sessionStorage.getItem('kneewise.answers')")
    return found


def hold(page: Page, change: str) -> None:
    """Change what this tab holds."""
    page.evaluate(
        f"""() => {{
            const held = JSON.parse(sessionStorage.getItem("kneewise.answers"));
            {change};
            sessionStorage.setItem("kneewise.answers", JSON.stringify(held));
        }}"""
    )


def test_what_was_answered_stands_there_after_a_reload(asked: Page) -> None:
    unreachable(asked)
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)
    choose(asked, "I don’t know")
    expect(question(asked)).not_to_have_text(SHAPE)
    third = question(asked).inner_text()
    before = checked(asked)

    asked.reload()

    expect(question(asked)).to_have_text(third)
    assert (checked(asked), len(before)) == (before, 2)


def test_what_stands_there_after_a_reload_is_of_the_same_form_until_it_is_sent(asked: Page) -> None:
    """Under the key of a form an answer is told once, also where it was sent as the page was left."""
    key = asked.locator("#screen [name=key]")
    choose(asked, "I don’t know")
    expect(question(asked)).to_have_text(SHAPE)
    before = key.input_value()

    asked.reload()
    after = key.input_value()
    asked.get_by_role("button", name="Finish later").click()
    expect(asked).to_have_url(TODAY)
    asked.goto("/screen/")

    assert after == before
    assert key.input_value() != before


def test_after_a_reload_it_is_kept_where_the_page_is_left_and_held_no_more_once_it_is_sent(
    asked: Page,
) -> None:
    unreachable(asked)
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)
    asked.reload()
    expect(question(asked)).to_have_text(SHAPE)
    asked.unroute("**/screen/")

    with asked.expect_request(lambda sent: sent.method == "POST"):
        asked.evaluate(
            "document.querySelector('a[href]').addEventListener('click', (go) => go.preventDefault())"
        )
        asked.locator("a[href]").first.dispatch_event("click")
    assert held(asked) is not None
    asked.get_by_role("button", name="Finish later").click()

    expect(asked).to_have_url(TODAY)
    assert held(asked) is None


def test_an_emergency_that_stands_there_again_is_answered_at_once(asked: Page) -> None:
    unreachable(asked)
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)
    hold(asked, """held.answers[0][2] = held.answers[0][1].replace('["yes",false]', '["yes",true]')""")
    asked.unroute("**/screen/")

    asked.reload()

    expect(asked.get_by_role("heading", name="Get help now.")).to_be_visible()


def test_what_was_said_elsewhere_since_then_stands(asked: Page) -> None:
    unreachable(asked)
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)
    other = asked.context.new_page()
    other.goto("/screen/")
    choose(other, "I don’t know")
    expect(question(other)).to_have_text(SHAPE)
    other.get_by_role("button", name="Finish later").click()
    expect(other).to_have_url(TODAY)

    asked.reload()

    expect(question(asked)).to_have_text(SHAPE)
    assert [said.partition("=")[2] for said in checked(asked)] == ["unknown"]
    other.close()


def test_a_place_that_was_taken_away_stays_away_and_the_knee_is_drawn_that_hurts(asked: Page) -> None:
    unreachable(asked)
    asked.evaluate("location.hash = '#knee'")
    choose(asked, "left")
    choose(asked, "Inner")
    for place in ("inner side, at the joint", "inner side, below the joint"):
        asked.get_by_role("checkbox", name=place).check()
    asked.get_by_role("button", name=re.compile("inner side, at the joint")).click()

    asked.reload()
    asked.evaluate("location.hash = '#places'")

    expect(asked.locator(".picked:visible li")).to_have_text(["inner side, below the joint"])
    expect(asked.locator(".knee--left:visible")).to_have_count(1)


def test_what_this_tab_holds_of_another_day_is_no_answer(asked: Page) -> None:
    unreachable(asked)
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)
    hold(asked, "held.day = '2001-01-01'")

    asked.reload()

    expect(question(asked)).to_have_text(CHEST)
    assert (checked(asked), held(asked)) == ([], None)


def test_another_way_to_the_page_than_a_reload_fills_nothing_in(asked: Page) -> None:
    unreachable(asked)
    choose(asked, "No")
    expect(question(asked)).to_have_text(SHAPE)

    asked.goto("/guide/")
    asked.goto("/screen/")

    expect(question(asked)).to_have_text(CHEST)
    assert (checked(asked), held(asked)) == ([], None)
