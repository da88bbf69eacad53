"""What an age changes, at each of its edges, and where it is not known or was not asked."""

from datetime import timedelta

import pytest

from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.findings import Flag, Urgency
from tests.guide.made import DAY, find, noes, seen, told

FELL: dict[str, Answer] = {
    "injury": True,
    "injury_on": DAY - timedelta(days=1),
    "injury_fall_or_blow": True,
    "sudden_inner_pain": True,
}
BY_AGE = {"under_18", "young_injury", "fracture_rule", "fall_rule", "sudden_inner_pain"}
YOUNG = {"under_18", "young_injury"}


def flags(age: Answer | None, **changes: Answer) -> dict[str, Flag]:
    answers = noes(**changes)
    del answers["age_years"]
    if age is not None:
        answers["age_years"] = age
    return {flag.key: flag for flag in find(seen(told(answers))).flags}


@pytest.mark.parametrize(
    ("age", "raised"),
    [
        (11, {*YOUNG, "fall_rule"}),
        (12, YOUNG),
        (17, YOUNG),
        (17.9, YOUNG),
        (18, set()),
        (49, set()),
        (50, {"sudden_inner_pain"}),
        (51, {"sudden_inner_pain", "fall_rule"}),
        (54, {"sudden_inner_pain", "fall_rule"}),
        (55, {"sudden_inner_pain", "fall_rule", "fracture_rule"}),
        (UNKNOWN, BY_AGE),
        (None, set()),
        (True, set()),
        ("old", set()),
    ],
    ids=lambda value: ", ".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_a_fall_raises_what_the_age_says(age: Answer | None, raised: set[str]) -> None:
    assert flags(age, **FELL).keys() & BY_AGE == raised


def test_whatever_rests_on_an_age_that_is_not_known_is_assumed_and_nothing_else_is() -> None:
    found = flags(UNKNOWN, **FELL, lump=True)

    assert {key for key, flag in found.items() if flag.assumed} == BY_AGE
    assert not found["lump"].assumed


def test_what_rests_on_more_than_the_age_is_not_assumed() -> None:
    found = flags(UNKNOWN, **FELL, injury_cannot_bend_90=True)

    assert not found["fracture_rule"].assumed


def test_what_rests_on_an_age_that_is_known_is_not_assumed() -> None:
    assert not any(flag.assumed for flag in flags(17, **FELL).values())


def test_an_age_that_is_not_known_is_under_eighteen_in_every_row() -> None:
    found = flags(UNKNOWN, swelling=True, thigh_pain=True)

    assert {"under_18", "young_hip", "young_swelling"} <= found.keys()


def test_an_age_that_was_not_asked_is_asked_and_raises_nothing() -> None:
    answers = noes(**FELL, swelling=True, thigh_pain=True)
    del answers["age_years"]

    found = find(seen(told(answers)))

    assert "age_years" in found.ask
    assert {flag.key for flag in found.flags} == {"swelling"}
    assert found.urgency is Urgency.WITHIN_DAYS


def test_the_latest_word_on_the_age_holds_for_everything_told_before() -> None:
    first = told(noes(age_years=17, limp=True))

    grown = find(seen(first, told({"age_years": 18}, days=1), days=1))
    young = find(seen(told(noes(limp=True)), told({"age_years": 17}, days=1), days=1))

    assert grown.urgency is Urgency.NONE
    assert young.urgency is Urgency.SAME_DAY


def test_a_later_set_without_an_age_leaves_it_as_it_is() -> None:
    found = find(seen(told(noes(age_years=17)), told({"limp": False}, days=1), days=1))

    assert {flag.key for flag in found.flags} == {"under_18"}
