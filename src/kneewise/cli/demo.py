"""A runner who does not exist, to see the whole way from watch files to today's plan."""

from datetime import date
from typing import Annotated

import typer

from kneewise.app import clock
from kneewise.app import demo as use
from kneewise.app import settings as choices
from kneewise.cli.progress import progress_bar
from kneewise.cli.serve import PORT, Port, serve_page
from kneewise.cli.terminal import show
from kneewise.cli.values import a_day
from kneewise.present import text
from kneewise.present.page import Line, Tone, wrapped
from kneewise.present.words import gettext as _


def demo(
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help=_("Serve the page afterwards, or stop after the plan."))
    ] = True,
    port: Port = PORT,
    on: Annotated[
        date | None,
        typer.Option(
            "--on", metavar="DATE", parser=a_day, help=_("The day on which the sample's weeks end.")
        ),
    ] = None,
) -> None:
    """Make a sample runner, read the sample's watch files, and print today's plan and why."""
    with progress_bar(_("Reading")) as told:
        made = use.demo(now=clock.now(), on=on, progress=told)
    said = _("A runner who does not exist: %(count)s activities read from %(archive)s.") % {
        "count": len({run_id for row in made.report.files for run_id in row.run_ids}),
        "archive": made.archive.name,
    }
    show(wrapped(said, tone=Tone.QUIET))
    if made.made_anew:
        show(wrapped(_("The sample runner of another day was here, and is made anew."), tone=Tone.QUIET))
    show((Line(text=""),))
    show(text.today_lines(made.decision, settings=choices.get(made.runner)))
    if serve:
        serve_page(port, on=on)
