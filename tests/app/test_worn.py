"""The pair of shoes that a run was in, told by hand: it wears like any other, and takes its turn."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from kneewise.app import log, review, runs, screen, sitting
from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.app.import_files import import_paths
from kneewise.app.told_run import log_told_run
from kneewise.model.errors import UsageError
from kneewise.model.plan import ChangeKind
from tests.app.samples import BERLIN, NOW, fit_bytes
from tests.web.told import calm_answers

START = date(2026, 8, 31)


def at(day: int, hour: int = 18) -> datetime:
    return datetime.combine(START + timedelta(days=day), time(hour), BERLIN)


@pytest.fixture
def shod(quick_runner: RunnerRef) -> RunnerRef:
    """A runner without a watch, and with two pairs."""
    choices.change(quick_runner, at=at(0, 6), home_zone="Europe/Berlin")
    usual = {"usual_runs_per_week": 3, "usual_run_min": 40, "pain_started_on": str(START)}
    screen.screen(quick_runner, screen.parse_answers(calm_answers() | usual, on=START), at=at(0, 7))
    for name in ("Red Racer", "Blue"):
        log.log_shoe(quick_runner, at=at(0, 8), name=name)
    return quick_runner


def kilometres(runner: RunnerRef) -> dict[str, float]:
    return dict(review.look(runner, START + timedelta(days=5)).shoe_km)


def test_a_told_run_wears_its_pair_and_the_plan_names_both_in_turn(shod: RunnerRef) -> None:
    log_told_run(shod, at=at(0), running_min=20, distance_m=3000, shoe="Red Racer")
    log_told_run(shod, at=at(2), running_min=20, distance_m=2000, shoe="blue")

    turns = [
        one.shoe for one in review.review(shod, START + timedelta(days=3)).plan.sessions if one.running_min
    ]

    assert kilometres(shod) == {"Red Racer": 3.0, "Blue": 2.0}
    assert turns[:2] == ["Red Racer", "Blue"]


def test_of_a_run_with_a_file_the_pair_is_told_by_its_name(shod: RunnerRef, offered: Path) -> None:
    (offered / "run.fit").write_bytes(fit_bytes(3))
    (run,) = import_paths(shod, [offered], now=NOW).new_activities
    log.log_shoe(shod, at=NOW, name="Red Racer")

    log.log_run(shod, at=NOW, activity_id=run, shoe="  red  RACER ")
    log.log_run(shod, at=NOW, activity_id=run, soft_surface="yes")

    (known,) = runs.runs(shod, on=NOW.date())
    assert (known.shoe, known.soft_surface) == ("Red Racer", True)


def test_a_file_takes_over_the_pair_that_was_told_of_its_run(shod: RunnerRef, offered: Path) -> None:
    evening = datetime.combine(NOW.date() - timedelta(days=2), time(19), BERLIN)
    log_told_run(shod, at=evening, running_min=30, shoe="Blue")
    (offered / "run.fit").write_bytes(fit_bytes())

    import_paths(shod, [offered], now=NOW)

    (run,) = runs.runs(shod, on=NOW.date())
    assert (run.hand_entered, run.shoe) == (False, "Blue")


def test_a_slip_makes_no_second_pair(shod: RunnerRef) -> None:
    with pytest.raises(UsageError, match="no pair called “Rad Racer”, but Red Racer, Blue"):
        log_told_run(shod, at=at(0), running_min=20, shoe="Rad Racer")


def test_a_correction_names_a_known_pair_as_well(shod: RunnerRef) -> None:
    told = log_told_run(shod, at=at(0), running_min=20, distance_m=3000, shoe="Blue").record_id

    with pytest.raises(UsageError, match="no pair called “Rad Racer”"):
        log.edit(shod, told, {"shoe": "Rad Racer"}, at=at(0, 20))
    log.edit(shod, told, {"shoe": "red racer"}, at=at(0, 20))

    assert kilometres(shod) == {"Red Racer": 3.0, "Blue": 0.0}


def test_a_sitting_names_a_known_pair_as_well(shod: RunnerRef) -> None:
    pain = {"side": "right", "during": "1"}

    with pytest.raises(UsageError, match="no pair called “Rad Racer”"):
        sitting.log_sitting(
            shod, at=at(0), on=None, pain=pain, signs={}, ran={"running_min": 20, "shoe": "Rad Racer"}
        )
    assert runs.runs(shod, on=START) == ()


def test_no_name_is_no_pair(shod: RunnerRef) -> None:
    log_told_run(shod, at=at(0), running_min=20, distance_m=3000, shoe=" ")

    assert kilometres(shod) == {"Red Racer": 0.0, "Blue": 0.0}


def test_who_has_no_pair_is_told_how_to_add_one(quick_runner: RunnerRef) -> None:
    with pytest.raises(UsageError, match="no pair called “Red” yet"):
        log_told_run(quick_runner, at=at(0), running_min=20, shoe="Red")


def test_what_is_not_said_of_a_known_pair_stays_as_it_was_told(shod: RunnerRef) -> None:
    log.log_shoe(shod, at=at(1), name="Blue", distance_before_m=500_000)

    log.log_shoe(shod, at=at(2), name="blue", retired="yes")
    log.log_shoe(shod, at=at(3), name="Blue", distance_before_m=None)
    away = review.look(shod, START + timedelta(days=5)).shoes[-1]
    log.log_shoe(shod, at=at(4), name="Blue", retired="no")

    again = review.look(shod, START + timedelta(days=5)).shoes[-1]
    assert (away.name, away.distance_before_m, away.retired) == ("Blue", 500_000, True)
    assert (again.name, again.distance_before_m, again.retired) == ("Blue", 500_000, False)


@pytest.mark.parametrize(("before_m", "new"), [(None, ["Blue"]), (1, [])])
def test_a_pair_that_had_run_elsewhere_before_is_not_new(
    shod: RunnerRef, before_m: float | None, new: list[str]
) -> None:
    log.log_shoe(shod, at=at(0, 9), name="Blue", distance_before_m=before_m)
    for day, pair in ((0, "Red Racer"), (2, "Blue")):
        log_told_run(shod, at=at(day), running_min=20, distance_m=3000, shoe=pair)

    seen = review.look(shod, START + timedelta(days=3))

    assert [one.name for one in seen.shoes_first_used] == new
    changes = review.review(shod, START + timedelta(days=3)).plan.changes
    assert [one.kind for one in changes if one.kind is ChangeKind.NEW_SHOE] == [ChangeKind.NEW_SHOE] * len(
        new
    )


def test_a_pair_renamed_in_its_capitals_alone_is_the_same_pair(shod: RunnerRef) -> None:
    blue = log.log_shoe(shod, at=at(1), name="Blue", distance_before_m=100_000).record_id

    log.edit(shod, blue, {"name": "BLUE"}, at=at(2))

    assert kilometres(shod) == {"Red Racer": 0.0, "Blue": 100.0}
