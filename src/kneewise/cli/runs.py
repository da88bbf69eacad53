"""Sessions that were imported, in a list and one by one."""

from typing import Annotated

import typer

from kneewise.app import runs as use
from kneewise.app import sessions
from kneewise.app.runs import RunView, SourceOf
from kneewise.cli.diary import show_logged
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.terminal import show, show_json
from kneewise.model.errors import UsageError
from kneewise.present import json, lists
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
    else:
        show(lists.runs_lines(found, miles=opened.settings.miles))


def run(
    activity_id: Annotated[str, typer.Argument(metavar="ID", help=_("As `kneewise runs` lists it."))],
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
    opened = open_home()
    if split and join is not None:
        raise UsageError(_("Either --split or --join ID, one after the other."))
    if split or join is not None:
        at = instant(opened, on)
        if join is None:
            said = sessions.split(opened.runner, activity_id, at=at)
        else:
            said = sessions.join(opened.runner, activity_id, join, at=at)
        show_logged(said, opened.settings, as_json=as_json)
        return
    found = use.run(opened.runner, activity_id, on=on or opened.today)
    if as_json:
        show_json(run_json(found))
    else:
        show(run_lines(found, miles=opened.settings.miles))


def run_json(found: RunView) -> json.Json:
    """Say one session with its diary, its colours and the files it came in."""
    recording = found.recording
    return {
        **json.activity_json(found.activity),
        "colours": [json.colour_json(colour) for colour in found.colours],
        "entries": [json.entry_json(entry) for entry in found.entries],
        "sources": [_source_json(source) for source in found.sources],
        "device": None if recording is None else recording.device,
        "cadence_rule": None if recording is None else recording.cadence_rule,
        "laps": [] if recording is None else [json.plain(lap) for lap in recording.laps],
        "problems": [] if recording is None else [json.plain(problem) for problem in recording.problems],
        "recording_problem": json.plain(found.recording_problem),
    }


def _source_json(source: SourceOf) -> json.Json:
    return {
        "path": source.name,
        "sha256": source.sha256,
        "format": source.source_format,
        "used": source.wins,
    }


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
    outdated = wrapped(sentence("measured.earlier", version=version), tone=Tone.QUIET)
    return (
        *lists.activity_lines(found.activity, miles=miles),
        *(outdated if found.is_outdated else ()),
        *section(sentence("head.knee"), *knee),
        *section(sentence("head.files"), *(_source_lines(source) for source in found.sources)),
        *(wrapped(sentence(problem.code, detail=problem.detail), tone=Tone.QUIET) if problem else ()),
        *fact("ID", found.activity.activity_id, tone=Tone.QUIET),
    )
