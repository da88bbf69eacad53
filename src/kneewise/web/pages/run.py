"""One run along its time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app.runs import RunView
from kneewise.model.activity import Activity
from kneewise.model.lengths import unit_m
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.present.charts.run import draw_run
from kneewise.present.charts.shapes import AxisTick, Chart
from kneewise.present.doubts import say_doubts
from kneewise.present.in_band import say_in_band
from kneewise.present.rest import say_missing
from kneewise.present.session import load_notes, say_aerobic, say_impact, say_way
from kneewise.present.words import has_sentence, say_decimal, sentence
from kneewise.web.pages.diary import lacks
from kneewise.web.pages.knees import say_knee
from kneewise.web.pages.late import say_late
from kneewise.web.pages.parts import (
    ColourShown,
    Fact,
    ReasonShown,
    is_unreviewed,
    say_day,
    show_colour,
    show_reasons,
)
from kneewise.web.pages.run_list import NONE, say_pace, worst_colours


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A small name over a large number."""

    name: str
    figure: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsShown:
    """The charts, and where the cursor stands before anybody moves it."""

    charts: tuple[Chart, ...]
    axis: tuple[AxisTick, ...]
    step_s: float
    last: int
    middle: int
    walking: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """One run."""

    over: str
    title: str
    colour: ColourShown | None
    facts: tuple[Figure, ...]
    side: str
    scores: tuple[Fact, ...]
    why: str
    reasons: tuple[ReasonShown, ...]
    unreviewed: bool
    missing: str
    late: str
    log_address: str
    charts: ChartsShown | None
    no_charts: str
    in_band: str
    way: tuple[Fact, ...]
    load: tuple[Fact, ...]
    load_notes: tuple[str, ...]
    doubts: tuple[str, ...]
    origin: tuple[Fact, ...]


def show_run(view: RunView, *, at: datetime, miles: bool) -> RunPage:
    """Set out one run with its charts, pain and origin, as it is at an instant."""
    run = view.activity
    entry = view.entries[0] if view.entries else None
    colour = worst_colours(view.colours).get(run.activity_id)
    reasons = [reason for one in view.colours for reason in one.because]
    missing = [said for one in view.colours for said in say_missing(one)]
    charts = _charts(view, miles=miles)
    return RunPage(
        over=f"{say_day(run.on)}, {run.local_start:%H:%M}",
        title=_title(run),
        colour=show_colour(colour) if colour else None,
        facts=tuple(_figures(run, miles=miles)),
        side=say_knee(entry.side) if entry else "",
        scores=_scores(entry) if entry else (),
        why=_("Why this is %(colour)s") % {"colour": show_colour(colour).word.lower()} if colour else "",
        reasons=show_reasons(reasons),
        unreviewed=is_unreviewed(reasons),
        missing=_("Not known yet: %(missing)s.") % {"missing": ", ".join(dict.fromkeys(missing))}
        if missing
        else "",
        late=_late(view, at),
        log_address=f"{reverse('web:diary')}?run={run.activity_id}",
        charts=charts,
        no_charts=_no_charts(view),
        in_band=say_in_band(view.in_band) if view.in_band else "",
        way=tuple(
            Fact(name=str(sentence(f"measure.{name}")), said=said) for name, said in say_way(run) if said
        ),
        load=tuple(_load(view)),
        load_notes=load_notes(view.impact),
        doubts=_doubts(view),
        origin=tuple(_origin(view)),
    )


def _late(view: RunView, at: datetime) -> str:
    """Say what telling more of an old run does; nothing of one whose scores still count."""
    late = say_late(view.activity, at, lacks_morning="morning" in lacks(view.entries, "morning"))
    return f"{_('This run is more than two days old')}. {late}" if late else ""


def _title(run: Activity) -> str:
    """Call a run what its file calls it, else by its length."""
    if run.name:
        return run.name
    minutes = run.measured.running_s or run.measured.moving_s or run.measured.elapsed_s
    return _("Run of %(minutes)s minutes") % {"minutes": round(minutes / 60)}


