"""The questions that decide whether running is on the plan at all."""

from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import screen as use
from kneewise.cli.ask_screen import ask_all
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.read_json import read_object
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
        show_json(schema.answers_schema(use.questions()))
        return
    opened = open_home()
    at = instant(opened, on)
    if answers is None and not is_terminal():
        raise UsageError(_("Nobody can be asked here: give --answers FILE, or run it in a terminal."))
    if answers is None:
        raw = ask_all(use.questions(), on=at.date(), weekly=weekly, settings=opened.settings)
    else:
        raw = read_object(answers)
    given = use.parse_file(raw, on=at.date())
    found = use.screen(opened.runner, given, at=at, dry_run=dry_run, weekly=weekly)
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
    else:
        show(
            screening_lines(
                found.decision, settings=opened.settings, stored=not dry_run, noes=found.first_noes
            )
        )
