"""Cadence: own steps at own pace, the band, the minutes of each run inside it, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.model.cadence import BandRun, CadenceBlock, OwnSteps
from kneewise.model.evidence import Reason
from kneewise.model.findings import CadenceFinding
from kneewise.model.plan import Decision, Phase
from kneewise.present.advice import reasons_of
from kneewise.present.charts.steps import StepsChart, draw_steps
from kneewise.present.dates import say_date
from kneewise.present.guide import amounts
from kneewise.present.in_band import say_fit, say_minutes
from kneewise.present.words import sentence
from kneewise.web.pages.guide import Beside, show_beside
from kneewise.web.pages.parts import Fact, Link, ReasonShown, is_unreviewed, show_reasons

ROOM = "step3_cadence"
STEP = "step3"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where the block stands: a line above, one thing large, one below."""

    over: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What is not there yet, why it helps, and what to do: an address, or a command."""

    title: str
    said: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One run of the block; widths in percent of the longest."""

    day: str
    address: str
    known: float
    inside: float
    said: str
    fit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CadencePage:
    """Everything on the page."""

    state: State
    missing: Missing | None
    facts: tuple[Fact, ...]
    chart: StepsChart | None
    pace_unit: str
    has_block: bool
    rows: tuple[Row, ...]
    no_rows: str
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    beside: Beside
    guide_address: str


def show_cadence(
    decision: Decision, block: CadenceBlock, own: OwnSteps, runs: Sequence[BandRun], *, miles: bool
) -> CadencePage:
    """Set the page out."""
    found = decision.found.cadence
    reasons = _reasons(decision)
    return CadencePage(
        state=_state(decision, block),
        missing=_missing(decision),
        facts=tuple(_facts(found, block)),
        chart=draw_steps(own, block.band, miles=miles),
        pace_unit=_("minutes per mile") if miles else _("minutes per km"),
        has_block=block.began_on is not None,
        rows=_rows(runs),
        no_rows=_no_rows(block),
        reasons=show_reasons(reasons),
        unreviewed=is_unreviewed(reasons),
        beside=show_beside(STEP),
        guide_address=reverse("web:guide_step", args=[STEP]),
    )


def has_metronome(decision: Decision) -> bool:
    """Whether a beat is of use: not before there is a plan, nor while running is out of it or waits."""
    return decision.plan.phase is not Phase.TRIAGE and not _waits(decision)


def _state(decision: Decision, block: CadenceBlock) -> State:
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
    return State(over=when, title=_("Your own steps for now."), lead=_waits(decision) or said)


def _under_way(block: CadenceBlock, decision: Decision) -> State:
    since = _("Since %(day)s") % {"day": _day(block.began_on or decision.plan.on)}
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


def _missing(decision: Decision) -> Missing | None:
    if decision.plan.phase is Phase.TRIAGE and not decision.plan.urgency.stops_running:
        return Missing(
            title=_("No plan yet"),
            said=_("Quicker steps come a week into the plan, and the plan begins with some answers."),
            link=Link(said=_("Answer the questions"), address=reverse("web:screen")),
        )
    if decision.found.cadence.own_spm is None:
        return Missing(
            title=_("Your own steps are not known"),
            said=_(
                "Your band comes from your own steps a minute at your own pace. Bring files of the weeks "
                "before the plan in which your watch counted steps."
            ),
            link=Link(said=_("Bring your runs"), address=reverse("web:files")),
        )
    return None


def _facts(found: CadenceFinding, block: CadenceBlock) -> list[Fact]:
    facts = []
    if found.own_spm is not None:
        facts.append(Fact(name=_("Your own, a minute"), said=f"{found.own_spm:.0f}"))
    if block.band is not None:
        facts.append(
            Fact(name=_("Your band now"), said=f"{block.band.low_spm:.0f}–{block.band.high_spm:.0f}")
        )
    return facts


def _rows(runs: Sequence[BandRun]) -> tuple[Row, ...]:
    longest = max((run.minutes.known_min for run in runs if run.minutes), default=0.0) or 1.0
    return tuple(_row(run, longest) for run in reversed(runs))


def _row(run: BandRun, longest: float) -> Row:
    minutes = run.minutes
    return Row(
        day=say_date(run.activity.on, "j M"),
        address=reverse("web:run", args=[run.activity.activity_id]),
        known=round(100 * minutes.known_min / longest, 1) if minutes else 0,
        inside=round(100 * minutes.inside_min / longest, 1) if minutes else 0,
        said=say_minutes(run),
        fit=say_fit(run),
    )


def _no_rows(block: CadenceBlock) -> str:
    if block.began_on is None:
        return _("Each run counts its minutes here once the quicker steps have begun.")
    return _("The next run counts its minutes here, as soon as its file is there.")


def _reasons(decision: Decision) -> tuple[Reason, ...]:
    advised = [one for one in decision.plan.advice if one.room == ROOM]
    return tuple(reasons_of(advised)) if advised else decision.found.cadence.because
