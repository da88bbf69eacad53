"""Scores that are told late, or of a day later: whose run they are of, and what they still say."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from kneewise.model.findings import Colour, Urgency
from kneewise.model.places import Side
from tests.engine.made import Runner


def screened() -> Runner:
    return Runner().usually(40).screened().each_week(20)


def test_a_score_above_seven_that_comes_too_late_to_colour_is_a_sign_all_the_same() -> None:
    runner = screened()
    run = runner.ran(3, 20)
    runner.log(8, 19, activity_id=run, during=9)

    decision = runner.decided(8)

    assert decision.plan.urgency is Urgency.WITHIN_DAYS
    assert decision.colours[-1].colour is Colour.UNKNOWN


def test_a_day_later_speaks_of_the_run_of_the_day_before() -> None:
    runner = screened()
    runner.ran(3, 20)
    runner.log(4, 18, after_24h=2)

    (entry,) = [entry for entry in runner.seen(4).entries if entry.on == runner.date(3)]

    assert entry.after_24h is not None
    assert entry.after_24h.value == 2


def test_a_day_later_of_a_run_without_a_file_speaks_of_that_run_and_makes_none() -> None:
    runner = screened()
    runner.log(3, 18, about_run=True, during=2, after_60min=1)
    runner.log(3, 18, later=1, after_24h=1)

    about_runs = [entry.on for entry in runner.seen(4).entries if entry.about_run]
    (entry,) = [entry for entry in runner.seen(4).entries if entry.about_run]

    assert about_runs == [runner.date(3)]
    assert entry.after_24h is not None


def test_a_day_later_without_any_run_makes_none() -> None:
    runner = screened()
    runner.log(3, 18, after_24h=1)

    assert not [entry for entry in runner.seen(4).entries if entry.about_run]


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=13))], ids=str)
def test_a_score_is_of_the_clock_of_its_log_however_its_instant_is_written(zone: timezone) -> None:
    runner = screened()
    runner.run(2, 20, morning=None)
    home = timezone(timedelta(hours=13))
    seven = datetime.combine(runner.date(3), time(7), tzinfo=home)
    runner.log(3, 8, morning=6, at=seven, scored_at={"morning": seven.astimezone(zone)})

    assert [one.colour for one in runner.decided(3).colours if one.about_run] == [Colour.RED]


def test_a_knee_is_sore_from_the_day_on_which_its_score_was_added() -> None:
    runner = screened()
    runner.log(2, 9, side=Side.LEFT, morning=0, before=4, scored_at={"before": runner.at(5, 9)})

    assert [Side.LEFT in runner.seen(day).sore_sides for day in (4, 5)] == [False, True]
