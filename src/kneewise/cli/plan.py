"""What to do: today, these seven days, and the plan they belong to."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kneewise.cli.open import Opened, decide, instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.cli.values import a_change
from kneewise.model.errors import UsageError
from kneewise.model.plan import Decision
from kneewise.present.words import gettext as _

if TYPE_CHECKING:
    from kneewise.model.cadence import BlockEnd
    from kneewise.present.json import Json


def today(on: OnDate = None, as_json: AsJson = False) -> None:
    """Say what to do today, and why."""
    from kneewise.app import review
    from kneewise.present import json, text

    opened = open_home()
    decision = decide(opened, on)
    if as_json:
        show_json(json.decision_json(decision))
    else:
        noes = review.first_noes(opened.runner, decision)
        show(text.today_lines(decision, settings=opened.settings, noes=noes, today=opened.today))
        _show_trial(opened, decision)
        _show_weekly(opened, decision)


def _show_trial(opened: Opened, decision: Decision) -> None:
    """Say which way the run of a test is to be, where one is on; beside a stop nothing."""
    from kneewise.app.trials_seen import current
    from kneewise.present.page import wrapped
    from kneewise.present.trial import say_today

    if decision.plan.may_run and (seen := current(opened.runner, decision.plan.on)):
        show(wrapped(say_today(seen)))


def _show_weekly(opened: Opened, decision: Decision) -> None:
    """Offer the weekly list before its answers run out; once they did, the page asks for them itself."""
    from kneewise.app.weekly import weekly
    from kneewise.present.page import wrapped
    from kneewise.present.words import sentence

    if not decision.plan.ask and weekly(opened.runner, decision.plan.on).offered:
        show(wrapped(sentence("weekly.due")))


def week(on: OnDate = None, as_json: AsJson = False) -> None:
    """Show seven days from today, one line a day."""
    from kneewise.app.cadence import runs_of_block
    from kneewise.present import json, week

    opened = open_home()
    decision = decide(opened, on)
    if as_json:
        cadence = _cadence(opened, decision)
        show_json({**json.week_json(decision), "load": _load(opened, decision), "cadence": cadence})
    else:
        runs, ended = runs_of_block(opened.runner, decision.plan.on), _ended(opened, decision)
        lines = week.week_lines(
            decision, settings=opened.settings, today=opened.today, runs=runs, ended=ended
        )
        show(lines)


def plan(
    more: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME=VALUE...", help=_("More to suppose, after --what-if.")),
    ] = None,
    events: Annotated[
        Path | None,
        typer.Option(
            "--events", metavar="FILE", help=_("Decide from dated events in a file of JSON; - reads a pipe.")
        ),
    ] = None,
    what_if: Annotated[
        str | None,
        typer.Option(
            "--what-if", metavar="NAME=VALUE...", help=_('Tomorrow under another answer, such as "during=4".')
        ),
    ] = None,
    move: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--move",
            metavar="FROM TO",
            help=_("Have the run of one day on another, such as fri sat, where the rules allow it."),
        ),
    ] = None,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """Show the whole plan: phase, limits, what begins when, what it could be, and every advice."""
    from kneewise.app.cadence import runs_of_block
    from kneewise.present import json, week

    if more and what_if is None:
        raise UsageError(_("“%(said)s” says nothing here: kneewise plan --help") % {"said": more[0]})
    if events is not None:
        if what_if is not None or move is not None:
            raise UsageError(_("Events of a file are decided as they stand: leave out --what-if and --move."))
        _plan_events(events, on, as_json=as_json)
        return
    if what_if is not None:
        _suppose(" ".join((what_if, *(more or ()))), on, as_json=as_json)
        return
    if move is not None:
        _move(move, on, as_json=as_json)
        return
    opened = open_home()
    decision = decide(opened, on)
    if as_json:
        show_json({**json.plan_json(decision), "cadence": _cadence(opened, decision)})
    else:
        runs, ended = runs_of_block(opened.runner, decision.plan.on), _ended(opened, decision)
        lines = week.plan_lines(
            decision, settings=opened.settings, today=opened.today, runs=runs, ended=ended
        )
        show(lines)


def _plan_events(path: Path, on: date | None, *, as_json: bool) -> None:
    """Decide from a file; no home is opened."""
    from kneewise.app.events import decide_events
    from kneewise.cli.read_json import read_object
    from kneewise.model.runner import Settings
    from kneewise.present import json, week

    decision = decide_events(read_object(path), on=on)
    if as_json:
        show_json(json.events_json(decision))
    else:
        show(week.plan_lines(decision, settings=Settings()))


def _suppose(said: str, on: date | None, *, as_json: bool) -> None:
    """Look at the next day under another answer."""
    from kneewise.app.as_json import what_if_json
    from kneewise.app.what_if import what_if
    from kneewise.cli.what_if import what_if_lines

    opened = open_home()
    changes = dict(a_change(one) for one in said.replace(",", " ").split())
    found = what_if(opened.runner, changes, at=instant(opened, on))
    if as_json:
        show_json(what_if_json(found))
    else:
        show(what_if_lines(found, today=decide(opened, on).plan))


def _move(days: tuple[str, str], on: date | None, *, as_json: bool) -> None:
    """Move a run, or name the rule that forbids it; nothing is kept then, and the exit code is 1."""
    from kneewise.app.move import move
    from kneewise.cli.move import moved_json, moved_lines

    opened = open_home()
    found = move(opened.runner, *days, at=instant(opened, on))
    if as_json:
        show_json(moved_json(found))
    else:
        show(moved_lines(found, opened))
    if not found.answer.done:
        raise typer.Exit(1)


def _ended(opened: Opened, decision: Decision) -> "BlockEnd | None":
    """Say why the cadence block was dropped, if it was."""
    from kneewise.app.cadence import block

    return block(opened.runner, decision.plan.on).ended


def _load(opened: Opened, decision: Decision) -> "Json":
    """Sum up the weeks behind in both ledgers."""
    from kneewise.app.load import load
    from kneewise.present import json

    return json.plain(load(opened.runner, decision.plan.on))


def _cadence(opened: Opened, decision: Decision) -> "Json":
    """Say how the cadence block stands, and how its runs went."""
    from kneewise.app import cadence
    from kneewise.present import json

    on = decision.plan.on
    found, block = decision.found.cadence, cadence.block(opened.runner, on)
    return json.cadence_json(found, block, cadence.runs_of_block(opened.runner, on))
