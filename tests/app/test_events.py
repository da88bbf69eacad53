from datetime import date
from typing import Any

import pytest

from kneewise.app.events import decide_events
from kneewise.model.errors import UsageError
from kneewise.model.findings import Colour, Urgency
from kneewise.model.plan import Phase, SessionKind

RUNS_BEFORE = [
    {"event": "run", "at": f"2026-02-{day:02}T17:00+00:00", "running_min": 40, "distance_m": 6500}
    for day in (2, 4, 6, 9, 11, 13, 16, 18, 20, 23, 25, 27)
]
SCREENING = {
    "event": "screening",
    "at": "2026-03-02T07:00+00:00",
    "others": False,
    "answers": {"knee": "right", "age_years": 34, "pain_this_morning": 1, "pain_during_last_run": 4},
}
RUN = {"event": "run", "at": "2026-03-03T17:00+00:00", "running_min": 20, "distance_m": 3000}


def told(**scores: object) -> list[dict[str, object]]:
    """The sore runner's run of the second day, with what was said of it."""
    parts = {"after_60min": 1, "limp": False, "painkiller": False, **scores}
    pain = {"event": "pain", "at": "2026-03-03T19:00+00:00", "side": "right", "before": 1, **parts}
    morning = {"event": "pain", "at": "2026-03-04T08:00+00:00", "side": "right", "morning": 1}
    return [*RUNS_BEFORE, SCREENING, RUN, pain, morning]


def decided(*events: object, on: date | None = None) -> Any:
    return decide_events({"version": 1, "events": list(events)}, on=on)


def test_events_are_decided_like_a_diary() -> None:
    decision = decided(*told(during=2))

    assert decision.plan.on == date(2026, 3, 4)
    assert decision.plan.phase is Phase.CALM
    assert decision.plan.urgency is Urgency.NONE
    assert [(colour.on.day, colour.colour) for colour in decision.colours] == [
        (2, Colour.GREEN),
        (3, Colour.GREEN),
    ]


def test_the_order_of_events_does_not_matter() -> None:
    events = told(during=4)

    assert decided(*events) == decided(*reversed(events))


def test_what_lies_behind_the_day_does_not_count() -> None:
    later = {"event": "flag", "at": "2026-03-05T08:00+00:00", "answers": {"night_pain": True}}

    before = decided(*told(during=2), later, on=date(2026, 3, 4))
    after = decided(*told(during=2), later)

    assert before == decided(*told(during=2))
    assert after.plan.urgency is Urgency.WITHIN_DAYS


def test_choices_made_later_do_not_count_yet() -> None:
    bike = {"event": "settings", "at": "2026-03-06T08:00+00:00", "settings": {"has_bike": True}}
    sore = told(during=8)

    kinds = {session.kind for session in decided(*sore, bike, on=date(2026, 3, 5)).plan.sessions}

    assert SessionKind.BIKE not in kinds


def test_every_colour_since_the_first_day_is_given() -> None:
    weeks = [
        {"event": "pain", "at": f"2026-{day}T08:00+00:00", "side": "right", "morning": 1}
        for day in ("03-10", "04-10", "05-10")
    ]

    decision = decided(SCREENING, *weeks)

    days = [colour.on.isoformat()[5:] for colour in decision.colours]
    assert days == ["03-02", "03-10", "04-10", "05-10"]


def test_others_answers_no_to_what_is_not_named() -> None:
    assert decided(SCREENING).plan.ask == ()
    assert decided({**SCREENING, "others": None}).plan.ask != ()


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ({"event": "jump", "at": "2026-03-02T07:00+00:00"}, "Event 1: “jump” is not one of the answers"),
        ({"event": "run", "at": "2026-03-02"}, "Event 1: “2026-03-02” is no time for at"),
        ({**RUN, "pace": 5}, "Event 1: There is no “pace” in such a session"),
        (
            {"event": "walk", "at": RUN["at"], "running_min": 5, "duration_min": 9},
            "There is no “running_min”",
        ),
        ({"event": "bike", "at": RUN["at"]}, "Event 1: Say duration_min"),
        ({**RUN, "duration_min": 10}, "running_min is part of them"),
        (
            {"event": "pain", "at": RUN["at"], "side": "right", "during": 11},
            "“11” is no score for the worst pain during the run",
        ),
        ({"event": "screening", "at": RUN["at"]}, "It holds “answers”, an object, and nothing else"),
        (7, "Event 1: It is no object"),
    ],
)
def test_an_event_that_cannot_be_is_one_sentence_with_its_number(event: object, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        decided(event)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"events": [RUN]}, "begins with “version”: this Kneewise reads 1"),
        ({"version": 2, "events": [RUN]}, "begins with “version”"),
        ({"version": 1, "events": []}, "a list of at least one"),
        ({"version": 1, "events": [RUN], "more": 1}, "a list of at least one"),
    ],
)
def test_a_file_that_cannot_be_is_one_sentence(raw: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        decide_events(raw)
