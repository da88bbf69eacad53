"""What leaves the house: the group of commands."""

import typer

from kneewise.cli.export_calendar import calendar
from kneewise.cli.export_workouts import workouts
from kneewise.present.words import gettext as _

export = typer.Typer(
    name="export",
    help=_("Take something along: a calendar, or workouts for a watch."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

export.command("calendar")(calendar)
export.command("workouts")(workouts)
