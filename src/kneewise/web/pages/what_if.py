"""Tomorrow under other scores of a run, beside tomorrow as things stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.app.what_if import WhatIf
from kneewise.model.plan import Plan, SessionKind
from kneewise.present.dates import say_date
from kneewise.present.diary import spoken
from kneewise.present.difference import changes, say_day
from kneewise.present.reasons import reason_sentence
from kneewise.present.text import answer_sentence
from kneewise.present.words import sentence
from kneewise.web.pages.parts import Choice, Fact
from kneewise.web.pages.scale import scale_name

LIMP: Final = "limp"
SCORES: Final = ("during", "after_60min", "morning", LIMP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """One answer that can be supposed; the first choice leaves it as it is."""

    name: str
    said: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tomorrow:
    """What tomorrow would be; without ``changes`` and ``because`` it is what is planned anyway.

    Attributes:
        unless: That it is so only if the run that is planned for today is not made; empty where none is.
    """

    over: str
    day: str
    said: str
    stops: bool
    changes: tuple[Fact, ...]
    because: tuple[str, ...]
    unless: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfShown:
    """The form, what was wrong with it, and what it leads to."""

    fields: tuple[Supposed, ...]
    slip: str = ""
    tomorrow: Tomorrow | None = None


def show_what_if(
    said: Mapping[str, str], found: WhatIf | None, *, today: Plan, slip: str = ""
) -> WhatIfShown:
    """Set out the form as it was filled in, and its answer beside the plan of today."""
    return WhatIfShown(
        fields=tuple(_field(name, said.get(name, "")) for name in SCORES),
        slip=slip,
        tomorrow=None if found is None else _tomorrow(found, today),
    )


def _field(name: str, chosen: str) -> Supposed:
    offered: Iterable[tuple[str, str]] = ((str(step), str(step)) for step in range(11))
    if name == LIMP:
        offered = (("no", _("no")), ("yes", _("yes")))
    choices = (("", _("as it is")), *offered)
    return Supposed(
        name=name,
        said=_("A limp") if name == LIMP else scale_name(name),
        choices=tuple(
            Choice(id=id_, said=words, chosen=bool(id_) and id_ == chosen) for id_, words in choices
        ),
    )


def _tomorrow(found: WhatIf, today: Plan) -> Tomorrow:
    plan = found.then.plan
    told = ", ".join(f"{sentence(f'score.{name}')} {spoken(value)}" for name, value in found.supposed.items())
    knees = ", ".join(sentence(f"side.{side.value}") for side in found.sides)
    return Tomorrow(
        over=f"{say_date(found.about_on, 'l j F')}, {knees}: {told}",
        day=date_format(plan.on, "l"),
        said=_say(plan),
        stops=plan.urgency.stops_running,
        changes=tuple(Fact(name=name, said=was) for name, was in changes(found.difference)),
        because=tuple(map(reason_sentence, found.difference.because)),
        unless=_("If you do not run today; the seven days above count today’s run as made.")
        if today.runs_today
        else "",
    )


def _say(plan: Plan) -> str:
    """Say what the day would hold; a stop and a pause in their own words."""
    first = plan.sessions[0]
    if plan.urgency.stops_running or plan.ask:
        return answer_sentence(plan)
    return say_day(first) if plan.may_run or first.kind is not SessionKind.REST else _("running waits")
