"""A session as a form: what was done of each exercise, how hard it was, and how much it hurt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.exercise_words import exercise_called
from kneewise.app.training import Drill, Place, is_held
from kneewise.model.exercise import Load, Sides
from kneewise.model.places import Side
from kneewise.model.plan import Advice
from kneewise.present import training
from kneewise.present.training import Beat
from kneewise.web.pages.exercise_card import STEP, say_name, show_facts
from kneewise.web.pages.figures import ExerciseFigures, show_exercise
from kneewise.web.pages.parts import NB, Choice, Fact
from kneewise.web.pages.scale import Scale, plain_scale
from kneewise.web.pages.strength import show_common

BOTH: Final = "both"
LEGS: Final = tuple(side.value for side in Side)
MOST_LEFT: Final = 5
"""The steps of what was left end here: more than that is a weight too light."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one leg, or both together, did in each set."""

    name: str
    leg: str
    said: str
    value: str
    slip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of one exercise; ``asks`` says what a row is of, and an example."""

    asks: str
    rows: tuple[Row, ...]
    reserve: tuple[Choice, ...]
    reserve_slip: str
    load: Row | None
    pain: Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What leads through an exercise: figures for the script, and the bars of a repetition.

    Attributes:
        most: Repetitions of a set, and ``last`` those of the last one; ``hold_s`` where it is held.
        line: The pain that it may bring.
    """

    sets: int = 1
    most: int = 0
    last: int = 0
    hold_s: int = 0
    rest_s: int = 0
    line: int
    legs: tuple[str, ...]
    beats: tuple[Beat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One exercise of a session: how it is done, what leads through it, and the fields of what was done."""

    id: str
    name: str
    amount: str
    figures: ExerciseFigures
    facts: tuple[Fact, ...]
    timing: Timing
    fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed into a form, and the sentence beside each field that cannot be that."""

    sent: Mapping[str, str] = field(default_factory=dict)
    slips: Mapping[str, str] = field(default_factory=dict)


def show_work(place: Place, advice: Advice, typed: Typed, *, moving: bool = False) -> Work:
    """Set out an exercise of the programme."""
    exercise = place.exercise
    return Work(
        id=exercise.id,
        name=say_name(exercise.id),
        amount=training.say_amount(advice.amounts),
        figures=show_exercise(exercise.id, step=STEP, moving=moving),
        facts=(*show_facts(place, advice), *show_common((advice,))),
        timing=_timing(place, advice),
        fields=show_fields(exercise.id, typed),
    )


def in_common(works: Sequence[Work]) -> tuple[Fact, ...]:
    """Say once what holds for all of several exercises."""
    said = [one.facts for one in works if one.facts]
    return tuple(fact for fact in said[0] if all(fact in facts for facts in said)) if len(said) > 1 else ()


def show_drill(drill: Drill, typed: Typed, *, moving: bool = False) -> Work:
    """Set out a drill of the ankle."""
    return Work(
        id=drill.id,
        name=say_name(drill.id),
        amount=say_drill(drill),
        figures=show_exercise(drill.id, step="step5", moving=moving),
        facts=(Fact(name=_("Limit"), said=training.say_line({"pain_0_10": drill.line})),),
        timing=Timing(
            most=drill.repetitions,
            last=drill.repetitions,
            hold_s=drill.each_s,
            line=round(drill.line),
            legs=(BOTH,) if drill.repetitions else LEGS,
            beats=training.step_beats(drill.tempo_s) if drill.repetitions else (),
        ),
        fields=show_fields(drill.id, typed),
    )


def show_plain(name: str, typed: Typed) -> Work:
    """Set out any exercise or drill, for those who did it by themselves."""
    step = "step5" if exercise_called(name) is None else STEP
    return Work(
        id=name,
        name=say_name(name),
        amount="",
        figures=show_exercise(name, step=step),
        facts=(),
        timing=Timing(line=0, legs=(BOTH,)),
        fields=show_fields(name, typed),
    )


def say_drill(drill: Drill) -> str:
    """Say how much of a drill."""
    if drill.repetitions:
        return _("%(count)s slow ones") % {"count": drill.repetitions}
    return _("%(seconds)s s each leg").replace(" ", NB, 1) % {"seconds": drill.each_s}


def _timing(place: Place, advice: Advice) -> Timing:
    amounts = advice.amounts
    each = place.exercise.sides is Sides.EACH
    return Timing(
        sets=_whole(amounts["high_sets"]),
        most=_whole(amounts.get("high_repetitions")),
        last=_whole(place.goal) if "high_repetitions" in amounts else 0,
        hold_s=_whole(amounts.get("hold_s")),
        rest_s=_whole(place.rest_s),
        line=_whole(amounts["pain_0_10"]),
        legs=LEGS if each else (BOTH,),
        beats=training.beats(place.exercise, amounts),
    )


def _whole(value: object) -> int:
    return round(value) if isinstance(value, int | float) else 0


def show_fields(name: str, typed: Typed) -> Fields:
    """Set out the fields of an exercise or a drill."""
    exercise, held = exercise_called(name), is_held(name)
    each = exercise.sides is Sides.EACH if exercise else held
    loaded = exercise is not None and exercise.load in {Load.DUMBBELL, Load.MACHINE}
    return Fields(
        asks=_("Seconds of each hold, such as 45, 45")
        if held
        else _("Repetitions of each set, such as 12, 10"),
        rows=tuple(_row(name, leg, typed) for leg in (LEGS if each else (BOTH,))),
        reserve=tuple(_reserve(name, typed)) if exercise and not held else (),
        reserve_slip=typed.slips.get(f"{name}-reserve", ""),
        load=_field(f"{name}-load", "", _("Weight in kilograms"), typed) if loaded else None,
        pain=plain_scale(
            f"{name}-pain",
            _("Worst pain in it"),
            typed.sent.get(f"{name}-pain", ""),
            slip=typed.slips.get(f"{name}-pain", ""),
        ),
    )


def _row(name: str, leg: str, typed: Typed) -> Row:
    said = {BOTH: _("Done"), "left": _("Left leg"), "right": _("Right leg")}
    return _field(f"{name}-{leg}", leg, said[leg], typed)


def _field(name: str, leg: str, said: str, typed: Typed) -> Row:
    return Row(name=name, leg=leg, said=said, value=typed.sent.get(name, ""), slip=typed.slips.get(name, ""))


def _reserve(name: str, typed: Typed) -> Iterator[Choice]:
    chosen = typed.sent.get(f"{name}-reserve", "")
    for step in range(MOST_LEFT + 1):
        yield Choice(id=str(step), said=str(step), chosen=chosen == str(step))
    yield Choice(id="unknown", said="?", chosen=chosen == "unknown")
