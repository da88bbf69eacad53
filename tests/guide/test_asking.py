"""What tells patterns apart is asked in the order of what it would tell; the sums are made by hand."""

import random
from collections.abc import Mapping
from dataclasses import replace
from math import nextafter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneewise.guide import red_flags
from kneewise.guide.step1_pain import ask_next, assess
from kneewise.knowledge.toml import ROOT, read_toml
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.evidence import Grade
from kneewise.model.patterns import PatternCondition, PatternFeature, PatternTable
from tests.guide.edges import edge
from tests.guide.made import noes, numbers, seen, told

ROOM = numbers("step1_pain")
APART = ROOM.catalogue.tells_apart
KNEECAP: dict[str, Answer] = noes(sex="female", places=("behind_kneecap",))
CORNER: dict[str, Answer] = noes(sex="female", places=("outer_corner",))

THAT_ASKS_ALL = replace(ROOM, ask_from_bits=replace(ROOM.ask_from_bits, value=-9.0))

ANSWER = st.sampled_from([True, False, UNKNOWN])


def condition(key: str, prior: float, *, named: bool = True, **shares: float) -> PatternCondition:
    return PatternCondition(
        id=key,
        named=named,
        rare=False,
        tendon=False,
        prior=prior,
        grade=Grade.D,
        sources=("kneewise-design",),
        shares=shares,
        multipliers={},
    )


def room(*conditions: PatternCondition, ask_from_bits: float = 0.01) -> Any:
    """The room with a table of three features: squatting, hopping, and the kneecap as a place."""
    features = (
        PatternFeature(id="squat", keys=("hurts_squat",)),
        PatternFeature(id="hop", keys=("hurts_hop",)),
        PatternFeature(id="kneecap", places=("behind_kneecap",)),
    )
    table = PatternTable(features=features, conditions=conditions, reviewed_by="nobody")
    threshold = replace(ROOM.ask_from_bits, value=ask_from_bits)
    return replace(ROOM, table=table, ask_from_bits=threshold)


def bits(answers: Mapping[str, Answer], numbers_of_room: Any) -> dict[str, float]:
    return {told_next.key: told_next.bits for told_next in ask_next(answers, numbers_of_room)}


ALIKE = room(
    condition("one", 0.5, squat=0.9, hop=0.6, kneecap=0.5),
    condition("two", 0.5, squat=0.1, hop=0.4, kneecap=0.5),
)
# Squatting: 0.9 / 0.1 = 9, capped to 5 on one side and to 0.2 on the other, so the odds after a yes are
# (5 / 0.2) ^ 0.6 = 6.8986, the shares 0.8734 and 0.1266, the doubt 0.5481 bits; after a no the same mirrored.
# Hopping: 1.5 and 0.6667, odds 2.25 ^ 0.6 = 1.6267, shares 0.6193 and 0.3807, doubt 0.9585 bits.


def test_two_conditions_and_two_questions_are_weighed_as_by_hand() -> None:
    assert bits({}, ALIKE) == pytest.approx({"hurts_squat": 0.4519, "hurts_hop": 0.0415}, abs=0.0001)
    assert [*bits({}, ALIKE)] == ["hurts_squat", "hurts_hop"]


def test_what_was_answered_changes_what_the_next_would_tell() -> None:
    # After a yes to squatting the doubt is 0.5481, the chance of a yes to hopping 0.8734 * 0.6 + 0.1266 * 0.4
    # = 0.5747; the odds are 6.8986 * 1.6267 = 11.222 after it (doubt 0.4086), and 6.8986 / 1.6267 = 4.2409
    # after a no (0.7032).
    assert bits({"hurts_squat": True}, ALIKE) == pytest.approx({"hurts_hop": 0.0142}, abs=0.0002)


def test_each_answer_is_expected_as_often_as_it_is_to_come() -> None:
    # One condition three times as frequent as the other: a yes comes in 0.75 * 0.9 + 0.25 * 0.1 = 0.7 of all.
    # The doubt before is 0.8113; the odds are 3 * 6.8986 = 20.696 after a yes (0.2696), 3 / 6.8986 = 0.4349
    # after a no (0.8850).
    uneven = room(
        condition("one", 0.75, squat=0.9, hop=0.5, kneecap=0.5),
        condition("two", 0.25, squat=0.1, hop=0.5, kneecap=0.5),
    )

    assert bits({}, uneven) == pytest.approx({"hurts_squat": 0.3571}, abs=0.0002)


def test_what_only_tells_a_condition_that_is_never_named_is_asked_too() -> None:
    hidden = room(
        condition("one", 0.5, squat=0.5, hop=0.5, kneecap=0.5),
        condition("two", 0.5, named=False, squat=0.5, hop=0.05, kneecap=0.5),
    )

    assert [*bits({}, hidden)] == ["hurts_hop"]


@edge("step1_pain.ask_from_bits")
def test_what_would_tell_less_than_the_threshold_is_not_asked() -> None:
    conditions = ALIKE.table.conditions

    assert [*bits({}, room(*conditions, ask_from_bits=0.041))] == ["hurts_squat", "hurts_hop"]
    assert [*bits({}, room(*conditions, ask_from_bits=0.042))] == ["hurts_squat"]
    assert bits({}, room(*conditions, ask_from_bits=0.5)) == {}


