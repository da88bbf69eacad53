"""A page for a physio or a doctor."""

from pathlib import Path
from typing import Annotated

import typer

from kneewise.app import hand_over
from kneewise.app import report as use
from kneewise.cli.open import decide, open_home
from kneewise.cli.options import OnDate
from kneewise.cli.terminal import show
from kneewise.present.page import wrapped
from kneewise.present.report import set_report
from kneewise.present.report_pdf import render_pdf
from kneewise.present.words import gettext as _


def report(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.pdf", help=_("Where the page is written."))
    ],
    weeks: Annotated[
        str | None, typer.Option("--weeks", metavar="N", help=_("Of so many weeks; six if left out."))
    ] = None,
    tables: Annotated[
        bool, typer.Option("--tables", help=_("Add the tables behind it, on pages of their own."))
    ] = False,
    on: OnDate = None,
) -> None:
    """Write a page for a physio or a doctor, to be read in a minute."""
    opened = open_home()
    count = use.weeks_of(weeks)
    decision = decide(opened, on)
    facts = use.gather(opened.runner, decision, weeks=count)
    hand_over.write_file(output, render_pdf(set_report(facts, tables=tables)))
    show(wrapped(_("Written: %(path)s. Read it before you give it away.") % {"path": output}))
