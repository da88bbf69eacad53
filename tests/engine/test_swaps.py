"""Runs given to bike or pool: in turn with runs, and as much for the heart as the usual week."""

from dataclasses import replace

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.model.activity import Activity
from kneewise.model.bands import HeartBand
from kneewise.model.plan import SessionKind
from kneewise.model.runner import LoadChoice, Settings
from kneewise.model.sport import Sport
from kneewise.observe.ledgers import Ledgers
from tests.engine.made import Runner

SWAP = Settings(load_choice=LoadChoice.SWAP, has_bike=True)
RUN_BPM, EASY_RIDE_BPM, HARD_RIDE_BPM = 145.0, 130.0, 160.0


def swapping(run_min: float = 40, days: tuple[int, ...] = (0, 2, 4), settings: Settings = SWAP) -> Runner:
    return Runner(settings=settings).usually(run_min, days=days).screened()


def with_heart(session: Activity, bpm: float) -> Activity:
    band = HeartBand(bpm, session.measured.elapsed_s)
    return replace(session, measured=replace(session.measured, heart_rate_bpm=bpm, by_heart_rate=(band,)))


def all_hearts(runner: Runner, ride_bpm: float) -> Runner:
    """Every session so far has a heart rate."""
    runner.activities = [with_heart(one, RUN_BPM if one.is_run else ride_bpm) for one in runner.activities]
    return runner


def followed(runner: Runner, days: int, *, ride_bpm: float | None = None, kept: bool = True) -> list[str]:
    """Do what is planned, day by day; a heart rate is known of all sessions where one is named."""
    done = []
    for day in range(days):
        if day and day % 6 == 0:
            runner.screened(day, weekly=True)
        session = runner.decided(day).plan.sessions[0]
        done.append(session.kind.value)
        if session.kind is SessionKind.RUN:
            runner.run(day, session.running_min)
        elif session.kind is SessionKind.BIKE and kept:
            runner.rode(day, session.duration_min)
        if ride_bpm is not None:
            all_hearts(runner, ride_bpm)
    return done


@pytest.mark.parametrize(("left_out", "runs"), [(0, 2), (2, 2), (3, 1)])
def test_a_day_that_was_run_in_most_weeks_is_usual_for_swaps_as_well(left_out: int, runs: int) -> None:
    runner = Runner(settings=SWAP).usually(40, days=(0, 2, 4, 6))
    for week in range(left_out):
        del runner.activities[4 * week + 1 - week]

    load = runner.screened().decided(0).found.load

    assert load.swap_runs == runs


def test_runs_and_swaps_take_turns_day_by_day() -> None:
    done = followed(swapping(), 12)

    assert [kind for kind in done if kind in {"run", "bike"}][:6] == [
        "run",
        "bike",
        "run",
        "run",
        "bike",
        "run",
    ]


def test_a_swap_that_left_no_file_is_not_asked_for_for_ever() -> None:
    done = followed(swapping(), 14, kept=False)

    assert done.count("run") >= 4


def test_rides_to_work_every_day_leave_runs_in_the_week() -> None:
    runner = swapping()
    for day in range(-7, 6):
        runner.rode(day, 45, hour=7)

    kinds = [session.kind for session in runner.decided(6).plan.sessions]

    assert SessionKind.RUN in kinds


@pytest.mark.parametrize(
    ("ride_bpm", "longer"), [(EASY_RIDE_BPM, True), (RUN_BPM, None), (HARD_RIDE_BPM, False), (None, None)]
)
def test_a_swapped_week_keeps_the_aerobic_ledger_within_a_tenth(
    ride_bpm: float | None, longer: bool | None
) -> None:
    runner = swapping()
    if ride_bpm is not None:
        runner.rode(-10, 40)
        runner.rode(-5, 40)
        all_hearts(runner, ride_bpm)
    usual = week_of(runner, -1, without_rides=True)

    followed(runner, 7, ride_bpm=ride_bpm)

    minutes = [one.load_min for one in runner.activities if one.sport is Sport.CYCLING][-1]
    assert longer is None or (minutes > 41) is longer
    assert abs(week_of(runner, 6) / usual - 1) <= 0.1


def week_of(runner: Runner, day: int, *, without_rides: bool = False) -> float:
    history = runner.history
    if without_rides:
        history = replace(history, activities=tuple(one for one in history.activities if one.is_run))
    return Ledgers(history, house_numbers().observe).weeks(runner.date(day), 1)[0].aerobic_easy_min


def test_a_pool_is_used_where_there_is_no_bike() -> None:
    settings = replace(SWAP, has_bike=False, has_pool=True)

    kinds = {session.kind for session in swapping(settings=settings).decided(0).plan.sessions}

    assert SessionKind.POOL in kinds
