"""The ring of a timer: sixty ticks round a clock."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

TICKS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One tick of the ring of the timer, in a box of 200."""

    x1: float
    y1: float
    x2: float
    y2: float


def show_ticks() -> tuple[Tick, ...]:
    """Set out the ring: sixty ticks from the top, every fifth one longer."""
    return tuple(map(_tick, range(TICKS)))


def _tick(number: int) -> Tick:
    turn = 2 * pi * number / TICKS
    inner = 80 if number % 5 == 0 else 84
    x, y = sin(turn), -cos(turn)
    return Tick(
        x1=round(100 + inner * x, 1),
        y1=round(100 + inner * y, 1),
        x2=round(100 + 94 * x, 1),
        y2=round(100 + 94 * y, 1),
    )
