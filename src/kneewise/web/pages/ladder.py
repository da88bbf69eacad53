"""The ladder of walking and running: every rung to one scale, and the one that is climbed now."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kneewise.present.words import say_decimal

Part = tuple[float, float]
"""A part that is run, as (x, width) in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One rung: ``done``, ``now`` or ``later``."""

    number: int
    what: str
    said: str
    state: str
    parts: tuple[Part, ...]


def show_ladder(
    run_min: Sequence[float], walk_min: Sequence[float], times: Sequence[float], *, stage: int
) -> tuple[Rung, ...]:
    """Set out the rungs, given minutes of running, of walking and how often for each."""
    rungs = tuple(zip(run_min, walk_min, times, strict=True))
    longest = max((run + walk) * often for run, walk, often in rungs)
    return tuple(
        Rung(
            number=number,
            what=_what(run, walk, often),
            said=_said(run, walk, often),
            state="now" if number == stage else "done" if number < stage else "later",
            parts=tuple(
                (round(100 * turn * (run + walk) / longest, 2), round(100 * run / longest, 2))
                for turn in range(round(often))
            ),
        )
        for number, (run, walk, often) in enumerate(rungs, start=1)
    )


def _what(run: float, walk: float, often: float) -> str:
    if not walk:
        return _("%(run)s min") % {"run": say_decimal(f"{run:g}")}
    return say_decimal(f"{run:g} / {walk:g} \N{MULTIPLICATION SIGN} {often:g}").replace(
        " ", "\N{NO-BREAK SPACE}"
    )


def _said(run: float, walk: float, often: float) -> str:
    if not walk:
        return _("Run %(run)s minutes without a walk") % {"run": say_decimal(f"{run:g}")}
    said = _("Run %(run)s, walk %(walk)s, %(times)s times")
    return said % {"run": say_decimal(f"{run:g}"), "walk": say_decimal(f"{walk:g}"), "times": f"{often:g}"}
