"""An age that is not known stops running; first of all is said that telling it may end that at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.utils.translation import override

from kneewise.present.age import is_for_age_alone
from kneewise.web.pages.stop import show_stop

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Answered, Shell

FIRST = "First tell your age: kneewise screen. It may change this at once."


def _screened(shell: Shell, path: Path, **changed: object) -> Answered:
    answers = {**json.loads(path.read_text(encoding="utf-8")), **changed}
    path.write_text(json.dumps(answers), encoding="utf-8")
    return shell.ran("screen", "--answers", path)


def test_the_age_comes_first_and_no_clinician_is_said_to_be_needed(shell: Shell, answers_file: Path) -> None:
    screened = _screened(shell, answers_file, age_years="unknown").out
    today = shell.ran("today").out

    for said in (" ".join(screened.split()), " ".join(today.split())):
        assert "Do not run. Be seen within a few days." in said
        assert 0 < said.index(FIRST) < said.index("See a doctor or a physiotherapist")
        assert "Your age is not known, and counts as under 18 until you tell it" in said
        assert "Your age may be enough: kneewise screen." in said
        assert "No green day can do it" not in said


def test_telling_it_frees_at_once(shell: Shell, answers_file: Path) -> None:
    _screened(shell, answers_file, age_years="unknown")

    said = _screened(shell, answers_file, age_years=40).out

    assert "Do not run" not in said
    assert FIRST not in said


def test_with_another_sign_or_a_told_age_the_words_stay(shell: Shell, answers_file: Path) -> None:
    beside = _screened(shell, answers_file, age_years="unknown", night_pain=True).out
    young = _screened(shell, answers_file, age_years=16, night_pain=False).out

    assert FIRST not in beside
    assert FIRST not in young
    assert "Under 18, no plan is made without a clinician" in " ".join(young.split())


def test_the_page_says_it_too(shell: Shell, answers_file: Path) -> None:
    from kneewise.app import clock, home, review, settings, signs

    _screened(shell, answers_file, age_years="unknown")
    runner = home.open_home()
    decision = review.review_now(runner, clock.now())
    with override("en"):
        stop = show_stop(decision, settings.get(runner), signs.stopping_signs())

    assert is_for_age_alone(decision)
    assert stop.where[0] == "First tell your age: the questions ask for it. It may change this at once."
    assert stop.again == "Your age may be enough. If it is not, what a clinician says, entered by you."
