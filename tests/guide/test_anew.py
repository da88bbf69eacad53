"""A sign that is told anew: what was answered about an earlier one says nothing of it."""

from datetime import date

import pytest

from kneewise.guide.red_flags import assess
from kneewise.model.answers import UNKNOWN, Answer, AnswerSet
from kneewise.model.findings import SafetyFinding, Urgency
from tests.guide.made import cleared, noes, numbers, seen, told

LONG_AGO = date(2024, 1, 1)
OLD_INJURY: dict[str, Answer] = {"injury": True, "injury_on": LONG_AGO}
TENDER: dict[str, Answer] = {"injury": True, "injury_kneecap_tender": True}
WALKS: dict[str, Answer] = {"pain_walking": True, "pain_walking_0_10": 2}
ATTACHED: dict[str, Answer] = {"bone_tenderness": True, "bone_spot": "shin_bump"}
BUMP: dict[str, Answer] = {"swelling": True, "swelling_where": "bump_below_kneecap"}


def find(*sets: AnswerSet, days: int = 9, **more: object) -> SafetyFinding:
    return assess(seen(*sets, days=days, **more), numbers("red_flags"))


def raised(found: SafetyFinding) -> set[str]:
    return {flag.key for flag in found.flags}


def over(days: int = 5) -> AnswerSet:
    """The weekly form, where none is new."""
    weekly = numbers("red_flags").catalogue.weekly
    return told({key: False for key in noes() if key in weekly or key == "injury"}, days=days)


# ------------------------------------------------------------------------------------------- old answers


def test_the_day_of_an_earlier_injury_is_not_that_of_a_new_one() -> None:
    found = find(told(noes(**OLD_INJURY)), over(), told({**noes(), **TENDER}, days=9))

    assert (found.urgency, found.ask) == (Urgency.SAME_DAY, ("injury_on",))
    assert "fracture_rule" in raised(found)


def test_a_new_injury_asks_all_that_hangs_on_it() -> None:
    found = find(told(noes(**OLD_INJURY)), over(), over(8), told({"injury": True}, days=9))

    hanging = numbers("red_flags").catalogue.hanging_on["injury"]
    (asked,) = (reason for reason in found.because if reason.rule == "red_flags.not_asked")
    assert set(found.ask) == set(hanging)
    assert asked.facts == {"questions": len(hanging)}


def test_bone_that_is_tender_anew_counts_until_its_spot_is_told() -> None:
    old = told(noes(**ATTACHED)), over()

    assert find(*old, told({"bone_tenderness": True}, days=9)).urgency is Urgency.WITHIN_DAYS
    assert find(*old, told(ATTACHED, days=9)).urgency is Urgency.NONE


def test_walking_that_hurts_anew_pauses_and_asks_how_much() -> None:
    old = told(noes(**WALKS)), over()
    found = find(*old, told({"pain_walking": True}, days=9))

    assert (found.may_run, found.paused, found.ask) == (False, True, ("pain_walking_0_10",))
    assert find(*old, told({"pain_walking": True}, days=9), told(WALKS, days=9, hour=10)).may_run


def test_a_knee_that_is_swollen_anew_is_a_joint_until_told_where() -> None:
    old = told(noes(**BUMP, age_years=16)), over()
    anew = told({"swelling": True}, days=9), told({**BUMP, "swelling_sudden": False}, days=9)

    assert ["young_swelling" in raised(find(*old, each)) for each in anew] == [True, False]


def test_swelling_after_runs_asks_where_the_swelling_is_as_well() -> None:
    old = told(noes(**BUMP, age_years=16)), over()

    found = find(*old, told({"swelling_within_hours_of_run": True}, days=9))

    assert "young_swelling" in raised(found)
    assert "swelling_where" in found.ask


def test_a_leg_that_swells_asks_the_clot_questions_again() -> None:
    found = find(told(noes()), told({"calf_or_leg_swelling": True}, days=1), days=1)

    assert {"active_cancer", "travel_illness_or_hormones_lately", "pitting_swelling"} <= {*found.ask}


