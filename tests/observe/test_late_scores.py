"""Scores that are told late, or of a day later: whose run they are of, and what they still say."""

from dataclasses import replace
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


def test_a_morning_added_to_a_log_of_a_limp_alone_is_of_the_run_that_it_spoke_of() -> None:
    runner = screened()
    runner.ran(3, 20, hour=17)
    runner.log(3, 19, during=1, after_60min=0, painkiller=False)
    runner.log(3, 19, limp=False, morning=4, scored_at={"morning": runner.at(4, 8)})

    (run,) = [one for one in runner.decided(4).colours if one.about_run]

    assert run.colour is Colour.RED


@pytest.mark.parametrize("limp", [True, False], ids=["limped", "did not limp"])
def test_a_limp_told_by_itself_is_of_the_run_that_was_told_of_before_it(*, limp: bool) -> None:
    runner = screened()
    runner.log(3, 18, about_run=True, during=2, after_60min=0, painkiller=False)
    runner.log(3, 20, limp=limp)

    (entry,) = [entry for entry in runner.seen(4).entries if entry.about_run]

    assert entry.limp is limp


@pytest.mark.parametrize("at", [(4, 23), (5, 0), (5, 3), (5, 5)], ids=str)
def test_a_day_later_is_of_the_run_that_ended_a_day_before_on_whichever_date(at: tuple[int, int]) -> None:
    runner = screened()
    runner.run(3, 20, during=1, morning=2)
    runner.activities[-1] = replace(runner.activities[-1], start=runner.at(3, 23))
    runner.log(at[0], at[1], after_24h=3)

    (run,) = [one for one in runner.decided(6).colours if one.about_run]

    assert run.colour is Colour.RED


def test_a_day_later_is_of_the_run_a_day_before_and_not_of_one_this_morning() -> None:
    runner = screened()
    runner.ran(3, 20, hour=18)
    runner.ran(4, 20, hour=7)
    runner.log(4, 19, after_24h=3)

    later = {entry.on: entry.after_24h for entry in runner.seen(4).entries if entry.about_run}

    assert later[runner.date(3)] is not None
    assert later[runner.date(4)] is None


@pytest.mark.parametrize(
    ("told_on", "colour"), [(5, Colour.GREEN), (6, Colour.UNKNOWN), (10, Colour.UNKNOWN)]
)
def test_scores_are_added_for_two_days_however_early_the_instant_that_they_name(
    told_on: int, colour: Colour
) -> None:
    runner = screened()
    run = runner.ran(3, 20, hour=17)
    times = {"during": runner.at(3, 18), "after_60min": runner.at(3, 19), "morning": runner.at(4, 8)}
    runner.log(3, 19, activity_id=run, limp=False, painkiller=False)
    runner.log(told_on, 9, activity_id=run, during=1, after_60min=0, morning=0, scored_at=times)

    assert [one.colour for one in runner.decided(told_on).colours if one.about_run] == [colour]


def test_a_morning_added_in_the_afternoon_is_remembered_like_one_that_is_told_then() -> None:
    runner = screened()
    run = runner.ran(3, 20, hour=17)
    times = {"morning": runner.at(4, 15)}
    runner.log(3, 19, activity_id=run, during=1, after_60min=0, limp=False, painkiller=False)
    runner.pain[-1] = replace(runner.pain[-1], morning=4, scored_at=times)

    assert [one.colour for one in runner.decided(4).colours if one.about_run] == [Colour.RED]


def test_a_morning_added_to_a_limp_of_a_run_that_was_told_is_of_no_run_of_the_day_before() -> None:
    runner = screened()
    runner.run(3, 20)
    runner.log(4, 18, about_run=True, during=1, after_60min=0, painkiller=False)
    runner.log(4, 20, limp=False, morning=4, scored_at={"morning": runner.at(5, 8)})

    colours = {one.on: one.colour for one in runner.decided(5).colours if one.about_run}

    assert colours == {runner.date(3): Colour.GREEN, runner.date(4): Colour.RED}


def test_a_limp_told_before_the_run_of_a_file_is_of_the_day_itself() -> None:
    runner = screened()
    runner.ran(3, 20, hour=17)
    runner.log(3, 15, about_run=True, before=1)
    runner.log(3, 16, limp=True)

    (run,) = [entry for entry in runner.seen(3).entries if entry.about_run]

    assert run.limp is None


@pytest.mark.parametrize(
    ("said", "colour"),
    [({"limp": True}, Colour.RED), ({"painkiller": False}, Colour.GREEN)],
    ids=["limp", "no pill"],
)
def test_a_limp_or_a_painkiller_told_alone_in_the_night_is_of_the_run_of_the_evening(
    said: dict[str, bool], colour: Colour
) -> None:
    runner = screened()
    runner.ran(3, 20, hour=22)
    scores = {"before": 0, "during": 1, "after_60min": 0, "limp": False, "painkiller": False}
    told = {name: value for name, value in scores.items() if name not in said}
    runner.log(3, 23, about_run=True, **told).log(4, 1, **said).morning(4, 0)

    colours = {(one.on, one.about_run): one.colour for one in runner.decided(4).colours}

    assert colours[runner.date(3), True] is colour
    assert Colour.RED not in {one for (on, _run), one in colours.items() if on == runner.date(4)}
