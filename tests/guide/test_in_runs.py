"""What the diary says of runs is joined to what was run."""

from datetime import date

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import Score
from kneewise.model.findings import PainInRuns
from kneewise.model.places import Side
from kneewise.present.in_runs import in_runs_lines
from tests.engine.made import Runner, sore_runner
from tests.guide.edges import edge


def found(runner: Runner, day: int) -> PainInRuns | None:
    every = runner.decided(day).found.pain.in_runs
    assert len(every) <= 1
    return every[0] if every else None


def said(runner: Runner, day: int) -> str:
    one = found(runner, day)
    assert one is not None
    return " ".join(" ".join(line.text for line in in_runs_lines(one)).split())


def three_runs() -> Runner:
    """Two runs that hurt, after 20 and 12 minutes, and a shorter one that did not."""
    runner = sore_runner().run(1, 30, during=3, first_pain_min=20).run(3, 24, during=2, first_pain_min=12)
    return runner.run(5, 10, during=0)


def test_minutes_of_first_pain_stand_beside_the_minutes_of_running() -> None:
    assert found(three_runs(), 6) == PainInRuns(
        side=Side.RIGHT,
        since=date(2026, 3, 3),
        runs=3,
        hurt_runs=2,
        first_pain_min=16,
        first_pain_low_min=12,
        first_pain_high_min=20,
        hurt_running_min=27,
        free_running_min=10,
    )


def test_it_is_said_in_plain_words() -> None:
    assert said(three_runs(), 6) == (
        "- Runs since 3 March, right knee: 3, with pain in 2. Those that hurt had about 27 minutes of "
        "running. Where you said when, it began after about 16 minutes (12 to 20). The longest run without "
        "pain had 10 minutes of running."
    )


def test_runs_that_did_not_hurt_are_said_as_such() -> None:
    assert said(sore_runner().run(1, 22, during=0), 2) == (
        "- Runs since 3 March, right knee: 1, with pain in none. The longest run without pain had 22 minutes "
        "of running."
    )


@edge("step1_pain.in_runs_days")
@pytest.mark.parametrize(("day", "runs"), [(27, 1), (28, 1), (29, None)])
def test_only_the_runs_of_28_days_are_looked_at(day: int, runs: int | None) -> None:
    seen = found(sore_runner().run(1, 20, during=2), day)

    assert (None if seen is None else seen.runs) == runs


@pytest.mark.parametrize("during", [None, UNKNOWN])
def test_a_run_whose_worst_pain_is_not_known_is_not_counted(during: Score) -> None:
    runner = sore_runner().run(1, 20, during=during, first_pain_min=5).run(3, 20, during=1)

    seen = found(runner, 4)

    assert seen is not None
    assert (seen.runs, seen.hurt_runs, seen.first_pain_min) == (1, 1, None)


def test_a_run_without_a_file_has_no_dose() -> None:
    seen = found(sore_runner().log(2, 19, about_run=True, during=4, first_pain_min=9), 3)

    assert seen is not None
    assert (seen.first_pain_min, seen.hurt_running_min, seen.free_running_min) == (9, None, None)


def test_a_brisk_walk_is_no_run_and_before_any_run_nothing_is_said() -> None:
    assert found(sore_runner().walk(2, pain=1), 3) is None
    assert found(sore_runner(), 1) is None
