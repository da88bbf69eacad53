"""The questions that decide whether running is on the plan at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import required_if
from kneewise.app import screen as use
from kneewise.app.answered_since import answered_since
from kneewise.app.heard_anyway import heard_anyway
from kneewise.app.screen import ScreenResult
from kneewise.app.unfinished import to_ask
from kneewise.app.weekly import weekly as weekly_list
from kneewise.cli.ask_screen import Asking
from kneewise.cli.keep_answers import Kept
from kneewise.cli.leaving import fall_silent, undisturbed
from kneewise.cli.open import instant, open_home
from kneewise.cli.options import AsJson, OnDate
from kneewise.cli.read_json import NotJsonError, read_object
from kneewise.cli.terminal import is_terminal, say, show, show_json
from kneewise.model.answers import Question
from kneewise.model.diary import Answers
from kneewise.model.errors import UsageError
from kneewise.present import json, schema
from kneewise.present.screening import screening_lines
from kneewise.present.words import gettext as _
from kneewise.present.words import ngettext


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
    if kept.found is not None and as_json:
        _show_json(kept.found)
    elif kept.found is not None:
        show_kept(kept, kept.found, counted=answers is None)
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
    """Ask what this day is to be asked; 0, or the exit code of how the questions ended."""
    runner, on = kept.opened.runner, kept.at.date()
    if kept.weekly:
        questions = [one for one in use.questions() if not one.tells_apart and (one.weekly or one.only_if)]
        return put(kept, questions, signs=weekly_list(runner, on).signs)
    chosen = to_ask(runner, on)
    if not chosen.is_first:
        say(_("These are open. Once they are answered, kneewise screen asks all questions again."))
    elif chosen.before:
        went_on = ngettext(
            "You answered %(count)s question before; here is the rest.",
            "You answered %(count)s questions before; here is the rest.",
            len(chosen.before),
        )
        say(went_on % {"count": len(chosen.before)})
    return put(kept, chosen.questions, before=chosen.before, tell_apart=chosen.is_first)


def put(
    kept: Kept,
    questions: Sequence[Question],
    *,
    signs: Sequence[Question] = (),
    before: Answers | None = None,
    tell_apart: bool = False,
) -> int:
    """Put questions, and keep what was answered, however they end; 0, or the exit code of how they ended."""
    with undisturbed():
        asking = Asking(
            questions=questions,
            on=kept.at.date(),
            settings=kept.opened.settings,
            keep=kept.keep,
            signs=signs,
            before=before or {},
        )
        asking.ask_all(tell_apart=tell_apart)
        if asking.given or not asking.left:
            kept.keep(asking.given)
        if asking.left and not is_terminal():
            fall_silent()
        return asking.left


def show_kept(kept: Kept, found: ScreenResult, *, counted: bool = True) -> None:
    """Say what is kept, and what the answers lead to."""
    show(kept.lines() if counted else ())
    show(
        screening_lines(
            found.decision, settings=kept.opened.settings, stored=not kept.dry_run, noes=found.first_noes
        )
    )


def _show_json(found: ScreenResult) -> None:
    show_json(
        json.screening_json(
            found.decision,
            may_run=found.may_run,
            provisional_urgency=found.provisional_urgency,
            provisional_may_run=found.provisional_may_run,
            next_questions=found.next_questions,
        )
    )
