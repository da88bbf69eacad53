"""What is shown may be typed: choices by number or in the shown words, days in English and German."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.translation import override

from kneewise.app import parse, settings
from kneewise.app.screen_answers import SETTLED, is_settled, parse_answer
from kneewise.cli.shown_choices import choice_lines, named
from kneewise.cli.values import a_day
from kneewise.knowledge import read_questions
from kneewise.model.answers import UNKNOWN, QuestionKind
from kneewise.model.errors import UsageError
from kneewise.model.runner import WEEKDAYS

if TYPE_CHECKING:
    from kneewise.model.answers import Question
    from tests.cli.conftest import Shell

BY_KEY = {one.key: one for one in read_questions()}
CHOSEN = [one for one in BY_KEY.values() if one.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}]
ON = date(2026, 11, 23)


def _heard(question: Question, typed: str) -> object:
    return parse_answer(question, named(question, typed), on=ON)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("question", CHOSEN, ids=lambda one: one.key)
def test_every_choice_may_be_typed_as_it_is_listed(question: Question, language: str) -> None:
    with override(language):
        lines = [line.text.strip() for line in choice_lines(question)]
        for line, choice in zip(lines, question.choices, strict=True):
            number, _, listed = line.partition("  ")
            key, _, words = listed.partition(": ")
            shown = words or key
            expected = choice if question.kind is QuestionKind.CHOICE else (choice,)
            assert [_heard(question, typed) for typed in (number, key, shown, shown.upper())] == [
                expected
            ] * 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 3", ("above_kneecap", "behind_kneecap")),
        ("1,3", ("above_kneecap", "behind_kneecap")),
        ("Außenseite, am Gelenkspalt, 17", None),
        ("outer_joint thigh", ("outer_joint", "thigh")),
        ("unknown", UNKNOWN),
    ],
)
def test_several_places_may_be_typed_in_one_line(typed: str, said: object) -> None:
    places = BY_KEY["places"]
    if said is None:
        with override("de"):
            shown = choice_lines(places)[places.choices.index("outer_joint")].text.partition(": ")[2]
            assert "," in shown
            assert _heard(places, f"{shown}, 1") == ("outer_joint", "above_kneecap")
        return
    assert _heard(places, typed) == said


def test_what_is_no_choice_is_still_refused() -> None:
    for typed in ("0", "99", "the nose", "1, nose"):
        with pytest.raises(UsageError):
            _heard(BY_KEY["places"], typed)


@pytest.mark.parametrize("typed", ["Montag, Mi, So", "mon wed sun", "Mo. Mi. So.", "1 3 7", "MONTAG,wed,son"])
def test_running_days_are_heard_in_both_languages(typed: str) -> None:
    assert _heard(BY_KEY["running_days"], typed) == ("monday", "wednesday", "sunday")


def test_no_short_form_of_a_weekday_means_two_days() -> None:
    short = [name[:n] for names in (WEEKDAYS, settings.IN_GERMAN) for name in names for n in (2, 3, 20)]

    assert [settings.weekday_of(one) for one in short] == [
        n for _ in range(2) for n in range(7) for _ in "123"
    ]


def test_settings_hear_german_days(shell: Shell) -> None:
    assert "Monday, Saturday" in shell.ran("settings", "running_days", "Mo,Sa").out


@pytest.mark.parametrize("typed", ["2026-11-03", "3.11.2026", "03.11.2026", "3. 11. 2026"])
def test_a_date_may_have_dots(typed: str) -> None:
    assert a_day(typed) == parse.day("it", typed, today=ON) == date(2026, 11, 3)


@pytest.mark.parametrize("typed", ["31.2.2026", "3.11.26", "3.13.2026", "11/3/2026"])
def test_no_other_date_is_guessed(typed: str) -> None:
    with pytest.raises(UsageError):
        parse.day("it", typed, today=ON)


def test_a_slip_names_the_sign_that_the_prompt_names() -> None:
    with pytest.raises(UsageError, match=r"say yes, no or \?\."):
        parse.yes_no("it", "perhaps")
    with pytest.raises(UsageError, match=r"from 0 to 10, or \?\."):
        parse.score("it", "11")


def test_nothing_is_settled_by_what_is_not_known_or_was_not_asked() -> None:
    for key, (other, answers) in SETTLED.items():
        assert all(is_settled(key, {other: answer}) for answer in answers)
        assert not is_settled(key, {})
        assert not is_settled(key, {other: UNKNOWN})
        assert not is_settled(key, {other: True})
        assert not BY_KEY[key].required
    assert not is_settled("places_other_knee", {"knee": "both"})
