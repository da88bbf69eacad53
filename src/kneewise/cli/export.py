"""What leaves the house: the group of commands."""

import typer

from kneewise.cli.export_calendar import calendar
from kneewise.cli.export_fhir import fhir
from kneewise.cli.export_record import record
from kneewise.cli.export_workouts import workouts
from kneewise.present.words import gettext as _

export = typer.Typer(
    name="export",
    help=_("Take something along: your data, a calendar, workouts for a watch."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

export.command("calendar")(calendar)
export.command("fhir")(fhir)
export.command("record")(record)
export.command("workouts")(workouts)
