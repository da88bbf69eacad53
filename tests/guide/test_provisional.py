"""What would follow from a no to everything that is asked, and the reasons that a finding gives."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from kneewise.guide.red_flags import provisional
from kneewise.model.answers import UNKNOWN, Answer, AnswerSet
from kneewise.model.diary import PainkillerUse
from kneewise.model.evidence import Reason
from kneewise.model.findings import SafetyFinding, Urgency
from kneewise.model.observations import Observations
from tests.guide.made import DAY, cleared, find, noes, numbers, seen, told

NONE, WITHIN_DAYS = Urgency.NONE, Urgency.WITHIN_DAYS


def suppose(at: Observations) -> SafetyFinding:
    return provisional(at, numbers("red_flags"))


def without(*keys: str, **changes: Answer) -> dict[str, Answer]:
    return {key: answer for key, answer in noes(**changes).items() if key not in keys}


def reason(found: SafetyFinding, rule: str) -> Reason:
    (one,) = [each for each in found.because if each.rule == f"red_flags.{rule}"]
    return one


# ------------------------------------------------------------------------------------------------ provisional


@pytest.mark.parametrize("days", [0, 1])
def test_a_question_that_was_left_out_is_supposed_to_be_no(days: int) -> None:
    at = seen(told(without("lump", "limp")), days=days)

    assert not find(at).may_run
    assert (suppose(at).may_run, suppose(at).ask) == (True, ())


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_answered_is_not_supposed_otherwise(days: int) -> None:
    at = seen(told(noes(), hour=8), told({"night_pain": True, "limp": UNKNOWN}), days=days)

    assert suppose(at).urgency is WITHIN_DAYS
    assert not suppose(at).may_run
    assert find(at).ask == ("limp",)
    assert suppose(at).ask == ()


@pytest.mark.parametrize("days", [0, 1])
def test_earlier_answers_are_kept_beside_what_is_supposed(days: int) -> None:
    sets = told(without("lump"), hour=8), told({"knee": "right"})

    assert suppose(seen(*sets, days=days)).may_run
    assert (
        suppose(seen(told(noes(lump=True), hour=8), told({"limp": UNKNOWN}), days=days)).urgency
        is WITHIN_DAYS
    )


def test_who_was_never_screened_would_run_if_the_age_and_every_no_were_told() -> None:
    found = suppose(seen())

    assert (found.urgency, found.may_run) == (NONE, False)
    assert found.ask == ("age_years", "knee", "more_running_lately")


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (without("age_years"), "age_years"),
        (noes(steroid_last_3_months=True), "places"),
    ],
    ids=["the age", "the places"],
)
def test_what_no_no_answers_still_waits(answers: dict[str, Answer], asked: str) -> None:
    found = suppose(seen(told(answers)))

    assert (found.ask, found.may_run) == ((asked,), False)


def test_what_no_no_answers_and_nothing_hangs_on_does_not_wait() -> None:
    found = suppose(seen(told(without("knee"))))

    assert (found.ask, found.may_run) == (("knee",), True)


def test_a_pause_that_is_not_asked_about_yet_stays() -> None:
    found = suppose(seen(told(noes(pain_earlier_each_run=True))))

    assert (found.paused, found.may_run) == (True, False)


def test_a_no_that_is_supposed_is_the_second_one_too() -> None:
    sets = told(noes(night_pain=True)), told({"night_pain": False}, days=1)
    fresh = told(without("night_pain"), days=9)

    found = suppose(seen(*sets, fresh, days=9))
    later = suppose(seen(*sets, told(without("night_pain"), days=8), days=9))

    assert (found.urgency, later.urgency) == (NONE, NONE)


# ---------------------------------------------------------------------------------------------------- reasons


def test_who_was_never_screened_is_told_how_many_questions_wait() -> None:
    found = find(seen())

    (why,) = found.because
    assert (why.rule, why.facts) == ("red_flags.never_screened", {"questions": len(found.ask)})
    assert why.limit == 7


@pytest.mark.parametrize(
    ("sets", "days", "rule", "limit", "questions"),
    [
        ((told(without("lump", "limp")),), 0, "not_asked", 7, 2),
        ((told(noes()), told(without("lump", "limp", "swelling"), days=8)), 8, "form_ran_out", 7, 3),
        ((told(noes(lump=UNKNOWN)),), 0, "ask_once_more", 7, 1),
        ((told(noes(painkillers_before_runs=True)),), 2, "ask_again", 2, 1),
    ],
    ids=["not asked", "ran out", "once more", "again"],
)
def test_each_reason_to_ask_says_how_many_and_its_limit(
    sets: tuple[AnswerSet, ...], days: int, rule: str, limit: int, questions: int
) -> None:
    found = find(seen(*sets, days=days))

    why = reason(found, rule)
    assert (why.limit, why.facts) == (limit, {"questions": questions})
    assert len(found.ask) == questions
    assert found.paused is (rule != "not_asked")


def test_a_flag_says_what_was_answered_and_an_urgency_is_no_limit() -> None:
    why = reason(find(seen(told(noes(lump=True)))), "lump")

    assert (why.seen, why.limit, why.unit) == (True, None, "")


def test_a_flag_that_is_assumed_says_that_it_is_not_known() -> None:
    found = find(seen(told(noes(lump=UNKNOWN)), told({"lump": UNKNOWN}, hour=10)))

    assert (reason(found, "lump").seen, found.flags[0].assumed) == ("unknown", True)


def test_a_routine_flag_says_the_same() -> None:
    sets = told(noes(catching_or_clicking=UNKNOWN)), told({"catching_or_clicking": UNKNOWN}, hour=10)

    known, assumed = find(seen(told(noes(catching_or_clicking=True)))), find(seen(*sets))

    assert (reason(known, "catching").seen, known.flags[0].assumed) == (True, False)
    assert (reason(assumed, "catching").seen, assumed.flags[0].assumed) == ("unknown", True)
    assert reason(known, "catching").limit is None


@pytest.mark.parametrize(
    ("changes", "rule", "seen_as", "limit", "unit"),
    [
        ({"painkillers_before_runs": True}, "pills_before_runs", True, 2, "days"),
        ({"pain_earlier_each_run": True}, "bone_earlier_alone", True, 2, "days"),
        ({"pain_walking": True}, "bone_walking_alone", True, 2, "days"),
    ],
)
def test_a_pause_says_why(
    changes: dict[str, Answer], rule: str, seen_as: bool, limit: int, unit: str
) -> None:
    found = find(seen(told(noes(**changes))))

    (why,) = found.because
    assert (why.rule, why.seen) == (f"red_flags.{rule}", seen_as)
    assert (why.limit, why.unit) == (limit, unit)


def test_a_clinicians_no_says_so() -> None:
    why = reason(find(seen(told(noes()), clearances=(cleared(may_run=False),))), "clinician_said_no")

    assert (why.seen, why.limit, why.unit) == (False, None, "")


def test_the_reasons_are_those_of_flags_then_pauses_then_questions() -> None:
    found = find(seen(told(without("limp", lump=True, painkillers_before_runs=True))))

    rules = [one.rule for one in found.because]
    assert rules == ["red_flags.lump", "red_flags.pills_before_runs", "red_flags.not_asked"]


def test_a_routine_flag_is_as_old_as_its_answer() -> None:
    found = find(seen(told(noes()), told({"catching_or_clicking": True}, days=2), days=5))
    arches = find(seen(told(noes()), told({"high_arches": True}, days=2), days=5, more_running_lately=True))

    assert [flag.since for flag in found.flags] == [DAY + timedelta(days=2)]
    assert [(flag.key, flag.since) for flag in arches.flags] == [
        ("bone_points_harmless", DAY + timedelta(days=2))
    ]


def test_the_worst_flag_comes_first_and_equals_by_name() -> None:
    found = find(seen(told(noes(lump=True, night_pain=True, locked_knee=True, catching_or_clicking=True))))

    assert [flag.key for flag in found.flags] == ["locked_knee", "lump", "night_pain", "catching"]


# ------------------------------------------------------------------- what only some answers make necessary


@pytest.mark.parametrize("medicine", ["steroid_last_3_months", "fluoroquinolone_last_3_months"])
def test_who_takes_a_medicine_that_harms_tendons_is_asked_for_the_place(medicine: str) -> None:
    found = find(seen(told(noes(**{medicine: True}))))

    assert (found.ask, found.urgency) == (("places",), NONE)


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    ("key", "answers"),
    [
        ("more_running_lately", {}),
        ("swelling_within_hours_of_run", {}),
        ("thigh_pain", {"age_years": 16, "foot_turns_out": False}),
        ("foot_turns_out", {"age_years": 16, "thigh_pain": False}),
    ],
)
def test_what_is_asked_of_some_is_asked_once_more_where_it_is_not_known(
    key: str, answers: dict[str, Answer], times: int
) -> None:
    first = told(noes(**{**answers, key: UNKNOWN}))
    again = [told({key: UNKNOWN}, hour=10)][: times - 1]

    found = find(seen(first, *again))

    assert (key in found.ask) is (times == 1)


def test_what_is_asked_of_some_is_not_asked_of_others() -> None:
    assert find(seen(told(noes()))).ask == ()
    assert find(seen(told(without("more_running_lately")))).ask == ("more_running_lately",)
    assert find(seen(told(without("more_running_lately")), more_running_lately=True)).ask == ()


def test_an_age_that_is_not_known_is_asked_what_the_young_are() -> None:
    found = find(seen(told(noes(age_years=UNKNOWN))))

    assert {"age_years", "thigh_pain", "foot_turns_out"} <= set(found.ask)


# ---------------------------------------------------------------------------------------------- quieter plans


def test_pregnancy_asks_for_a_quieter_calm() -> None:
    found = find(seen(told(noes(pregnant_or_recent_birth=True))))

    assert (found.deeper_calm, found.no_new_change) == (True, False)
    assert not find(seen(told(noes()))).deeper_calm


def test_points_that_are_not_harmless_ask_for_no_quieter_calm() -> None:
    found = find(seen(told(noes(high_arches=True, earlier_bone_stress_injury=True))))

    assert (found.deeper_calm, found.no_new_change, found.urgency) == (False, False, WITHIN_DAYS)


# ------------------------------------------------------------------------------------------------ painkillers


def pill(days_ago: int, *, before_run: bool = True) -> PainkillerUse:
    on = DAY + timedelta(days=5 - days_ago)
    at = datetime.combine(on, time(9), tzinfo=UTC)
    return PainkillerUse(record_id=f"p{days_ago}", at=at, on=on, before_run=before_run)


@pytest.mark.parametrize(
    ("uses", "paused"),
    [
        ((pill(0),), True),
        ((pill(2),), True),
        ((pill(3),), False),
        ((pill(-1),), False),
        ((pill(0, before_run=False),), False),
        ((pill(3), pill(1)), True),
    ],
    ids=["today", "two days ago", "three days ago", "tomorrow", "not before a run", "one of two"],
)
def test_a_pill_before_a_run_pauses_for_two_days(uses: Any, paused: bool) -> None:
    found = find(seen(told(noes()), days=5, painkillers=uses))

    assert (found.paused, found.may_run) == (paused, not paused)


@pytest.mark.parametrize("item", ["bone_tenderness", "earlier_bone_stress_injury", "high_arches"])
def test_the_points_of_bone_are_not_known_where_one_of_its_answers_is_not(item: str) -> None:
    answers = told(noes(**{item: UNKNOWN}))

    assert find(seen(answers, more_running_lately=False)).bone_points is None
    assert find(seen(told(noes()), more_running_lately=False)).bone_points == 0
