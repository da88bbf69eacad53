"""What one answer makes of those before it: the latest word, how often not known, what follows by itself."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from kneewise.guide.red_flags import assess
from kneewise.guide.red_flags.routine import BY_KEY
from kneewise.model.answers import UNKNOWN, Answer, AnswerSet
from kneewise.model.findings import SafetyFinding, Urgency
from kneewise.model.observations import Observations
from tests.guide.made import DAY, cleared, noes, numbers, seen, told


def find(at: Observations) -> SafetyFinding:
    return assess(at, numbers("red_flags"))


def keys(*sets: AnswerSet, days: int = 0) -> set[str]:
    return {flag.key for flag in find(seen(*sets, days=days)).flags}


# ---------------------------------------------------------------------------------- scores of the form


SCORES = [
    "pain_this_morning",
    "pain_before_last_run",
    "pain_during_last_run",
    "pain_60min_after_last_run",
    "pain_morning_after_last_run",
    "pain_24h_after_last_run",
    "pain_walking_0_10",
]


@pytest.mark.parametrize("key", SCORES)
@pytest.mark.parametrize(
    ("score", "flagged"), [(7, False), (8, True), (10, True), (UNKNOWN, False), (True, False)], ids=str
)
def test_any_score_of_the_form_above_seven_counts(key: str, score: Answer, flagged: bool) -> None:
    assert ("pain_above_7" in keys(told(noes(**{key: score})))) is flagged


@pytest.mark.parametrize("others", [0, 3, UNKNOWN])
def test_the_highest_score_of_a_form_counts(others: Answer) -> None:
    answers = dict.fromkeys(SCORES, others) | {"pain_60min_after_last_run": 8}

    assert "pain_above_7" in keys(told(noes(**answers)))


def test_a_score_counts_whatever_was_said_of_pain_above_seven() -> None:
    assert keys(told(noes(pain_above_7=False, pain_this_morning=9))) == {"pain_above_7"}


def test_a_lower_score_of_a_later_form_ends_nothing() -> None:
    assert keys(told(noes(pain_this_morning=9)), told({"pain_this_morning": 0}, days=1), days=1) == {
        "pain_above_7"
    }


@pytest.mark.parametrize(
    ("score", "pauses"), [(0, False), (2, False), (3, True), (True, True), (False, True)]
)
def test_a_score_of_walking_that_is_no_score_pauses(score: Answer, pauses: bool) -> None:
    assert find(seen(told(noes(pain_walking=True, pain_walking_0_10=score)))).paused is pauses


# ---------------------------------------------------------------------------------- not known


def test_not_known_counts_the_second_time_and_a_no_between_begins_anew() -> None:
    unknown = [told({"limp": UNKNOWN}, days=days) for days in (1, 3)]
    no = told({"limp": False}, days=2)

    twice = find(seen(told(noes()), *unknown, days=3))
    anew = find(seen(told(noes()), unknown[0], no, unknown[1], days=3))

    assert "limp" not in twice.ask
    assert anew.ask == ("limp",)


def test_not_known_after_a_yes_is_asked_once_more() -> None:
    found = find(seen(told(noes(limp=True)), told({"limp": UNKNOWN}, days=1), days=1))

    assert (found.ask, found.paused) == (("limp",), True)


def test_a_yes_that_is_not_known_any_more_stays_until_it_is_denied() -> None:
    limp = told(noes(limp=True))
    not_known = told({"limp": UNKNOWN, "fever_or_chills": True}, days=1)

    assert "limp_with_signs" in keys(limp, not_known, days=1)
    assert "limp_with_signs" not in keys(limp, told({"limp": False, "fever_or_chills": True}, days=1), days=1)


@pytest.mark.parametrize("key", [*BY_KEY, "injections_or_long_term_medicine"])
def test_advice_beside_the_plan_stays_as_well(key: str) -> None:
    first, not_known = told(noes(**{key: True})), told({key: UNKNOWN}, days=1)

    assert keys(first, not_known, days=1) == keys(first, days=1) != set()


def test_what_was_twice_not_known_is_over_with_a_clearance() -> None:
    unknown = told(noes(locked_knee=UNKNOWN)), told({"locked_knee": UNKNOWN}, hour=10)

    found = find(seen(*unknown, days=1, clearances=(cleared(days=1),)))

    assert (found.urgency, found.ask, found.may_run) == (Urgency.NONE, (), True)


@pytest.mark.parametrize(("days", "asked"), [(8, False), (9, True)])
def test_the_no_of_a_clearance_is_good_for_seven_days_as_well(days: int, asked: bool) -> None:
    fresh = told({key: answer for key, answer in noes().items() if key != "night_pain"}, days=days)

    found = find(seen(told(noes(night_pain=True)), fresh, days=days, clearances=(cleared(days=1),)))

    assert ("night_pain" in found.ask) is asked


def test_a_no_from_before_the_yes_is_not_the_first_of_two() -> None:
    sets = told(noes()), told({"lump": True}, days=5), told({"lump": False}, days=6)

    assert keys(*sets, days=6) == {"lump"}


# ---------------------------------------------------------------------------------- what follows by itself


def of_calf(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Those that hang on a painful calf."""
    asked = numbers("red_flags").catalogue.hanging_on["calf_pain"]
    return {key: answers[key] for key in asked if key in answers}


def test_a_calf_that_was_pointed_at_once_is_over_with_a_no() -> None:
    pointed = told(noes(places=("calf",)))
    over = told({"calf_pain": False}, days=1)
    fresh = noes()
    del fresh["calf_pain_one_sided"]
    told_with_it = {**of_calf(fresh), "places": ("calf",)}

    assert find(seen(pointed, over, days=1)).may_run
    assert find(seen(told(fresh), told(told_with_it, hour=10))).ask == ("calf_pain_one_sided",)
    assert find(seen(told({**fresh, "places": ("calf",)}), over, days=1)).ask == ()


def test_both_knees_are_looked_at_whichever_was_told_last() -> None:
    left_out = {key: answer for key, answer in noes().items() if key != "calf_pain_one_sided"}
    first = told({**left_out, "places_other_knee": ("calf",)})

    again = told({**of_calf(left_out), "places": ("thigh",)}, hour=11)

    found = find(seen(first, told({"calf_pain": False}, hour=10), again))

    assert found.ask == ("calf_pain_one_sided",)


def test_a_flag_is_as_old_as_the_answer_that_raised_it() -> None:
    sets = told(noes()), told({"lump": True}, days=2), told({"lump": True}, days=4)

    (flag,) = find(seen(*sets, days=5)).flags

    assert flag.since == DAY + timedelta(days=2)
