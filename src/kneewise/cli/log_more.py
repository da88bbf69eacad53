"""What else the diary holds: clearances, painkillers, illness, sleep, shoes and tests."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Annotated

import typer

from kneewise.cli.ask import Asker, ask
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, Knee, SpokenOf
from kneewise.cli.terminal import is_terminal, show
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence

FARTHEST_KM = 5000


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

    opened = open_home()
    if is_terminal():
        asker = Asker(kind="clearance", today=opened.today)
        by = by or asker.part("by", "by", must=True)
        may_run = may_run or asker.part("may_run", "yes_or_no", must=True)
    if not by or may_run is None:
        raise UsageError(_("Say who saw you and whether you may run: --by WHO --may-run yes or no."))
    said = {"by": by, "may_run": may_run}
    write(opened, log_clearance, said, on=on, at=at, as_json=as_json, told_now=True)


def painkiller(
    before_run: Annotated[
        bool | None,
        typer.Option("--before-run/--no-before-run", help=_("Whether it was taken to be able to run.")),
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log that you took a painkiller.

    No name and no amount is asked.
    """
    from kneewise.app.log import log_painkiller

    opened = open_home()
    said: str | None = "yes" if before_run else "no"
    if before_run is None and is_terminal():
        said = Asker(kind="painkiller", today=opened.today).part("before_run", "yes_or_no", must=True)
    write(opened, log_painkiller, {"before_run": said}, on=on, at=at, as_json=as_json)


def illness(
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The last day of it; left out while it lasts."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log days on which you were ill, from --on until --until.

    Running waits while it lasts; --until alone says that it is over.
    """
    from kneewise.app.log import lasting_illness, log_illness

    opened = open_home()
    if until is None and is_terminal():
        lasts = None if on else lasting_illness(opened.runner)
        if lasts is None:
            on = on or ask(sentence("ask.since"), _day_up_to(opened.today), hint=sentence("hint.since"))
        until = _ask_until(lasts.on if lasts else on or opened.today, opened.today)
    verb = partial(log_illness, today=opened.today)
    write(opened, verb, {"until": until}, on=on, at=at, as_json=as_json, told_now=True)


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

    opened = open_home()
    if hours is None and quality is None and is_terminal():
        asker = Asker(kind="sleep", today=opened.today)
        hours = asker.part("hours", "hours")
        quality = asker.part("quality_0_10", "quality")
    if hours is None and quality is None:
        raise UsageError(_("Say how long or how well: --hours 7.5 or --quality 6."))
    said = {"hours": hours, "quality_0_10": heard(quality)}
    write(opened, log_sleep, said, on=on, at=at, as_json=as_json)


def shoe(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help=_("What you call them, as in your watch's app."))
    ] = None,
    km_before: Annotated[
        str | None, typer.Option(metavar="KM", help=_("What they had run before they came in here."))
    ] = None,
    retired: Annotated[
        bool | None, typer.Option("--retired/--in-use", help=_("Kept and no longer run in, or run in again."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a pair of shoes."""
    from kneewise.app.log import log_shoe

    opened = open_home()
    had_km = _kilometres(km_before)
    if name is None:
        if not is_terminal():
            raise UsageError(_("Say what the shoes are called, as your watch's app does: NAME."))
        name = Asker(kind="shoe", today=opened.today).part("name", "", must=True)
        if km_before is None:
            had_km = ask(sentence("ask.km_before"), _kilometres, hint=sentence("hint.number"))
    said = {
        "name": name,
        "distance_before_m": None if had_km is None else str(1000 * had_km),
        "retired": None if retired is None else "yes" if retired else "no",
    }
    write(opened, log_shoe, said, on=on, at=at, as_json=as_json)


def home_test(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help=_("stairs, hops, squats, brisk_walk or knee_to_wall.")),
    ] = None,
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

    opened = open_home()
    said = {
        "side": knee,
        "kind": kind and kind.replace("-", "_"),
        "pain_0_10": heard(pain_score),
        "count": count,
        "distance_cm": cm,
        "duration_min": minutes,
    }
    if is_terminal():
        said |= _ask_test(said, opened.today)
    if said["kind"] is None:
        raise UsageError(_("Say which test: stairs, hops, squats, brisk_walk or knee_to_wall."))
    if said["side"] is None:
        raise UsageError(_("Say which knee: --knee left or --knee right."))
    if all(one is None for name, one in said.items() if name not in {"side", "kind"}):
        example = TOLD_BY.get(str(said["kind"]), "--pain 2")
        raise UsageError(_("Say how it went, such as %(example)s.") % {"example": example})
    write(opened, log_test, said, on=on, at=at, as_json=as_json)


MEASURED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "stairs": (("count", "number"), ("pain_0_10", "score")),
    "hops": (("count", "number"), ("pain_0_10", "score")),
    "squats": (("count", "number"), ("pain_0_10", "score")),
    "brisk_walk": (("duration_min", "number"), ("pain_0_10", "score")),
    "knee_to_wall": (("distance_cm", "number"),),
}
"""What each test is asked for, with the hint."""

TOLD_BY: Mapping[str, str] = {"knee_to_wall": "--cm 9.5", "brisk_walk": "--minutes 30 --pain 2"}
"""How a test is told of, where the pain alone does not say it."""


def _ask_test(given: Mapping[str, str | None], today: date) -> dict[str, str | None]:
    """Ask for what was not given: the test, the knee, and where nothing was measured yet, the figures."""
    asker = Asker(kind="test", today=today)
    said = dict(given)
    if said["kind"] is None:
        show(wrapped(f"{one}: {sentence(f'test.{one}')}", first="  ", tone=Tone.QUIET)[0] for one in MEASURED)
        said["kind"] = asker.part("kind", "", must=True)
    said["side"] = said["side"] or asker.part("side", "side", must=True)
    if all(given[name] is None for name in ("pain_0_10", "count", "distance_cm", "duration_min")):
        for name, hint in MEASURED.get(str(said["kind"]), ()):
            said[name] = asker.part(name, hint)
    return said


def _ask_until(first: date, today: date) -> str | None:
    """Ask for the last day of an illness."""
    from kneewise.app.log import check

    def read(typed: str | None) -> str | None:
        check("illness", {"until": typed}, today=today, on=first)
        return typed

    return ask(sentence("ask.until"), read, hint=sentence("hint.until"))


def _day_up_to(today: date) -> Callable[[str | None], date | None]:
    """Make a reader of a day that is not to come."""
    from kneewise.app.parse import day

    return lambda typed: day(sentence("field.on"), typed, today=today)


def _kilometres(typed: str | None) -> float | None:
    from kneewise.app.parse import amount

    return amount(sentence("field.distance_before_m"), typed, high=FARTHEST_KM)