def _figures(run: Activity, *, miles: bool) -> list[Figure]:
    measured = run.measured
    unit = _("mi") if miles else _("km")
    figures = []
    if measured.running_s:
        figures.append(Figure(name=_("Running"), figure=f"{measured.running_s / 60:.0f}", unit=_("min")))
    figures.append(Figure(name=_("In all"), figure=f"{measured.elapsed_s / 60:.0f}", unit=_("min")))
    if measured.distance_m:
        far = say_decimal(f"{measured.distance_m / unit_m(miles=miles):.1f}")
        figures.append(Figure(name=_("Distance"), figure=far, unit=unit))
    if measured.speed_m_s:
        pace = say_pace(measured.speed_m_s, miles=miles)
        figures.append(Figure(name=_("Pace running"), figure=pace, unit=f"/{unit}"))
    if measured.cadence_spm:
        figures.append(Figure(name=_("Steps running"), figure=f"{measured.cadence_spm:.0f}", unit=_("/min")))
    if measured.ascent_m is not None:
        figures.append(Figure(name=_("Climb"), figure=f"{measured.ascent_m:.0f}", unit=_("m")))
    if measured.heart_rate_bpm and len(figures) < 6:
        figures.append(Figure(name=_("Heart"), figure=f"{measured.heart_rate_bpm:.0f}", unit=_("/min")))
    return figures


def _scores(entry: DiaryEntry) -> tuple[Fact, ...]:
    said = (
        (_("Before"), entry.before),
        (_("Worst during"), entry.during),
        (_("After 60 min"), entry.after_60min),
        (_("Next morning"), entry.morning),
    )
    return tuple(Fact(name=name, said=_score(score)) for name, score in said)


def _score(score: TimedScore | None) -> str:
    if score is None:
        return NONE
    return "?" if score.value is None else str(score.value)


def _charts(view: RunView, *, miles: bool) -> ChartsShown | None:
    if view.recording is None:
        return None
    target = view.in_band.band if view.in_band else None
    band = (target.low_spm, target.high_spm) if target else None
    drawn = draw_run(
        view.recording, target_spm=band, walking_s=view.walking_s, impact=view.impact_along, miles=miles
    )
    if drawn is None or not drawn.charts:
        return None
    return ChartsShown(
        charts=drawn.charts,
        axis=drawn.axis,
        step_s=drawn.step_s,
        last=drawn.last,
        middle=drawn.last // 2,
        walking=drawn.walking,
    )


def _no_charts(view: RunView) -> str:
    if view.recording_problem and has_sentence(view.recording_problem.code):
        return sentence(view.recording_problem.code)
    return _("The file holds nothing to draw: no speed, no steps, no height.")


def _load(view: RunView) -> Iterator[Fact]:
    """Say what the run counts for, one ledger a row."""
    if view.impact is not None:
        yield Fact(name=_("Impact"), said=say_impact(view.impact))
    if view.aerobic is not None:
        yield Fact(name=_("Aerobic"), said=say_aerobic(view.aerobic))


def _doubts(view: RunView) -> tuple[str, ...]:
    """Say everything that was not believed: the clock, the measures, the file itself."""
    problems = view.recording.problems if view.recording else ()
    said = (sentence(one.code) if has_sentence(one.code) else one.code for one in problems)
    clock_wrong = (
        (_("Its clock was ahead; it is kept and moves no limit."),) if view.activity.clock_wrong else ()
    )
    outdated = (
        (sentence("measured.earlier", version=view.activity.measured.version),) if view.outdated else ()
    )
    doubted = say_doubts(view.activity.measured.doubts)
    return (*clock_wrong, *doubted, *dict.fromkeys(said), *outdated)


def _origin(view: RunView) -> list[Fact]:
    facts = []
    if view.recording and view.recording.device:
        facts.append(Fact(name=_("Watch"), said=view.recording.device))
    if view.recording:
        facts.append(Fact(name=_("Format"), said=view.recording.source_format.upper()))
    if view.activity.shoe:
        facts.append(Fact(name=_("Shoes"), said=view.activity.shoe))
    if view.sources:
        facts.append(Fact(name=_("File"), said=view.sources[0].name))
    return facts or [Fact(name=_("File"), said=_("told by you"))]
