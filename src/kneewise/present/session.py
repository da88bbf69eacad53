"""One session as a page for a tired runner: the few figures that matter first, the rest further down."""

from collections.abc import Iterable, Iterator

from kneewise.model.activity import Activity, Measured
from kneewise.model.ledger import Aerobic, Impact
from kneewise.model.lengths import unit_m
from kneewise.present.dates import say_date
from kneewise.present.doubts import say_doubts
from kneewise.present.page import Line, Lines, Tone, bullet, fact, section, wrapped
from kneewise.present.text import distance
from kneewise.present.words import sentence

LEVEL_PERCENT = 1
STEEP_PERCENT = 6
"""Bands from here on are called steep; they end where the bands of slope do."""
LEAST_WALK_S = 60
"""Less walking than this is not worth a line."""
SHOWN_SHARE = 0.95
"""What covers less of a session says so."""


def head_lines(activity: Activity) -> Lines:
    """Name a session and when it began."""
    title = activity.name or sentence(f"sport.{activity.sport.value}")
    said = f"{say_date(activity.local_start, 'l j F Y, H:i')}  {title}"
    return (Line(text=said, tone=Tone.TITLE), Line(text=""))


def figure_lines(activity: Activity, *, miles: bool) -> Lines:
    """Say how long, how far, how fast, how many steps, over what ground; what is not known is left out."""
    return _facts(_figures(activity, activity.measured, miles=miles))


def _facts(said: Iterable[tuple[str, str]]) -> Lines:
    return tuple(line for name, words in said if words for line in fact(sentence(f"measure.{name}"), words))


def _figures(activity: Activity, measured: Measured, *, miles: bool) -> Iterator[tuple[str, str]]:
    elapsed = round(measured.elapsed_s / 60)
    if measured.running_s is None:
        yield "moving", sentence("measured.in_all", elapsed=elapsed)
    else:
        yield "running", sentence("measured.running", running=round(measured.running_s / 60), elapsed=elapsed)
    if measured.distance_m is not None:
        yield "distance", distance(measured.distance_m, miles=miles)
    if measured.speed_m_s:
        yield "pace", pace(measured.speed_m_s, miles=miles)
    yield "cadence", _steps(measured)
    yield from say_way(activity)
    if measured.heart_rate_bpm is not None:
        yield "heart_rate", sentence("figure.bpm", amount=round(measured.heart_rate_bpm))
    yield "shoes", activity.shoe


def say_way(activity: Activity) -> Iterator[tuple[str, str]]:
    """Say how much of a session was walked, how far it went up and down, and on what."""
    measured = activity.measured
    if measured.walking_s and measured.walking_s >= LEAST_WALK_S:
        yield "walking", _walking(measured.walking_s, measured.walking_breaks)
    if measured.ascent_m is not None and measured.descent_m is not None:
        climb = round(measured.ascent_m), round(measured.descent_m)
        yield "ground", sentence("measured.ground", ascent=climb[0], descent=climb[1])
    if activity.surface:
        yield "surface", sentence(f"surface.{activity.surface}")


def _walking(walking_s: float, breaks: int | None) -> str:
    key = "measured.walking_breaks" if breaks and breaks > 1 else "measured.walking"
    return sentence(key, minutes=round(walking_s / 60), breaks=breaks)


def _steps(measured: Measured) -> str:
    if measured.cadence_spm is None:
        return ""
    easy = measured.easy_pace_cadence_spm
    cadence = round(measured.cadence_spm)
    if easy is None or round(easy) == cadence:
        return sentence("measured.steps", cadence=cadence)
    return sentence("measured.steps_easy", cadence=cadence, easy=round(easy))


def pace(speed_m_s: float, *, miles: bool) -> str:
    """Say a speed as minutes and seconds for a kilometre or a mile."""
    key = "pace.mile" if miles else "pace.km"
    minutes, seconds = divmod(round(unit_m(miles=miles) / speed_m_s), 60)
    return sentence(key, pace=f"{minutes}:{seconds:02d}")


def doubt_lines(measured: Measured) -> Lines:
    """List what was not believed."""
    return section(sentence("head.doubts"), *(bullet(said) for said in say_doubts(measured.doubts)))


