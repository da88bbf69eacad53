"""The cadence block is dropped where its first sessions are no point better."""

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import Score
from kneewise.model.plan import SessionKind
from tests.engine.made import Runner, sore_runner
from tests.engine.test_clauses import with_cadence

BEFORE, SINCE = (1, 3, 5), (8, 10, 12)


def has_band(before: tuple[Score, ...], since: tuple[Score, ...]) -> bool:
    """Whether the next runs have a band of steps, after these worst scores before and within the block."""
    runner = with_cadence(sore_runner()).each_week(20)
    assert band_of(runner, 8)
    for day, score in (*zip(BEFORE, before, strict=False), *zip(SINCE, since, strict=False)):
        runner.run(day, 28, during=score)
    return band_of(runner, 14)


def band_of(runner: Runner, day: int) -> bool:
    runs = [one for one in runner.decided(day).plan.sessions if one.kind is SessionKind.RUN]
    assert runs
    return all(one.cadence_high_spm is not None for one in runs)


@pytest.mark.parametrize(
    ("since", "kept"),
    [
        ((1, 0), True),
        ((1, 1), True),
        ((1, 2), False),
        ((2, 2), False),
    ],
)
def test_two_sessions_have_to_be_a_whole_point_better(since: tuple[Score, ...], kept: bool) -> None:
    assert has_band((2, 2, 2), since) is kept


@pytest.mark.parametrize(("before", "kept"), [((1, 1, 1), True), ((1, 1, 2), True), ((1, 2, 2), False)])
def test_where_it_hardly_hurt_before_nothing_is_tested(before: tuple[Score, ...], kept: bool) -> None:
    assert has_band(before, (2, 2)) is kept


@pytest.mark.parametrize("since", [(), (2,), (2, UNKNOWN), (UNKNOWN, UNKNOWN)])
def test_before_two_sessions_are_known_the_block_goes_on(since: tuple[Score, ...]) -> None:
    assert has_band((2, 2, 2), since)


@pytest.mark.parametrize("before", [(), (2,), (2, 2), (2, 2, UNKNOWN)])
def test_without_three_runs_before_there_is_nothing_to_hold_it_against(before: tuple[Score, ...]) -> None:
    assert has_band(before, (2, 2))


def test_only_the_first_two_sessions_decide() -> None:
    assert has_band((2, 2, 2), (1, 1, 2))
    assert not has_band((2, 2, 2), (2, 2, 0))
