"""The days of the plan as a calendar file."""

from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import export_calendar as use
from kneewise.app import hand_over
from kneewise.cli.open import decide, open_home
from kneewise.cli.options import OnDate
from kneewise.cli.terminal import say
from kneewise.model.calendar import has_something
from kneewise.present.words import gettext as _


def calendar(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE.ics", help=_("Where it is written; printed if left out.")
        ),
    ] = None,
    on: OnDate = None,
) -> None:
    """Write the seven days of the plan as a calendar.

    What is not planned any more is cancelled by it.
    """
    opened = open_home()
    decision = decide(opened, on)
    content = use.write(opened.runner, decision)
    if output is None:
        typer.echo(content, nl=False)
        return
    hand_over.write_file(output, content)
    say(_("Written: %(path)s") % {"path": output})
    if not any(map(has_something, decision.plan.sessions)):
        say(_("It holds nothing to do: kneewise today says why. Days of earlier files are cancelled by it."))
