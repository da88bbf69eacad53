"""The first questions as a form: the drawn knee, and mistakes in the words of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kneewise.app import review, screen
from kneewise.app.screen_answers import SETTLED
from tests.web.told import AT

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef


def of_question(text: str, key: str) -> str:
    """Cut one question out of the form, with what is below its name."""
    blocks = re.split(r'(?=<div class="asked")', text)
    return next(block for block in blocks if f'name="{key}"' in block)


@pytest.mark.parametrize("key", ["places", "places_other_knee"])
def test_where_it_hurts_is_touched_on_the_drawn_knee(page: Client, key: str) -> None:
    asked = of_question(page.get("/screen/").content.decode(), key)

    drawn = re.findall(
        rf'<label class="place at-(\w+)"><input type="checkbox" name="{key}" value="(\w+)"', asked
    )
    chips = re.findall(rf'<label class="chip"><input type="checkbox" name="{key}" value="(\w+)"', asked)
    assert len(drawn) == 16
    assert all(where == value for where, value in drawn)
    assert chips == ["whole_knee", "thigh", "calf"]
    assert "knee--right" in asked


def test_the_knee_is_drawn_once_for_the_whole_form(page: Client) -> None:
    assert page.get("/screen/").content.decode().count('id="knee-front"') == 1


def test_places_that_were_touched_are_kept_and_drawn_on_the_knee_that_hurts(
    page: Client, runner: RunnerRef
) -> None:
    told = {"later": "yes", "knee": "left", "places": ["shin_bump", "calf"], "view-places": "back"}

    page.post("/screen/", told)

    asked = of_question(page.get("/screen/").content.decode(), "places")
    assert review.look(runner, AT.date()).answers["places"] == ("shin_bump", "calf")
    assert "knee--left" in asked
    assert 'value="shin_bump" aria-label="the bump at the top of the shin" checked' in asked
    assert "<li>the bump at the top of the shin</li>" in asked


@pytest.mark.parametrize(("address", "form"), [("/screen/", "screen"), ("/diary/", "entry")])
def test_the_browser_answers_no_mistake_in_its_own_words(page: Client, address: str, form: str) -> None:
    text = page.get(address).content.decode()

    opened = re.search(rf'<form[^>]*id="{form}"[^>]*>', text)
    assert opened is not None
    assert " novalidate" in opened[0]


def test_the_words_for_a_wrong_answer_come_with_each_question_that_is_typed(page: Client) -> None:
    text = page.get("/screen/").content.decode()

    assert 'data-wrong="Give a day up to today, or say that you don’t know."' in text
    assert text.count("data-wrong=") == len(re.findall(r'<input type="(?:number|date)"', text))


def test_a_score_is_asked_on_the_scale_of_every_page(page: Client) -> None:
    asked = of_question(page.get("/screen/").content.decode(), "pain_this_morning")

    assert '<span class="scale__cell">0<small>none</small></span>' in asked
    assert 'value="unknown"><span class="scale__cell">?<small>not sure</small></span>' in asked


@pytest.mark.parametrize(
    ("key", "by", "on"),
    [
        ("places_other_knee", "knee", "left right"),
        ("shoe_changed_on", "new_shoes_before_onset", "no"),
        ("first_pain_min", "hurts_during", "no"),
        ("pregnant_or_recent_birth", "sex", "male"),
        ("missed_three_periods", "sex", "male"),
    ],
)
def test_what_an_earlier_answer_settles_says_by_which_it_is(page: Client, key: str, by: str, on: str) -> None:
    asked = of_question(page.get("/screen/").content.decode(), key)

    assert asked.startswith(f'<div class="asked" data-settled-by="{by}" data-settled-on="{on}">')


def test_nothing_that_running_waits_for_is_passed_over() -> None:
    passed = [one for one in screen.questions() if one.key in SETTLED]

    assert len(passed) == len(SETTLED)
    assert not any(one.required or one.only_if for one in passed)
