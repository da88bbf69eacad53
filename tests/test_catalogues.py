"""Every language says everything that English says: whole, with the same places and the same figures."""

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from django.utils import translation

from kneewise.knowledge.toml import ROOT
from kneewise.site.languages import NAMES
from tests.messages import catalogue as catalogues

LANGUAGES = [language for language in NAMES if language != "en"]

PLACE = re.compile(r"%\(\w+\)[sd]|%[sd%]|(?<![%\w])\{\w+\}")

SAME = {
    "de": {
        "Kneewise", "Name", "Plan", "Sport", "Test", "Start", "Neutral", "neutral", "Format", "ID", "min",
        "m", "km", "mi", "/min", "0 min", "0-10, ?", "○ Neutral", "Tempo", "in %(shoe)s",
    },
}  # fmt: skip
"""What is written alike in both languages: names, units, and words that are German, too."""

NOTHING_TO_SAY = re.compile(r"(%\(\w+\)s|\{\w+\}|%[s%]|[\s\d.,:;+–/()?-]|\b(min|cm|mm|km|kg|kB|MB|m|s|h)\b)*")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def said(language: str) -> Iterator[tuple[str, str]]:
    """Pair every English form with what became of it."""
    for message in catalogues.messages(catalogues.read(language)):
        yield from zip(_english(message), catalogues.forms(message), strict=True)


def _english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_every_string_of_the_program_is_translated(language: str) -> None:
    left = catalogues.untranslated(catalogues.merged(language))

    assert [f"{one.locations[0][0]}: {one.id}" for one in left] == [], "write them, then: make messages"


def test_the_files_are_what_make_messages_writes(language: str) -> None:
    text, compiled = catalogues.written(catalogues.merged(language))

    assert catalogues.po(language).read_bytes() == text, "make messages"
    assert catalogues.mo(language).read_bytes() == compiled, "make messages"


def test_every_place_of_a_sentence_is_kept(language: str) -> None:
    changed = [
        (english, here)
        for english, here in said(language)
        if sorted(PLACE.findall(english)) != sorted(PLACE.findall(here))
    ]

    assert changed == []


def test_no_figure_of_a_sentence_is_changed(language: str) -> None:
    def figures(sentence: str) -> list[str]:
        return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", PLACE.sub(" ", sentence))))

    changed = [(english, here) for english, here in said(language) if figures(english) != figures(here)]

    assert changed == []


def test_nothing_is_left_in_english(language: str) -> None:
    alike = [
        english
        for english, here in said(language)
        if english == here and english not in SAME[language] and not NOTHING_TO_SAY.fullmatch(english)
    ]

    assert alike == []


def test_a_new_string_without_a_translation_is_named(language: str) -> None:
    catalogue = catalogues.read(language)
    catalogue.add("Nobody has said this in another language yet.")

    assert [one.id for one in catalogues.untranslated(catalogue)] == [
        "Nobody has said this in another language yet."
    ]


def test_the_strings_come_from_code_templates_commands_and_sources() -> None:
    places = {place for one in catalogues.messages(catalogues.in_program()) for place, _line in one.locations}

    assert {"cli/root.py", "knowledge/sources.toml", "web/templates/web/today.html"} <= places
    assert {"present/words/stops.py", "present/dates.py", "web/pages/today.py"} <= places


def test_a_day_with_its_month_is_written_by_say_date() -> None:
    elsewhere = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted(ROOT.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("date_format")
        if any(re.search(r"'[^']*j [^']*[FMN]", ast.unparse(given)) for given in call.args)
    ]

    assert elsewhere == [], "say_date knows how each language orders them"


def test_german_says_du_and_never_sie() -> None:
    formal = [
        here
        for _english, here in said("de")
        if re.search(r"\b(Ihnen|Ihrem|Ihres|haben Sie|Sie sich)\b", here)
    ]

    assert formal == []


def test_a_language_that_is_compiled_is_spoken() -> None:
    with translation.override("de"):
        assert translation.gettext("Do not run.") == "Nicht laufen."
        assert translation.ngettext("%(count)s run", "%(count)s runs", 2) == "%(count)s Läufe"
