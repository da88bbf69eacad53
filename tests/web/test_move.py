"""A run moved on the page: asked first, kept on a word, taken back; looking stores nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import clock, log, screen, sitting
from kneewise.app.import_files import import_paths
from kneewise.store.history import recall_history
from tests.web.told import calm_answers, gpx

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

MONDAY = date(2026, 11, 23)
"""Three runs are planned: on Monday, Wednesday and Friday."""


def on(days: int) -> str:
    return (MONDAY + timedelta(days=days)).isoformat()


@pytest.fixture
def calm(page: Client, runner: RunnerRef, monkeypatch: pytest.MonkeyPatch) -> RunnerRef:
    monkeypatch.setenv(clock.NAMED_DAY, MONDAY.isoformat())
    at = clock.named_evening(recall_history(runner).settings)
    assert at is not None
    usual = {"usual_runs_per_week": 3, "usual_run_min": 40, "pain_during_last_run": 4}
    screen.screen(runner, screen.parse_answers({**calm_answers(), **usual}, on=MONDAY), at=at)
    return runner


def asked(page: Client, from_day: int, to_day: int) -> str:
    return unescape(page.get("/plan/", {"from": on(from_day), "to": on(to_day)}).content.decode())


def test_every_run_can_be_asked_for_on_the_days_without_one(page: Client, calm: RunnerRef) -> None:
    text = page.get("/plan/").content.decode()

    forms = re.findall(r'name="from" value="([^"]+)">(.*?)</form>', text, re.DOTALL)

    assert [day for day, _form in forms] == [on(0), on(2), on(4)]
    assert re.findall(r'name="to" value="([^"]+)"', forms[0][1]) == [on(1), on(3), on(5), on(6)]


def test_a_move_that_fits_is_said_and_not_kept(page: Client, calm: RunnerRef) -> None:
    text = asked(page, 4, 5)

    assert "Friday’s run to Saturday: fits" in text
    assert "Keep the move" in text
    assert "Sat 28 Nov" in text
    assert recall_history(calm).moves == ()


def test_the_runs_that_make_room_are_named(page: Client, calm: RunnerRef) -> None:
    text = asked(page, 0, 1)

    assert "Monday’s run to Tuesday: fits" in text
    assert "Wednesday’s run moves to Thursday." in text


def test_a_move_that_does_not_fit_names_the_rule_and_cannot_be_kept(page: Client, calm: RunnerRef) -> None:
    text = asked(page, 4, 3)

    assert "Friday’s run to Thursday: does not fit" in text
    assert "There must be 1 day of rest between two runs." in text
    assert "Keep the move" not in text


def test_a_move_is_kept_and_taken_back(page: Client, calm: RunnerRef) -> None:
    kept = page.post("/plan/", {"from": on(4), "to": on(5)})
    told = page.get("/plan/").content.decode()
    record = recall_history(calm).moves[0].record_id

    back = page.post("/plan/", {"back": record})

    assert (kept.status_code, back.status_code) == (302, 302)
    assert "The run of Fri 27 Nov is on Sat 28 Nov, as you asked." in told
    assert f'name="back" value="{record}"' in told
    assert recall_history(calm).moves == ()


def test_what_the_rules_forbid_by_now_is_answered_and_not_kept(page: Client, calm: RunnerRef) -> None:
    answer = page.post("/plan/", {"from": on(4), "to": on(3)})

    assert answer.status_code == 422
    assert "does not fit" in answer.content.decode()
    assert recall_history(calm).moves == ()


@pytest.mark.parametrize(
    "sent", [{}, {"from": "x", "to": on(5)}, {"from": on(1), "to": on(5)}, {"back": "f" * 12}]
)
def test_what_cannot_be_is_one_sentence(page: Client, calm: RunnerRef, sent: dict[str, str]) -> None:
    answer = page.post("/plan/", sent)

    assert answer.status_code == 422
    assert "Not saved" in answer.content.decode()


def test_nothing_but_a_move_is_taken_back_here(page: Client, calm: RunnerRef) -> None:
    told = log.lines(calm)

    answer = page.post("/plan/", {"back": told[0].record_id})

    assert answer.status_code == 422
    assert log.lines(calm) == told


def test_asking_stores_nothing(page: Client, calm: RunnerRef, sqlite_database: Path) -> None:
    files = [sqlite_database, sqlite_database.with_name(f"{sqlite_database.name}-wal")]
    before = [file.read_bytes() for file in files if file.exists()]

    asked(page, 4, 5)
    page.head("/plan/", {"from": on(4), "to": on(5)})

    assert [file.read_bytes() for file in files if file.exists()] == before


def test_a_stop_offers_no_move(page: Client, calm: RunnerRef) -> None:
    sitting.log_signs(calm, at=recall_history(calm).answers[-1].at, signs={"swelling": True})

    text = page.get("/plan/").content.decode()

    assert 'name="from"' not in text


def test_a_day_that_was_run_already_takes_no_other_run(page: Client, calm: RunnerRef, tmp_path: Path) -> None:
    at = recall_history(calm).answers[-1].at
    file = tmp_path / "run.gpx"
    file.write_text(gpx("Park", at=at), encoding="utf-8")
    import_paths(calm, [file], now=at)

    text = asked(page, 4, 0)

    assert "On 23 November 2026 there was a run already." in text
    assert "fits" not in text
