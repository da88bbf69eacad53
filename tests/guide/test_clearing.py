"""What ends a flag, what a clearance covers and until when, and what was only waiting for more running."""

from datetime import timedelta
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN, Answer, AnswerSet
from kneewise.model.findings import Flag, Urgency
from kneewise.model.observations import DiaryEntry
from kneewise.model.places import Side
from tests.guide.made import DAY, cleared, find, noes, seen, told
from tests.guide.test_diary_signs import entry, score

NONE, WITHIN_DAYS, SAME_DAY = Urgency.NONE, Urgency.WITHIN_DAYS, Urgency.SAME_DAY
FIVE_POINTS: dict[str, Answer] = {"earlier_bone_stress_injury": True, "high_arches": True}
YOUNG: dict[str, Answer] = {"age_years": 16, "thigh_pain": False, "foot_turns_out": False}


def flags(*sets: AnswerSet, days: int, **more: Any) -> dict[str, Flag]:
    return {flag.key: flag for flag in find(seen(*sets, days=days, **more)).flags}


def no_to(*keys: str, days: int) -> AnswerSet:
    return told(dict.fromkeys(keys, False), days=days)


# ---------------------------------------------------------------------------------- by a no on two days


@pytest.mark.parametrize(
    ("answers", "asked_again", "urgency"),
    [
        ({"lump": True}, ("lump",), NONE),
        ({"pain_above_7": True}, ("pain_above_7",), NONE),
        ({"psoriasis": True, "tick_bite_or_rash": True}, ("tick_bite_or_rash",), NONE),
        (
            {"steroid_last_3_months": True, "places": ("below_kneecap",)},
            ("steroid_last_3_months",),
            NONE,
        ),
        (
            {"bends_less_than_other": True, "straightens_less_than_other": True},
            ("bends_less_than_other",),
            WITHIN_DAYS,
        ),
        ({"hot_or_red_joint": True}, ("hot_or_red_joint",), SAME_DAY),
        ({"cannot_put_weight": True}, ("cannot_put_weight",), SAME_DAY),
        ({"foot_drop": True}, ("foot_drop",), Urgency.EMERGENCY),
        ({"giving_way": True, "giving_way_repeated": True}, ("giving_way", "giving_way_repeated"), SAME_DAY),
        ({"locked_knee": True}, ("locked_knee",), SAME_DAY),
        ({"giving_way": True}, ("giving_way",), WITHIN_DAYS),
        ({"hop_pain_on_bone": True}, ("hop_pain_on_bone",), WITHIN_DAYS),
        ({"bone_tenderness": True}, ("bone_tenderness",), WITHIN_DAYS),
    ],
    ids=str,
)
def test_two_noes_clear_what_may_be_seen_within_days_and_nothing_else(
    answers: dict[str, Answer], asked_again: tuple[str, ...], urgency: Urgency
) -> None:
    sets = told(noes(**answers)), no_to(*asked_again, days=1), no_to(*asked_again, days=3)

    found = find(seen(*sets, days=3))

    assert found.urgency is urgency
    assert found.cleared_on == (DAY + timedelta(days=3) if urgency is NONE else None)


def test_a_clearing_by_noes_leaves_the_other_flags() -> None:
    sets = told(noes(lump=True, night_pain=True)), no_to("lump", days=1), no_to("lump", days=3)

    assert flags(*sets, days=3).keys() == {"night_pain"}


# ---------------------------------------------------------------------------------- what a clearance covers


def covered(*later: AnswerSet, days: int, **more: Any) -> bool:
    """Whether five points of bone stress, cleared on the first day, are still covered."""
    first = told(noes(**FIVE_POINTS))
    return not flags(first, *later, days=days, clearances=(cleared(days=1),), **more)


def test_a_weekly_form_of_noes_uncovers_nothing() -> None:
    assert covered(told(noes(**FIVE_POINTS), days=4), days=4)
    assert covered(no_to("limp", "lump", days=4), days=4)


