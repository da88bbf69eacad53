"""The page in German: no English is left on a page of the sample runner; figures and days are German, too."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from django.utils import translation
from typing_extensions import override

from kneewise.app import clock, home, screen
from kneewise.app import settings as choices
from kneewise.app.runs import runs
from kneewise.knowledge import read_sources
from kneewise.present.dates import say_date
from kneewise.present.text import distance
from kneewise.present.words import figure
from tests import strings
from tests.e2e.addresses import PAGES
from tests.made_once import SampleRunner
from tests.messages import catalogue
from tests.test_catalogues import NOTHING_TO_SAY, SAME
from tests.web.told import AT, calm_answers, make_link, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from kneewise.app.home import RunnerRef

SHOWN = ("title", "aria-label", "aria-valuetext", "placeholder", "alt")
ENGLISH = re.compile(
    r"\b(the|and|is|your|with|you|of|this|not|for|from|are|have|minutes|days|runs?|today|weeks?|pain)\b",
    re.IGNORECASE,
)
POINT = re.compile(r"(?<![\d.])\d+\.\d+(?![\d.])")
TYPED = re.compile(r"kneewise( --?\w+| DIR| \w+)*")
"""A command is typed as it is."""

PLACES = (
    "/guide/step3/",
    "/guide/step4/",
    "/screen/?each=1",
    "/strength/log/?exercise=clamshell",
    "/nothing/",
)


@pytest.fixture
def german(sample_runner: SampleRunner) -> Client:
    choices.change(sample_runner(AT), at=clock.now(), language="de")
    client = visit()
    client.get(make_link())
    return client


def addresses(page: Client) -> Iterator[str]:
    yield from without_a_run()
    run = re.search(r'href="(/runs/[^/"]+/)"', page.get("/runs/").content.decode())
    assert run is not None
    yield run[1]


def without_a_run() -> Iterator[str]:
    yield from PAGES
    yield from PLACES


class Shown(HTMLParser):
    """Gathers every text of a page that somebody may see, or hear."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.heard: list[str] = []
        self._inside = ""
        self.feed(content)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        for name, said in attrs:
            if said and (name in SHOWN or (name.startswith("data-") and is_told(said))):
                self.heard.append(" ".join(said.split()))

    @override
    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    @override
    def handle_data(self, data: str) -> None:
        if self._inside not in {"script", "style"} and data.strip():
            self.texts.append(" ".join(data.split()))


def is_told(said: str) -> bool:
    """Whether what a script is handed is for people, and no identifier."""
    return said[:1].isupper() or (" " in said and said in english())


@cache
def said_as_it_is() -> tuple[str, ...]:
    """What no catalogue translates: titles of papers, and what the sample runner calls things."""
    names = {run.name for run in runs(home.open_home(), all_sports=True, on=clock.now().date())}
    titles = (one.title for one in read_sources().values())
    told = (said for _place, said in strings.of_sample_runner())
    return tuple(sorted((name for name in (*titles, *told, *names) if name), key=len, reverse=True))


def without_names(text: str) -> str:
    for name in said_as_it_is():
        text = text.replace(name, "")
    return TYPED.sub("", text)


@cache
def english() -> frozenset[str]:
    every = (one.id for one in catalogue.messages(catalogue.read("de")) if isinstance(one.id, str))
    return frozenset(one for one in every if one not in SAME["de"] and not NOTHING_TO_SAY.fullmatch(one))


@cache
def germans() -> frozenset[str]:
    return frozenset(
        said for one in catalogue.messages(catalogue.read("de")) for said in catalogue.forms(one)
    )


def left_in_english(client: Client, address: str) -> Iterator[tuple[str, str]]:
    content = client.get(address, follow=True).content.decode()
    assert '<html lang="de"' in content, address
    page = Shown(content)
    for text in {*page.texts, *page.heard}:
        rest = without_names(text)
        if (rest in english() and rest not in germans()) or ENGLISH.search(rest):
            yield address, text


def test_no_page_of_the_sample_runner_has_english_on_it(german: Client) -> None:
    left = [one for address in addresses(german) for one in left_in_english(german, address)]

    assert left == []


