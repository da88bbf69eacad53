from datetime import date, timedelta

import pytest

from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.model.errors import UsageError
from kneewise.model.runner import GrowthPace, LoadChoice
from kneewise.store.history import recall_history
from kneewise.store.runners import last_step
from tests.app.samples import NOW


def test_choices_come_back_and_the_last_one_holds(runner: RunnerRef) -> None:
    choices.change(
        runner,
        at=NOW,
        home_zone="Europe/Vienna",
        country="at",
        miles="yes",
        running_days="mon, thu",
        load_choice="swap",
        growth_pace="evidence",
        goal_week_min="150",
    )

    settings = choices.change(runner, at=NOW + timedelta(minutes=1), miles=False)

    assert settings == choices.get(runner)
    assert (settings.home_zone, settings.country, settings.miles) == ("Europe/Vienna", "AT", False)
    assert settings.running_days == (0, 3)
    assert (settings.load_choice, settings.growth_pace) == (LoadChoice.SWAP, GrowthPace.EVIDENCE)
    assert settings.goal_week_min == 150


def test_a_goal_is_told_and_given_up(quick_runner: RunnerRef) -> None:
    told = choices.change(quick_runner, at=NOW, race_on="2027-05-16", race_km="21,1", goal_week_min=150)
    given_up = choices.change(quick_runner, at=NOW, race_on="none", race_km="none", goal_week_min="usual")

    assert (told.race_on, told.race_km, told.race_min) == (date(2027, 5, 16), 21.1, None)
    assert (given_up.race_on, given_up.race_km, given_up.goal_week_min) == (None, None, None)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"shoe_size": 42}, "There is no setting “shoe_size”"),
        ({"home_zone": "Mars/Base"}, "“Mars/Base” is no time zone"),
        ({"country": "Germany"}, "is no country"),
        ({"running_days": "someday"}, "“someday” is no day of the week"),
        ({"running_days": []}, "at least one day"),
        ({"load_choice": "more"}, "not one of the answers for calm weeks: say cut, swap"),
        ({"language": "fr"}, "not one of the answers for language: say en, de\\."),
        ({"goal_week_min": 5}, "is no number for minutes of the week to be back at"),
        ({"race_on": "soon"}, "is no date for race on"),
        ({"race_on": "2026-05-16"}, "16 May 2026 is over: say the day of a race to come"),
        ({"race_min": 4}, "is no number for minutes of the race: say one from 5 to 3000"),
        ({"race_km": "far"}, "is no number for kilometres of the race"),
        ({"body_mass_kg": 24}, "is no number for body mass in kg: say one from 25 to 300"),
        ({}, "Say which setting"),
    ],
)
def test_what_cannot_be_chosen_is_one_sentence(
    quick_runner: RunnerRef, changes: dict[str, object], sentence: str
) -> None:
    before = last_step(quick_runner)

    with pytest.raises(UsageError, match=sentence):
        choices.change(quick_runner, at=NOW, **changes)

    assert last_step(quick_runner) == before


def test_a_mass_holds_from_the_day_it_was_told_on(runner: RunnerRef) -> None:
    for ago, told in ((40, 80), (10, "76,5"), (0, "unknown")):
        choices.change(runner, at=NOW - timedelta(days=ago), body_mass_kg=told)

    history = recall_history(runner)

    days = [(NOW.date() - mass.on).days for mass in history.masses]
    assert days == [40, 10, 0]
    assert [mass.mass_kg for mass in history.masses] == [80.0, 76.5, None]
    assert history.settings.body_mass_kg is None


def test_a_mass_need_not_be_told(quick_runner: RunnerRef) -> None:
    choices.change(quick_runner, at=NOW, miles="yes")

    assert recall_history(quick_runner).masses == ()


def test_a_race_that_is_over_by_now_hinders_no_other_choice(quick_runner: RunnerRef) -> None:
    choices.change(quick_runner, at=NOW, race_on="2026-12-01")

    later = choices.change(quick_runner, at=NOW + timedelta(days=30), race_on="2026-12-01", miles="yes")

    assert (later.miles, later.race_on) == (True, date(2026, 12, 1))
