"""Weeks side by side: what was told is summed up, what was not is no zero."""

from kneewise.app.numbers import house_numbers
from kneewise.insight.outcomes import follow
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import PainkillerUse, TestKind
from kneewise.model.outcome import WeekSeen
from kneewise.model.places import Side
from tests.engine.made import Runner, sore_runner

NUMBERS = house_numbers().insight


def weeks(runner: Runner, day: int) -> tuple[WeekSeen, ...]:
    return follow(runner.seen(day), NUMBERS)


def test_before_the_first_screening_there_is_no_week() -> None:
    assert weeks(Runner().usually(), -1) == ()


def test_a_week_that_began_counts_and_no_more_than_eight_do() -> None:
    assert len(weeks(sore_runner(), 3)) == 1
    assert len(weeks(sore_runner(), 7)) == 2
    assert len(weeks(sore_runner(), 100)) == 8


def test_the_pain_of_a_week_is_the_middle_of_the_worst_of_its_days() -> None:
    runner = sore_runner().morning(8, 1).morning(9, 2).run(10, 30, during=6, morning=3)

    (this, before) = weeks(runner, 13)

    assert (this.pain_0_10, this.scored_days) == (2.5, 4)
    assert this.since == runner.date(7)
    assert before.on == runner.date(6)


def test_the_morning_after_a_run_is_of_its_own_day() -> None:
    runner = sore_runner().run(13, 30, during=1, after_60min=0, morning=5)

    assert weeks(runner, 13)[0].pain_0_10 == 1


def test_a_week_without_a_score_is_not_known_and_not_well() -> None:
    runner = sore_runner().morning(10, UNKNOWN)

    (this, _before) = weeks(runner, 13)

    assert (this.pain_0_10, this.scored_days) == (None, 0)


def test_a_day_with_a_painkiller_is_left_out_and_counted() -> None:
    runner = sore_runner().morning(10, 0).morning(11, 4)
    runner.painkillers.append(PainkillerUse(record_id="p", at=runner.at(10, 7), on=runner.date(10)))

    (this, _before) = weeks(runner, 13)

    assert (this.pain_0_10, this.scored_days, this.painkiller_days) == (4, 1, 1)


def test_minutes_runs_and_sets_are_those_of_the_seven_days() -> None:
    runner = sore_runner().run(6, 20).run(7, 30).run(13, 40)
    runner.exercise(6).exercise(8).exercise(12, sets=2)

    this, before = weeks(runner, 13)

    assert (this.runs, this.running_min, this.sets) == (2, 70, 5)
    assert (before.runs, before.running_min, before.sets) == (1, 20, 3)


def test_a_run_that_the_diary_alone_tells_is_one_of_unknown_minutes() -> None:
    runner = sore_runner().run(6, 20).felt(8).run(10, 30).felt(12).walk(13)

    this, _before = weeks(runner, 13)
    (without_files, _empty) = weeks(sore_runner().felt(8), 13)

    assert (this.runs, this.runs_without_min, this.running_min) == (3, 2, 30)
    assert (without_files.runs, without_files.runs_without_min, without_files.running_min) == (1, 1, None)


def test_the_minutes_of_the_week_before_are_known_where_files_reach_so_far() -> None:
    covered = Runner().screened(0).run(-10, 20).run(-6, 25).run(1, 30)
    half = Runner().screened(0).run(-6, 25).run(1, 30)

    assert [one.running_min_before for one in weeks(covered, 3)] == [45]
    assert [one.running_min_before for one in weeks(half, 3)] == [None]
    assert [one.running_min_before for one in weeks(half, 14)] == [30, 25, None]


def test_nobody_was_asked_before_the_first_screening() -> None:
    runner = sore_runner().morning(1, 2).morning(2, UNKNOWN)

    assert [one.unscored_days for one in weeks(runner, 3)] == [2]
    assert [one.unscored_days for one in weeks(runner, 9)] == [7, 1]


def test_the_last_test_of_each_side_is_told() -> None:
    runner = sore_runner()
    for day, cm in ((8, 7.0), (12, 9.0)):
        runner.test(day, TestKind.KNEE_TO_WALL)
        runner.tests[-1] = type(runner.tests[-1])(
            record_id=f"w{day}",
            at=runner.at(day, 18),
            on=runner.date(day),
            side=Side.LEFT,
            kind=TestKind.KNEE_TO_WALL,
            distance_cm=cm,
        )

    assert weeks(runner, 13)[0].knee_to_wall_cm == {Side.LEFT: 9.0}
