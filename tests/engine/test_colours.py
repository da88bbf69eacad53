"""The colour of one run at the edges of every line of the table."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine.colours import colour_rest_day, colour_run, is_hard, too_sore_to_run
from kneewise.model.answers import UNKNOWN
from kneewise.model.findings import Colour
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.places import Side

DAY = date(2026, 3, 2)
NUMBERS = house_numbers().engine
STEADY, TENDON = 2, 3


def at(hours: float) -> datetime:
    return datetime(2026, 3, 2, 18, tzinfo=UTC) + timedelta(hours=hours)


def entry(**said: Any) -> DiaryEntry:
    """A run that went well, but for what is said; a score of "unknown" was asked and not known."""
    scores: dict[str, Any] = {"before": 0, "during": 1, "after_60min": 0, "morning": 0, "after_24h": None}
    hours = {"before": -1.0, "during": 1.0, "after_60min": 2.0, "morning": 14.0, "after_24h": 24.0}
    rest: dict[str, Any] = {"limp": False, "painkiller": False, "usual_morning": 0} | said
    timed: dict[str, Any] = {}
    for key, usual in scores.items():
        score = rest.pop(key, usual)
        value = None if score is UNKNOWN else score
        timed[key] = None if score is None else TimedScore(value=value, at=at(hours[key]))
    about_run = rest.pop("about_run", True)
    return DiaryEntry(on=DAY, side=Side.LEFT, about_run=about_run, activity=None, **timed, **rest)


@pytest.mark.parametrize(
    ("during", "green", "colour"),
    [
        (0, STEADY, Colour.GREEN),
        (2, STEADY, Colour.GREEN),
        (3, STEADY, Colour.AMBER),
        (5, STEADY, Colour.AMBER),
        (6, STEADY, Colour.RED),
        (3, TENDON, Colour.GREEN),
        (4, TENDON, Colour.AMBER),
        (6, TENDON, Colour.RED),
        (UNKNOWN, STEADY, Colour.UNKNOWN),
        (None, STEADY, Colour.UNKNOWN),
    ],
)
def test_the_worst_during_a_run(during: Any, green: int, colour: Colour) -> None:
    assert colour_run(entry(during=during), green, NUMBERS).colour is colour


@pytest.mark.parametrize(
    ("before", "after", "colour"),
    [
        (0, 0, Colour.GREEN),
        (0, 1, Colour.GREEN),
        (0, 2, Colour.AMBER),
        (3, 3, Colour.GREEN),
        (4, 4, Colour.AMBER),
        (None, 1, Colour.GREEN),
        (None, 2, Colour.AMBER),
        (UNKNOWN, 2, Colour.AMBER),
        (0, None, Colour.UNKNOWN),
    ],
)
def test_an_hour_after_a_run_it_has_settled(before: Any, after: Any, colour: Colour) -> None:
    assert colour_run(entry(before=before, after_60min=after), STEADY, NUMBERS).colour is colour


@pytest.mark.parametrize(
    ("usual", "morning", "colour"),
    [
        (0, 0, Colour.GREEN),
        (0, 1, Colour.GREEN),
        (1, 2, Colour.NEUTRAL),
        (0, 2, Colour.AMBER),
        (2, 3, Colour.NEUTRAL),
        (3, 3, Colour.GREEN),
        (3, 4, Colour.AMBER),
        (4, 4, Colour.AMBER),
        (0, 3, Colour.RED),
        (1, 4, Colour.RED),
        (None, 2, Colour.AMBER),
        (0, None, Colour.UNKNOWN),
    ],
)
def test_the_next_morning_against_the_usual_one(usual: Any, morning: Any, colour: Colour) -> None:
    assert colour_run(entry(usual_morning=usual, morning=morning), STEADY, NUMBERS).colour is colour


@pytest.mark.parametrize("missing", ["after_60min", "limp", "painkiller"])
def test_a_morning_one_up_is_amber_beside_an_answer_that_is_missing(missing: str) -> None:
    said: dict[str, Any] = {"usual_morning": 1, "morning": 2, missing: None}

    assert colour_run(entry(**said), STEADY, NUMBERS).colour is Colour.AMBER


@pytest.mark.parametrize(
    ("after_24h", "before", "colour"),
    [
        (None, 0, Colour.GREEN),
        (1, 0, Colour.GREEN),
        (2, 0, Colour.RED),
        (2, 2, Colour.GREEN),
        (3, 2, Colour.RED),
    ],
)
def test_not_settled_a_day_later_is_red(after_24h: Any, before: int, colour: Colour) -> None:
    coloured = colour_run(entry(after_24h=after_24h, before=before), STEADY, NUMBERS)

    assert coloured.colour is colour
    assert is_hard(coloured) is (colour is Colour.RED)


def test_a_limp_is_red_and_cuts_deeper() -> None:
    coloured = colour_run(entry(limp=True), STEADY, NUMBERS)

    assert coloured.colour is Colour.RED
    assert is_hard(coloured)


def test_a_red_by_its_worst_pain_alone_cuts_less_deep() -> None:
    assert not is_hard(colour_run(entry(during=6), STEADY, NUMBERS))


def test_a_painkiller_is_never_green() -> None:
    assert colour_run(entry(painkiller=True), STEADY, NUMBERS).colour is Colour.AMBER


@pytest.mark.parametrize(("quality", "morning", "colour"), [(3, 2, Colour.AMBER), (4, 2, Colour.NEUTRAL)])
def test_a_poor_night_with_the_morning_up_is_amber(quality: int, morning: int, colour: Colour) -> None:
    said = entry(sleep_quality_0_10=quality, usual_morning=1, morning=morning)

    assert colour_run(said, STEADY, NUMBERS).colour is colour


def test_a_poor_night_alone_says_nothing() -> None:
    assert colour_run(entry(sleep_quality_0_10=0), STEADY, NUMBERS).colour is Colour.GREEN


@pytest.mark.parametrize("missing", ["during", "after_60min", "morning", "limp", "painkiller"])
def test_every_required_answer_is_named_when_it_is_missing(missing: str) -> None:
    said: dict[str, Any] = {missing: None}
    coloured = colour_run(entry(**said), STEADY, NUMBERS)

    assert coloured.colour is Colour.UNKNOWN
    assert coloured.missing == (missing,)


def test_amber_beats_an_answer_that_is_missing() -> None:
    assert colour_run(entry(during=3, morning=None), STEADY, NUMBERS).colour is Colour.AMBER


def test_a_rest_day_has_the_colour_of_its_morning() -> None:
    calm = entry(about_run=False, during=None, after_60min=None, limp=None, painkiller=None, morning=0)
    sore = entry(about_run=False, during=None, after_60min=None, limp=None, painkiller=None, morning=2)

    assert colour_rest_day(calm, STEADY, NUMBERS).colour is Colour.GREEN
    assert colour_rest_day(sore, STEADY, NUMBERS).colour is Colour.AMBER


@pytest.mark.parametrize(
    ("before", "usual", "sore"),
    [(1, 0, False), (2, 0, True), (3, 2, False), (4, 2, True), (4, 4, True), (None, 0, False)],
)
def test_a_day_that_begins_too_sore_has_no_run(before: Any, usual: int, *, sore: bool) -> None:
    said = entry(before=before, usual_morning=usual, morning=None)

    assert (too_sore_to_run(said, STEADY, DAY, NUMBERS) is not None) is sore


def test_what_is_amber_by_its_height_alone_says_so() -> None:
    hour = colour_run(entry(before=4, after_60min=4), STEADY, NUMBERS)
    morning = colour_run(entry(usual_morning=4, morning=4), STEADY, NUMBERS)

    assert [reason.rule for reason in hour.because] == ["colour.after_60min_high"]
    assert [reason.rule for reason in morning.because] == ["colour.morning_high"]
    assert {reason.limit for reason in (*hour.because, *morning.because)} == {NUMBERS.above_green_most.value}
