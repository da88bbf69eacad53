"""Answers in words: each with its count, no reason, nothing that loosens, and everything in JSON."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from kneewise.model.insight import Asked, Insight, Insights, Lag, LeftOut, Pairs, Strength, Verdict
from kneewise.model.places import Side
from kneewise.present.insights import (
    say_answer,
    say_beside,
    say_left_out,
    say_pairs,
    say_plan,
    say_question,
    say_rate,
    say_strength,
    topics,
)
from kneewise.present.insights_text import insights_lines
from kneewise.present.words import has_sentence

ON = date(2026, 5, 1)
FOUND = Insight(
    asked=Asked.DESCENT,
    subject="",
    side=Side.RIGHT,
    lag=Lag.DURING,
    verdict=Verdict.MORE_PAIN,
    runs=30,
    runs_more=None,
    pairs=Pairs(more=20, less=2, same=4),
    strength=Strength(value=0.69, low=-0.2, high=0.81, p_value=0.001),
    left_out=LeftOut(),
    points=(),
)


def told(*answers: Insight, **changes: Any) -> Insights:
    found = Insights(
        on=ON, since=ON, false_percent=10, interval_percent=90, asked_at_once=len(answers), answers=answers
    )
    return replace(found, **changes)


@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("lag", list(Lag))
def test_every_answer_to_every_question_can_be_said(asked: Asked, verdict: Verdict, lag: Lag) -> None:
    one = replace(FOUND, asked=asked, verdict=verdict, lag=lag, subject="Blue", runs_more=5)

    for said in (say_answer(one), say_beside(one), say_plan(one), say_question(topics(told(one))[0])):
        assert said
        assert "caus" not in said.lower()
        assert "%" not in said


def test_a_count_of_pairs_stands_beside_it() -> None:
    assert say_pairs(FOUND) == (
        "Of 26 pairs of near runs, the one with more metres down hurt more in 20, less in 2, the same in 4."
    )
    assert say_pairs(replace(FOUND, pairs=Pairs(more=0, less=0, same=0))) == ""


@pytest.mark.parametrize("asked", list(Asked))
def test_the_pairs_of_each_question_name_what_one_had_more_of(asked: Asked) -> None:
    said = say_pairs(replace(FOUND, asked=asked, subject="Blue"))

    assert said.endswith("hurt more in 20, less in 2, the same in 4.")
    assert "of it" not in said
    assert "this kind" not in said


def test_the_strength_has_its_interval() -> None:
    assert say_strength(FOUND).endswith("0.69, and by its interval \N{MINUS SIGN}0.20 to 0.81.")
    assert say_strength(replace(FOUND, strength=None)) == ""


def test_the_first_pain_is_told_in_the_direction_of_its_minutes() -> None:
    assert "the one with the later first pain hurt more in 20" in say_pairs(
        replace(FOUND, asked=Asked.FIRST_PAIN)
    )


def test_figures_have_the_point_of_the_language() -> None:
    with override("de"):
        said = say_strength(FOUND)

    assert "0,69" in said
    assert "\N{MINUS SIGN}0,20" in said
    assert "0." not in said


def test_one_more_run_and_more_of_them_and_nobody_knows_how_many() -> None:
    waits = replace(FOUND, verdict=Verdict.NOT_ENOUGH, strength=None)

    assert say_answer(replace(waits, runs_more=1)) == "Not enough yet: about 1 more run."
    assert say_answer(replace(waits, runs_more=9)) == "Not enough yet: about 9 more runs."
    assert say_answer(waits) == "Not enough yet."


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    assert say_left_out(LeftOut()) == ""
    assert say_left_out(LeftOut(painkiller=2, no_score=1)) == (
        "Left out: 2 that a painkiller may have changed; 1 without a score."
    )


@pytest.mark.parametrize("asked", [Asked.DAY_BEFORE, Asked.LONGEST, Asked.PACE, Asked.DESCENT, Asked.SHOE])
def test_what_went_with_less_pain_never_asks_for_more_of_it(asked: Asked) -> None:
    assert not has_sentence(f"insight.could.{asked.value}.less_pain")
    assert say_plan(replace(FOUND, asked=asked, verdict=Verdict.LESS_PAIN)) == (
        "Nothing in the plan changes by itself."
    )


def test_the_rate_is_said_in_whole_people_words() -> None:
    assert "about one in 10 may still be chance" in say_rate(told(FOUND))


def test_what_was_found_stands_first_and_of_one_question_the_score_that_says_most() -> None:
    chance = replace(FOUND, asked=Asked.CADENCE, verdict=Verdict.NOT_TOLD_APART)
    later = replace(FOUND, lag=Lag.MORNING)
    weaker = replace(FOUND, verdict=Verdict.NOT_TOLD_APART)

    first, second = topics(told(chance, weaker, later))

    assert (first.asked, first.first.lag) == (Asked.DESCENT, Lag.MORNING)
    assert second.asked is Asked.CADENCE


def test_the_knee_is_named_where_there_are_two() -> None:
    one = [line.text for line in insights_lines(told(FOUND))]
    both = [line.text for line in insights_lines(told(FOUND, replace(FOUND, side=Side.LEFT)))]

    assert not any("right knee" in line for line in one)
    assert any("right knee" in line for line in both)
    assert any("left knee" in line for line in both)


def test_nothing_to_ask_says_what_is_missing() -> None:
    assert "Nothing to ask yet." in " ".join(line.text for line in insights_lines(told()))
