"""Fills a home with years of a runner's life, for measurements that need a long history.

The rows are those that an import and a diary would have left; the watch files behind them are not made.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from kneewise.app import home
from kneewise.app.sample_runner import tell_story
from kneewise.app.screen_answers import parse_answers
from kneewise.model.activity import Activity, Measured
from kneewise.model.sport import Sport
from kneewise.observe.measure import MEASURE_VERSION
from kneewise.store.activities import keep_activity
from kneewise.store.codec import to_json
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.runners import one_step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kneewise.store.codec import Json
    from kneewise.store.ref import RunnerRef

ON = date(2026, 11, 23)
"""The last day of every such history."""
WEEK = 7
SCORES: Mapping[str, Json] = {
    "side": "right",
    "before": 1,
    "during": 2,
    "after_60min": 1,
    "morning": 1,
    "limp": False,
    "painkiller": False,
}


def fill(count: int, every_days: float, diary_days: int) -> None:
    """Fill the home that the settings name."""
    runner = home.open_home()
    add_activities(runner, count, until=ON, every_days=every_days)
    add_diary(runner, said_at_the_screening(), since=ON - timedelta(days=diary_days), until=ON)


def said_at_the_screening() -> dict[str, Json]:
    """Take the sample runner's answers, dates left out, so that they can be given on any day."""
    said = next(one for one in tell_story(ON).said if one.kind == "screen")
    plain = cast("dict[str, Json]", to_json(parse_answers(said.said, on=ON)))
    return {name: value for name, value in plain.items() if not isinstance(value, dict)}


def add_activities(runner: RunnerRef, count: int, *, until: date, every_days: float) -> None:
    """Store so many activities, the last one on a day, in one transaction."""
    with one_step(runner) as step:
        for index in range(count):
            on = until - timedelta(days=round((count - 1 - index) * every_days))
            keep_activity(runner, step, _outing(index, on), (0.0,))


def add_diary(runner: RunnerRef, answers: Mapping[str, Json], *, since: date, until: date) -> None:
    """Store a screening, a form each week and the scores of each day, in one transaction."""
    with one_step(runner) as step:
        for index in range((until - since).days + 1):
            on = since + timedelta(days=index)
            at = datetime.combine(on, time(20, 0), UTC)
            if index % WEEK == 0:
                origin = "weekly" if index else "screening"
                told: dict[str, Json] = {"origin": origin, "answers": dict(answers)}
                record(
                    runner, step, new_record(RecordKind.ANSWERS, at=at, on=on, payload=told), entered_at=at
                )
            scores: Mapping[str, Json] = (
                {"morning": SCORES["morning"], "side": "right"} if index % 2 else SCORES
            )
            record(runner, step, new_record(RecordKind.PAIN, at=at, on=on, payload=scores), entered_at=at)


def _outing(index: int, on: date) -> Activity:
    minutes = 30 + index % 5
    start = datetime.combine(on, time(7 + index % 10, index % 60), UTC)
    return Activity(
        activity_id=hashlib.sha256(f"{index} {on}".encode()).hexdigest()[:16],
        start=start,
        utc_offset_s=0,
        sport=Sport.RUNNING if index % 4 else Sport.CYCLING,
        name="A run",
        measured=Measured(
            version=MEASURE_VERSION,
            elapsed_s=minutes * 60.0,
            timer_s=minutes * 60.0,
            moving_s=minutes * 60.0,
            running_s=minutes * 58.0,
            distance_m=minutes * 170.0,
            running_distance_m=minutes * 168.0,
            cadence_spm=165.0,
            easy_pace_cadence_spm=164.0,
            speed_m_s=2.8,
            heart_rate_bpm=145.0,
            has_position=True,
            coverage={"cadence_spm": 1.0, "speed_m_s": 1.0},
        ),
    )
