"""What else the diary holds: clearances, painkillers, illness, sleep, shoes, tests, and notes about a run."""

from functools import partial
from typing import Annotated

import typer

from kneewise.cli.ask import ask
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, Knee, SpokenOf
from kneewise.cli.terminal import is_terminal
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError
from kneewise.present.words import gettext as _


def clearance(
    by: Annotated[
        str | None, typer.Option(metavar="WHO", help=_("The kind of clinician, such as physiotherapist."))
    ] = None,
    may_run: Annotated[
        str | None, typer.Option(metavar="YES|NO", help=_("Whether you may run again."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log what a clinician said: who, and whether you may run."""
    from kneewise.app.log import log_clearance

    if is_terminal():
        by = by or ask(_("Who saw you?"), str, hint=_("physiotherapist, doctor ..."))
        may_run = may_run or ask(_("May you run?"), str, hint=_("yes or no"))
    if not by or may_run is None:
        raise UsageError(_("Say who saw you and whether you may run: --by WHO --may-run yes or no."))
    write(open_home(), log_clearance, {"by": by, "may_run": may_run}, on=on, at=at, as_json=as_json)


def painkiller(
    before_run: Annotated[
        bool, typer.Option("--before-run", help=_("It was taken to be able to run."))
    ] = False,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log that you took a painkiller.

    No name and no amount is asked.
    """
    from kneewise.app.log import log_painkiller

    said = {"before_run": "yes" if before_run else "no"}
    write(open_home(), log_painkiller, said, on=on, at=at, as_json=as_json)


def illness(
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The last day of it; left out while it lasts."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log days on which you were ill, from --on until --until."""
    from kneewise.app.log import log_illness

    opened = open_home()
    verb = partial(log_illness, today=opened.today)
    write(opened, verb, {"until": until}, on=on, at=at, as_json=as_json)


def sleep(
    hours: Annotated[str | None, typer.Option(metavar="HOURS", help=_("How long, such as 7.5."))] = None,
    quality: Annotated[
        str | None, typer.Option(metavar="0-10", help=_("How well: 0 badly, 10 well."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log the night that ended this morning."""
    from kneewise.app.log import log_sleep

    if hours is None and quality is None and is_terminal():
        hours = ask(_("How many hours did you sleep?"), _typed)
        quality = ask(_("How well?"), _typed, hint=_("0 badly, 10 well, ?"))
    if hours is None and quality is None:
        raise UsageError(_("Say how long or how well: --hours 7.5 or --quality 6."))
    said = {"hours": hours, "quality_0_10": heard(quality)}
    write(open_home(), log_sleep, said, on=on, at=at, as_json=as_json)


def shoe(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=_("What you call them, as in your watch's app."))
    ],
    km_before: Annotated[
        float, typer.Option(metavar="KM", min=0, help=_("What they had run before they came in here."))
    ] = 0.0,
    retired: Annotated[bool, typer.Option("--retired", help=_("Kept, and no longer run in."))] = False,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a pair of shoes."""
    from kneewise.app.log import log_shoe

    said = {"name": name, "distance_before_m": str(1000 * km_before), "retired": "yes" if retired else "no"}
    write(open_home(), log_shoe, said, on=on, at=at, as_json=as_json)


def home_test(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=_("stairs, hops, squats, brisk_walk or knee_to_wall."))
    ],
    knee: Knee = None,
    pain_score: Annotated[
        str | None, typer.Option("--pain", metavar="0-10", help=_("The worst pain in it, or ?."))
    ] = None,
    count: Annotated[str | None, typer.Option(metavar="N", help=_("How many hops, squats or steps."))] = None,
    cm: Annotated[
        str | None, typer.Option(metavar="CM", help=_("Knee to wall: how far the toes were."))
    ] = None,
    minutes: Annotated[
        str | None, typer.Option(metavar="MIN", help=_("How long the brisk walk was."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a test at home, such as hops or a brisk walk."""
    from kneewise.app.log import log_test

    if knee is None and is_terminal():
        knee = ask(_("Which knee?"), str, hint=_("left or right"))
    if knee is None:
        raise UsageError(_("Say which knee: --knee left or --knee right."))
    said = {
        "side": knee,
        "kind": kind.replace("-", "_"),
        "pain_0_10": heard(pain_score),
        "count": count,
        "distance_cm": cm,
        "duration_min": minutes,
    }
    write(open_home(), log_test, said, on=on, at=at, as_json=as_json)


def of_run(
    activity_id: Annotated[str, typer.Argument(metavar="ID", help=_("As `kneewise runs` lists it."))],
    all_running: Annotated[
        str | None, typer.Option(metavar="YES|NO", help=_("Whether all of it was running."))
    ] = None,
    soft_surface: Annotated[
        str | None, typer.Option(metavar="YES|NO", help=_("Whether it was on grass, trail or track."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log what a file does not say of a run."""
    from kneewise.app import runs
    from kneewise.app.log import log_run

    opened = open_home()
    found = runs.run(opened.runner, activity_id, on=opened.today).activity
    said = {"activity_id": found.activity_id, "all_running": all_running, "soft_surface": soft_surface}
    write(opened, log_run, said, on=on, at=at, as_json=as_json)


def _typed(said: str | None) -> str | None:
    return said
