from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kneewise.guide.red_flags import assess, provisional
from kneewise.model.answers import UNKNOWN, Answer
from tests.guide.made import DAY, cleared, noes, numbers, seen, told

CATALOGUE = numbers("red_flags").catalogue
YES_NO = sorted(CATALOGUE.yes_no)

AGES = st.sampled_from([11, 17, 18, 34, 50, 55, 70, UNKNOWN])
PLACES = st.sampled_from([("behind_kneecap",), ("below_kneecap", "calf"), ("thigh",), UNKNOWN])
OTHERS = st.fixed_dictionaries(
    {"age_years": AGES, "places": PLACES},
    optional={
        "injury_on": st.integers(0, 30).map(lambda days: DAY - timedelta(days=days)),
        "pain_walking_0_10": st.integers(0, 10),
        "pain_during_last_run": st.integers(0, 10),
        "swelling_where": st.sampled_from(["joint", "bump_below_kneecap", UNKNOWN]),
        "bone_spot": st.sampled_from(["shin_bump", "shin_shaft", UNKNOWN]),
    },
)


@st.composite
def runners(draw: st.DrawFn) -> dict[str, Answer]:
    """Somebody whose safety questions are all answered no, but for a few."""
    yes = draw(st.lists(st.sampled_from(YES_NO), max_size=5, unique=True))
    return noes() | dict.fromkeys(YES_NO, False) | dict.fromkeys(yes, True) | draw(OTHERS)


@given(runners(), st.sampled_from(YES_NO))
@settings(deadline=None)
def test_one_more_yes_never_lowers_the_urgency_nor_permits_running(
    answers: dict[str, Answer], key: str
) -> None:
    before = assess(seen(told({**answers, key: False})), numbers("red_flags"))
    after = assess(seen(told({**answers, key: True})), numbers("red_flags"))

    assert after.urgency >= before.urgency
    assert before.may_run or not after.may_run


@given(runners(), st.sampled_from(YES_NO), st.booleans())
@settings(deadline=None)
def test_a_no_turned_into_not_known_never_loosens(answers: dict[str, Answer], key: str, twice: bool) -> None:
    known = {**answers, key: False}
    unknown = {**answers, key: UNKNOWN}
    again = (told({key: UNKNOWN}, hour=10),) if twice else ()

    before = assess(seen(told(known)), numbers("red_flags"))
    after = assess(seen(told(unknown), *again), numbers("red_flags"))

    assert after.urgency >= before.urgency
    assert before.may_run or not after.may_run


@given(runners(), st.lists(st.sampled_from(YES_NO), max_size=20))
@settings(deadline=None)
def test_leaving_reassuring_answers_out_never_permits_running(
    answers: dict[str, Answer], left_out: list[str]
) -> None:
    fewer = {key: answer for key, answer in answers.items() if answer is not False or key not in left_out}

    before = assess(seen(told(answers)), numbers("red_flags"))
    after = assess(seen(told(fewer)), numbers("red_flags"))

    assert before.may_run or not after.may_run


@given(runners())
@settings(deadline=None)
def test_one_later_form_of_noes_brings_nobody_back(answers: dict[str, Answer]) -> None:
    first = told(answers)
    weekly = told(dict.fromkeys(CATALOGUE.weekly, False), days=3)

    before = assess(seen(first), numbers("red_flags"))
    after = assess(seen(first, weekly, days=3), numbers("red_flags"))

    assert after.urgency >= before.urgency or not before.urgency.stops_running


@given(runners())
@settings(deadline=None)
def test_from_every_start_a_clearance_and_honest_noes_lead_back_to_running(
    answers: dict[str, Answer],
) -> None:
    adult = told({**answers, "age_years": 30})
    later = told(dict.fromkeys(YES_NO, False) | {"injury_on": DAY}, days=4)

    found = assess(seen(adult, later, days=4, clearances=(cleared(days=3),)), numbers("red_flags"))

    assert found.may_run


@given(runners(), st.integers(1, 4000))
@settings(deadline=None)
def test_shifting_every_day_changes_nothing(answers: dict[str, Answer], days: int) -> None:
    moved = {
        key: answer + timedelta(days=days) if isinstance(answer, date) else answer
        for key, answer in answers.items()
    }

    here = assess(seen(told(answers)), numbers("red_flags"))
    there = assess(seen(told(moved, days=days), days=days), numbers("red_flags"))

    assert (here.urgency, here.ask, here.may_run) == (there.urgency, there.ask, there.may_run)


@given(runners(), st.lists(st.sampled_from(YES_NO), max_size=20))
@settings(deadline=None)
def test_provisional_is_never_worse_than_what_is_already_said(
    answers: dict[str, Answer], left_out: list[str]
) -> None:
    fewer = {key: answer for key, answer in answers.items() if key not in left_out}

    found = assess(seen(told(fewer)), numbers("red_flags"))
    supposed = provisional(seen(told(fewer)), numbers("red_flags"))

    assert supposed.urgency <= found.urgency
    assert supposed.may_run or not found.may_run
