"""Shoes: what each pair has run, whose turn it is, what lies in them; page and terminal say it alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.diary import Insert, InsertKind
from kneewise.model.evidence import Reason
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision
from kneewise.present.dates import say_date
from kneewise.present.json import Json, only, plain, reason_json, record

NB = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One pair.

    Attributes:
        km: What it has run, by files and as told.
        km_before: As told: before the first file.
        runs: From files.
        next_on: The day of its next turn, where the plan has turns.
        check_wear: It is time to look at the wear.
    """

    name: str
    km: float
    km_before: float
    runs: int
    first_on: date | None
    last_on: date | None
    next_on: date | None
    check_wear: bool
    retired: bool


def pairs(decision: Decision, seen: Observations, *, wear_from_km: float) -> tuple[Pair, ...]:
    """Gather every pair, those in use first.

    Args:
        decision: Of the day; it says whose turn it is.
        seen: What was run and told up to then.
        wear_from_km: From there on the guide changes shoes.
    """
    found = (_pair(name, decision, seen, wear_from_km) for name in seen.shoe_km)
    return tuple(sorted(found, key=lambda pair: pair.retired))


def _pair(name: str, decision: Decision, seen: Observations, wear_from_km: float) -> Pair:
    days = [one.on for one in seen.activities if one.is_run and one.shoe == name]
    told = [shoe for shoe in seen.shoes if shoe.name == name]
    retired = bool(told) and told[-1].retired
    km = seen.shoe_km[name]
    return Pair(
        name=name,
        km=km,
        km_before=told[-1].distance_before_m / 1000 if told else 0.0,
        runs=len(days),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        next_on=next((one.on for one in decision.plan.sessions if one.shoe == name), None),
        check_wear=km >= wear_from_km and not retired,
        retired=retired,
    )


def takes_turns(decision: Decision) -> bool:
    """Whether the plan lets two pairs take turns."""
    return len({one.shoe for one in decision.plan.sessions if one.shoe}) > 1


def because(decision: Decision) -> tuple[Reason, ...]:
    """Give what is known of shoes, each reason once; first how long a pair lasts by the guide."""
    found = decision.found.footwear
    advised = (reason for one in decision.plan.advice if one.room == found.room for reason in one.because)
    return tuple({reason.rule: reason for reason in (*found.because, *advised)}.values())


def say_use(pair: Pair) -> str:
    """Say since when a pair is run in, and how often it was."""
    if pair.first_on is None:
        return _("not run in yet, by your files")
    said = ngettext("since %(day)s, %(count)s run", "since %(day)s, %(count)s runs", pair.runs)
    return said % {"day": say_date(pair.first_on, "j F Y").replace(" ", NB), "count": pair.runs}


def say_turn(pair: Pair, on: date) -> str:
    """Say when it is the pair's turn; nothing where the plan has no turns."""
    if pair.next_on is None:
        return ""
    return _("today") if pair.next_on == on else date_format(pair.next_on, "l")


def say_insert(one: Insert) -> str:
    """Say what lies in the shoe, who prescribed it, and when."""
    kinds = {InsertKind.WEDGE: _("Wedge"), InsertKind.ORTHOTIC: _("Orthotic")}
    amounts = {"what": kinds[one.insert], "by": one.prescribed_by, "on": say_date(one.on, "j F Y")}
    said = _("%(what)s, prescribed by %(by)s on %(on)s") % amounts
    if one.worn_until is None:
        return said
    return _("%(said)s, worn until %(until)s") % {"said": said, "until": say_date(one.worn_until, "j F Y")}


def shoes_json(decision: Decision, seen: Observations, found: Sequence[Pair]) -> dict[str, Json]:
    """Say every pair, what lies in them, and whether other shoes came shortly before the pain."""
    plan, facts = decision.plan, decision.found.footwear.facts
    return {
        "on": plain(plan.on),
        "urgency": plain(plan.urgency),
        "may_run": plan.may_run,
        "pairs": [record(pair) for pair in found],
        "takes_turns": takes_turns(decision),
        "changed_before": plain(facts["changed_before"]),
        "changed_days_before": plain(facts["changed_days_before"]),
        "inserts": [only(one, "insert", "prescribed_by", "on", "worn_until") for one in seen.inserts],
        "reasons": [reason_json(reason) for reason in because(decision)],
    }
