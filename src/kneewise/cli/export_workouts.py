"""The sessions of the week as workouts for a watch."""

from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import export_workouts as use
from kneewise.cli.open import decide, open_home
from kneewise.cli.options import OnDate
from kneewise.cli.terminal import show
from kneewise.model.plan import Decision
from kneewise.present.advice import above_all
from kneewise.present.day import name_session, say_minutes
from kneewise.present.page import Lines, Tone, bullet, wrapped
from kneewise.present.text import because_lines, day, instruction_lines
from kneewise.present.words import gettext as _


def workouts(
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help=_("A folder, or where the watch is mounted."))
    ] = Path(),
    today: Annotated[bool, typer.Option("--today", help=_("Only the session of the day."))] = False,
    on: OnDate = None,
) -> None:
    """Write the sessions of the week as workouts for a watch.

    While running is off there are none.
    """
    opened = open_home()
    decision = decide(opened, on)
    found = use.workouts(opened.runner, decision, today_only=today)
    if not found:
        show(_none(decision))
        show(instruction_lines(decision, settings=opened.settings))
        show(because_lines(decision))
        raise typer.Exit(1)
    written = use.put(found, to)
    for first in above_all(decision.plan):
        show(bullet(first))
    for one, path in zip(found, written, strict=True):
        what = ", ".join(filter(None, (name_session(one.session), say_minutes(one.session))))
        show(
            bullet(
                _("%(day)s: %(what)s, %(path)s") % {"day": day(one.session.on), "what": what, "path": path}
            )
        )


def _none(decision: Decision) -> Lines:
    """Say that nothing was written, and that a watch may still have what was written before."""
    said = wrapped(_("Nothing was written: no session here can go onto a watch."), tone=Tone.STRONG)
    if decision.plan.may_run:
        return said
    return (*said, *wrapped(_("Workouts of earlier days may still be on your watch: delete them there.")))
