"""One day's session in words and as a minute track, the same for the page and the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import floor

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.plan import Block, Phase, Plan, Session, SessionKind

NB = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A part of a session's track, in percent of its whole length."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One minute on the track; ``label`` where something changes, ``anchor`` how it stands."""

    x: float
    long: bool
    label: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A session drawn to scale, with the sentence that says the same."""

    sentence: str
    spans: tuple[Span, ...]
    ticks: tuple[Tick, ...]


def whole_minutes(minutes: float) -> int:
    """Say minutes as a figure; down, so that no cap is passed by rounding."""
    return floor(minutes + 1e-6)


def say_session(session: Session, *, limps: bool = False) -> str:
    """Say the day in its largest type: "Run 4, walk 1. Four times."."""
    minutes = whole_minutes(session.running_min or session.duration_min)
    match session.kind:
        case SessionKind.RUN:
            walks = any(block.walk_min for block in session.blocks)
            whole = _tied(_("Run %s min.") % minutes)
            return " ".join(_say_block(block) for block in session.blocks) if walks else whole
        case SessionKind.WALK:
            return _tied((_("Walk, at most %s min.") if limps else _("Walk %s min.")) % minutes)
        case SessionKind.BIKE:
            return _tied(_("Bike %s min.") % minutes) if minutes else _("Bike instead.")
        case SessionKind.POOL:
            return _tied(_("Swim %s min.") % minutes) if minutes else _("Swim instead.")
        case SessionKind.REST:
            return _("Rest today.")


def name_session(session: Session, *, short: bool = False) -> str:
    """Name the day on a card of the week."""
    match session.kind:
        case SessionKind.RUN:
            # A last part that is shorter is no other pattern.
            block = session.blocks[0] if session.blocks else None
            return _tied(_name_block(block)) if block and block.walk_min and not short else _("Run")
        case SessionKind.WALK:
            return _("Walk")
        case SessionKind.BIKE:
            return _("Bike")
        case SessionKind.POOL:
            return _("Swim")
        case SessionKind.REST:
            return _("Rest")


def say_minutes(session: Session) -> str:
    """Say the minutes of a card; nothing on a rest day."""
    minutes = whole_minutes(session.running_min or session.duration_min)
    return _("%(minutes)s min") % {"minutes": minutes} if minutes else ""


def say_whole(session: Session, *, limps: bool = False) -> str:
    """Say how long the session is with everything around the running; with a limp no walk is brisk."""
    total = whole_minutes(_total_min(session))
    if session.kind is SessionKind.RUN and session.warm_up_min:
        said = _("%(minutes)s minutes with the warm-up, at a pace you can talk at.")
    elif session.kind is SessionKind.RUN:
        said = _("%(minutes)s minutes, at a pace you can talk at.")
    elif session.kind is SessionKind.WALK and limps:
        return _("Only as far as it goes without a limp.")
    elif session.kind is SessionKind.WALK:
        said = _("%(minutes)s minutes, briskly.")
    elif session.kind in {SessionKind.BIKE, SessionKind.POOL} and total:
        said = _("%(minutes)s minutes, easy.")
    else:
        return ""
    return said % {"minutes": total}


def steps_of(session: Session) -> tuple[str, dict[str, int]] | None:
    """Name what is said of the steps a minute of a run, with its figures; ``None`` without a band."""
    if session.cadence_low_spm is None or session.cadence_high_spm is None:
        return None
    band = {"low_spm": round(session.cadence_low_spm), "high_spm": round(session.cadence_high_spm)}
    if session.cadence_each_min is None:
        return "steps", band
    return "steps_of_each", {**band, "each_min": round(session.cadence_each_min)}


def turn_back(session: Session) -> str:
    """Name what is said of when to turn back: with the band, at the first outer pain already."""
    return "stop_outer" if session.stop_at_outer_pain else "stop"


def say_turn_back(session: Session) -> str:
    """Say what ends a session before its end; nothing where no line is known."""
    if session.stop_above_0_10 is None:
        return ""
    said = (
        _("Turn back and walk at the first pain on the outer side of the knee, or above %(score)s of 10.")
        if session.stop_at_outer_pain
        else _("Turn back and walk if pain is above %(score)s of 10.")
    )
    return said % {"score": session.stop_above_0_10}


def say_stage(plan: Plan) -> str:
    """Say where on the way back the runner is."""
    match plan.phase:
        case Phase.TRIAGE:
            return _("First check")
        case Phase.CALM:
            return _("Calm")
        case Phase.WALK_RUN:
            return _("Walk-run, rung %(rung)s") % {"rung": plan.stage}
        case Phase.BUILD:
            return _("Build")
        case Phase.MAINTAIN:
            return _("Maintain")


def draw_track(session: Session, *, limps: bool = False) -> Track | None:
    """Draw a run or walk to scale; ``None`` where there is nothing to run or walk."""
    parts = tuple(parts_of(session))
    total = sum(minutes for _kind, minutes in parts)
    if session.kind not in {SessionKind.RUN, SessionKind.WALK} or not total:
        return None
    spans, changes, at = [], [0.0], 0.0
    for kind, minutes in parts:
        spans.append(_span(kind, at / total, minutes / total))
        at += minutes
        if kind != "run":
            changes.append(at)
    sentence = say_session(session, limps=limps) + " " + say_whole(session, limps=limps)
    return Track(sentence=sentence.strip(), spans=tuple(spans), ticks=tuple(_ticks(total, changes)))


def _span(kind: str, start: float, share: float) -> Span:
    """Place a part, with a hair of room to its neighbours."""
    gap = 0.2 if share > 0.01 else 0.0
    return Span(kind=kind, x=round(100 * start + gap, 2), width=round(100 * share - 2 * gap, 2))


def _say_block(block: Block) -> str:
    return _tied(_name_block(block)) + ". " + _say_times(block.times)


def _name_block(block: Block) -> str:
    amounts = {"run": whole_minutes(block.run_min), "walk": whole_minutes(block.walk_min)}
    return _("Run %(run)s, walk %(walk)s") % amounts


def _say_times(times: int) -> str:
    words = {
        1: _("Once."),
        2: _("Twice."),
        3: _("Three times."),
        4: _("Four times."),
        5: _("Five times."),
        6: _("Six times."),
        7: _("Seven times."),
        8: _("Eight times."),
    }
    plain = ngettext("%(times)s time.", "%(times)s times.", times) % {"times": times}
    return words.get(times, plain).replace(" ", NB)


def _tied(said: str) -> str:
    """Tie each figure to the words around it."""
    words = said.split(" ")
    glued = words[0]
    for before, word in pairwise(words):
        ties = word[:1].isdigit() or before.isdigit()
        glued += (NB if ties else " ") + word
    return glued


def parts_of(session: Session) -> Iterator[tuple[str, float]]:
    """Take a session apart, in minutes: ``warm``, then ``run`` and ``walk`` in turn."""
    if session.warm_up_min:
        yield "warm", session.warm_up_min
    if not session.blocks:
        yield (
            ("run" if session.kind is SessionKind.RUN else "walk"),
            session.running_min or session.duration_min,
        )
    for block in session.blocks:
        for _time in range(block.times):
            yield "run", block.run_min
            if block.walk_min:
                yield "walk", block.walk_min


def _total_min(session: Session) -> float:
    return max(session.duration_min, sum(minutes for _kind, minutes in parts_of(session)))


def _ticks(total: float, changes: list[float]) -> Iterator[Tick]:
    step = 1 if total <= 90 else 5
    labels = {0.0: _("0 min"), total: str(whole_minutes(total))}
    last = 0.0
    for change in changes:
        if change - last >= total * 0.09 and total - change >= total * 0.09:
            labels[change] = str(whole_minutes(change))
            last = change
    for minute in range(0, floor(total) + 1, step):
        if minute not in labels:
            is_five = minute % 5 == 0 and len(changes) < 3
            # A long tick beside the one at a change or at the end would say nothing of its own.
            yield Tick(x=100 * minute / total, long=is_five and all(abs(minute - at) > 1 for at in labels))
    for at, label in labels.items():
        anchor = "start" if at == 0 else "end" if at == total else "middle"
        yield Tick(x=100 * at / total, long=True, label=label, anchor=anchor)
