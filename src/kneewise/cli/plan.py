"""What to do: today, these seven days, and the plan they belong to."""

from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json


def today(on: OnDate = None, as_json: AsJson = False) -> None:
    """Say what to do today, and why."""
    from kneewise.app import review
    from kneewise.present import json, text

    opened = open_home()
    decision = review.review(opened.runner, on or opened.today)
    if as_json:
        show_json(json.decision_json(decision))
    else:
        show(text.today_lines(decision, settings=opened.settings))


def week(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show seven days from today, one line a day."""
    from kneewise.app import review
    from kneewise.present import json, week

    opened = open_home()
    decision = review.review(opened.runner, on or opened.today)
    if as_json:
        show_json(json.week_json(decision))
    else:
        show(week.week_lines(decision, settings=opened.settings))


def plan(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show the whole plan: phase, limits, what begins when, what it could be, and every advice."""
    from kneewise.app import review
    from kneewise.present import json, week

    opened = open_home()
    decision = review.review(opened.runner, on or opened.today)
    if as_json:
        show_json(json.plan_json(decision))
    else:
        show(week.plan_lines(decision, settings=opened.settings))
