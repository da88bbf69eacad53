"""The settings: one form that keeps what was changed, says what cannot be, and sets the theme."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

from kneewise.app import home
from kneewise.app import settings as choices
from kneewise.model.runner import GrowthPace, LoadChoice, Settings, Theme
from kneewise.store.runners import last_step

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

ADDRESS = "/settings/"


def form(**changed: str | list[str]) -> dict[str, str | list[str]]:
    """Fill the form in as it is first shown, but for some fields."""
    plain: dict[str, str | list[str]] = {
        "theme": "system",
        "miles": "no",
        "language": "en",
        "country": "",
        "home_zone": "UTC",
        "running_days": [str(day) for day in range(7)],
        "load_choice": "cut",
        "growth_pace": "guide",
        "goal_week_min": "",
        "race_on": "",
        "race_km": "",
        "race_min": "",
        "body_mass_kg": "",
    }
    return {**plain, **changed}


@pytest.fixture(autouse=True)
def at_utc(runner: RunnerRef) -> None:
    """Count days in UTC, wherever the tests run."""
    from tests.web.told import AT

    choices.change(runner, at=AT, home_zone="UTC")


def test_everything_that_is_chosen_is_kept(page: Client, runner: RunnerRef) -> None:
    answer = page.post(
        ADDRESS,
        form(
            theme="dark",
            miles="yes",
            country="gb",
            home_zone="Europe/London",
            running_days=["1", "5"],
            load_choice="swap",
            growth_pace="evidence",
            goal_week_min="150",
            race_on="2027-05-16",
            race_km="21,1",
            has=["has_bike", "has_bands"],
            body_mass_kg="71.5",
        ),
        follow=True,
    )

    assert choices.get(runner) == Settings(
        theme=Theme.DARK,
        miles=True,
        country="GB",
        home_zone="Europe/London",
        running_days=(1, 5),
        load_choice=LoadChoice.SWAP,
        growth_pace=GrowthPace.EVIDENCE,
        goal_week_min=150,
        race_on=choices.get(runner).race_on,
        race_km=21.1,
        has_bike=True,
        has_bands=True,
        body_mass_kg=71.5,
    )
    assert re.search(r'role="status"[^>]*><h2[^>]*>Your settings are saved', answer.content.decode())


def test_what_is_kept_stands_in_the_form_and_saving_it_again_writes_nothing(
    page: Client, runner: RunnerRef
) -> None:
    changed = form(race_on="2027-05-16", race_min="110", running_days=["0"], has=["has_gym"])
    page.post(ADDRESS, changed)
    before = last_step(runner)

    text = page.get(ADDRESS).content.decode()
    answer = page.post(ADDRESS, changed)

    assert 'name="race_on" value="2027-05-16"' in text
    assert 'name="race_min" value="110"' in text
    assert text.count('name="running_days" value="0" checked') == 1
    assert 'name="has" value="has_gym" checked' in text
    assert answer.headers["Location"] == "/settings/?saved=same"
    assert last_step(runner) == before


def test_a_goal_is_given_up_by_leaving_it_empty(page: Client, runner: RunnerRef) -> None:
    page.post(ADDRESS, form(goal_week_min="150", body_mass_kg="70"))

    page.post(ADDRESS, form())

    assert (choices.get(runner).goal_week_min, choices.get(runner).body_mass_kg) == (None, None)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("home_zone", "Mars/Base", "“Mars/Base” is no time zone"),
        ("home_zone", "", "is no time zone"),
        ("country", "Germany", "say its code of two letters"),
        ("goal_week_min", "5", "say one from 10 to 1200"),
        ("race_on", "soon", "is no date for race on"),
        ("race_km", "far", "is no number for kilometres of the race"),
        ("body_mass_kg", "7", "say one from 25 to 300"),
        ("theme", "pink", "say system, light, dark"),
    ],
)
def test_a_slip_is_said_beside_its_field_and_nothing_is_kept(
    page: Client, runner: RunnerRef, field: str, typed: str, sentence: str
) -> None:
    before = choices.get(runner)

    answer = page.post(ADDRESS, form(**{field: typed, "miles": "yes"}))

    text = answer.content.decode()
    slip = re.search(rf'id="slip-settings-{field}">.*?</p>', text, re.DOTALL)
    assert answer.status_code == 422
    assert slip is not None
    assert sentence in slip[0]
    assert 'name="miles" value="yes" checked' in text
    assert f'value="{typed}"' in text or field == "theme"
    assert choices.get(runner) == before


def test_no_day_to_run_on_is_a_slip(page: Client) -> None:
    answer = page.post(ADDRESS, form(running_days=[]))

    assert answer.status_code == 422
    assert 'id="slip-settings-running_days"' in answer.content.decode()


def test_several_slips_stand_at_the_head_in_the_order_of_the_page_and_lead_to_their_fields(
    page: Client,
) -> None:
    wrong = form(race_km="far", race_min="long", country="Germany", running_days=[])

    text = page.post(ADDRESS, wrong).content.decode()

    head = text.partition('id="problem"')[2].partition("</section>")[0]
    led = re.findall(r'<a href="#settings-(\w+)">([^<:]+):', head)
    assert led == [
        ("country", "Country"),
        ("running_days", "Days you can run on"),
        ("race_km", "Its kilometres"),
        ("race_min", "Or its minutes"),
    ]
    assert all(text.count(f'id="settings-{field}"') == 1 for field, _said in led)
    assert text.count('class="slip"') == 4


def test_countries_and_zones_are_offered_and_others_may_be_typed(page: Client) -> None:
    text = page.get(ADDRESS).content.decode()

    assert 'name="country"' in text
    assert 'list="offers-settings-country"' in text
    assert '<option value="GB"></option>' in text
    assert 'list="offers-settings-home_zone"' in text
    assert '<option value="Europe/Berlin"></option>' in text
    assert '<option value="Etc/GMT+12"></option>' not in text


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_is_on_every_page(page: Client, theme: str) -> None:
    plain = page.get("/guide/").content.decode()

    page.post(ADDRESS, form(theme=theme))

    assert "data-theme" not in plain
    assert f'<html lang="en" data-theme="{theme}">' in page.get("/guide/").content.decode()


def test_the_growth_of_a_week_has_both_reasons_with_their_grades(page: Client) -> None:
    text = page.get(ADDRESS).content.decode()

    assert "Growing, by the guide: at most 10 percent more a week." in text
    assert "A week grows by at most 20 %, or ten minutes." in text
    assert re.search(r'class="grade grade--x".*class="grade grade--d"', text, re.DOTALL)


def test_the_page_says_where_the_data_is_and_how_much(page: Client) -> None:
    held = home.holding()

    text = page.get(ADDRESS).content.decode()

    assert held.folder in text
    assert f"in {held.files} file" in text
    assert held.bytes == sum(one.stat().st_size for one in Path(held.folder).rglob("*") if one.is_file())


def test_commands_that_the_page_names_exist(page: Client) -> None:
    from kneewise.cli.root import COMMANDS

    named = re.findall(r"<code>kneewise (?:--home DIR )?(\w+)", page.get("/settings/data/").content.decode())

    assert named
    assert set(named) <= set(COMMANDS)


def test_rows_in_a_database_are_not_said_to_be_in_the_folder(
    page: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = page.get(ADDRESS).content.decode()
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")

    assert "All of it is in that one folder." in plain
    assert "everything else is in the database you named" in page.get(ADDRESS).content.decode()


def test_an_unknown_word_in_the_address_says_nothing(page: Client) -> None:
    assert 'id="kept"' not in page.get(f"{ADDRESS}?saved=<b>").content.decode()
