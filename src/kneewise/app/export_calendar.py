"""The days of the plan for a calendar, and those of earlier plans that are not in it any more."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from kneewise.app.known import known
from kneewise.model.calendar import Planned, has_something
from kneewise.model.plan import PLAN_DAYS, Decision, SessionKind
from kneewise.store.decisions import recall_decisions
from kneewise.store.ids import content_id
from kneewise.store.records import recall_names
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import last_step


def write(runner: RunnerRef, decision: Decision) -> bytes:
    """Write the days of a plan as a calendar."""
    # What knows calendars takes long to load, and the page is opened without it.
    from kneewise.present.calendar import render_calendar
    from kneewise.present.reasons import limps

    return render_calendar(planned(runner, decision), limps=limps(decision.plan))


def planned(runner: RunnerRef, decision: Decision) -> Planned:
    """Gather the days of the plan that have something to do, and those that have nothing any more.

    Args:
        runner: Whose.
        decision: Of the first day.
    """
    return Planned(
        owner=content_id(["calendar", *recall_names(runner)[:1]]),
        on=decision.plan.on,
        step=last_step(runner),
        sessions=tuple(one for one in decision.plan.sessions if has_something(one)),
        gone=_gone(runner, decision),
    )


def _gone(runner: RunnerRef, decision: Decision) -> tuple[date, ...]:
    """Find the days of the plan that have nothing now, and had something in any plan that could be exported.

    Those are the stored ones, and the plan of each of the days before, of which none need be stored.
    """
    on = decision.plan.on
    days = {on + timedelta(days=day) for day in range(PLAN_DAYS)}
    still = {one.on for one in decision.plan.sessions if has_something(one)}
    return tuple(sorted((days - still) & {*_stored(runner), *_decided(runner, on)}))


def _stored(runner: RunnerRef) -> Iterator[date]:
    for row in recall_decisions(runner):
        plan: Any = row.decision["plan"]
        for session in plan["sessions"]:
            if session["kind"] != SessionKind.REST.value or session.get("exercises"):
                yield date.fromisoformat(session["on"]["date"])


def _decided(runner: RunnerRef, on: date) -> Iterator[date]:
    now = known(runner)
    for back in range(1, PLAN_DAYS):
        sessions = now.decide(on - timedelta(days=back)).plan.sessions
        yield from (session.on for session in sessions if has_something(session))