def test_no_page_of_a_new_home_has_english_on_it(page: Client, runner: RunnerRef) -> None:
    choices.change(runner, at=clock.now(), language="de")

    left = [one for address in without_a_run() for one in left_in_english(page, address)]

    assert left == []


def test_no_page_has_english_on_it_when_running_is_off(page: Client, runner: RunnerRef) -> None:
    choices.change(runner, at=AT, language="de", country="DE")
    answers = calm_answers() | {"chest_pain_breathless_or_coughing_blood": "yes", "hot_or_red_joint": "yes"}
    screen.screen(runner, screen.parse_answers(answers, on=AT.date()), at=AT)

    left = [one for address in without_a_run() for one in left_in_english(page, address)]

    assert left == []
    assert "112" in page.get("/").content.decode()


def test_a_form_that_is_sent_empty_is_answered_in_german(page: Client, runner: RunnerRef) -> None:
    choices.change(runner, at=clock.now(), language="de")

    for address in ("/diary/", "/screen/", "/shoes/", "/recovery/", "/seen/", "/ankle/"):
        shown = Shown(page.post(address, {}).content.decode())
        said = {without_names(text) for text in (*shown.texts, *shown.heard)}
        assert [text for text in said if ENGLISH.search(text)] == [], address


def test_no_page_of_the_sample_runner_has_a_decimal_point_on_it(german: Client) -> None:
    left = []
    for address in addresses(german):
        page = Shown(german.get(address, follow=True).content.decode())
        text = without_names(" ".join(page.texts))
        left += [(address, one) for one in POINT.findall(text)]

    assert left == []


def test_a_drawing_keeps_its_points_in_every_language(german: Client) -> None:
    drawn = [german.get(address, follow=True).content.decode() for address in addresses(german)]

    assert any(re.search(r'\by1?="\d+\.\d', content) for content in drawn)
    assert not any(re.search(r'\b(x|y|x1|x2|y1|y2|cx|cy|width|height)="\d+,\d', content) for content in drawn)


@pytest.mark.parametrize(
    ("form", "english", "german"),
    [
        ("l j F", "Thursday 26 November", "Donnerstag, 26. November"),
        ("D j M", "Thu 26 Nov", "Do, 26. Nov."),
        ("j F Y", "26 November 2026", "26. November 2026"),
        ("j M", "26 Nov", "26. Nov."),
    ],
)
def test_days_are_written_as_each_language_does(form: str, english: str, german: str) -> None:
    with translation.override("en"):
        assert say_date(date(2026, 11, 26), form) == english
    with translation.override("de"):
        assert say_date(date(2026, 11, 26), form) == german


def test_a_moment_is_written_as_each_language_does() -> None:
    moment = datetime(2026, 11, 26, 7, 5)  # noqa: DTZ001 - it is only written.

    with translation.override("en"):
        assert say_date(moment, "l j F Y, H:i") == "Thursday 26 November 2026, 07:05"
    with translation.override("de"):
        assert say_date(moment, "l j F Y, H:i") == "Donnerstag, 26. November 2026, 07:05"


def test_decimals_and_miles_are_written_as_each_language_does() -> None:
    with translation.override("en"):
        assert (figure(7.5), figure(7.0)) == ("7.5", "7")
        assert (distance(9_200, miles=False), distance(9_200, miles=True)) == ("9.2 km", "5.7 miles")
    with translation.override("de"):
        assert (figure(7.5), figure(7.0)) == ("7,5", "7")
        assert (distance(9_200, miles=False), distance(9_200, miles=True)) == ("9,2 km", "5,7 Meilen")


def test_a_chosen_language_is_offered_and_spoken_at_once(page: Client, runner: RunnerRef) -> None:
    before = page.get("/settings/").content.decode()
    choices.change(runner, at=clock.now(), language="de")
    after = page.get("/settings/").content.decode()

    assert "Deutsch" in before
    assert "Save the settings" in before
    assert "Einstellungen speichern" in after


def test_a_refusal_is_said_in_german(page: Client, runner: RunnerRef) -> None:
    choices.change(runner, at=clock.now(), language="de")

    answer = page.post("/diary/", {}, headers={"sec-fetch-site": "cross-site"}).content.decode()

    assert '<html lang="de"' in answer
    assert "Nichts wurde gespeichert." in answer
