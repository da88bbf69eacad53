"""How an exercise is done, in words and bars: how much of it, how fast, with which leg and what in hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.evidence import Shown
from kneewise.model.exercise import Exercise, Load, Sides
from kneewise.model.observations import ExerciseEntry
from kneewise.present.words import figure

Amounts = Mapping[str, Shown]

NB: Final = "\N{NO-BREAK SPACE}"
TIMES: Final = f"{NB}\N{MULTIPLICATION SIGN}{NB}"
DASH: Final = "\N{EN DASH}"

LOWERED_FIRST: Final = frozenset(
    {
        "split_squat",
        "step_down",
        "rear_foot_split_squat",
        "rear_foot_split_squat_weight",
        "chair_squat",
        "eccentric_squat",
        "squat_weight",
        "single_leg_squat",
        "leg_press",
    }
)
"""These begin at the top; all others begin at the bottom, and go up first."""

TO_THE_SIDE: Final = frozenset({"clamshell", "band_abduction", "cable_abduction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One part of a repetition: where it goes, and its whole seconds."""

    name: str
    said: str
    seconds: int


def say_amount(amounts: Amounts) -> str:
    """Say sets and repetitions, or sets and seconds: ``2–3 × 8–15``."""
    sets = _span(amounts["low_sets"], amounts["high_sets"])
    if "hold_s" in amounts:
        return f"{sets}{TIMES}{figure(amounts['hold_s'])}{NB}s"
    return f"{sets}{TIMES}{_span(amounts['low_repetitions'], amounts['high_repetitions'])}"


def _span(low: Shown, high: Shown) -> str:
    return figure(low) if low == high else f"{figure(low)}{DASH}{figure(high)}"


def beats(exercise: Exercise, amounts: Amounts) -> tuple[Beat, ...]:
    """Give the three parts of a repetition in the order in which they come; none of what is held."""
    if "hold_s" in amounts:
        return ()
    down, still, up = (
        Beat(name=name, said=_direction(exercise, name), seconds=_seconds(amounts, f"{key}_s"))
        for name, key in (("down", "lowering"), ("still", "still"), ("up", "rising"))
    )
    return (down, still, up) if exercise.id in LOWERED_FIRST else (up, still, down)


def step_beats(tempo_s: tuple[float, float, float]) -> tuple[Beat, ...]:
    """Give the parts of a step-up: up, hold, down."""
    said = {"up": _("up"), "still": _("hold"), "down": _("down")}
    return tuple(
        Beat(name=name, said=said[name], seconds=round(seconds))
        for name, seconds in zip(said, tempo_s, strict=True)
    )


def _seconds(amounts: Amounts, name: str) -> int:
    value = amounts[name]
    return round(value) if isinstance(value, int | float) else 0


def _direction(exercise: Exercise, name: str) -> str:
    plain = {"down": _("down"), "still": _("hold"), "up": _("up")}
    aside = {"down": _("back"), "still": _("hold"), "up": _("out")}
    return (aside if exercise.id in TO_THE_SIDE else plain)[name]


def say_tempo(exercise: Exercise, amounts: Amounts) -> str:
    """Say how fast: ``3 s down, 2 s up``."""
    if "hold_s" in amounts:
        return _("Hold still and keep breathing")
    moved = (one for one in beats(exercise, amounts) if one.seconds)
    return ", ".join(f"{one.seconds}{NB}s{NB}{one.said}" for one in moved)


def say_legs(exercise: Exercise) -> str:
    """Say which leg works."""
    match exercise.sides:
        case Sides.EACH:
            return _("Each leg by itself")
        case Sides.BOTH:
            return _("Both legs together")


def say_load(exercise: Exercise, amounts: Amounts) -> str:
    """Say what makes it heavy, and how heavy where that is known."""
    said = {
        Load.BODY_WEIGHT: _("Your own weight"),
        Load.BAND: _("A band"),
        Load.DUMBBELL: _("A dumbbell, or anything heavy"),
        Load.MACHINE: _("A machine in the gym"),
    }
    if "low_load_kg" not in amounts:
        return said[exercise.load]
    kg = _span(amounts["low_load_kg"], amounts["high_load_kg"])
    return f"{said[exercise.load]}, {kg}{NB}kg"


def say_reserve(amounts: Amounts) -> str:
    """Say how hard: what is to be left at the end of a set."""
    if "low_reserve" not in amounts:
        return _("Stop before you shake or hold your breath.")
    said = _("Stop each set while %(low)s to %(high)s more would still go.")
    return said % {"low": figure(amounts["low_reserve"]), "high": figure(amounts["high_reserve"])}


def say_line(amounts: Amounts) -> str:
    """Say how much pain it may bring."""
    said = _("Pain up to %(pain)s of 10. More, or sharp: stop.")
    return said % {"pain": figure(amounts["pain_0_10"])}


def say_session(done: ExerciseEntry) -> str:
    """Say what was done in a session: sets, the last of them, what was left, and the worst pain."""
    return ", ".join(_parts(done)) or _("Done, no figures told")


def _parts(done: ExerciseEntry) -> Iterator[str]:
    last = done.last_repetitions if done.last_hold_s is None else f"{done.last_hold_s}{NB}s"
    if done.sets is not None and last is not None:
        said = ngettext("%(sets)s set of %(last)s", "%(sets)s sets, the last of %(last)s", done.sets)
        yield said % {"sets": done.sets, "last": last}
    elif done.sets is not None:
        yield ngettext("%(sets)s set", "%(sets)s sets", done.sets) % {"sets": done.sets}
    elif last is not None:
        yield _("the last set of %(last)s") % {"last": last}
    if done.load_kg is not None:
        yield f"{figure(done.load_kg)}{NB}kg"
    if done.in_reserve is not None:
        yield _("%(count)s in reserve") % {"count": done.in_reserve}
    if done.worst_0_10 is not None:
        yield _("pain at worst %(pain)s") % {"pain": done.worst_0_10}
