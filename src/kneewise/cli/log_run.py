"""A run that no file tells of, and what a file does not say of one."""

from datetime import date, time
from typing import TYPE_CHECKING, Annotated

import typer

from kneewise.cli.ask import Asker
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, SpokenOf
from kneewise.cli.terminal import is_terminal
from kneewise.model.errors import UsageError
from kneewise.present.words import gettext as _

if TYPE_CHECKING:
    from kneewise.cli.open import Opened


def run(
    activity_id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help=_("As `kneewise runs` lists it; left out for a run without a file.")
        ),
    ] = None,
    minutes: Annotated[
        str | None, typer.Option(metavar="MIN", help=_("Without a file: how many minutes you ran."))
    ] = None,
    km: Annotated[
        str | None, typer.Option(metavar="KM", help=_("Without a file: how far, if you know."))
    ] = None,
    began: Annotated[
        str | None, typer.Option(metavar="HH:MM", help=_("Without a file: when the run began."))
    ] = None,
    all_running: Annotated[
        str | None, typer.Option(metavar="YES|NO", help=_("Of a file: whether all of it was running."))
    ] = None,
    soft_surface: Annotated[
        str | None, typer.Option(metavar="YES|NO", help=_("Whether it was on grass, trail or track."))
    ] = None,
    shoe: Annotated[str | None, typer.Option(metavar="NAME", help=_("The pair of shoes it was in."))] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a run that no file tells of, with its minutes; or what a file does not say of one.

    A run without a file counts like one with a file, and gives way to it when
    it comes. Walking is left out of the minutes.
    """
    opened = open_home()
    if activity_id is None:
        if all_running is not None or soft_surface is not None:
            raise UsageError(
                _("Say which run that is about: kneewise log run ID. `kneewise runs` lists them.")
            )
        _tell(opened, minutes, km, began, shoe=shoe, on=on, at=at, as_json=as_json)
        return
    if not (minutes is km is began is None):
        raise UsageError(
            _(
                "Minutes are told of a run without a file: leave the ID out. "
                "kneewise log edit corrects what was told."
            )
        )
    said = {"all_running": all_running, "soft_surface": soft_surface, "shoe": shoe}
    _note(opened, activity_id, said, on=on, at=at, as_json=as_json)


def _tell(
    opened: "Opened",
    minutes: str | None,
    km: str | None,
    began: str | None,
    *,
    shoe: str | None,
    on: date | None,
    at: time | None,
    as_json: bool,
) -> None:
    """Write a run without a file."""
    from kneewise.app.parse import amount
    from kneewise.app.told_run import FARTHEST_RUN_KM, log_told_run
    from kneewise.present.words import sentence

    if minutes is None and is_terminal():
        asker = Asker(kind="told_run", today=opened.today)
        minutes, began = asker.part("running_min", "number", must=True), asker.part("began", "clock")
    if minutes is None:
        raise UsageError(_("Say how many minutes you ran: --minutes 30."))
    far_km = amount(sentence("field.run_m"), km, high=FARTHEST_RUN_KM)
    said = {
        "running_min": minutes,
        "distance_m": None if far_km is None else str(far_km * 1000),
        "began": began,
        "shoe": shoe,
    }
    write(opened, log_told_run, said, on=on, at=at, as_json=as_json)


def _note(
    opened: "Opened",
    activity_id: str,
    said: dict[str, str | None],
    *,
    on: date | None,
    at: time | None,
    as_json: bool,
) -> None:
    """Write what a file does not say."""
    from kneewise.app.log import log_run
    from kneewise.app.with_run import run_of

    found = run_of(opened.runner, activity_id)
    if all(one is None for one in said.values()) and is_terminal():
        asker = Asker(kind="run", today=opened.today)
        said |= {name: asker.part(name, "yes_no") for name in ("all_running", "soft_surface")}
    write(opened, log_run, {"activity_id": found.activity_id, **said}, on=on, at=at, as_json=as_json)
