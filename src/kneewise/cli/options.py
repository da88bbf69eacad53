"""Options that many commands share."""

from datetime import date, time
from typing import Annotated, Any

import typer

from kneewise.cli.values import a_day, a_time
from kneewise.present.words import gettext as _

OnDate = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="DATE", parser=a_day, help=_("Look at this day instead of today, like 2026-11-23.")
    ),
]

ReadOn = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="DATE", parser=a_day, help=_("The day on which they are read, if not today.")
    ),
]

SpokenOf = Annotated[
    date | None,
    typer.Option("--on", metavar="DATE", parser=a_day, help=_("The day it speaks of; today if left out.")),
]

RunOn = Annotated[
    date | None,
    typer.Option("--on", metavar="DATE", parser=a_day, help=_("The day of the run; the last if left out.")),
]

AtTime = Annotated[
    time | None,
    typer.Option("--at", metavar="HH:MM", parser=a_time, help=_("The time of that day; now if left out.")),
]

AsJson = Annotated[bool, typer.Option("--json", help=_("Print JSON; docs/json.md names every key."))]

Knee = Annotated[str | None, typer.Option("--knee", metavar="SIDE", help=_("left or right."))]


def score(said: str) -> Any:  # noqa: ANN401 - the type of an option is private to Typer.
    """Make an option that takes a score."""
    return typer.Option(metavar="0-10", help=said)


def yes_no(said: str) -> Any:  # noqa: ANN401 - the type of an option is private to Typer.
    """Make an option that takes yes, no or ?."""
    return typer.Option(metavar="YES|NO", help=said)
