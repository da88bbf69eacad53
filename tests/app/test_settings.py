from datetime import timedelta

import pytest

from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.model.errors import UsageError
from kneewise.model.runner import GrowthPace, LoadChoice
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


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"shoe_size": 42}, "There is no setting “shoe_size”"),
        ({"home_zone": "Mars/Base"}, "“Mars/Base” is no time zone"),
        ({"country": "Germany"}, "is no country"),
        ({"running_days": "someday"}, "“someday” is no day of the week"),
        ({"running_days": []}, "at least one day"),
        ({"load_choice": "more"}, "not one of the answers for load_choice: say cut, swap"),
        ({"language": "fr"}, "not one of the answers for language: say en"),
        ({"goal_week_min": 5}, "is no number for goal_week_min"),
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
