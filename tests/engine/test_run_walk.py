"""A run of the ladder keeps its walks, whatever makes it shorter (rules 5)."""

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine.ladder import rung_block, rung_minutes, within
from kneewise.model.answers import Answer
from kneewise.model.places import Side
from kneewise.model.plan import Block, Phase, Session, SessionKind
from tests.engine.made import Runner, calm_week

BAND: dict[str, Answer] = {
    "places": ("outer_above",),
    "starts_at_same_distance": True,
    "age_years": 30,
    "sex": "female",
}
NUMBERS = house_numbers().engine


def on_rung_three(usual_min: float, **changes: Answer) -> Runner:
    """Calm runs of a quarter of an hour, which lead to 3/2x5."""
    runner = calm_week(Runner().usually(usual_min).screened(0, weekly=False, **changes), 15)
    plan = runner.decided(10).plan
    assert (plan.phase, plan.stage) == (Phase.WALK_RUN, 3)
    assert runs_of(runner, 10)[0].blocks == (Block(run_min=3, walk_min=2, times=5),)
    return runner


def runs_of(runner: Runner, day: int) -> list[Session]:
    return [one for one in runner.decided(day).plan.sessions if one.kind is SessionKind.RUN]


def adds_up(session: Session) -> bool:
    ran = sum(block.run_min * block.times for block in session.blocks)
    walked = sum(block.walk_min * block.times for block in session.blocks)
    return (ran, session.duration_min) == (
        session.running_min,
        session.running_min + walked + session.warm_up_min,
    )


@pytest.mark.parametrize(
    ("first_min", "blocks"),
    [
        (12, (Block(run_min=3, walk_min=2, times=3),)),
        (13, (Block(run_min=3, walk_min=2, times=3),)),
        (15, (Block(run_min=3, walk_min=2, times=3), Block(run_min=2, walk_min=2, times=1))),
    ],
)
def test_a_run_shortened_by_outer_pain_keeps_its_walks(first_min: float, blocks: tuple[Block, ...]) -> None:
    runner = on_rung_three(40, **BAND).run(10, 15, during=3, first_pain_min=first_min)

    shorter, after = runs_of(runner, 12)[:2]

    assert shorter.blocks == blocks
    assert after.blocks == (Block(run_min=3, walk_min=2, times=5),)
    assert adds_up(shorter)
    assert adds_up(after)


def test_a_second_knee_in_calm_leaves_the_walks_of_the_first() -> None:
    runner = on_rung_three(28)
    runner.told(10, {"knee": "left"}, hour=9)

    plan = runner.decided(11).plan
    runs = runs_of(runner, 11)

    assert (plan.phase, runner.seen(11).sore_sides) == (Phase.CALM, (Side.LEFT, Side.RIGHT))
    assert [one.running_min for one in runs] == [12, 14, 14]
    assert [one.blocks for one in runs[:2]] == [
        (Block(run_min=3, walk_min=2, times=4),),
        (Block(run_min=3, walk_min=2, times=4), Block(run_min=2, walk_min=2, times=1)),
    ]
    assert all(adds_up(one) for one in runs)


@pytest.mark.parametrize("rung", range(1, 11))
def test_whatever_is_left_of_a_rung_adds_up_and_has_no_longer_part(rung: int) -> None:
    whole = rung_block(rung, NUMBERS)
    for minutes in range(1, int(rung_minutes(rung, NUMBERS)) + 1):
        parts = within(whole, minutes)
        assert sum(part.run_min * part.times for part in parts) == minutes
        assert all(0 < part.run_min <= whole.run_min for part in parts)
        assert {part.walk_min for part in parts} == {whole.walk_min}
    assert within(whole, rung_minutes(rung, NUMBERS)) == (whole,)
