"""What the diary answers; while a stop is in force nothing, so that nothing reassures beside it."""

from dataclasses import replace
from datetime import date

from kneewise.app.known import known
from kneewise.model.insight import Insights
from kneewise.store.ref import RunnerRef


def insights(runner: RunnerRef, on: date) -> Insights:
    """Give what the diary says on a day, asked once for each state of the home."""
    now = known(runner)
    found = now.ask(on)
    if now.decide(on).plan.urgency.stops_running:
        return replace(found, asked_at_once=0, answers=(), weeks=(), checks=(), check_due=False)
    return found