def test_a_sign_that_is_twice_not_known_uncovers() -> None:
    unknown = told({"limp": UNKNOWN}, days=2), told({"limp": UNKNOWN}, days=3)

    assert covered(unknown[0], days=2)
    assert not covered(*unknown, days=3)


def limped(day: int, *, limp: bool) -> DiaryEntry:
    return entry(day, limp=limp)


def test_a_score_of_the_diary_uncovers_and_the_end_of_a_limp_does_not() -> None:
    assert covered(days=3, entries=(limped(0, limp=True), limped(2, limp=False)))
    assert not covered(days=3, entries=(limped(2, limp=True),))
    assert not covered(days=3, entries=(entry(2, during=score(8, 2)),))


def test_a_question_that_was_left_out_is_asked_after_a_clearance_as_well() -> None:
    answers = {key: answer for key, answer in noes(night_pain=True).items() if key != "lump"}

    found = find(seen(told(answers), days=1, clearances=(cleared(days=1),)))

    assert (found.ask, found.may_run) == (("lump",), False)


def test_what_belongs_to_an_injury_is_over_with_it() -> None:
    hurt = told(noes(injury=True, injury_on=DAY, injury_pop=True, injury_fall_or_blow=True))
    word = (cleared(days=1),)

    assert flags(hurt, days=0).keys() == {"swelling_or_pop_after_injury"}
    assert flags(hurt, told({"lump": True}, days=2), days=2, clearances=word).keys() == {"lump"}


def test_under_eighteen_stays_cleared_until_a_new_sign() -> None:
    first, weekly = told(noes(**YOUNG)), told(noes(**YOUNG), days=2)
    word = (cleared(days=1),)

    assert flags(first, days=0).keys() == {"under_18"}
    assert flags(first, weekly, days=2, clearances=word) == {}
    assert flags(first, weekly, told({"lump": True}, days=3), days=3, clearances=word).keys() == {
        "lump",
        "under_18",
    }


def test_what_rests_on_an_assumption_is_known_once_it_is_told() -> None:
    unknown = told(noes(lump=UNKNOWN)), told({"lump": UNKNOWN}, hour=10)

    assert flags(*unknown, days=0)["lump"].assumed
    assert not flags(*unknown, told({"lump": True}, days=1), days=1)["lump"].assumed
    assert not flags(told(noes(lump=True)), *unknown[1:], told({"lump": UNKNOWN}, hour=11), days=0)[
        "lump"
    ].assumed


def test_a_flag_of_a_known_and_an_assumed_answer_is_assumed() -> None:
    unwell: dict[str, Answer] = {"hot_or_red_joint": True, "feels_unwell": UNKNOWN}

    found = flags(told(noes(**unwell)), told({"feels_unwell": UNKNOWN}, hour=10), days=0)

    assert found["hot_joint_unwell"].assumed
    assert not found["hot_joint"].assumed


# ---------------------------------------------------------------------------------- two runs told by the form


def run_told(
    during: Answer, late: Answer, *, on: int | None, before: Answer | None = None
) -> dict[str, Answer]:
    said: dict[str, Answer] = {"pain_during_last_run": during, "pain_24h_after_last_run": late}
    if on is not None:
        said["last_run_on"] = DAY + timedelta(days=on)
    if before is not None:
        said["pain_before_last_run"] = before
    return said


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (run_told(5, 3, on=1), False),
        (run_told(6, 3, on=1), True),
        (run_told(7, 3, on=1), True),
        (run_told(6, 0, on=1), False),
        (run_told(6, 1, on=1), True),
        (run_told(6, 2, on=1, before=2), False),
        (run_told(6, 3, on=1, before=2), True),
        (run_told(6, 1, on=1, before=0), True),
        (run_told(6, 1, on=1, before=UNKNOWN), True),
        (run_told(6, 1, on=1, before=True), True),
        (run_told(UNKNOWN, 3, on=1), False),
        (run_told(6, UNKNOWN, on=1), False),
        (run_told(6, 3, on=None), True),
    ],
    ids=str,
)
def test_the_form_tells_a_run_above_five_that_was_not_settled(said: dict[str, Answer], counts: bool) -> None:
    sets = told(noes(**run_told(6, 3, on=-2))), told(said, days=2)

    assert ("pain_unsettled_twice" in flags(*sets, days=2)) is counts


