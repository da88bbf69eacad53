"""The aerobic load of the usual week, and what a minute of a ride comes to."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kneewise.model.activity import Activity
from kneewise.model.bands import HeartBand
from kneewise.model.diary import History
from kneewise.model.ledger import Basis
from kneewise.model.observations import AerobicBase
from kneewise.model.runner import LoadChoice, Settings
from kneewise.model.sport import Sport
from kneewise.observe.swaps import Swaps
from tests.observe.made import NUMBERS
from tests.observe.test_ledgers import FIRST, run, session

START = FIRST + timedelta(days=42)
SWAP = Settings(load_choice=LoadChoice.SWAP, has_bike=True)
HEART = (HeartBand(150.0, 2400.0),)


def base(*sessions: Activity, settings: Settings = SWAP, days: int = 42, ill: Any = ()) -> AerobicBase | None:
    swaps = Swaps(History(settings=settings, activities=sessions), START, NUMBERS, ill=ill)
    return swaps.until(FIRST + timedelta(days=days))


def known(*sessions: Activity, **more: Any) -> AerobicBase:
    found = base(*sessions, **more)
    assert found is not None
    return found


def weekly(**measured: Any) -> list[Activity]:
    return [run(day, **measured) for day in (0, 7, 14, 21, 28, 35)]


def ride(day: int, bpm: float) -> Activity:
    bands = (HeartBand(bpm, 2400.0),)
    return session(day, Sport.CYCLING, by_heart_rate=bands, heart_rate_bpm=bpm)


def test_the_usual_week_counts_by_heart_rate_where_there_is_one() -> None:
    found = known(*weekly(heart_rate_bpm=150.0, by_heart_rate=HEART))

    assert found.basis is Basis.HEART_RATE
    assert found.week_easy_min == pytest.approx(40)
    assert found.easy_per_min == pytest.approx(1)


def test_without_one_it_counts_by_pace() -> None:
    found = known(*weekly())

    assert found.basis is Basis.PACE
    assert found.week_easy_min > 40


def test_weeks_without_a_run_and_ill_weeks_are_left_out() -> None:
    runs = weekly(heart_rate_bpm=150.0, by_heart_rate=HEART)
    short = run(36, heart_rate_bpm=150.0, by_heart_rate=(HeartBand(150.0, 60.0),))

    assert known(*runs[:3]).week_easy_min == pytest.approx(40)
    well = known(*runs, replace(short, activity_id="short"), ill=[FIRST + timedelta(days=37)])
    assert well.week_easy_min == pytest.approx(40)


@pytest.mark.parametrize(("days", "rate"), [(40, None), (41, pytest.approx(1.3)), (60, pytest.approx(1.3))])
def test_a_minute_of_a_ride_is_known_from_the_second_one_with_a_heart_rate(days: int, rate: Any) -> None:
    runs = weekly(heart_rate_bpm=150.0, by_heart_rate=HEART)
    rides = ride(38, 160), session(39, Sport.CYCLING), ride(41, 160), ride(70, 200)

    assert known(*runs, *rides, days=days).ride_easy_per_min == rate
    assert known(*runs, *rides, days=days).swim_easy_per_min is None


@pytest.mark.parametrize("settings", [Settings(has_bike=True), Settings(load_choice=LoadChoice.SWAP)])
def test_nothing_is_measured_for_who_swaps_nothing(settings: Settings) -> None:
    assert base(*weekly(), settings=settings) is None
