"""Tomorrow under another answer, beside tomorrow as things stand."""

from kneewise.app.what_if import WhatIf
from kneewise.model.plan import Plan
from kneewise.present.diary import spoken
from kneewise.present.difference import difference_lines
from kneewise.present.page import Line, Lines, Tone, beside, section, wrapped
from kneewise.present.text import answer_then, day, standing
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def what_if_lines(found: WhatIf, *, today: Plan) -> Lines:
    """Lay out the supposed tomorrow: its answer first, then what differs."""
    plan = found.then.plan
    unless = _("This is if you do not run today; `kneewise week` counts today’s run as made.")
    said = ", ".join(f"{sentence(f'score.{name}')} {spoken(value)}" for name, value in found.supposed.items())
    knees = ", ".join(sentence(f"side.{side.value}") for side in found.sides)
    supposed = _("Supposed of %(day)s, %(knees)s: %(said)s. Nothing is stored.") % {
        "day": day(found.about_on),
        "knees": knees,
        "said": said,
    }
    return (
        beside(day(plan.on), standing(plan)),
        *wrapped(supposed, tone=Tone.QUIET),
        Line(text=""),
        *answer_then(plan),
        *(wrapped(unless, tone=Tone.QUIET) if today.runs_today else ()),
        *section(_("What would be different"), *difference_lines(found.difference)),
        *section(
            _("Without it, on %(day)s") % {"day": day(found.as_it_is.plan.on)},
            answer_then(found.as_it_is.plan),
        ),
    )
