"""What the diary hears now and then: inserts, and why a run was made beside the plan."""

from functools import partial
from typing import Annotated

import typer

from kneewise.cli.ask import Asker
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, RunOn, SpokenOf
from kneewise.cli.terminal import is_terminal
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError
from kneewise.present.words import gettext as _


def beside(
    why: Annotated[str | None, typer.Argument(metavar="WHY", help=_("In your own words, or ?."))] = None,
    on: RunOn = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log why you ran on a day without a run in the plan.

    Once it is said it is not asked again; the run stays load, and leads to nothing.
    """
    from kneewise.app.beside_plan import log_beside_plan

    opened = open_home()
    if why is None and is_terminal():
        why = Asker(kind="beside_plan", today=opened.today).part("why", "in_words", must=True)
    if why is None:
        raise UsageError(_('Say why in your own words: kneewise log beside "it felt good", or ?.'))
    write(opened, log_beside_plan, {"why": heard(why)}, on=on, at=at, as_json=as_json)


def insert(
    kind: Annotated[str | None, typer.Argument(metavar="KIND", help=_("wedge or orthotic."))] = None,
    by: Annotated[str | None, typer.Option(metavar="WHO", help=_("Who prescribed it."))] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The last day you wore it; left out while you do."))
    ] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a wedge or an orthotic in your shoe, prescribed on --on.

    One that nobody prescribed has no place here: the guide allows it only on prescription.
    """
    from kneewise.app.log import log_insert

    opened = open_home()
    if is_terminal():
        asker = Asker(kind="insert", today=opened.today)
        kind = kind or asker.part("insert", "insert", must=True)
        by = by or asker.part("prescribed_by", "by", must=True)
    if kind is None or by is None:
        raise UsageError(_("Say what it is and who prescribed it: wedge --by physiotherapist."))
    verb = partial(log_insert, today=opened.today)
    said = {"insert": kind, "prescribed_by": by, "worn_until": until}
    write(opened, verb, said, on=on, at=at, as_json=as_json)
