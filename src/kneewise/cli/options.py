"""Options that many commands share."""

from datetime import date, time
from typing import Annotated

import typer

from kneewise.cli.values import a_day, a_time
from kneewise.present.words import gettext as _

OnDate = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="DATE", parser=a_day, help=_("Look at this day instead of today, like 2026-11-23.")
    ),
]

SpokenOf = Annotated[
    date | None,
    typer.Option("--on", metavar="DATE", parser=a_day, help=_("The day it speaks of; today if left out.")),
]

AtTime = Annotated[
    time | None,
    typer.Option("--at", metavar="HH:MM", parser=a_time, help=_("The time of that day; now if left out.")),
]

AsJson = Annotated[bool, typer.Option("--json", help=_("Print JSON; docs/json.md names every key."))]

Knee = Annotated[str | None, typer.Option("--knee", metavar="SIDE", help=_("left or right."))]

Score = typer.Option(metavar="0-10", help=_("A score, or ? when you do not know."))

YesNo = typer.Option(metavar="YES|NO", help=_("yes, no, or ? when you do not know."))
