"""What a session counts for, against the runner's own usual."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from kneewise.model.activity import Activity, Measured
from kneewise.model.answers import AnswerSet, Origin
from kneewise.model.bands import HeartBand, SpeedBand
from kneewise.model.diary import History
from kneewise.model.ledger import Aerobic, Basis, Impact, Mass, Own
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.observe.impact import impact_along
from kneewise.observe.ledgers import Ledgers
from kneewise.observe.measure import measure_activity
from tests.observe.made import NUMBERS, steady_run

FIRST = date(2026, 9, 1)


def session(days: int = 0, sport: Sport = Sport.RUNNING, **measured: Any) -> Activity:
    figures: dict[str, Any] = {"version": "3", "elapsed_s": 2400.0, "moving_s": 2400.0, **measured}
    start = datetime(2026, 9, 1, 17, tzinfo=UTC) + timedelta(days=days)
    return Activity(
        activity_id=f"{sport}-{days}",
        start=start,
        utc_offset_s=0,
        sport=sport,
        measured=Measured(**figures),
    )


def run(days: int = 0, *bands: SpeedBand, **measured: Any) -> Activity:
    bands = bands or (SpeedBand(2.6, 164.0, 1200.0, 0.0), SpeedBand(3.1, 170.0, 1200.0, 0.0))
    running_s = sum(band.running_s for band in bands)
    return session(days, by_speed=bands, running_s=running_s, speed_m_s=2.8, **measured)


def ledgers(*sessions: Activity, masses: tuple[Mass, ...] = (), screened: int | None = None) -> Ledgers:
    answers = () if screened is None else (screening(screened),)
    return Ledgers(History(settings=Settings(), activities=sessions, masses=masses, answers=answers), NUMBERS)


def screening(days: int) -> AnswerSet:
    on = FIRST + timedelta(days=days)
    at = datetime(on.year, on.month, on.day, 8, tzinfo=UTC)
    return AnswerSet(record_id="s", at=at, on=on, answers={}, origin=Origin.SCREENING)


def impact(counted: Ledgers, one: Activity) -> Impact:
    found = counted.impact(one)
    assert found is not None
    return found


def aerobic(counted: Ledgers, one: Activity) -> Aerobic:
    found = counted.aerobic(one)
    assert found is not None
    return found


def own(counted: Ledgers) -> Own:
    assert counted.own is not None
    return counted.own


# ---- own usual


def test_own_usual_is_that_of_the_weeks_before_the_plan() -> None:
    old, usual, since = run(0), run(60, SpeedBand(2.7, 166.0, 2400.0, 0.0)), run(95)

    found = own(ledgers(old, usual, since, screened=90))

    assert (found.since, found.until) == (FIRST + timedelta(days=48), FIRST + timedelta(days=90))
    assert found.runs == 1
    assert found.cadence_line is not None
    assert found.cadence_line.cadence_spm == 166.0


def test_where_no_file_covers_them_it_is_that_of_the_first_weeks() -> None:
    found = own(ledgers(run(0), run(41), run(42), screened=200))

    assert (found.since, found.runs) == (FIRST, 2)


def test_without_a_run_there_is_nothing_to_count_against() -> None:
    ride = session(sport=Sport.CYCLING)

    counted = ledgers(ride)

    assert (counted.own, counted.impact(ride), counted.aerobic(ride)) == (None, None, None)


# ---- impact


def test_a_usual_run_on_the_level_counts_its_minutes() -> None:
    found = impact(ledgers(run()), run())

    assert found.usual_min == pytest.approx(40)
    assert (found.low_min, found.high_min) == pytest.approx((40, 40))
    assert (found.cadence_share, found.ground_share, found.mass_ratio) == (1.0, 1.0, None)


def test_quicker_steps_at_the_same_speed_count_for_less_and_how_much_is_not_sure() -> None:
    quicker = run(50, SpeedBand(2.6, 164 * 1.05, 1200.0, 0.0), SpeedBand(3.1, 170 * 1.05, 1200.0, 0.0))

    found = impact(ledgers(run()), quicker)

    assert found.usual_min == pytest.approx(40 * 1.05**-0.58)
    assert found.low_min == pytest.approx(40 * 1.05**-1.4)
    assert found.high_min == pytest.approx(40 * 1.05**-0.15)


def test_running_faster_with_the_steps_that_go_with_it_counts_its_minutes() -> None:
    faster = run(50, SpeedBand(3.1, 170.0, 2400.0, 0.0))

    assert impact(ledgers(run()), faster).usual_min == pytest.approx(40, abs=0.1)


@pytest.mark.parametrize(("cadence_ratio", "counted"), [(1.09, 1.09), (1.1, 1.1), (1.2, 1.1), (0.8, 0.9)])
def test_a_cadence_farther_off_than_any_study_tried_counts_as_that_far(
    cadence_ratio: float, counted: float
) -> None:
    odd = run(
        50, SpeedBand(2.6, 164 * cadence_ratio, 1200.0, 0.0), SpeedBand(3.1, 170 * cadence_ratio, 1200.0, 0.0)
    )

    assert impact(ledgers(run()), odd).usual_min == pytest.approx(40 * counted**-0.58)


@pytest.mark.parametrize(("down_percent", "counted_min"), [(0, 40), (5, 46), (10, 52), (None, 40)])
def test_running_down_counts_for_more_and_unknown_ground_as_level(
    down_percent: float | None, counted_min: float
) -> None:
    down = run(50, SpeedBand(2.6, 164.0, 1200.0, down_percent), SpeedBand(3.1, 170.0, 1200.0, down_percent))

    found = impact(ledgers(run()), down)

    assert found.usual_min == pytest.approx(counted_min)
    assert found.ground_share == (0.0 if down_percent is None else 1.0)


def test_what_is_not_known_counts_as_usual_and_is_said() -> None:
    silent = run(50, SpeedBand(2.6, None, 1800.0, None), SpeedBand(None, 164.0, 600.0, None))

    found = impact(ledgers(run()), silent)

    assert found.usual_min == pytest.approx(40, abs=0.5)
    assert found.cadence_share == 0.25


def test_figures_of_an_older_version_count_their_minutes() -> None:
    older = session(50, running_s=1800.0)

    found = impact(ledgers(run()), older)

    assert (found.usual_min, found.cadence_share, found.ground_share) == (30.0, 0.0, 0.0)


def test_mass_counts_against_the_first_that_was_told_from_the_day_it_was_told() -> None:
    masses = (Mass(on=FIRST, mass_kg=80.0), Mass(on=FIRST + timedelta(days=30), mass_kg=76.0))
    counted = ledgers(run(), masses=masses)

    ratios = [counted.mass_ratio(FIRST + timedelta(days=days)) for days in (-1, 0, 29, 30)]

    assert ratios == [None, 1.0, 1.0, 0.95]
    assert impact(counted, run(30)).usual_min == pytest.approx(38)


def test_a_mass_that_is_not_known_any_more_counts_as_unchanged() -> None:
    masses = (Mass(on=FIRST, mass_kg=80.0), Mass(on=FIRST + timedelta(days=30), mass_kg=None))
    counted = ledgers(run(), masses=masses)

    assert impact(counted, run(31)).usual_min == pytest.approx(40)
    assert impact(counted, run(31)).mass_ratio is None


def test_running_that_nobody_measured_has_no_impact_until_it_is_told() -> None:
    told = session(50)

    counted = ledgers(run())

    assert counted.impact(told) is None
    assert impact(counted, replace(told, all_running=True)).usual_min == pytest.approx(40)


def test_a_ride_has_no_impact() -> None:
    assert ledgers(run()).impact(session(sport=Sport.CYCLING)) is None


def test_the_impact_along_a_run_adds_up_to_that_of_the_run() -> None:
    recording = steady_run()
    usual = run(0, SpeedBand(2.8, 160.0, 3600.0, 0.0))
    measured = measure_activity(recording, NUMBERS)
    counted = ledgers(usual)

    along = impact_along(recording, own(counted), NUMBERS)

    whole = impact(counted, replace(session(50), measured=measured))
    assert np.nansum(along[:-1]) / 60 == pytest.approx(whole.usual_min, rel=0.01)


def test_walking_has_no_impact_along_the_run() -> None:
    recording = steady_run()
    walked = replace(recording, columns={**recording.columns, "cadence_spm": np.full(1801, 110.0)})

    assert np.isnan(impact_along(walked, own(ledgers(run())), NUMBERS)).all()


# ---- aerobic

EASY = run(0, heart_rate_bpm=140.0, by_heart_rate=(HeartBand(140.0, 2400.0),))


@pytest.mark.parametrize(("beats", "easy_min"), [(140, 40), (150, 52), (160, 67.6), (130, 30.8)])
def test_ten_beats_more_count_by_a_constant_factor_in_any_sport(beats: float, easy_min: float) -> None:
    ride = session(3, Sport.CYCLING, by_heart_rate=(HeartBand(beats, 2400.0),))

    found = aerobic(ledgers(EASY), ride)

    assert (found.basis, found.coverage) == (Basis.HEART_RATE, 1.0)
    assert found.easy_min == pytest.approx(easy_min, abs=0.05)


@pytest.mark.parametrize(
    ("known_s", "basis"), [(1199.0, Basis.PACE), (1200.0, Basis.HEART_RATE), (0.0, Basis.PACE)]
)
def test_heart_rate_counts_where_it_covers_half_of_the_motion(known_s: float, basis: Basis) -> None:
    strap = run(3, by_heart_rate=(HeartBand(140.0, known_s),))

    found = aerobic(ledgers(EASY), strap)

    assert found.basis is basis
    assert basis is Basis.PACE or found.easy_min == pytest.approx(40)


def test_without_heart_rate_a_run_counts_by_its_pace_and_its_walking_by_half() -> None:
    brisk = run(3, SpeedBand(2.8 * 1.1, 172.0, 2400.0, None), walking_s=600.0)

    found = aerobic(ledgers(EASY), brisk)

    assert found.basis is Basis.PACE
    assert found.easy_min == pytest.approx(40 * 1.21 + 5)


@pytest.mark.parametrize(
    ("sport", "easy_min"),
    [(Sport.CYCLING, 40), (Sport.SWIMMING, 40), (Sport.WALKING, 20), (Sport.HIKING, 20)],
)
def test_without_heart_rate_other_sports_count_their_minutes(sport: Sport, easy_min: float) -> None:
    found = aerobic(ledgers(EASY), session(3, sport))

    assert (found.basis, found.easy_min) == (Basis.MINUTES, easy_min)


@pytest.mark.parametrize("sport", [Sport.STRENGTH, Sport.OTHER, Sport.TEAM_OR_COURT])
def test_of_other_sports_nothing_is_known_without_a_heart_rate(sport: Sport) -> None:
    assert ledgers(EASY).aerobic(session(3, sport)) is None


# ---- weeks


def test_weeks_sum_up_seven_days_each_the_last_included() -> None:
    counted = ledgers(run(0), run(6), run(7), session(7, Sport.STRENGTH))

    latest, before = counted.weeks(FIRST + timedelta(days=13), 2)

    assert (latest.since, latest.on) == (FIRST + timedelta(days=7), FIRST + timedelta(days=13))
    assert (latest.sessions, latest.unknown_sessions) == (2, 1)
    assert before.sessions == 2
    assert before.impact_min == pytest.approx(80)
    assert before.aerobic_easy_min == pytest.approx(2 * 20 * ((2.6 / 2.8) ** 2 + (3.1 / 2.8) ** 2))


def test_a_run_whose_clock_was_wrong_is_in_no_week() -> None:
    counted = ledgers(run(0), replace(run(1), clock_wrong=True))

    assert counted.weeks(FIRST + timedelta(days=6), 1)[0].sessions == 1
