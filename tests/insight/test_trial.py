"""A test of one runner: the order by its seed, and an answer that goes by the order and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.insight.trial import answer, drawn, fewest_pairs, turns_of
from kneewise.model.answers import UNKNOWN
from kneewise.model.insight import Verdict
from kneewise.model.observations import TimedScore
from kneewise.model.places import Side
from kneewise.model.trial import Trial, TrialKind, Turn, Way
from kneewise.model.trial_seen import TurnSeen
from tests.engine.made import Runner, sore_runner

NUMBERS = house_numbers().insight
RUNNER = sore_runner()
TRIAL = Trial(
    record_id="t", at=RUNNER.at(0, 9), on=RUNNER.date(0), trial=TrialKind.CADENCE, seed="a seed", pairs=6
)


def turns(a: list[int | None], b: list[int | None]) -> list[TurnSeen]:
    """Run a whole test with these scores of the two ways, pair by pair."""
    left = {Way.A: list(a), Way.B: list(b)}
    return [
        TurnSeen(on=RUNNER.date(place), place=place, way=way, as_told=True, score_0_10=left[way].pop(0))
        for place, way in enumerate(drawn(TRIAL.seed, TRIAL.pairs), start=1)
    ]


def test_an_order_has_both_ways_in_each_pair_and_is_the_same_for_the_same_seed() -> None:
    order = drawn("a seed", 50)

    assert order == drawn("a seed", 50) != drawn("another", 50)
    assert all({*order[at : at + 2]} == {Way.A, Way.B} for at in range(0, 100, 2))
    assert order[:6] == drawn("a seed", 3)


def test_either_way_is_drawn_first_about_as_often() -> None:
    first = sum(drawn(f"seed {number}", 1)[0] is Way.B for number in range(400))

    assert 160 < first < 240


def test_less_pain_in_every_pair_went_with_that_way() -> None:
    found = answer(turns([4, 5, 3, 4, 5, 4], [2, 2, 2, 3, 3, 1]), TRIAL, NUMBERS)

    assert (found.verdict, found.pairs, found.effect_0_10) == (Verdict.LESS_PAIN, 6, -2)
    assert found.p_value == pytest.approx(2 / 64)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= -2 <= found.high < 0


def test_as_often_more_as_less_is_not_told_apart() -> None:
    found = answer(turns([3, 3, 3, 3, 3, 3], [4, 2, 4, 2, 4, 2]), TRIAL, NUMBERS)

    assert found.verdict is Verdict.NOT_TOLD_APART


def test_a_score_that_is_not_known_takes_its_pair_out_and_too_few_pairs_answer_nothing() -> None:
    found = answer(turns([4, None, 3, 4, 5, 4], [2, 2, None, 3, 3, 1]), TRIAL, NUMBERS)

    assert fewest_pairs(NUMBERS) == 5
    assert (found.verdict, found.pairs, found.effect_0_10) == (Verdict.NOT_ENOUGH, 4, None)


def test_a_run_that_was_not_run_as_told_counts_as_it_was_drawn() -> None:
    told = turns([4, 5, 3, 4, 5, 4], [2, 2, 2, 3, 3, 1])
    other = [replace(one, as_told=False) for one in told]

    assert answer(other, TRIAL, NUMBERS) == answer(told, TRIAL, NUMBERS)


def ran(runner: Runner, day: int, place: int, *, hour: int = 18) -> Turn:
    at = runner.at(day, hour)
    return Turn(
        record_id=f"{day}-{hour}", at=at, on=at.date(), of_trial="t", place=place, way=Way.A, as_told=True
    )


def test_a_run_has_the_worst_score_of_its_day_and_none_where_it_is_not_known_or_dulled() -> None:
    runner = (
        sore_runner().run(1, 30, during=3).run(3, 30, during=UNKNOWN).run(5, 30, during=2, painkiller=True)
    )
    runner.ran(7, 30)
    seen = replace(
        runner.seen(9),
        turns=tuple(ran(runner, day, place) for place, day in enumerate((1, 3, 5, 7), start=1)),
    )

    assert [one.score_0_10 for one in turns_of(seen, TRIAL)] == [3, None, None, None]


@pytest.mark.parametrize(("left", "score"), [(1, 3), (5, 5), (None, None)])
def test_of_two_knees_the_worse_one_counts_and_neither_where_one_is_not_known(
    left: int | None, score: int | None
) -> None:
    runner = sore_runner().run(1, 30, during=3)
    seen = runner.seen(3)
    (entry,) = (one for one in seen.entries if one.about_run)
    other = replace(entry, side=Side.LEFT, during=TimedScore(value=left, at=runner.at(1, 19)))
    seen = replace(seen, entries=(entry, other), turns=(ran(runner, 1, 1),))

    assert [one.score_0_10 for one in turns_of(seen, TRIAL)] == [score]


@pytest.mark.parametrize(("sore_from", "score"), [(1, None), (2, 3)])
def test_a_sore_knee_that_was_not_scored_does_not_have_the_score_of_the_other(
    sore_from: int, score: int | None
) -> None:
    runner = sore_runner().run(1, 30, during=3)
    seen = runner.seen(3)
    since = {**seen.sore_since, Side.LEFT: runner.date(sore_from)}
    (told,) = (one for one in seen.entries if one.about_run)
    seen = replace(seen, sore_since=since, entries=(told,), turns=(ran(runner, 1, 1),))
    silent = replace(told, side=Side.LEFT, during=None)

    either = [seen, replace(seen, entries=(told, silent))]

    assert [turns_of(one, TRIAL)[0].score_0_10 for one in either] == [score, score]


def test_of_two_runs_with_one_place_the_first_counts_and_other_tests_do_not() -> None:
    runner = sore_runner().run(1, 30, during=3).run(2, 30, during=6)
    other = replace(ran(runner, 1, 2), of_trial="another")
    seen = replace(runner.seen(4), turns=(ran(runner, 2, 1), ran(runner, 1, 1), other))

    (turn,) = turns_of(seen, TRIAL)
    assert (turn.on, turn.score_0_10) == (runner.date(1), 3)
    assert turn.on + timedelta(days=1) == runner.date(2)
