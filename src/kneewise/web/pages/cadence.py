"""Cadence: own steps at own pace, the band, the minutes of each run inside it, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.model.cadence import BandRun, CadenceBlock, OwnSteps
from kneewise.model.findings import CadenceFinding
from kneewise.model.plan import Decision, Phase
from kneewise.present.cadence import State, cadence_reasons, say_state
from kneewise.present.charts.steps import StepsChart, draw_steps
from kneewise.present.dates import say_date
from kneewise.present.in_band import say_fit, say_minutes
from kneewise.web.pages.guide import Beside, show_beside
from kneewise.web.pages.parts import Fact, Link, ReasonShown, is_unreviewed, show_reasons

STEP = "step3"


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
    reasons = cadence_reasons(decision)
    return CadencePage(
        state=say_state(decision, block),
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
                "before the plan in which your watch counted steps; if there are none, the first runs of the "
                "plan tell it."
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
