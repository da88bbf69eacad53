"""Recovery: swelling is asked before ice is offered; nights, painkillers and illness are kept."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, review
from kneewise.model.diary import Sleep
from kneewise.web.pages.nights import show_nights
from tests.web.made import ON
from tests.web.told import AT, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef
    from kneewise.model.observations import Observations

ADDRESS = "/recovery/"
ICE = "data-timer"


def look(runner: RunnerRef) -> Observations:
    return review.look(runner, AT.date())


def text(page: Client) -> str:
    return page.get(ADDRESS).content.decode()


def test_ice_waits_until_swelling_was_denied_today(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = text(page)

    page.post(ADDRESS, {"form": "swelling", "swelling": "no"})

    after = text(page)
    assert ICE not in before
    assert 'name="swelling" value="no"' in before
    assert re.search(r'data-least="10" data-most="15" data-look="5"', after)
    assert "with a cloth between" in after


@pytest.mark.parametrize("said", ["yes", "unknown"])
def test_swollen_or_not_sure_offers_no_ice(page: Client, runner: RunnerRef, run_id: str, said: str) -> None:
    screened(runner)

    page.post(ADDRESS, {"form": "swelling", "swelling": "no"})
    page.post(ADDRESS, {"form": "swelling", "swelling": said})

    assert ICE not in text(page)


def test_a_swollen_knee_stops_running_and_says_where_to_read_on(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened(runner)

    answer = page.post(ADDRESS, {"form": "swelling", "swelling": "yes"}, follow=True)

    assert "Running is off" in answer.content.decode()
    assert review.review(runner, AT.date()).plan.urgency.stops_running


def test_how_well_a_night_was_is_asked_on_the_scale_of_every_page(page: Client) -> None:
    text = page.get("/recovery/").content.decode()

    steps = re.findall(r'name="quality_0_10" value="(\w+)"', text)
    assert steps == [*map(str, range(11)), "unknown"]
    assert '<span class="scale__cell">0<small>badly</small></span>' in text
    assert '<span class="scale__cell">10<small>well</small></span>' in text
    assert '<span class="scale__cell">?<small>not sure</small></span>' in text


def test_a_later_no_does_not_lift_a_stop(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    page.post(ADDRESS, {"form": "swelling", "swelling": "yes"})

    page.post(ADDRESS, {"form": "swelling", "swelling": "no"})

    assert review.review(runner, AT.date()).plan.urgency.stops_running
    assert ICE not in text(page)


def test_who_was_never_asked_is_offered_no_ice(page: Client) -> None:
    page.post(ADDRESS, {"form": "swelling", "swelling": "no"})

    assert ICE not in text(page)


def test_a_night_is_kept_and_drawn(page: Client, runner: RunnerRef) -> None:
    said = {"form": "sleep", "hours": "7,5", "quality_0_10": "6", "on": str(AT.date())}

    answer = page.post(ADDRESS, said, follow=True)

    (night,) = look(runner).sleeps
    assert (night.hours, night.quality_0_10) == (7.5, 6)
    assert "The night is kept." in answer.content.decode()
    assert "in the last four weeks: 1. From 7 to 9 hours: 1." in answer.content.decode()


def test_of_one_night_each_part_that_was_said_last_is_drawn() -> None:
    at = AT.replace(year=ON.year, month=ON.month, day=ON.day)
    nights = [
        Sleep(record_id="a", at=at, on=ON, hours=6.0, quality_0_10=4),
        Sleep(record_id="b", at=at + timedelta(hours=1), on=ON, hours=9.0, quality_0_10=None),
        Sleep(record_id="c", at=at, on=ON - timedelta(days=28), hours=7.0, quality_0_10=None),
        Sleep(record_id="d", at=at, on=ON - timedelta(days=27), hours=14.0, quality_0_10=None),
    ]

    shown = show_nights(nights, ON)

    assert shown is not None
    assert [(one.hours, one.quality, one.height) for one in shown.bars] == [
        ("14.0", "–", 100),
        ("9.0", "4", 75),
    ]
    assert shown.bars[0].x == 0


def test_without_a_night_there_is_no_chart() -> None:
    assert show_nights((), ON) is None


def test_a_painkiller_is_kept_and_its_days_are_counted(page: Client, runner: RunnerRef) -> None:
    said = {"form": "painkiller", "before_run": "yes", "on": str(AT.date())}

    answers = [page.post(ADDRESS, said, follow=True) for _twice in range(2)]

    assert look(runner).painkiller_days == (AT.date(),)
    assert "1 day of the last 30" in answers[-1].content.decode()


def test_the_list_of_who_should_not_take_pills_ends_with_the_pharmacist(page: Client) -> None:
    said = text(page)
    (listed,) = re.findall(
        r"<p[^>]*>Anti-inflammatory pills only[^<]*:</p><ul[^>]*>(.*?)</ul><p[^>]*>(.*?)</p>", said
    )

    reasons, last = re.findall(r"<li>(.*?)</li>", listed[0]), listed[1]

    assert len(reasons) > 5
    assert all(one.startswith(("You ", "Your ", "A bone ")) for one in reasons)
    assert last.endswith("ask a pharmacist.")


def test_an_illness_lasts_until_it_is_said_to_be_over(page: Client, runner: RunnerRef) -> None:
    began = AT.date() - timedelta(days=3)
    page.post(ADDRESS, {"form": "illness", "on": str(began), "until": ""})
    lasting = text(page)

    over = {"form": "well", "until": str(AT.date())}
    answers = [page.post(ADDRESS, over) for _twice in range(2)]

    (kept,) = look(runner).illnesses
    assert "Running waits." in lasting
    assert lasting.index('id="ill"') < lasting.index('id="swollen"')
    assert (kept.on, kept.until) == (began, AT.date())
    assert [one.status_code for one in answers] == [302, 302]
    over_now = text(page)
    assert "Running waits." not in over_now
    assert over_now.index('id="ill"') > over_now.index('id="pills"')


def test_an_illness_leads_from_today_to_where_it_ends_and_says_what_is_left(
    page: Client, runner: RunnerRef
) -> None:
    screened(runner)

    kept = page.post(ADDRESS, {"form": "illness", "on": str(AT.date())}, follow=True).content.decode()

    today = page.get("/").content.decode()
    assert "Kept. While you are ill, no run and no exercise is planned." in kept
    assert '<a class="btn" href="/recovery/#ill">I am well again</a>' in today
    assert "kneewise log" not in today


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({"form": "swelling"}, "swelling-swelling", "Choose an answer"),
        ({"form": "swelling", "swelling": "moon"}, "swelling-swelling", "moon"),
        ({"form": "sleep"}, "sleep-hours", "how long or how well"),
        ({"form": "sleep", "hours": "25"}, "sleep-hours", "say one from 0 to 24"),
        ({"form": "sleep", "hours": "7", "on": "2999-01-01"}, "sleep-on", "in the future"),
        ({"form": "painkiller"}, "painkiller-before_run", "Say whether it was taken"),
        (
            {"form": "illness", "on": "2026-01-09", "until": "2026-01-02"},
            "illness-until",
            "cannot lie before",
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
