"""What to do: today, these seven days, and the plan they belong to."""

from datetime import date
from typing import TYPE_CHECKING

from kneewise.cli.open import Opened, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.model.plan import Decision

if TYPE_CHECKING:
    from kneewise.present.json import Json


def today(on: OnDate = None, as_json: AsJson = False) -> None:
    """Say what to do today, and why."""
    from kneewise.present import json, text

    opened = open_home()
    decision = _decide(opened, on)
    if as_json:
        show_json(json.decision_json(decision))
    else:
        show(text.today_lines(decision, settings=opened.settings))


def week(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show seven days from today, one line a day."""
    from kneewise.present import json, week

    opened = open_home()
    decision = _decide(opened, on)
    if as_json:
        show_json({**json.week_json(decision), "load": _load(opened, decision)})
    else:
        show(week.week_lines(decision, settings=opened.settings))


def plan(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show the whole plan: phase, limits, what begins when, what it could be, and every advice."""
    from kneewise.present import json, week

    opened = open_home()
    decision = _decide(opened, on)
    if as_json:
        show_json(json.plan_json(decision))
    else:
        show(week.plan_lines(decision, settings=opened.settings))


def _load(opened: Opened, decision: Decision) -> "Json":
    """Sum up the weeks behind in both ledgers."""
    from kneewise.app.load import load
    from kneewise.present import json

    return json.plain(load(opened.runner, decision.plan.on))


def _decide(opened: Opened, on: date | None) -> Decision:
    """Answer today by the clock, or the day that was named."""
    from kneewise.app import review

    return review.review_now(opened.runner, opened.now) if on is None else review.review(opened.runner, on)
