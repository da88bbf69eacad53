"""The questions that decide whether running is on the plan at all."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import required_if
from kneewise.app import screen as use
from kneewise.app.answered_since import answered_since
from kneewise.app.heard_anyway import heard_anyway
from kneewise.app.screen import ScreenResult
from kneewise.app.weekly import weekly as weekly_list
from kneewise.cli.ask_screen import Asking
from kneewise.cli.keep_answers import Kept
from kneewise.cli.leaving import fall_silent, undisturbed
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.read_json import NotJsonError, read_object
from kneewise.cli.terminal import is_terminal, show, show_json
from kneewise.model.errors import UsageError
from kneewise.present import json, schema
from kneewise.present.screening import screening_lines
from kneewise.present.words import gettext as _


def screen(
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers", metavar="FILE", help=_("Answers as JSON, instead of being asked; - reads a pipe.")
        ),
    ] = None,
    show_schema: Annotated[
        bool, typer.Option("--schema", help=_("Print the JSON schema of an answers file."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Say what would be found; store nothing."))
    ] = False,
    weekly: Annotated[bool, typer.Option("--weekly", help=_("Only what is asked again every week."))] = False,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """Answer the questions about the knee and yourself; emergency signs come first."""
    if show_schema:
        show_json(schema.answers_schema(use.questions(), required_if.needed()))
        return
    opened = open_home()
    of_day = instant(opened, on)
    # Told of a day that others have come after, answers are told now: nobody knew of them then.
    at = opened.now if answered_since(opened.runner, of_day) else of_day
    if answers is None and not is_terminal():
        raise UsageError(_("Nobody can be asked here: give --answers FILE, or run it in a terminal."))
    kept = Kept(opened=opened, at=at, dry_run=dry_run, weekly=weekly)
    left = 0
    if answers is None:
        left = _ask(kept)
    else:
        kept.keep(_read(answers, kept))
    if kept.found is not None:
        _show(kept, kept.found, counted=answers is None, as_json=as_json)
    if left:
        raise typer.Exit(left)


def _read(answers: Path, kept: Kept) -> Mapping[str, object]:
    """Read an answers file; an emergency in one that is no JSON is heard all the same."""
    try:
        return read_object(answers)
    except NotJsonError as fault:
        with heard_anyway(kept.opened.runner, fault.pairs, at=kept.at):
            raise


def _ask(kept: Kept) -> int:
    """Ask, and keep what was answered, however the questions end; 0, or the exit code of how they ended."""
    with undisturbed():
        asking = Asking(
            questions=use.questions(),
            on=kept.at.date(),
            settings=kept.opened.settings,
            keep=kept.keep,
            signs=weekly_list(kept.opened.runner, kept.at.date()).signs if kept.weekly else (),
        )
        asking.ask_all(weekly=kept.weekly)
        if asking.given or not asking.left:
            kept.keep(asking.given)
        if asking.left and not is_terminal():
            fall_silent()
        return asking.left


def _show(kept: Kept, found: ScreenResult, *, counted: bool, as_json: bool) -> None:
    """Say what the answers lead to."""
    if as_json:
        show_json(
            json.screening_json(
                found.decision,
                may_run=found.may_run,
                provisional_urgency=found.provisional_urgency,
                provisional_may_run=found.provisional_may_run,
                next_questions=found.next_questions,
            )
        )
        return
    show(kept.lines() if counted else ())
    show(
        screening_lines(
            found.decision, settings=kept.opened.settings, stored=not kept.dry_run, noes=found.first_noes
        )
    )
