"""Where the quicker steps stand, as lines of text: the band, the minutes of each run inside it, and why."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from kneewise.model.cadence import BandRun, CadenceBlock, OwnSteps
from kneewise.model.plan import Decision, Phase
from kneewise.present.beats import RUN, Part
from kneewise.present.cadence import ROOM, State, cadence_reasons, has_metronome, say_state
from kneewise.present.charts.steps import say_usual
from kneewise.present.click_track import RATE_HZ, ClickTrack
from kneewise.present.guide import amounts
from kneewise.present.in_band import in_band_lines
from kneewise.present.page import Line, Lines, Tone, beside, fact, section, wrapped
from kneewise.present.reasons import note_lines, reason_lines, reason_sentence, reviewed, sources_of
from kneewise.present.text import answer
from kneewise.present.words import sentence


def cadence_lines(
    decision: Decision, block: CadenceBlock, own: OwnSteps, runs: Sequence[BandRun], *, miles: bool
) -> Lines:
    """Lay the block out; a stop stands before all of it."""
    plan, state, said = decision.plan, say_state(decision, block), cadence_reasons(decision)
    stop = (*answer(plan), Line(text="")) if plan.urgency.stops_running else ()
    cited = sources_of(said)
    reasons = [reason_lines(reason, reason_sentence(reason), cited) for reason in said]
    return (
        *stop,
        *_head(state),
        *_missing(decision),
        *_facts(decision, block, own, miles=miles),
        *in_band_lines(runs),
        *section(sentence("head.why"), *reasons),
        *note_lines(said),
        *_beat(decision),
        Line(text=""),
        *wrapped(reviewed(said), tone=Tone.QUIET),
    )


def beat_lines(path: Path, spm: int, track: ClickTrack, parts: Sequence[Part]) -> Lines:
    """Say what a sound file holds, once it is written."""
    written = {"path": path, "steps": spm, "minutes": round(track.samples / RATE_HZ / 60)}
    said = [_("Written: %(path)s, %(steps)s steps a minute, %(minutes)s minutes.") % written]
    if not parts:
        said.append(_("There is no run on this day: it is plain beat."))
    elif any(part.kind == RUN for part in parts):
        part = _("It is the run of the day: the beat comes in one minute of every %(minute_of_each)s.")
        said.append(part % amounts(ROOM))
    else:
        said.append(_("It is the run of the day: the beat comes while you run."))
    if parts:
        said.append(_("Two rising tones: run. Two falling tones: walk. A long one: done."))
    return tuple(line for one in said for line in wrapped(one))


def _head(state: State) -> Lines:
    title = beside(_("Cadence"), state.over)
    return (title, Line(text=""), *wrapped(state.title, tone=Tone.TITLE), *wrapped(state.lead))


def _missing(decision: Decision) -> Lines:
    """Say what has to come first, and how."""
    if decision.plan.phase is Phase.TRIAGE and not decision.plan.urgency.stops_running:
        said = _("Quicker steps come a week into the plan, and the plan begins with some answers.")
        return (*wrapped(said), Line(text="  kneewise screen"))
    if decision.found.cadence.own_spm is None:
        said = _(
            "Bring files of the weeks before the plan in which your watch counted steps; if there are none, "
            "the first runs of the plan tell your own."
        )
        return (*wrapped(said), Line(text="  kneewise import PATH"))
    return ()


def _facts(decision: Decision, block: CadenceBlock, own: OwnSteps, *, miles: bool) -> Iterator[Line]:
    found = decision.found.cadence
    if found.own_spm is None:
        return
    yield Line(text="")
    said = _("%(steps)s steps a minute at your easy pace") % {"steps": round(found.own_spm)}
    yield from fact(_("Your own"), said)
    if usual := say_usual(own, miles=miles):
        yield from fact(_("By pace"), usual)
    if block.band is not None:
        ends = {"low": round(block.band.low_spm), "high": round(block.band.high_spm)}
        yield from fact(_("Your band"), _("%(low)s to %(high)s steps a minute") % ends)


def _beat(decision: Decision) -> Lines:
    """Name the command that makes the beat, where one is of use."""
    if not has_metronome(decision):
        return ()
    said = _("The beat of today as a sound file: kneewise metronome")
    return (Line(text=""), *wrapped(said, tone=Tone.QUIET))
