"""The four questions of the week: a scale for each, and how they were answered before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kneewise.model.diary import WEEK_QUESTIONS, WeekCheck
from kneewise.present.dates import say_date
from kneewise.present.week_checks import say_score
from kneewise.present.words import sentence
from kneewise.web.pages.fields import Sent
from kneewise.web.pages.parts import NB
from kneewise.web.pages.scale import Scale, ScaleNote, plain_scale

UNKNOWN: Final = "?"
SHOWN: Final = 12
"""So many answers are listed; those before are in what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One answered week of the table."""

    on: str
    scores: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCheckPage:
    """The whole page; the scales stand only where it is time for them, or where they came back."""

    scales: tuple[Scale, ...]
    rows: tuple[CheckRow, ...]
    last: str
    kept: str
    problem: str


def show_week_check(checks: Sequence[WeekCheck], sent: Sent, *, due: bool, saved: str) -> WeekCheckPage:
    """Set out the scales as they are filled in, and the answers so far.

    Args:
        checks: The newest first.
        sent: The form that came back.
        due: Whether it is time for the next answers.
        saved: Not empty where they were kept just now.
    """
    asks = due or bool(sent.form)
    return WeekCheckPage(
        scales=tuple(_scale(name, sent) for name in WEEK_QUESTIONS) if asks else (),
        rows=show_checks(checks),
        last=say_date(checks[0].on, "l j F") if checks else "",
        kept=_("Kept. Next time in a week.") if saved else "",
        problem=sent.problem,
    )


def show_checks(checks: Sequence[WeekCheck]) -> tuple[CheckRow, ...]:
    """Set answers out as rows of a table, the newest first; not known is a question mark."""
    return tuple(
        CheckRow(
            on=say_date(one.on, "j M").replace(" ", NB),
            scores=tuple(_cell(one, name) for name in WEEK_QUESTIONS),
        )
        for one in checks[:SHOWN]
    )


def _cell(one: WeekCheck, name: str) -> str:
    score = getattr(one, name)
    return say_score(score) if score is None or isinstance(score, int) else UNKNOWN


def _scale(name: str, sent: Sent) -> Scale:
    ends = {
        "held_back": {0: _("not at all"), 10: _("no run")},
        "doubt": {0: _("full trust"), 10: _("no trust")},
        "daily_life": {0: _("not at all"), 10: _("always")},
        "from_usual": {0: _("there"), 10: _("far off")},
    }
    notes = {
        "held_back": _("10: so far that you did not run"),
        "doubt": _("10: no trust in it at all"),
        "daily_life": _("10: all the time"),
        "from_usual": _("10: as far as can be"),
    }
    return plain_scale(
        name,
        sentence(f"ask.{name}"),
        next(iter(sent.typed.get(name, ())), ""),
        slip=sent.slips.get(name, ""),
        notes=(ScaleNote(side="", said=notes[name]),),
        words=ends[name],
    )
