"""What the knee answered last, said as a person would."""

from datetime import timedelta

import pytest

from kneewise.model.evidence import Grade, Reason
from kneewise.model.findings import Colour
from kneewise.model.places import Side
from kneewise.model.plan import RunColour
from kneewise.web.pages.last import LastRun, show_last
from tests.web.made import ON


def reason(rule: str, seen: int, limit: int = 1, **facts: int) -> Reason:
    return Reason(
        rule=f"colour.{rule}",
        seen=seen,
        limit=limit,
        unit="pain 0-10",
        grade=Grade.D,
        sources=("kneewise-design",),
        facts=facts,
    )


def during(seen: int) -> Reason:
    return reason("during", seen, 6, green_0_10=2)


def after(seen: int, before: int = 1) -> Reason:
    return reason("after_60min", seen, before_0_10=before)


def morning(seen: int, usual: int = 1) -> Reason:
    return reason("morning", seen, usual_0_10=usual)


def last(
    *because: Reason, days_ago: int = 2, run: str | None = "a", missing: tuple[str, ...] = ()
) -> LastRun:
    one = RunColour(
        on=ON - timedelta(days=days_ago),
        side=Side.RIGHT,
        activity_id=run,
        colour=Colour.GREEN,
        because=because,
        missing=missing,
    )
    shown = show_last((one,), on=ON)
    assert shown is not None
    return shown


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (
            (during(2), after(1), morning(1)),
            "Worst pain 2 of 10. Settled within the hour, and no worse the next morning.",
        ),
        ((during(2), after(1)), "Worst pain 2 of 10. Settled within the hour."),
        (
            (during(3), after(2), morning(1)),
            (
                "Worst pain 3 of 10. An hour after it was still 2; before the run it was 1. "
                "No worse the next morning."
            ),
        ),
        (
            (during(2), after(0), morning(3)),
            "Worst pain 2 of 10. Settled within the hour. The next morning it was 3; usual is 1.",
        ),
    ],
)
def test_a_run_is_said_in_sentences(because: tuple[Reason, ...], said: str) -> None:
    assert last(*because).said == said


@pytest.mark.parametrize(
    ("score", "said"),
    [(1, "Pain 1 of 10, no more than usual."), (3, "Pain 3 of 10; usual is 1.")],
)
def test_a_morning_is_said_as_one(score: int, said: str) -> None:
    shown = last(morning(score), run=None)

    assert shown.title == "Monday morning"
    assert shown.said == said


def test_a_run_without_a_file_is_no_morning() -> None:
    assert last(during(2), run=None).title == "Monday’s run"


@pytest.mark.parametrize(
    ("days_ago", "title", "day"),
    [
        (6, "Thursday’s run", "Thursday"),
        (7, "The run of 18 November", "18 November"),
        (40, "The run of 16 October", "16 October"),
    ],
)
def test_an_older_colour_shows_its_date(days_ago: int, title: str, day: str) -> None:
    shown = last(during(2), days_ago=days_ago)

    assert (shown.title, shown.day) == (title, day)


def test_what_was_not_answered_is_said_small_and_last() -> None:
    said = last(during(2), missing=("morning",)).said

    assert said == "Worst pain 2 of 10. Not answered: the pain on the next morning."