def test_a_run_of_which_only_one_score_was_told_is_none_of_the_two() -> None:
    sets = told(noes(**run_told(6, 3, on=-2))), told({"pain_24h_after_last_run": 5}, days=2)

    assert flags(*sets, days=2) == {}


def test_runs_of_which_the_day_was_not_told_are_of_the_days_of_their_forms() -> None:
    said = run_told(6, 3, on=None)

    assert flags(told(noes(**said)), told(said, hour=10), days=0) == {}
    assert flags(told(noes(**said)), told(said, days=1), days=1).keys() == {"pain_unsettled_twice"}


def test_a_run_that_was_counted_and_cleared_is_not_counted_again() -> None:
    key = "pain_above_5_not_settled_at_24h_twice"
    two = told(noes(**run_told(6, 3, on=-4))), told(run_told(6, 3, on=-2), hour=10)
    over = no_to(key, days=1), no_to(key, days=3)

    assert flags(*two, days=0).keys() == {"pain_unsettled_twice"}
    assert flags(*two, *over, told(run_told(6, 3, on=-2), days=4), days=4) == {}
    assert flags(*two, *over, told(run_told(6, 3, on=3), days=4), days=4).keys() == {"pain_unsettled_twice"}


# ---------------------------------------------------------------------------------- waiting for more running


def measured(*sets: AnswerSet, more: int, days: int = 12, **others: Any) -> set[str]:
    """The flags where more running was measured on one day."""
    on = (DAY + timedelta(days=more),)
    return {*flags(told(noes()), *sets, days=days, more_running_days=on, **others)}


def earlier(day: int, *, yes: bool = True) -> AnswerSet:
    return told({"earlier_bone_stress_injury": yes}, days=day)


OTHER = no_to("lump", days=3)


@pytest.mark.parametrize(("more", "flagged"), [(1, False), (2, True), (4, True), (12, True)])
def test_a_flag_waits_for_more_running_from_its_first_day_on(more: int, flagged: bool) -> None:
    assert ("bone_points" in measured(earlier(2), OTHER, more=more)) is flagged


@pytest.mark.parametrize(
    ("more", "flagged"),
    [(1, False), (2, True), (5, True), (6, False), (7, True), (9, True), (10, False), (11, False)],
)
def test_it_waits_no_longer_than_its_sign_lasts_and_each_time_anew(more: int, flagged: bool) -> None:
    sets = (
        earlier(2),
        OTHER,
        earlier(5, yes=False),
        no_to("lump", days=6),
        earlier(7),
        earlier(9, yes=False),
        no_to("lump", days=11),
    )

    assert ("bone_points" in measured(*sets, more=more)) is flagged


@pytest.mark.parametrize(("more", "flagged"), [(3, False), (4, False), (6, True)])
def test_a_clearance_ends_the_waiting_until_a_new_sign(more: int, flagged: bool) -> None:
    sets = earlier(2), told({"limp": True}, days=5)

    assert ("bone_points" in measured(*sets, more=more, clearances=(cleared(days=4, hour=20),))) is flagged


def test_after_a_clearance_nothing_is_left_of_what_files_made() -> None:
    assert measured(earlier(2), more=3, days=3) == {"bone_points"}
    assert measured(earlier(2), more=3, days=5, clearances=(cleared(days=4),)) == set()
    assert measured(earlier(2), more=3, days=5, clearances=(cleared(days=4, may_run=False),)) == {
        "bone_points"
    }