def load_lines(impact: Impact | None, aerobic: Aerobic | None) -> Lines:
    """Say what a session counts for in both ledgers, and what that is not."""
    said = [
        ("impact", say_impact(impact)) if impact else None,
        ("aerobic", say_aerobic(aerobic)) if aerobic else None,
    ]
    told = [one for one in said if one is not None]
    notes = [wrapped(note, first="  ", tone=Tone.QUIET) for note in load_notes(impact)]
    return section(sentence("head.load"), _facts(told), *notes) if told else ()


def say_impact(impact: Impact) -> str:
    """Say the impact of a run, with the least and the most it may be where those differ."""
    figures = {name: round(getattr(impact, name)) for name in ("usual_min", "low_min", "high_min")}
    if figures["low_min"] == figures["high_min"]:
        return sentence("load.impact", usual_min=figures["usual_min"])
    return sentence("load.impact_between", **figures)


def say_aerobic(aerobic: Aerobic) -> str:
    """Say the aerobic load of a session, and what it was made from."""
    return sentence(f"load.aerobic.{aerobic.basis.value}", easy_min=round(aerobic.easy_min))


def load_notes(impact: Impact | None) -> tuple[str, ...]:
    """Say what an impact does not know, and what it does not mean."""
    if impact is None:
        return ()
    shares = {"cadence": impact.cadence_share, "ground": impact.ground_share}
    unknown = (
        sentence(f"load.{name}_unknown" if share else f"load.{name}_not_known", percent=round(100 * share))
        for name, share in shares.items()
        if share < SHOWN_SHARE
    )
    mass = () if impact.mass_ratio is not None else (sentence("load.mass_unknown"),)
    return (sentence("load.meaning"), *unknown, *mass)


def more_lines(measured: Measured, *, miles: bool) -> Lines:
    """Say what only some ask for: how the paces spread, cadence against pace, slopes, form."""
    return section(sentence("head.more"), _facts(_more(measured, miles=miles)))


def _more(measured: Measured, *, miles: bool) -> Iterator[tuple[str, str]]:
    if measured.speed_quantiles_m_s:
        _, slow, _, fast, _ = measured.speed_quantiles_m_s
        if slow > 0:
            said = {"fast": pace(fast, miles=miles), "slow": pace(slow, miles=miles)}
            yield "paces", sentence("measured.paces", **said)
    line = measured.cadence_line
    if line is not None and line.slope_spm_per_m_s is not None:
        slope = {"slope": round(line.slope_spm_per_m_s / 10, 1), "spread": round(line.spread_spm, 1)}
        yield "slope", sentence("measured.slope", **slope)
    if measured.by_grade:
        yield "slopes", _slopes(measured)
    yield "form", ", ".join(_form(measured))


def _slopes(measured: Measured) -> str:
    minutes = dict.fromkeys(("level", "up", "down", "steep"), 0.0)
    for low, high, running_s in measured.by_grade:
        rises = low is not None and low >= LEVEL_PERCENT
        falls = high is not None and high <= -LEVEL_PERCENT
        minutes["up" if rises else "down" if falls else "level"] += running_s / 60
        if falls and high is not None and high <= -STEEP_PERCENT:
            minutes["steep"] += running_s / 60
    whole = {name: round(amount) for name, amount in minutes.items()}
    return sentence("measured.slopes_steep" if whole["steep"] else "measured.slopes", **whole)


def _form(measured: Measured) -> Iterator[str]:
    if measured.stance_time_ms is not None:
        yield sentence("measured.stance", amount=round(measured.stance_time_ms))
    if measured.step_length_mm is not None:
        yield sentence("measured.step_length", amount=round(measured.step_length_mm / 10))
    if measured.vertical_oscillation_mm is not None:
        yield sentence("measured.oscillation", amount=round(measured.vertical_oscillation_mm / 10, 1))
    if measured.stance_time_balance_percent is not None:
        left = round(measured.stance_time_balance_percent, 1)
        yield sentence("measured.balance", left=left, right=round(100 - left, 1))
