"""The page speaks the language the runner chose, as far as it is there; the browser is not asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client, override_settings

from kneewise.site import languages
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.runners import one_step
from tests.web.told import AT

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef


def choose(runner: RunnerRef, language: str) -> None:
    """Choose a language as an earlier version let people do."""
    chosen = new_record(RecordKind.SETTINGS, at=AT, on=AT.date(), payload={"language": language})
    with one_step(runner) as step:
        record(runner, step, chosen, entered_at=AT)


@pytest.mark.parametrize("asked", ["de", "de-DE,de;q=0.9", "fr", "xx"])
def test_what_the_browser_asks_for_changes_nothing(page: Client, asked: str) -> None:
    plain = page.get("/guide/").content

    answer = page.get("/guide/", headers={"accept-language": asked})

    assert answer.content == plain
    assert b'<html lang="en">' in plain


def test_a_language_without_sentences_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)

    before = languages.with_catalogue(tmp_path)
    (tmp_path / "de" / "LC_MESSAGES" / "django.mo").touch()

    assert before == [("en", "English")]
    assert languages.with_catalogue(tmp_path) == [("en", "English"), ("de", "Deutsch")]


@override_settings(LANGUAGES=[("en", "English")])
def test_a_chosen_language_that_is_not_there_is_english(page: Client, runner: RunnerRef) -> None:
    choose(runner, "de")

    assert b'<html lang="en">' in page.get("/guide/").content


@override_settings(LANGUAGES=[("en", "English"), ("de", "Deutsch")])
def test_the_chosen_language_is_spoken(page: Client, runner: RunnerRef) -> None:
    choose(runner, "de")

    assert b'<html lang="de">' in page.get("/guide/", headers={"accept-language": "en"}).content
