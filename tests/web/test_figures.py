"""Pictures on the pages of the guide: inline, painted by the stylesheet, moving on request only."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import translation

from kneewise.figure.svg import element
from kneewise.web.pages.figures import markup, show_figures

SHEET = "/static/figure/runner.css"


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    text = b"".join(answer)
    answer.close()

    assert answer.status_code == 200
    return text.decode()


@pytest.mark.parametrize("step", range(1, 8))
def test_every_step_shows_its_picture(page: Client, step: int) -> None:
    text = text_of(page, f"/guide/step{step}/")

    assert f'aria-labelledby="step-{step}-t"' in text
    assert f'<link rel="stylesheet" href="{SHEET}">' in text


def test_the_stylesheet_of_the_pictures_is_served(page: Client) -> None:
    assert ".kf-o" in text_of(page, SHEET)


def test_no_id_is_on_a_page_twice(page: Client) -> None:
    for path in ("/guide/step4/", "/guide/step4/?moving=1"):
        ids = re.findall(r'\sid="([^"]+)"', text_of(page, path))

        assert len(ids) == len(set(ids))


def test_nothing_moves_before_it_is_asked_for_and_it_can_be_stopped(page: Client) -> None:
    still, moving = text_of(page, "/guide/step4/"), text_of(page, "/guide/step4/?moving=1")

    assert "<animate" not in still
    assert 'href="?moving=1#pictures">Show the movement' in still
    assert "<animate" in moving
    assert 'href="?#pictures">Stop the movement' in moving


def test_a_step_whose_pictures_stay_still_offers_no_movement(page: Client) -> None:
    assert "Show the movement" not in text_of(page, "/guide/step6/")


def test_values_and_words_are_escaped_once() -> None:
    drawn = element("svg", element("title", "a < b & c"), id='"><script>')

    assert markup(drawn) == '<svg id="&quot;&gt;&lt;script&gt;"><title>a &lt; b &amp; c</title></svg>'


def test_a_picture_is_drawn_again_for_another_language() -> None:
    with translation.override("en"):
        first = show_figures("step6", moving=False)
    with translation.override("de"):
        other = show_figures("step6", moving=False)

    assert first.first is not other.first
