"""Sessions that were imported, in a list and one by one."""

from datetime import date
from typing import Annotated

import typer

from kneewise.app import runs as use
from kneewise.app import sessions
from kneewise.app.as_json import run_json
from kneewise.app.columns import columns as use_columns
from kneewise.app.runs import RunView, SourceOf
from kneewise.cli.diary import before_it, show_logged
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.model.errors import UsageError
from kneewise.present import json, lists, session
from kneewise.present.held import held_lines
from kneewise.present.in_band import say_in_band
from kneewise.present.page import Lines, Tone, fact, section, wrapped
from kneewise.present.reasons import reason_sentence
from kneewise.present.text import colour_lines
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def runs(
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help=_("Only the last N."))
    ] = None,
    all_sports: Annotated[
        bool, typer.Option("--all-sports", help=_("Every session, whatever the sport."))
    ] = False,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """List your running sessions, the latest last."""
    opened = open_home()
    found = use.runs(opened.runner, all_sports=all_sports, limit=limit, on=on or opened.today)
    if as_json:
        show_json(json.runs_json(found))
    elif found or all_sports:
        show(lists.runs_lines(found, miles=opened.settings.miles))
    else:
        others = use.runs(opened.runner, all_sports=True, limit=None, on=on or opened.today)
        show(lists.no_runs_lines(len(others)))


def run(
    activity_id: Annotated[str, typer.Argument(metavar="ID", help=_("As `kneewise runs` lists it."))],
    columns: Annotated[
        bool, typer.Option("--columns", help=_("List what its file holds instead, column by column."))
    ] = False,
    split: Annotated[
        bool, typer.Option("--split", help=_("Its files are sessions of their own: take it apart."))
    ] = False,
    join: Annotated[
        str | None, typer.Option("--join", metavar="ID", help=_("This other one is the same session."))
    ] = None,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """Show one session: what the watch measured, how the knee took it, and the files it came in."""
    if split and join is not None:
        raise UsageError(_("Either --split or --join ID, one after the other."))
    opened = open_home()
    if columns:
        _show_columns(opened, activity_id, as_json=as_json)
        return
    if split or join is not None:
        _rearrange(opened, activity_id, None if split else join, on=on, as_json=as_json)
        return
    found = use.run(opened.runner, activity_id, on=on or opened.today)
    if as_json:
        show_json(run_json(found))
    else:
        show(run_lines(found, miles=opened.settings.miles))


def _show_columns(opened: Opened, activity_id: str, *, as_json: bool) -> None:
    tables = use_columns(opened.runner, activity_id)
    if as_json:
        show_json({"tables": json.plain(tables)})
    else:
        show(held_lines(tables))


def _rearrange(opened: Opened, name: str, other: str | None, *, on: date | None, as_json: bool) -> None:
    """Take a session apart, or put another one to it."""
    at = instant(opened, on)
    before = before_it(opened, at)
    if other is None:
        said = sessions.split(opened.runner, name, at=at)
    else:
        said = sessions.join(opened.runner, name, other, at=at)
    show_logged(said, opened, as_json=as_json, before=before)


def _source_lines(source: SourceOf) -> Lines:
    used = f" ({sentence('source.used')})" if source.wins else ""
    return wrapped(f"{source.name}{used}", first="  ")


def run_lines(found: RunView, *, miles: bool) -> Lines:
    """Lay out one session."""
    knee = [lists.entry_lines(entry) for entry in found.entries]
    for colour in found.colours:
        knee.append(colour_lines(colour))
        knee += [wrapped(reason_sentence(reason), first="    ") for reason in colour.because]
    problem, version = found.recording_problem, found.activity.measured.version
    return (
        *session.head_lines(found.activity),
        *session.figure_lines(found.activity, miles=miles),
        *(fact(sentence("measure.in_band"), say_in_band(found.in_band)) if found.in_band else ()),
        *section(sentence("head.knee"), *knee),
        *session.load_lines(found.impact, found.aerobic),
        *session.doubt_lines(found.activity.measured),
        *session.more_lines(found.activity.measured, miles=miles),
        *section(sentence("head.files"), *(_source_lines(source) for source in found.sources)),
        *(wrapped(sentence(problem.code, detail=problem.detail), tone=Tone.QUIET) if problem else ()),
        *(wrapped(sentence("measured.earlier", version=version), tone=Tone.QUIET) if found.outdated else ()),
        *fact("ID", found.activity.activity_id, tone=Tone.QUIET),
    )
