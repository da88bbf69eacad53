"""Which days a calendar is told of, and which of them are gone."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from kneewise.app import export_calendar, log, review, screen, sitting
from kneewise.app.home import RunnerRef
from kneewise.app.sample_runner import tell_story
from kneewise.model.calendar import Planned
from kneewise.store.runners import last_step
from tests.app.samples import NOW


@pytest.fixture
def told(quick_runner: RunnerRef) -> RunnerRef:
    said = next(one for one in tell_story(NOW.date()).said if one.kind == "screen").said
    answers = {**said, "more_running_lately": False}
    screen.screen(quick_runner, screen.parse_answers(answers, on=NOW.date()), at=NOW)
    return quick_runner


def planned(runner: RunnerRef, days: int = 0) -> Planned:
    on = NOW.date() + timedelta(days=days)
    return export_calendar.planned(runner, review.review(runner, on))


def test_only_days_of_the_plan_are_told(told: RunnerRef) -> None:
    found = planned(told)

    week = {NOW.date() + timedelta(days=day) for day in range(7)}
    assert found.sessions
    assert {one.on for one in found.sessions} <= week
    assert found.gone == ()


def test_a_stop_cancels_every_day_that_was_planned(told: RunnerRef) -> None:
    before = planned(told)

    sitting.log_signs(told, at=NOW, signs={"night_pain": True})
    after = planned(told)

    assert after.sessions == ()
    assert after.gone == tuple(one.on for one in before.sessions)
    assert after.owner == before.owner
    assert after.step > before.step


def test_a_day_that_only_an_unstored_plan_had_is_cancelled_too(told: RunnerRef) -> None:
    """The plan of a day on which nobody said anything may have been exported, and is stored nowhere."""
    exported = planned(told, days=3)
    new = {one.on for one in exported.sessions} - {one.on for one in planned(told).sessions}

    sitting.log_signs(told, at=NOW + timedelta(days=4), signs={"night_pain": True})
    after = planned(told, days=4)

    assert new
    assert {day for day in new if day >= after.on} <= set(after.gone)


def test_days_that_are_over_are_left_alone(told: RunnerRef) -> None:
    sitting.log_signs(told, at=NOW + timedelta(days=4), signs={"night_pain": True})

    assert min(planned(told, days=4).gone) >= NOW.date() + timedelta(days=4)


def test_looking_writes_nothing(told: RunnerRef) -> None:
    before = last_step(told)

    planned(told)

    assert last_step(told) == before


@pytest.mark.parametrize("limps", [True, False])
def test_who_limps_is_sent_on_no_brisk_walk(told: RunnerRef, *, limps: bool) -> None:
    said = log.log_pain if limps else log.log_sleep
    said(told, at=NOW, **({"side": "right", "limp": True} if limps else {"hours": 8}))
    decision = review.review(told, NOW.date())

    events = Calendar.from_ical(export_calendar.write(told, decision)).walk("VEVENT")

    walks = [one for one in events if str(one["SUMMARY"]).startswith("Walk")]
    assert walks
    assert all(("Walk, at most" in str(one["SUMMARY"])) is limps for one in walks)
    assert all(("briskly" in str(one["DESCRIPTION"])) is not limps for one in walks)
