"""Where in a session the metronome beats: while running, at first one minute of every few; never in walks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kneewise.model.cadence import CadenceBlock
from kneewise.model.findings import CadenceFinding
from kneewise.model.plan import Plan, Session, SessionKind
from kneewise.present.day import parts_of

BEAT, RUN = "beat", "run"

LEAST_SPM: Final = 100
MOST_SPM: Final = 240
"""What can be chosen at all: far beyond any running, so that nobody is held back by a page."""
MIDDLE_SPM: Final = 170
"""Where a dial begins that knows neither a band nor own steps; no advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a session in seconds, its end left out: ``warm``, ``walk``, ``run``, or ``beat``."""

    kind: str
    from_s: float
    to_s: float


def start_spm(found: CadenceFinding, block: CadenceBlock) -> int:
    """Choose a tempo: the middle of the band, else the own steps, else `MIDDLE_SPM`."""
    if block.band is not None:
        return round((block.band.low_spm + block.band.high_spm) / 2)
    return round(found.own_spm) if found.own_spm else MIDDLE_SPM


def run_of_today(plan: Plan) -> Session | None:
    """Find the run that a beat can follow."""
    runs = (one for one in plan.sessions if one.on == plan.on and one.kind is SessionKind.RUN)
    return next(runs, None) if plan.may_run else None


def beat_parts(session: Session, *, one_of_each_min: float | None) -> tuple[Part, ...]:
    """Cut a session into what is beaten and what is not.

    Args:
        session: A run.
        one_of_each_min: Of so many running minutes the last is beaten; ``None``: every one.
    """
    found: list[Part] = []
    at_s = ran_s = 0.0
    for kind, minutes in parts_of(session):
        last_s = minutes * 60
        if kind == RUN:
            found += _within(at_s, ran_s, last_s, one_of_each_min)
            ran_s += last_s
        else:
            found.append(Part(kind=kind, from_s=at_s, to_s=at_s + last_s))
        at_s += last_s
    return tuple(found)


def _within(at_s: float, ran_s: float, last_s: float, each_min: float | None) -> Iterator[Part]:
    """Cut one run by the running minutes so far, so that short runs come to their minute too."""
    if each_min is None:
        yield Part(kind=BEAT, from_s=at_s, to_s=at_s + last_s)
        return
    here_s, end_s = ran_s, ran_s + last_s
    while here_s < end_s:
        whole_s = each_min * 60
        begin_s = here_s // whole_s * whole_s + whole_s - 60
        beats = here_s >= begin_s
        until_s = min(end_s, begin_s + 60 if beats else begin_s)
        shift_s = at_s - ran_s
        yield Part(kind=BEAT if beats else RUN, from_s=here_s + shift_s, to_s=until_s + shift_s)
        here_s = until_s
