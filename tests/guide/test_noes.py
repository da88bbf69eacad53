"""The first "no" to a sign is remembered until the second clears it."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from kneewise.guide.red_flags import all_clear_by_no, assess, first_noes
from kneewise.model.answers import Answer, AnswerSet
from tests.guide.made import DAY, noes, numbers, seen, told


def waiting(*sets: AnswerSet, days: int) -> Mapping[str, date]:
    return first_noes(seen(*sets, days=days), numbers("red_flags"))


def test_one_no_of_two_is_given_with_its_day() -> None:
    said = told(noes(night_pain=True)), told({"night_pain": False}, days=1)

    assert waiting(said[0], days=0) == {}
    assert waiting(*said, days=2) == {"night_pain": DAY + timedelta(days=1)}


def test_a_yes_in_between_begins_anew() -> None:
    said = [
        told(noes(night_pain=True)),
        told({"night_pain": False}, days=1),
        told({"night_pain": True}, days=2),
    ]

    assert waiting(*said, days=2) == {}
    assert waiting(*said, told({"night_pain": False}, days=3), days=3) == {
        "night_pain": DAY + timedelta(days=3)
    }


def test_a_flag_of_two_signs_waits_for_a_no_to_both() -> None:
    both: dict[str, Answer] = {"bends_less_than_other": True, "straightens_less_than_other": True}
    said = told(noes(**both)), told({"bends_less_than_other": False}, days=1)

    assert waiting(*said, days=1) == {}
    assert waiting(*said, told({"straightens_less_than_other": False}, days=2), days=2) == {
        "movement_lost": DAY + timedelta(days=2)
    }


def test_a_flag_that_is_cleared_or_that_no_no_clears_waits_for_none() -> None:
    night = (
        told(noes(night_pain=True)),
        told({"night_pain": False}, days=1),
        told({"night_pain": False}, days=3),
    )
    away = told(noes(giving_way=True)), told({"giving_way": False}, days=1)

    assert not assess(seen(*night, days=3), numbers("red_flags")).urgency.stops_running
    assert waiting(*night, days=3) == {}
    assert waiting(*away, days=1) == {}


def test_of_signs_and_facts_together_only_the_signs_are_asked_about_again() -> None:
    both: dict[str, Answer] = {"psoriasis": True, "tick_bite_or_rash": True}
    said = told(noes(**both)), told({"tick_bite_or_rash": False}, days=1)

    assert waiting(*said, days=1) == {"inflammation": DAY + timedelta(days=1)}


def test_a_flag_of_facts_alone_waits_for_a_no_to_them() -> None:
    taken: dict[str, Answer] = {"steroid_last_3_months": True, "places": ("below_kneecap",)}
    said = told(noes(**taken)), told({"steroid_last_3_months": False}, days=1)

    assert waiting(*said[:1], days=0) == {}
    assert waiting(*said, days=1) == {"tendon_medicine": DAY + timedelta(days=1)}


def test_a_no_to_what_is_of_the_same_day_waits_for_no_second_one() -> None:
    said = told(noes(hot_or_red_joint=True, lump=True)), told({"hot_or_red_joint": False}, days=1)

    assert waiting(*said, days=1) == {}


@pytest.mark.parametrize(
    ("answers", "by_no"),
    [
        ({}, False),
        ({"catching_or_clicking": True}, False),
        ({"lump": True}, True),
        ({"lump": True, "night_pain": True}, True),
        ({"lump": True, "catching_or_clicking": True}, True),
        ({"giving_way": True}, False),
        ({"lump": True, "giving_way": True}, False),
        ({"hot_or_red_joint": True}, False),
        ({"lump": True, "locked_knee": True}, False),
        ({"age_years": 17}, False),
        ({"bone_tenderness": True}, False),
    ],
    ids=str,
)
def test_whether_noes_alone_can_bring_running_back(answers: dict[str, Answer], by_no: bool) -> None:
    safety = assess(seen(told(noes(**answers))), numbers("red_flags"))

    assert all_clear_by_no(safety) is by_no
