"""The metronome: a dial with the band on it, and the session of today that it can follow."""

from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import Final

from kneewise.model.cadence import CadenceBlock
from kneewise.model.findings import CadenceFinding
from kneewise.present.beats import LEAST_SPM, MOST_SPM, Part, start_spm

DIAL: Final = (150, 190)
"""What the dial shows where no band lies beyond it; it moves by tens to hold one."""
TEN: Final = 10
LONG_EACH: Final = 10
CENTRE: Final = 150.0
SWEEP: Final = (-120.0, 120.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One step a minute on the dial; ``label`` at the tens."""

    spm: int
    x1: float
    y1: float
    x2: float
    y2: float
    is_in: bool
    label: str = ""
    label_x: float = 0.0
    label_y: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Metronome:
    """Everything of it.

    Attributes:
        session: Its stretches as the script reads them; empty on a day without a run.
        whole_min: How long the session is.
    """

    spm: int
    least: int
    most: int
    low: int
    high: int
    turn: float
    ticks: tuple[Tick, ...]
    target: str
    session: str
    whole_min: int


def show_metronome(found: CadenceFinding, block: CadenceBlock, parts: tuple[Part, ...]) -> Metronome:
    """Set the dial to the middle of the band, else to the own steps, else to its own middle."""
    band = block.band
    spm = start_spm(found, block)
    inside = range(ceil(band.low_spm), int(band.high_spm) + 1) if band else range(0)
    low, high = _ends([spm, *inside])
    return Metronome(
        spm=spm,
        least=LEAST_SPM,
        most=MOST_SPM,
        low=low,
        high=high,
        turn=turn(spm, low, high),
        ticks=tuple(_tick(each, low, high, is_in=each in inside) for each in range(low, high + 1)),
        target=f"{inside[0]}–{inside[-1]}" if inside else "",
        session=";".join(f"{part.kind} {part.from_s:g} {part.to_s:g}" for part in parts),
        whole_min=round(parts[-1].to_s / 60) if parts else 0,
    )


def turn(spm: int, low: int, high: int) -> float:
    """Say how far the hand is turned from the top, in degrees."""
    return round(SWEEP[0] + (SWEEP[1] - SWEEP[0]) * (spm - low) / (high - low), 2)


def _ends(shown: list[int]) -> tuple[int, int]:
    low, high = DIAL
    while min(shown) < low:
        low, high = low - TEN, high - TEN
    while max(shown) > high:
        high += TEN
    return low, high


def _tick(spm: int, low: int, high: int, *, is_in: bool) -> Tick:
    at = turn(spm, low, high)
    is_long = spm % LONG_EACH == 0
    (x1, y1), (x2, y2) = _place(at, 132), _place(at, 110 if is_long else 118)
    label_x, label_y = _place(at, 92)
    return Tick(
        spm=spm,
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        is_in=is_in,
        label=str(spm) if is_long and not is_in else "",
        label_x=label_x,
        label_y=label_y,
    )


def _place(at: float, far: float) -> tuple[float, float]:
    return round(CENTRE + far * sin(radians(at)), 1), round(CENTRE - far * cos(radians(at)), 1)