def test_a_sign_of_either_knee_is_one_of_the_runner() -> None:
    left = entry(2, during=score(8, 2), side=Side.LEFT)

    assert flags(told(noes()), days=3, entries=(left,)).keys() == {"pain_above_7"}


# --------------------------------------------------------------------- since when a knee is swollen


def since(**answers: Answer) -> dict[str, int]:
    found = flags(told(noes(**answers)), days=0)
    return {key: (flag.since - DAY).days for key, flag in found.items()}


def test_a_swelling_is_from_the_day_it_began_and_what_stands_beside_it_is_not() -> None:
    assert since(swelling=True, lump=True, swelling_since=DAY - timedelta(days=3)) == {
        "swelling": -3,
        "lump": 0,
    }


def test_a_swelling_that_began_after_it_was_told_is_from_the_day_it_was_told() -> None:
    assert since(swelling=True, swelling_since=DAY + timedelta(days=1)) == {"swelling": 0}


def test_what_follows_an_injury_is_from_the_day_of_the_injury() -> None:
    hurt: dict[str, Any] = {"injury": True, "injury_pop": True, "injury_on": DAY - timedelta(days=2)}

    assert since(**hurt, lump=True) == {"swelling_or_pop_after_injury": -2, "lump": 0}


# ------------------------------------------------------- a yes that says nothing of an overloaded bone

TENDON_TIP: dict[str, Answer] = {"bone_tenderness": True, "bone_spot": "shin_bump"}
EASY_WALK: dict[str, Answer] = {"pain_walking": True, "pain_walking_0_10": 2}


@pytest.mark.parametrize("harmless", [TENDON_TIP, EASY_WALK], ids=["tendon", "walk"])
@pytest.mark.parametrize("standing", [YOUNG, FIVE_POINTS], ids=["young", "bone"])
def test_what_says_nothing_uncovers_nothing(harmless: dict[str, Answer], standing: dict[str, Answer]) -> None:
    first, weekly = told(noes(**standing) | harmless), told(harmless, days=8)

    assert flags(first, weekly, days=8, clearances=(cleared(days=1),)) == {}


@pytest.mark.parametrize(
    ("harmless", "grave"),
    [
        (TENDON_TIP, {"bone_tenderness": True, "bone_spot": "shin_shaft"}),
        (EASY_WALK, EASY_WALK | {"pain_walking_0_10": 3}),
    ],
    ids=["tendon", "walk"],
)
def test_it_uncovers_once_it_says_more(harmless: dict[str, Answer], grave: dict[str, Answer]) -> None:
    first, weekly = told(noes(**YOUNG) | harmless), told(harmless, days=8)
    later = told(grave, days=9)

    assert "under_18" in flags(first, weekly, later, days=9, clearances=(cleared(days=1),))


# ------------------------------------------------------------ signs that nobody denied, with the next new one


def asked_after(*sets: AnswerSet, days: int = 4, **more: Any) -> tuple[str, ...]:
    """Say what is asked after hot joints and fever were cleared on day 2, and more was told."""
    first = told(noes(hot_or_red_joint=True), days=1)
    return find(seen(first, *sets, days=days, clearances=(cleared(days=2),), **more)).ask


def test_a_sign_that_a_clearance_ended_is_asked_with_the_next_new_one() -> None:
    assert asked_after() == ()
    assert asked_after(told({"lump": True}, days=4)) == ("hot_or_red_joint",)


def test_it_is_not_asked_where_it_was_denied_since() -> None:
    assert asked_after(no_to("hot_or_red_joint", days=3), told({"lump": True}, days=4)) == ()
    assert asked_after(told({"lump": True, "hot_or_red_joint": False}, days=4)) == ()


def test_a_limp_that_the_diary_ended_since_is_not_asked() -> None:
    began, ended = limped(1, limp=True), limped(3, limp=False)
    new = told({"lump": True}, days=4)

    assert "limp" in asked_after(new, entries=(began,))
    assert "limp" not in asked_after(new, entries=(began, ended))
