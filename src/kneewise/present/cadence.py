"""Where the quicker steps stand: ahead, under way, dropped or left out; and why, in words and in JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kneewise.model.cadence import BandRun, CadenceBlock
from kneewise.model.evidence import Reason
from kneewise.model.plan import Decision, Phase
from kneewise.present.advice import reasons_of
from kneewise.present.dates import say_date
from kneewise.present.guide import amounts
from kneewise.present.json import Json, cadence_json, plain, reason_json
from kneewise.present.words import sentence

ROOM = "step3_cadence"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where the block stands: a line above, one thing large, one below."""

    over: str
    title: str
    lead: str


def has_metronome(decision: Decision) -> bool:
    """Whether a beat is of use: not before there is a plan, nor while running is out of it or waits."""
    return decision.plan.phase is not Phase.TRIAGE and not _waits(decision)


def say_state(decision: Decision, block: CadenceBlock) -> State:
    """Say where it stands, and of a block ahead, dropped or under way from when on or why."""
    found = decision.found.cadence
    if decision.plan.phase is Phase.TRIAGE or found.own_spm is None:
        return State(
            over=_("Step 3 of the guide"), title=_("Slightly quicker, slightly shorter steps."), lead=""
        )
    if not found.wanted:
        said = sentence(f"{ROOM}.quick_already", seen=round(found.own_spm))
        return State(over=_("Left out of your plan"), title=_("Your steps stay as they are."), lead=said)
    if block.ended is not None:
        said = sentence(f"cadence.ended.{block.ended.value}")
        return State(over=_("Dropped"), title=_("Back to your own steps."), lead=said)
    if block.began_on is None:
        return _ahead(block, decision)
    return _under_way(block, decision)


def _ahead(block: CadenceBlock, decision: Decision) -> State:
    when = _("On %(day)s at the earliest") % {"day": _day(block.not_before or decision.plan.on)}
    said = sentence(f"{ROOM}.a_week_later", limit=amounts(ROOM)["begin_after_days"])
    if block.calf_waits:
        said = sentence("cadence.calf_waits")
    return State(over=when, title=_("Your own steps for now."), lead=_waits(decision) or said)


def _under_way(block: CadenceBlock, decision: Decision) -> State:
    since = _("In the plan since %(day)s") % {"day": _day(block.began_on or decision.plan.on)}
    said = _("In all of your running, while it feels well.")
    if block.band is not None and block.band.first:
        said = _("At first in one minute of every %(minute_of_each)s.") % amounts(ROOM)
    return State(
        over=since, title=_("Slightly quicker, slightly shorter steps."), lead=_waits(decision) or said
    )


def _waits(decision: Decision) -> str:
    if decision.plan.urgency.stops_running:
        return _("Running is out of the plan, so this waits.")
    return "" if decision.plan.may_run else _("Running waits, so this waits too.")


def _day(on: date) -> str:
    return say_date(on, "j F")


def cadence_reasons(decision: Decision) -> tuple[Reason, ...]:
    """Give what the steps rest on: the reasons of the advice, or those for which there is none."""
    advised = [one for one in decision.plan.advice if one.room == ROOM]
    return tuple(reasons_of(advised)) if advised else decision.found.cadence.because


def steps_json(decision: Decision, block: CadenceBlock, runs: Iterable[BandRun]) -> dict[str, Json]:
    """Say how the block stands beside the day's answer, and what it rests on."""
    plan = decision.plan
    return {
        "on": plain(plan.on),
        "urgency": plain(plan.urgency),
        "may_run": plan.may_run,
        "cadence": cadence_json(decision.found.cadence, block, runs),
        "reasons": [reason_json(reason) for reason in cadence_reasons(decision)],
    }
