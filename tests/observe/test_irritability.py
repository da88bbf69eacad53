"""How irritable a knee was at the start does not change with what is told later."""

from itertools import product

import pytest

from kneewise.model.answers import UNKNOWN, Answer, Origin
from kneewise.model.diary import Score
from kneewise.model.observations import Irritability
from tests.engine.made import Runner, sore_runner
from tests.guide.made import noes

ORDER = MILD, MODERATE, HIGH = tuple(Irritability)


@pytest.mark.parametrize(
    ("during", "after_60min", "morning", "judged"),
    [
        (2, 0, 0, MILD),
        (2, 0, UNKNOWN, HIGH),
        (2, 3, 0, MODERATE),
        (2, UNKNOWN, UNKNOWN, HIGH),
        (3, 0, 0, MODERATE),
        (3, 0, UNKNOWN, HIGH),
        (5, 0, UNKNOWN, HIGH),
        (6, 0, 0, HIGH),
        (UNKNOWN, 0, 0, HIGH),
    ],
)
def test_a_knee_is_judged_by_the_last_run_before_the_screening(
    during: Answer, after_60min: Answer, morning: Answer, judged: Irritability
) -> None:
    runner = sore_runner(
        pain_during_last_run=during,
        pain_60min_after_last_run=after_60min,
        pain_morning_after_last_run=morning,
    )

    assert runner.seen(0).irritability is judged


@pytest.mark.parametrize(("morning", "after_24h", "judged"), [(0, 5, HIGH), (4, 0, MILD), (0, 0, MILD)])
def test_the_score_a_day_later_says_more_than_the_morning(
    morning: int, after_24h: int, judged: Irritability
) -> None:
    runner = sore_runner(
        pain_during_last_run=2,
        pain_60min_after_last_run=0,
        pain_morning_after_last_run=morning,
        pain_24h_after_last_run=after_24h,
    )

    assert runner.seen(0).irritability is judged


def test_a_later_answer_about_the_last_run_speaks_of_another_run() -> None:
    runner = sore_runner(pain_during_last_run=7)

    runner.told(10, {"pain_during_last_run": 2, "pain_60min_after_last_run": 0})

    assert runner.seen(10).irritability is HIGH
    assert runner.seen(10).irritability_anew is MILD


def test_a_limp_that_is_told_later_does_not_change_the_start() -> None:
    runner = sore_runner(limp=False).told(10, {"limp": True})

    assert runner.seen(10).irritability is MODERATE


def test_an_answer_of_the_same_day_still_counts() -> None:
    runner = sore_runner(pain_during_last_run=UNKNOWN).told(0, {"pain_during_last_run": 4}, hour=20)

    assert runner.seen(3).irritability is MODERATE


@pytest.mark.parametrize(("after_24h", "judged"), [(0, MILD), (2, HIGH)])
def test_a_run_that_has_not_settled_a_day_later_is_of_a_stirred_up_knee(
    after_24h: int, judged: Irritability
) -> None:
    runner = sore_runner(pain_during_last_run=1, pain_60min_after_last_run=0, pain_morning_after_last_run=0)
    runner.run(2, 20, during=1, after_60min=0, morning=0, after_24h=after_24h)

    assert runner.seen(5).irritability_anew is judged


@pytest.mark.parametrize(("key", "good"), [("during", 1), ("after_60min", 0), ("morning", 0)])
def test_a_good_answer_of_a_run_made_unknown_never_makes_the_knee_less_irritable(key: str, good: int) -> None:
    scores: tuple[Score, ...] = (0, 1, 3, 6, UNKNOWN)
    for during, after_60min, morning in product(scores, repeat=3):
        said = {"during": during, "after_60min": after_60min, "morning": morning}

        known, unknown = (anew({**said, key: answer}) for answer in (good, UNKNOWN))

        assert ORDER.index(unknown) >= ORDER.index(known), said


def anew(said: dict[str, Score]) -> Irritability:
    """Judge a Calm that begins anew after a run of which nothing is wrong, and one of which this was told."""
    runner = sore_runner(pain_during_last_run=1, pain_60min_after_last_run=0, pain_morning_after_last_run=0)
    runner.run(1, 20, during=1, after_60min=0, morning=0).run(3, 20, **said)
    return runner.seen(5).irritability_anew


def test_a_run_of_which_only_one_thing_is_told_says_at_least_moderate() -> None:
    assert anew({"during": 1, "after_60min": None, "morning": None}) is MODERATE
    assert anew({"during": None, "after_60min": None, "morning": None}) is MILD


@pytest.mark.parametrize(("number", "judged"), [(6, HIGH), (7, MODERATE)])
def test_a_run_once_calm_may_be_over_says_nothing_of_the_knee_it_began_with(
    number: int, judged: Irritability
) -> None:
    runner = Runner().usually().told(0, noes(knee="right"), Origin.SCREENING)
    runner.run(2, 20, during=4, after_60min=0, morning=0).run(number, 20, during=6, after_60min=0, morning=0)

    assert runner.seen(9).irritability is judged
