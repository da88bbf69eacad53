"""The pages: what they show, what they write, and that looking writes nothing."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError
from django.test import Client

from kneewise.app import clock, log, review
from kneewise.app import runs as kept
from kneewise.model.errors import KneewiseError
from kneewise.model.findings import Urgency
from tests.web.told import AT, calm_answers, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

PAGES = (
    *("/", "/plan/", "/diary/", "/screen/", "/runs/", "/guide/", "/when-to-stop/", "/cadence/", "/more/"),
    *("/strength/", "/strength/log/", "/strength/log/?exercise=clamshell", "/ankle/"),
    *(
        "/settings/",
        "/settings/data/",
        "/shoes/",
        "/recovery/",
        "/insights/",
        "/insights/try/",
        "/diary/also/",
        "/diary/week/",
        "/diary/tests/",
    ),
    *(f"/guide/step{step}/" for step in range(1, 8)),
)
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)", re.IGNORECASE)


def said(client: Client, path: str) -> str:
    answer = client.get(path)

    assert answer.status_code == 200, path
    return answer.content.decode()


def status(client: Client, path: str) -> int:
    answer = client.get(path)
    answer.close()
    return answer.status_code


@pytest.mark.parametrize("path", PAGES)
def test_a_home_without_anything_has_every_page(page: Client, path: str) -> None:
    assert "<h1" in said(page, path)


def test_no_page_holds_a_script_or_a_style(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    pages = [said(page, path) for path in (*PAGES, f"/runs/{run_id}/")]

    assert [INLINE.findall(text) for text in pages] == [[] for _page in pages]


def test_no_link_leads_nowhere(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    found = {
        link
        for path in (*PAGES, f"/runs/{run_id}/")
        for link in re.findall(r'(?:href|src)="([^"#]+)"', said(page, path))
    }

    assert all(link.startswith("/") for link in found)
    assert {link: status(page, link) for link in found} == dict.fromkeys(found, 200)


def test_a_name_in_a_file_stays_a_name(page: Client, run_id: str) -> None:
    for path in ("/runs/", f"/runs/{run_id}/"):
        text = said(page, path)
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_run_is_drawn_with_words_for_those_who_do_not_see(page: Client, run_id: str) -> None:
    text = said(page, f"/runs/{run_id}/")

    assert 'role="img" aria-label="Pace: mostly about' in text
    assert 'aria-label="Slope: between' in text


@pytest.mark.parametrize(
    ("path", "address", "back"),
    [
        ("/strength/log/?exercise=clamshell", "/strength/", "Strength"),
        ("/diary/", "/", "Today"),
        ("/screen/", "/", "Today"),
    ],
)
def test_the_way_back_leads_to_where_a_page_belongs(page: Client, path: str, address: str, back: str) -> None:
    arrow = said(page, path).partition('<header class="top">')[2].partition("</a>")[0]

    assert f'href="{address}"' in arrow
    assert arrow.endswith(back)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/diary/also/", "/diary/"),
        ("/diary/said/", "/diary/"),
        ("/diary/week/", "/diary/"),
        ("/diary/tests/", "/diary/"),
        ("/settings/data/", "/settings/"),
        ("/insights/try/", "/insights/"),
        ("/guide/step3/", "/guide/"),
        ("/strength/log/?exercise=clamshell", "/strength/log/"),
    ],
)
def test_the_page_above_is_a_touch_away(page: Client, path: str, address: str) -> None:
    assert f'<p class="over"><a href="{address}">' in said(page, path)


def test_files_are_chosen_by_a_button_of_our_own(page: Client) -> None:
    text = said(page, "/files/")

    assert '<label class="btn btn--line" for="files">Choose files</label>' in text
    assert '<label class="btn btn--line" for="folder">Choose a folder</label>' in text


def test_a_run_that_nobody_was_asked_about_has_no_colour(page: Client, run_id: str) -> None:
    table = said(page, "/runs/").partition("<tbody>")[2]

    assert run_id in table
    assert "#m-unknown" not in table.partition("</table>")[0]
    assert "Running, min" in said(page, "/runs/")
    assert re.search(r">\w+\N{NO-BREAK SPACE}\d+\N{NO-BREAK SPACE}\w+</a>", table)


def test_only_safety_speaks_in_amber_and_no_form_does(page: Client) -> None:
    text = page.post("/diary/", {"run": ""}).content.decode()

    assert '<section class="banner" role="alert" aria-labelledby="problem"><h2 id="problem">Not saved' in text


def test_a_new_home_offers_both_ways_to_begin(page: Client) -> None:
    text = said(page, "/")

    assert "Two ways to begin." in text
    assert 'href="/screen/">Answer the questions first' in text
    assert 'href="/files/">Bring your runs first' in text
    assert "Kneewise reads what your watch recorded, asks how the knee feels" in text
    assert "Also today" not in text


def test_a_runner_whose_runs_came_first_is_told_to_answer(page: Client, run_id: str) -> None:
    text = said(page, "/")

    assert "Some answers first." in text
    assert "Your runs are here." in text
    assert 'href="/screen/"' in text
    assert "Bring your runs first" not in text


def test_a_runner_who_answered_first_is_told_what_runs_would_add(page: Client, runner: RunnerRef) -> None:
    screened(runner)

    text = said(page, "/")

    assert "Your runs are not here yet" in text
    assert text.count('href="/files/"') >= 2


def test_what_is_to_be_done_today_is_a_touch_away(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    text = said(page, "/")

    also = text.partition("Also today")[2]
    assert re.search(r"Strength, \d exercises?</span>.*?href=\"/strength/go/\">Start", also)
    assert re.search(r"Ankle drill, 5 to 10 min</span>.*?href=\"/ankle/go/\">Start", also)
    assert re.search(r"Last night’s sleep</span>.*?href=\"/recovery/#nights\">Log", also)
    assert "Kneewise reads what your watch recorded" not in text


def test_what_was_done_today_is_not_to_be_done(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    log.log_exercise(runner, at=AT, exercise="calf_stretch", sets=1)
    log.log_sleep(runner, at=AT, hours=8)

    text = said(page, "/")

    assert "Strength, " in text
    assert "Ankle drill" not in text
    assert "Last night’s sleep" not in text


def test_a_runner_with_both_is_asked_for_neither(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    text = said(page, "/")

    assert "Your runs are not here yet" not in text
    assert "Bring your runs first" not in text


@pytest.mark.parametrize(
    ("said_there", "address"),
    [
        ("An illness", "/recovery/#ill"),
        ("What a clinician said", "/seen/"),
        ("A night", "/recovery/#nights"),
        ("What you said", "/diary/said/"),
        ("Calendar and watch", "/calendar/"),
        ("Cadence", "/cadence/"),
    ],
)
def test_more_leads_to_what_is_looked_for_and_says_what_is_there(
    page: Client, said_there: str, address: str
) -> None:
    main = said(page, "/more/").partition("<main")[2]

    row = next(one for one in main.split("<li>") if f'href="{address}"' in one)
    assert f'<span class="row__name">{said_there}</span><small>' in row


@pytest.mark.parametrize("path", ["/more/", "/runs/", "/settings/"])
def test_pages_lead_to_where_runs_are_brought(page: Client, path: str) -> None:
    main = said(page, path).partition("<main")[2]

    assert 'href="/files/"' in main


def test_the_questions_answered_on_the_page_lead_to_a_plan(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    answer = page.post("/screen/", calm_answers())

    assert answer.status_code == 302
    assert not review.review(runner, AT.date()).plan.ask


def test_the_diary_writes_what_was_marked(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    filled = {
        "run": run_id,
        "side": "right",
        "during": "2",
        "before": "unknown",
        "place": ["right-below_kneecap"],
        "none_else": "yes",
    }

    answer = page.post("/diary/", filled)

    entry = kept.run(runner, run_id, on=AT.date()).entries[0]
    assert answer.headers["Location"].startswith("/?kept=")
    assert entry.during is not None
    assert entry.during.value == 2
    assert entry.before is not None
    assert entry.before.value is None
    assert entry.after_60min is None
    assert entry.limp is False
    assert entry.painkiller is not True


def test_a_chip_that_was_not_touched_says_nothing(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    page.post("/diary/", {"run": run_id, "side": "right", "during": "2"})

    assert kept.run(runner, run_id, on=AT.date()).entries[0].limp is None


def test_swelling_takes_running_out_of_the_plan_at_once(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)
    before = said(page, "/")

    page.post("/diary/", {"run": run_id, "side": "right", "during": "2", "sign": ["swelling"]})

    text = said(page, "/")
    assert "Do not run." not in before
    assert "Do not run." in text
    assert 'class="alarm"' in text
    assert review.review(runner, AT.date()).plan.urgency >= Urgency.WITHIN_DAYS


@pytest.mark.parametrize(
    "filled",
    [
        {"side": "right", "during": "11"},
        {"side": "middle", "during": "2"},
        {"during": "2"},
        {"side": "right"},
        {"side": "right", "during": "2", "on": "2999-01-01"},
        {"side": "right", "during": "2", "run": "f" * 12},
        {"side": "right", "during": "2", "place": ["right-moon"]},
        {"side": "right", "during": "<script>alert(1)</script>"},
    ],
)
def test_a_slip_is_said_in_one_sentence_and_nothing_is_written(
    page: Client, runner: RunnerRef, filled: dict[str, str]
) -> None:
    answer = page.post("/diary/", filled)

    assert answer.status_code == 422
    assert "Not saved" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert [line.kind for line in log.lines(runner)] == []


def test_looking_writes_nothing(page: Client, runner: RunnerRef, run_id: str, sqlite_database: Path) -> None:
    screened(runner)
    files = [sqlite_database, sqlite_database.with_name(f"{sqlite_database.name}-wal")]
    before = [file.read_bytes() for file in files if file.exists()]

    for path in (*PAGES, f"/runs/{run_id}/", "/nothing/", f"/diary/?run={run_id}", "/runs/?year=2026"):
        page.get(path)
        page.head(path)

    assert [file.read_bytes() for file in files if file.exists()] == before


def test_a_page_that_is_served_for_a_named_day_stands_on_its_evening(
    page: Client, runner: RunnerRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened(runner)
    monkeypatch.setenv(clock.NAMED_DAY, "2026-11-12")

    assert "Thursday 12 November" in said(page, "/")


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (OperationalError("disk I/O error"), 503, "see that it is there and sound"),
        (OperationalError("database or disk is full"), 503, "make room on its disk"),
        (OSError(errno.ENOSPC, "No space left on device"), 503, "make room on its disk"),
        (KneewiseError("Do this."), 503, "Do this."),
        (OperationalError("no such table: store_record"), 500, "It is a fault of ours."),
    ],
)
def test_a_page_says_whether_the_home_failed_or_we_did(
    page: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception, status: int, said: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise fault

    page.raise_request_exception = False
    monkeypatch.setattr(review, "review_now", fail)

    answer = page.get("/")

    assert answer.status_code == status
    assert said in answer.content.decode()
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
