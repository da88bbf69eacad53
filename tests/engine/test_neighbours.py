"""Runs on neighbouring days: two, after so many green weeks of Build, and never three."""

from dataclasses import replace

import pytest

from kneewise.engine.colours import colour_run
from kneewise.engine.counting import Terms, count
from kneewise.engine.day_rules import Taken, rule_against
from kneewise.engine.events import follow_bad
from kneewise.engine.knee import Knee
from kneewise.model.findings import Colour
from kneewise.model.observations import Irritability
from kneewise.model.plan import Phase, RunColour
from tests.engine.made import Runner, sore_runner

DAYS = [
    (4, Irritability.MODERATE, {19}, True),
    (3, Irritability.MODERATE, {19}, False),
    (2, Irritability.MILD, {19}, True),
    (4, Irritability.MODERATE, {18, 19}, False),
    (4, Irritability.MODERATE, {17, 19}, True),
    (0, Irritability.HIGH, {18}, True),
]


def knee_of(runner: Runner, weeks: int, irritability: Irritability) -> Knee:
    start = runner.date(9)
    return Knee(
        side=runner.side,
        phase=Phase.BUILD,
        since=start,
        calm_since=start,
        length_min=28,
        days=5,
        green_weeks=weeks,
        irritability=irritability,
    )


@pytest.mark.parametrize(("weeks", "irritability", "ran", "may"), DAYS)
def test_two_runs_may_be_neighbours_after_green_weeks_and_three_never(
    weeks: int, irritability: Irritability, ran: set[int], *, may: bool
) -> None:
    runner = sore_runner()
    frame = runner.frame(20)
    taken = Taken(runs={runner.date(day) for day in ran}, swaps=set(), most_swaps=0)

    rule = rule_against(runner.date(20), (knee_of(runner, weeks, irritability),), frame, taken)

    assert (rule.rule if rule is not None else None) == (None if may else "move.rest_days")


@pytest.mark.parametrize("colour", [Colour.AMBER, Colour.RED])
def test_amber_and_red_end_the_row_of_green_weeks_at_once(colour: Colour) -> None:
    runner = sore_runner()
    frame = runner.frame(20)
    told = RunColour(on=runner.date(19), side=runner.side, activity_id=None, colour=colour)

    assert follow_bad(knee_of(runner, 4, Irritability.MILD), told, frame).green_weeks == 0


@pytest.mark.parametrize(("weeks", "irritability", "ran", "may"), DAYS)
def test_a_run_that_lies_too_close_to_others_earns_nothing(
    weeks: int, irritability: Irritability, ran: set[int], *, may: bool
) -> None:
    runner = sore_runner().run(20, 28)
    frame = runner.frame(21)
    frame = replace(frame, run_days=frozenset(runner.date(day) for day in (*ran, 20)))
    (entry,) = [one for one in frame.seen.entries if one.about_run]
    terms = Terms(frame=frame, running=True, too_sore=False)

    run = count(knee_of(runner, weeks, irritability), entry, colour_run(entry, 2, frame.numbers), terms)

    assert run is not None
    assert run.counts is may
