"""Runs that the runner wished on another day, in words."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.model.diary import Move
from kneewise.model.plan import Difference, MoveAnswer, SessionKind
from kneewise.present.dates import say_date
from kneewise.present.page import Lines, bullet
from kneewise.present.reasons import reason_sentence
from kneewise.present.words import sentence


def move_sentence(answer: MoveAnswer) -> str:
    """Say what became of one wish, and the rule where it cannot be."""
    days = {name: say_date(getattr(answer, name), "D j M") for name in ("from_day", "to_day")}
    if answer.because is None:
        return sentence("move.done", **days)
    return sentence("move.refused", why=reason_sentence(answer.because), **days)


def move_lines(answers: Iterable[MoveAnswer]) -> tuple[Lines, ...]:
    """Say them as a list."""
    return tuple(bullet(move_sentence(answer)) for answer in answers)


def asked_sentence(said: Move, answer: MoveAnswer) -> str:
    """Say whether a wish fits, before it is kept."""
    days = {name: date_format(getattr(said, name), "l") for name in ("from_day", "to_day")}
    if answer.done:
        return _("%(from_day)s’s run to %(to_day)s: fits") % days
    return _("%(from_day)s’s run to %(to_day)s: does not fit") % days


def others_moved(said: Move, found: Difference) -> tuple[str, ...]:
    """Say which other runs make room, and those that fall away or come with it."""
    held = [(one.before.on, one.before.kind, one.after.kind) for one in found.sessions]
    run = SessionKind.RUN
    gone = [on for on, before, after in held if before is run is not after and on != said.from_day]
    come = [on for on, before, after in held if after is run is not before and on != said.to_day]
    pairs = min(len(gone), len(come))
    return (
        *(_moves_to(on, to) for on, to in zip(gone, come, strict=False)),
        *(_("%(day)s’s run falls away.") % {"day": date_format(on, "l")} for on in gone[pairs:]),
        *(_("%(day)s gets a run.") % {"day": date_format(on, "l")} for on in come[pairs:]),
    )


def _moves_to(on: date, to: date) -> str:
    days = {"day": date_format(on, "l"), "to_day": date_format(to, "l")}
    return _("%(day)s’s run moves to %(to_day)s.") % days
