"""What is made once for as much as is known of it: days looked at in turn are seen as each alone."""

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.model.diary import PainkillerUse, Sleep, TestKind
from kneewise.observe import observer
from tests.engine.made import Runner

LAST = 14


def told_late() -> Runner:
    """Runs and exercises of which every kind of word comes on a later day."""
    runner = Runner().usually(40).screened().each_week(LAST)
    for day in (2, 4, 7, 9):
        runner.ran(day, 20)
        runner.log(day, 20, during=2, after_60min=0, limp=False)
    runner.morning(3, 1).morning(5, 1).morning(8, 1)
    runner.log(4, 21, later=2, about_run=True, during=5, limp=True)
    runner.log(7, 9, later=1, about_run=True, after_24h=3)
    runner.exercise(3, "split_squat", during=1, repetitions=(17,), morning=None)
    runner.log(10, 8, later=1, morning=3)
    runner.exercise(11, "step_down", during=4, repetitions=(12,), morning=None)
    runner.log(12, 8, later=1, morning=2)
    runner.log(5, 19, later=6, morning=4, scored_at={"morning": runner.at(5, 7)})
    runner.log(8, 19, later=5, morning=6, scored_at={"morning": runner.at(8, 7)})
    runner.log(4, 19, later=4, morning=5, scored_at={"morning": runner.at(4, 7)})
    runner.test(8, TestKind.BRISK_WALK, minutes=30)
    for day, quality in ((5, 3), (8, 2), (10, 4), (12, 8)):
        runner.sleeps.append(
            Sleep(
                record_id=f"{day}", at=runner.at(day, 7), on=runner.date(day), hours=6, quality_0_10=quality
            )
        )
    runner.painkillers.append(PainkillerUse(record_id="pill", at=runner.at(7, 12), on=runner.date(9)))
    return runner


@pytest.mark.parametrize("step", [1, -1])
def test_days_looked_at_in_turn_are_seen_as_each_alone(step: int) -> None:
    runner = told_late()
    days = range(LAST + 1)[::step]
    look = observer(runner.history, house_numbers().observe)

    in_turn = [look(runner.date(day)) for day in days]

    assert in_turn == [runner.seen(day) for day in days]


def test_an_entry_that_nothing_new_is_known_of_is_the_same_one() -> None:
    runner = told_late()
    look = observer(runner.history, house_numbers().observe)

    before, after = look(runner.date(5)), look(runner.date(6))

    assert before.entries[0] is after.entries[0]