# -------------------------------------------------------------------------------------------- what stays


def test_what_is_told_in_the_same_set_stays_whatever_its_order() -> None:
    answers: dict[str, Answer] = {"injury_on": LONG_AGO, **noes()}
    forward = told({**answers, "injury": True}, days=9)
    back = told({"injury": True, **{key: each for key, each in answers.items() if key != "injury"}}, days=9)

    for last in (forward, back):
        found = find(told(noes(**OLD_INJURY)), over(), last)
        assert (found.urgency, found.ask) == (Urgency.NONE, ())


def test_what_hangs_on_another_sign_stays() -> None:
    found = find(told(noes(calf_pain=True)), told({"swelling": True}, days=1), days=1)

    assert "active_cancer" not in found.ask
    assert "swelling_sudden" in found.ask


def test_what_was_forgotten_is_not_asked_once_its_sign_is_over() -> None:
    anew = told(noes(**ATTACHED)), over(), told({"bone_tenderness": True}, days=9)

    assert "bone_spot" in find(*anew).ask
    assert "bone_spot" not in find(*anew, told({"bone_tenderness": False}, days=9, hour=10)).ask


def test_what_is_told_after_the_sign_stays_while_it_stands() -> None:
    later = told({"injury_on": LONG_AGO}, days=1)

    assert find(told(noes(injury=True)), later, told({"injury": True}, days=2), days=2).ask == ()


def test_a_yes_stays_yes() -> None:
    bleeds = told(noes(swelling=True, blood_thinner_or_bleeding_disorder=True))
    word = (cleared(days=3),)

    found = find(bleeds, over(), told({"swelling": True}, days=9), clearances=word)

    assert "bleeding_swelling" in raised(found)
    assert "blood_thinner_or_bleeding_disorder" not in found.ask


# --------------------------------------------------------------------------------------------- not known


def test_a_yes_that_is_not_known_any_more_is_no_new_sign() -> None:
    assert "injury_on" not in find(told(noes(**OLD_INJURY)), told({"injury": UNKNOWN}, days=1), days=1).ask


def test_a_sign_that_is_twice_not_known_is_new_the_second_time() -> None:
    old = told(noes(**OLD_INJURY)), over()
    sets = told({"injury": UNKNOWN}, days=6), told({"injury": UNKNOWN}, days=9)

    assert "injury_on" not in find(*old, sets[0]).ask
    assert "injury_on" in find(*old, *sets).ask


def test_a_sign_that_was_assumed_is_new_once_it_is_told() -> None:
    """Else what was answered while it was not known would silence it, and a no would not."""
    first, second = (told({"injury": UNKNOWN}, days=day) for day in (1, 2))
    answered = told({"injury_on": LONG_AGO, **noes(injury=UNKNOWN)}, days=3)

    found = find(told(noes(**OLD_INJURY)), over(0), first, second, answered, told({"injury": True}, days=4))

    assert "injury_on" in found.ask


@pytest.mark.parametrize("answer", [False, UNKNOWN])
def test_a_no_from_before_is_not_the_first_of_two(answer: Answer) -> None:
    """The joint swelled suddenly, then not; a new swelling begins the noes anew."""
    first = told(noes(swelling=True, swelling_sudden=True))
    between = told({"swelling": False, "swelling_sudden": answer}, days=1)
    again = told({"swelling": True}, days=2)
    last = told({"swelling": False, "swelling_sudden": False}, days=4)

    assert "swelling" in raised(find(first, between, again, last, days=4))


def test_what_was_denied_before_the_sign_was_new_is_denied_once_afterwards() -> None:
    first = told(noes(swelling=True, swelling_sudden=True))
    over_and_anew = (
        told({"swelling": False, "swelling_sudden": False}, days=1),
        told({"swelling": True}, days=2),
    )
    once, twice = (
        told({"swelling": False}, days=3),
        told({"swelling": False, "swelling_sudden": False}, days=5),
    )

    assert "swelling" in raised(find(first, *over_and_anew, once, twice, days=5))