@edge("step1_pain.ask_from_bits")
@pytest.mark.parametrize(("share", "asked"), [(0.549, False), (0.55, True), (0.551, True), (0.5, False)])
def test_a_hundredth_of_a_bit_is_worth_a_question(share: float, asked: bool) -> None:
    # 0.55 / 0.45 = 1.2222, odds 1.4938 ^ 0.6 = 1.2723: 0.0104 bits; with 0.549 it is 0.00997.
    nearly = room(
        condition("one", 0.5, squat=0.5, hop=share, kneecap=0.5),
        condition("two", 0.5, squat=0.5, hop=1 - share, kneecap=0.5),
    )

    assert ([*bits({}, nearly)] == ["hurts_hop"]) is asked


@edge("step1_pain.ask_from_bits")
def test_what_tells_just_as_much_as_the_threshold_is_asked() -> None:
    conditions = ALIKE.table.conditions
    least = min(bits({}, ALIKE).values())

    assert "hurts_hop" in bits({}, room(*conditions, ask_from_bits=least))
    assert "hurts_hop" not in bits({}, room(*conditions, ask_from_bits=nextafter(least, 1)))


@pytest.mark.parametrize("answer", [True, False, UNKNOWN])
def test_an_answered_question_is_never_asked_again(answer: Answer) -> None:
    first = ask_next(CORNER, ROOM)[0].key

    assert first not in {one.key for one in ask_next({**CORNER, first: answer}, ROOM)}


def test_a_question_left_for_later_is_not_asked_again_in_the_same_sitting() -> None:
    first, second = (one.key for one in ask_next(CORNER, ROOM)[:2])

    assert ask_next(CORNER, ROOM, passed=frozenset({first}))[0].key == second


def test_twelve_are_asked_at_most_and_then_none() -> None:
    asked: dict[str, Answer] = {}

    while telling := ask_next(noes() | asked, THAT_ASKS_ALL):
        assert len(asked) + len(telling) <= 12
        asked[telling[0].key] = UNKNOWN

    assert len(asked) == 12
    assert len(APART) > 12


@edge("step1_pain.ask_most")
@pytest.mark.parametrize(("asked", "left"), [(10, 2), (11, 1), (12, 0), (13, 0)])
def test_those_left_for_later_count_among_the_twelve(asked: int, left: int) -> None:
    passed = frozenset(APART[:asked])

    assert len(ask_next(noes(), THAT_ASKS_ALL, passed=passed)) == left


def test_a_clear_place_needs_few_questions_and_an_odd_one_many() -> None:
    assert ask_next(KNEECAP, ROOM)[0].key == "hurts_squat"
    assert len(ask_next(KNEECAP, ROOM)) < len(ask_next(CORNER, ROOM))


def test_the_own_sign_of_a_rare_pattern_comes_first_where_it_alone_decides() -> None:
    answers = noes(
        places=("above_kneecap",),
        warms_up=True,
        hurts_squat=True,
        hurts_sitting=False,
        morning_stiffness=True,
        hurts_stairs_down=False,
    )

    first = ask_next(answers, ROOM)[0]
    found = assess(seen(told({**answers, first.key: True})), ROOM)

    assert (first.key, first.names) == ("hurts_resisted_straightening", "quadriceps_tendon")
    assert assess(seen(told(answers)), ROOM).first is None
    assert found.first == "quadriceps_tendon"


def test_nothing_rare_is_asked_about_where_its_sign_decides_nothing() -> None:
    asked = {one.key for one in ask_next(KNEECAP, ROOM)}

    assert asked.isdisjoint({"hurts_resisted_straightening", "hurts_resisted_bend", "snapping"})


@settings(max_examples=20)
@given(answers=st.dictionaries(st.sampled_from(APART), ANSWER), chance=st.randoms(use_true_random=False))
def test_the_order_in_which_answers_came_changes_nothing(
    answers: dict[str, Answer], chance: random.Random
) -> None:
    said = [*(CORNER | answers).items()]
    shuffled = said.copy()
    chance.shuffle(shuffled)

    assert ask_next(dict(said), ROOM) == ask_next(dict(shuffled), ROOM)


@given(
    answers=st.dictionaries(st.sampled_from(APART), ANSWER),
    signs=st.dictionaries(st.sampled_from(sorted(ROOM.catalogue.weekly)), ANSWER),
)
def test_no_red_flag_hears_what_only_tells_patterns_apart(
    answers: dict[str, Answer], signs: dict[str, Answer]
) -> None:
    flags = numbers("red_flags")

    without = red_flags.assess(seen(told(noes() | signs)), flags)
    beside = red_flags.assess(seen(told(noes() | signs | answers)), flags)

    assert beside == without


def test_only_what_nothing_waits_for_is_put_in_order() -> None:
    every = ROOM.catalogue.by_key
    heard = {key for feature in ROOM.table.features for key in feature.keys}
    signs = {key for one in ROOM.table.conditions for key in one.needs_yes}
    own = set(read_toml(ROOT / "guide" / "step1_pain" / "questions.toml"))

    assert set(APART) <= (heard | signs) & own
    assert not any(every[key].required or every[key].weekly or every[key].only_if for key in APART)
    # A swelling after runs and more running before the pain are heard by the red flags as well.
    assert (heard | signs) & own - set(APART) == {"swelling_within_hours_of_run", "load_rise_before_onset"}
