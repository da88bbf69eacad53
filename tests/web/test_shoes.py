"""Shoes: what each pair has run, its reminder, and the forms."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, review
from kneewise.app import settings as choices
from kneewise.model.diary import InsertKind
from tests.web.told import AT

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef
    from kneewise.model.observations import Observations

ADDRESS = "/shoes/"


def look(runner: RunnerRef) -> Observations:
    return review.look(runner, AT.date())


def test_a_pair_by_hand_is_kept_and_drawn_on_the_track_of_its_life(page: Client, runner: RunnerRef) -> None:
    answer = page.post(ADDRESS, {"form": "pair", "name": "Grey pair", "before": "320"}, follow=True)

    text = answer.content.decode()
    assert look(runner).shoe_km == {"Grey pair": 320}
    assert 'role="status"' in text
    assert "320 km of a life that the guide puts at" in text
    assert "A reminder to look at the wear" not in text


@pytest.mark.parametrize(("km", "reminds"), [("482", False), ("483", True)])
def test_the_reminder_begins_where_the_guide_changes_shoes(page: Client, km: str, *, reminds: bool) -> None:
    text = page.post(ADDRESS, {"form": "pair", "name": "Grey", "before": km}, follow=True).content.decode()

    assert ("A reminder to look at the wear" in text) == reminds


def test_miles_are_taken_and_shown_as_miles(page: Client, runner: RunnerRef) -> None:
    choices.change(runner, at=AT, miles="yes")

    text = page.post(ADDRESS, {"form": "pair", "name": "Grey", "before": "100"}, follow=True).content.decode()

    assert look(runner).shoe_km == {"Grey": pytest.approx(160.9344)}
    assert "100 miles of a life that the guide puts at 300 to 500 miles" in text


def test_a_pair_that_is_put_away_keeps_what_it_ran_and_can_come_back(page: Client, runner: RunnerRef) -> None:
    page.post(ADDRESS, {"form": "pair", "name": "Grey", "before": "320"})

    away = page.post(ADDRESS, {"form": "retire", "name": "Grey", "retired": "yes"}, follow=True)
    told = look(runner).shoes[-1]
    back = page.post(ADDRESS, {"form": "retire", "name": "Grey", "retired": "no"}, follow=True)

    assert (told.retired, told.distance_before_m) == (True, 320_000)
    assert "Use again" in away.content.decode()
    assert "Use again" not in back.content.decode()


def test_an_insert_is_kept_with_who_prescribed_it(page: Client, runner: RunnerRef) -> None:
    on = str(AT.date() - timedelta(days=9))
    said = {"form": "insert", "insert": "wedge", "prescribed_by": "physiotherapist", "on": on}

    answers = [page.post(ADDRESS, said, follow=True) for _twice in range(2)]

    (kept,) = look(runner).inserts
    assert (kept.insert, kept.prescribed_by, str(kept.on), kept.worn_until) == (
        InsertKind.WEDGE,
        "physiotherapist",
        on,
        None,
    )
    assert "Wedge, prescribed by physiotherapist" in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({"form": "pair", "before": "3"}, "pair-name", "Give the pair a name."),
        ({"form": "pair", "name": "Grey", "before": "far"}, "pair-before", "is no number"),
        ({"form": "insert", "insert": "wedge"}, "insert-prescribed_by", "Say who prescribed it"),
        ({"form": "insert", "prescribed_by": "doctor"}, "insert-insert", "Say whether it is a wedge"),
        (
            {"form": "insert", "insert": "wedge", "prescribed_by": "x", "on": "2999-01-01"},
            "insert-on",
            "in the future",
        ),
    ],
)
def test_a_slip_is_said_beside_its_field_and_nothing_is_kept(
    page: Client, runner: RunnerRef, sent: dict[str, str], field: str, sentence: str
) -> None:
    before = log.lines(runner)

    answer = page.post(ADDRESS, sent)

    slip = re.search(rf'id="slip-{field}">.*?</p>', answer.content.decode(), re.DOTALL)
    assert answer.status_code == 422
    assert slip is not None
    assert sentence in slip[0]
    assert log.lines(runner) == before


def test_a_form_that_is_none_of_ours_is_refused(page: Client, runner: RunnerRef) -> None:
    assert page.post(ADDRESS, {"form": "moon"}).status_code == 422


def test_a_name_in_a_file_stays_a_name(page: Client) -> None:
    text = page.post(ADDRESS, {"form": "pair", "name": "<b>Grey</b>"}, follow=True).content.decode()

    assert "<b>Grey" not in text
    assert "&lt;b&gt;Grey" in text
