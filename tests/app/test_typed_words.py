"""Whoever types an answer as the document says it, or as people say it, is understood."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from kneewise.app.screen import parse_answers
from kneewise.app.typed_choices import spelled
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, Answer, QuestionKind
from kneewise.model.errors import UsageError
from tests.answers.page import IN_WORDS, PAGE

ON = date(2026, 11, 23)
ROW = re.compile(r"^\| `(\w+)` \| `(\w+)` \| (.+) \|$", re.MULTILINE)
ROWS = [
    (key, choice, words)
    for key, choice, words in ROW.findall(PAGE.read_text(encoding="utf-8"))
    if key in IN_WORDS
]
BY_KEY = {one.key: one for one in read_questions()}


def as_typed(choice: str, words: str) -> Iterator[str]:
    """Write a choice as people may."""
    for said in (choice, choice.replace("_", " "), words, words.removeprefix("the ")):
        yield from (said, said.upper(), said.capitalize(), f"the {said}", f" {said}. ")
    yield words.replace("the ", "")
    yield words.replace(",", "")


def heard(key: str, raw: object) -> Answer:
    return parse_answers({key: raw}, on=ON)[key]


def test_the_document_has_rows_to_be_read() -> None:
    assert {key for key, _, _ in ROWS} == set(IN_WORDS)
    assert len(ROWS) == sum(len(BY_KEY[key].choices) for key in IN_WORDS)


@pytest.mark.parametrize(("key", "choice", "words"), ROWS)
def test_every_word_of_the_document_may_be_typed(key: str, choice: str, words: str) -> None:
    is_list = BY_KEY[key].kind is QuestionKind.CHOICES
    expected = (choice,) if is_list else choice

    assert {heard(key, typed) for typed in as_typed(choice, words)} == {expected}
    assert not is_list or {heard(key, [typed]) for typed in as_typed(choice, words)} == {expected}


def test_no_two_choices_of_a_question_are_typed_alike() -> None:
    for key in IN_WORDS:
        typed = [{spelled(one) for one in as_typed(choice, words)} for of, choice, words in ROWS if of == key]
        assert sum(map(len, typed)) == len(set().union(*typed))


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        ("outer side, above the joint", ("outer_above",)),
        (
            "behind the kneecap, Outer side, above the joint, hollow of the knee",
            ("behind_kneecap", "outer_above", "back_hollow"),
        ),
        ("shin bump calf", ("shin_bump", "calf")),
        (["Outer side, above the joint", "the calf"], ("outer_above", "calf")),
        ("hinter der Kniescheibe oder rund um sie, Wade", ("behind_kneecap", "calf")),
    ],
)
def test_several_places_may_be_said_in_words(raw: object, places: tuple[str, ...]) -> None:
    assert heard("places", raw) == places


@pytest.mark.parametrize(
    ("key", "raw", "answer"),
    [
        ("bone_spot", "lower tip of the kneecap", "kneecap_lower_tip"),
        ("swelling_where", "bump below the kneecap", "bump_below_kneecap"),
        ("knee", "both knees", "both"),
        ("knee", "Right knee", "right"),
        ("knee", "the left knee", "left"),
        ("knee", ["left knee", "right knee"], "both"),
        ("running_days", "Mon", ("monday",)),
        ("running_days", ["Mon", "thu", "Sunday"], ("monday", "thursday", "sunday")),
        ("running_days", "Tue, Sat", ("tuesday", "saturday")),
        ("night_pain", "No.", False),
        ("night_pain", "Yes!", True),
        ("night_pain", "i don't know", UNKNOWN),
        ("night_pain", "dont know", UNKNOWN),
        ("night_pain", "I don’t know.", UNKNOWN),
        ("night_pain", "Ich weiß nicht", UNKNOWN),
        ("places", "i don't know", UNKNOWN),
        ("sex", "nonbinary", "other"),
        ("sex", "Non-binary", "other"),
        ("sex", "Female", "female"),
        ("sex", "W", "female"),
    ],
)
def test_people_are_understood(key: str, raw: object, answer: Answer) -> None:
    assert heard(key, raw) == answer


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("places", "elbow"),
        ("places", "1"),
        ("places", "shin bump elbow"),
        ("places", "outer side"),
        ("places", "the"),
        ("knee", "knee"),
        ("knee", "the other knee"),
        ("sex", "the"),
        ("running_days", "0"),
        ("running_days", "weekday"),
        ("night_pain", "no pain"),
        ("night_pain", "maybe"),
        ("night_pain", "."),
    ],
)
def test_what_could_mean_something_else_is_still_refused(key: str, raw: object) -> None:
    with pytest.raises(UsageError):
        heard(key, raw)
