"""Runners and plans made by hand for the gate, which has to judge what nobody in the house would make."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from kneewise.app.numbers import house_numbers
from kneewise.engine import gate
from kneewise.model.activity import Activity, Measured
from kneewise.model.evidence import Grade, Reason
from kneewise.model.findings import Assessment, Colour, SafetyFinding, Urgency
from kneewise.model.observations import Baseline, DiaryEntry, Observations, TimedScore
from kneewise.model.places import Side
from kneewise.model.plan import Block, Caps, Phase, Plan, RunColour, Session, SessionKind
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from tests.engine.made import sore_runner

TODAY = date(2026, 6, 15)
STARTED_DAYS_AGO = 60
USUAL_MIN = 40.0
REASON = Reason(rule="planted", grade=Grade.D, sources=("kneewise-design",))
FREE = Caps(run_min=None, run_m=None, week_min=None)
REST = SessionKind.REST


def day(number: int) -> date:
    """So many days after today, or before it."""
    return TODAY + timedelta(days=number)


def did(number: int, minutes: float | None, *, sport: Sport = Sport.RUNNING, hour: int = 9) -> Activity:
    """A file of a day; its minutes may not be known to be running."""
    whole_s = 60 * (60 if minutes is None else minutes)
    return Activity(
        activity_id=f"{sport.value}-{number}-{hour}",
        start=datetime.combine(day(number), time(hour), tzinfo=UTC),
        utc_offset_s=0,
        sport=sport,
        measured=Measured(
            version="1", elapsed_s=whole_s, moving_s=whole_s, running_s=None if minutes is None else whole_s
        ),
    )


def score(value: int | None, number: int = 0) -> TimedScore:
    return TimedScore(value=value, at=datetime.combine(day(number), time(20), tzinfo=UTC))


def entry(number: int, activity: Activity | None = None, **said: Any) -> DiaryEntry:
    """The diary of a run with every answer good, but for what is said otherwise."""
    good: dict[str, Any] = {
        "about_run": True,
        "during": score(1, number),
        "after_60min": score(0, number),
        "morning": score(0, number + 1),
        "limp": False,
        "painkiller": False,
    }
    return DiaryEntry(on=day(number), activity=activity, **{"side": Side.RIGHT, **good, **said})


def morning(number: int, value: int | None = 0) -> DiaryEntry:
    """The diary of a rest day."""
    return DiaryEntry(
        on=day(number), side=Side.RIGHT, about_run=False, activity=None, morning=score(value, number)
    )


def seen(*diary: DiaryEntry, others: tuple[Activity, ...] = (), **more: Any) -> Observations:
    """A runner with this diary, the files of it, and other files."""
    files = (*others, *(one.activity for one in diary if one.activity is not None))
    usual = Baseline(measured=True, weeks=6, run_min=USUAL_MIN, week_min=120, days_per_week=3)
    known: dict[str, Any] = {
        "on": TODAY,
        "settings": Settings(),
        "started_on": day(-STARTED_DAYS_AGO),
        "baseline": usual,
        "entries": diary,
        "activities": tuple(sorted(files, key=lambda one: one.start)),
    }
    return Observations(**{**known, **more})


def runner(*, longest: float = 40.0) -> Observations:
    """Somebody who ran three times a week, well and fully answered, until last week, the longest run last."""
    runs = [entry(number, did(number, 30)) for number in range(-28, -9) if number % 7 in {0, 2, 4}]
    return seen(*runs, entry(-9, did(-9, longest)))


def colour(number: int, of: Colour = Colour.GREEN, **more: Any) -> RunColour:
    """The colour of that day's run, by its file."""
    known: dict[str, Any] = {"about_run": True, "activity_id": did(number, 1).activity_id}
    return RunColour(on=day(number), colour=of, **{"side": Side.RIGHT, **known, **more})


def run(number: int, minutes: float, **more: Any) -> Session:
    """A run in one go."""
    known: dict[str, Any] = {
        "kind": SessionKind.RUN,
        "running_min": minutes,
        "duration_min": minutes + 10,
        "blocks": (Block(run_min=minutes, walk_min=0, times=1),),
    }
    return Session(on=day(number), **{**known, **more})


def rest(number: int) -> Session:
    return Session(on=day(number), kind=SessionKind.REST)


def beside(number: int, **more: Any) -> Session:
    """A walk, or what else is no run."""
    return Session(**{"on": day(number), "kind": SessionKind.WALK, "duration_min": 30, **more})


def walk(number: int) -> Session:
    return beside(number)


def plan(*sessions: Session, **more: Any) -> Plan:
    """A plan that means to run, in Build and without caps of its own, but for what is said otherwise."""
    known: dict[str, Any] = {
        "on": TODAY,
        "may_run": True,
        "urgency": Urgency.NONE,
        "phase": Phase.BUILD,
        "caps": FREE,
        "sessions": sessions,
    }
    return Plan(**{**known, **more})


@cache
def _found() -> Assessment:
    return sore_runner().decided(0).found


def found(**more: Any) -> Assessment:
    """An assessment in which nothing stands against running, but for what is said."""
    safety = SafetyFinding(**{"urgency": Urgency.NONE, "may_run": True, **more})
    return replace(_found(), safety=safety)


def passed(at: Observations, proposed: Plan, *, colours: tuple[RunColour, ...] = (), **safety: Any) -> Plan:
    """What the gate lets through."""
    return gate(at, found(**safety), proposed, colours=colours, numbers=house_numbers().gate)


def lengths(of: Plan) -> list[float]:
    return [session.running_min for session in of.sessions]
