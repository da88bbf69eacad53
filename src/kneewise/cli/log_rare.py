"""What the diary hears now and then: inserts, signs, and why a run was made beside the plan."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated

import typer

from kneewise.app.log import Line as DiaryLine
from kneewise.app.log import Logged, lines
from kneewise.cli.ask import Asker
from kneewise.cli.diary import before_it, show_logged, write
from kneewise.cli.open import Opened, instant, open_home
from kneewise.cli.options import AsJson, AtTime, RunOn, SpokenOf
from kneewise.cli.terminal import is_terminal, show
from kneewise.cli.values import a_change, heard
from kneewise.model.errors import UsageError
from kneewise.present.diary import ID_SHOWN
from kneewise.present.page import Line, Lines, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


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


def sign(
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...", help=_("Such as swelling or night_pain; NAME=VALUE where it is no yes.")
        ),
    ],
    on: SpokenOf = None,
    at: AtTime = None,
    as_json: AsJson = False,
) -> None:
    """Log a new sign, such as swelling: what hangs on it is asked at once.

    The names are those of the questions: kneewise screen --schema lists them.
    """
    from kneewise.app.sitting import log_signs

    opened = open_home()
    told = dict(a_change(one) if "=" in one else (one.replace("-", "_"), "yes") for one in answers)
    of_day = instant(opened, on, at)
    told_at = opened.now if at is None else of_day
    before = before_it(opened, told_at)
    logged = log_signs(opened.runner, at=told_at, on=on, signs=told)
    show_logged(logged, opened, as_json=as_json, before=before)
    if not as_json:
        show(line for key in told for line in _stays_lines(key, logged, opened))


def _stays_lines(key: str, logged: Logged, opened: Opened) -> Lines:
    """Say of a "no" that its sign stands all the same, and how a slip is corrected."""
    if key not in {flag.key for flag in logged.decision.found.safety.flags}:
        return ()
    said = [one for one in lines(opened.runner) if one.kind == "answers" and key in _answers(one)]
    yes = next((one for one in said[1:] if _answers(one)[key] is True), None)
    if yes is None or _answers(said[0])[key] is not False:
        return ()
    undo, edit = "kneewise log undo %(id)s", "kneewise log edit %(id)s %(key)s=no"
    command = undo if len(_answers(yes)) == 1 else edit
    slip = command % {"id": yes.record_id[:ID_SHOWN], "key": key}
    return (Line(text=""), *wrapped(sentence("sign.no_stays")), Line(text=f"  {slip}"))


def _answers(line: DiaryLine) -> Mapping[str, object]:
    answers = line.payload["answers"]
    return answers if isinstance(answers, Mapping) else {}
