"""Tomorrow under other scores: a difference, and nothing stored."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.template.loader import render_to_string
from django.test import Client

from kneewise.app import log, sitting
from kneewise.app.what_if import WhatIf
from kneewise.engine import difference
from kneewise.model.places import Side
from kneewise.model.plan import SessionKind
from kneewise.web.pages.what_if import show_what_if
from tests.web.made import ON, make_decision, make_session
from tests.web.told import AT, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef


@pytest.fixture
def sore(page: Client, runner: RunnerRef) -> RunnerRef:
    screened(runner)
    log.log_pain(runner, at=AT, side="right", about_run=True, before=0, during=1, limp=False)
    return runner


def supposed(page: Client, **said: str) -> str:
    answer = page.get("/plan/", said)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_form_leaves_every_score_as_it_is(page: Client, sore: RunnerRef) -> None:
    text = supposed(page)

    assert text.count('<option value="">as it is</option>') == 4
    assert "No difference" not in text


def test_another_score_is_said_as_a_difference(page: Client, sore: RunnerRef) -> None:
    text = supposed(page, during="7", after_60min="")

    assert "right knee: during 7" in text
    assert '<option value="7" selected>7</option>' in text
    assert "Worst pain during the run: 7" in text
    assert "No difference" not in text


def test_the_same_score_makes_no_difference(page: Client, sore: RunnerRef) -> None:
    assert "No difference: that is the plan as it stands." in supposed(page, during="1", limp="no")


@pytest.mark.parametrize(
    ("kind", "said"), [(SessionKind.RUN, "without a run today"), (SessionKind.REST, "the plan as it stands")]
)
def test_before_the_run_of_today_it_is_said_that_it_is_not_counted(kind: SessionKind, said: str) -> None:
    decided = make_decision(sessions=(make_session(0, kind), make_session(1)))
    found = WhatIf(
        about_on=ON,
        sides=(Side.RIGHT,),
        supposed={"during": 1},
        as_it_is=decided,
        then=decided,
        difference=difference(decided, decided),
    )

    shown = show_what_if({"during": "1"}, found, today=decided.plan)

    page = render_to_string("web/parts/what_if.html", {"what_if": shown})
    assert ("If you do not run today" in page) is (kind is SessionKind.RUN)
    assert said in page
    assert page.count("No difference") == 1


@pytest.mark.parametrize("said", [{"during": "11"}, {"limp": "perhaps"}])
def test_what_cannot_be_is_one_sentence(page: Client, sore: RunnerRef, said: dict[str, str]) -> None:
    answer = page.get("/plan/", said)

    assert answer.status_code == 422
    assert 'class="slip"' in answer.content.decode()


def test_supposing_stores_nothing(page: Client, sore: RunnerRef, sqlite_database: Path) -> None:
    files = [sqlite_database, sqlite_database.with_name(f"{sqlite_database.name}-wal")]
    before = [file.read_bytes() for file in files if file.exists()]

    supposed(page, during="7", limp="yes")

    assert [file.read_bytes() for file in files if file.exists()] == before


def test_nothing_is_supposed_beside_a_stop(page: Client, sore: RunnerRef) -> None:
    sitting.log_signs(sore, at=AT, signs={"swelling": True})

    text = supposed(page, during="0")

    assert "What if" not in text
    assert "No difference" not in text
