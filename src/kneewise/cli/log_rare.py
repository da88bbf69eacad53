"""What the diary hears now and then: why a run was made beside the plan."""

from typing import Annotated

import typer

from kneewise.cli.ask import Asker
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, RunOn
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
