"""The four questions of the week, on the command line."""

from datetime import date
from typing import Annotated

from kneewise.cli.ask import Asker
from kneewise.cli.diary import write
from kneewise.cli.open import open_home
from kneewise.cli.options import AsJson, AtTime, SpokenOf, score
from kneewise.cli.terminal import is_terminal
from kneewise.cli.values import heard
from kneewise.model.diary import WEEK_QUESTIONS
from kneewise.model.errors import UsageError
from kneewise.present.words import gettext as _


def week(
    held_back: Annotated[str | None, score(_("How far the knee held your running back."))] = None,
    doubt: Annotated[str | None, score(_("How far you doubted the knee."))] = None,
    daily_life: Annotated[str | None, score(_("How far it was in the way in daily life."))] = None,
    from_usual: Annotated[str | None, score(_("How far you are from your usual running."))] = None,
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log how the last seven days were, in four scores: 0 is none of it, 10 the most, ? not known.

    Once in seven days. No plan looks at them; `kneewise insights` shows them side by side.
    """
    from kneewise.app.week import log_week, see_distance

    opened = open_home()
    given = dict(zip(WEEK_QUESTIONS, (held_back, doubt, daily_life, from_usual), strict=True))
    said = {name: heard(one) for name, one in given.items()}
    if all(one is None for one in said.values()):
        see_distance(opened.runner, on or opened.today)
        said = _ask(opened.today)
    write(opened, log_week, said, on=on, at=at, as_json=as_json)


def _ask(today: date) -> dict[str, str | None]:
    if not is_terminal():
        raise UsageError(_("Say at least one of them, such as --held-back 4, or ? where you do not know."))
    asker = Asker(kind="week", today=today)
    return {name: asker.part(name, name) for name in WEEK_QUESTIONS}
