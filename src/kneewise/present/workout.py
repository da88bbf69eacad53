"""A session as a workout file for a watch: warm-up, runs and walks, and the steps to aim at.

Cadence targets are in strides a minute, half of the steps: the protocol gives them the unit of a record's
cadence, which counts one foot in running. See ``docs/on-the-watch.md`` for where that comes from.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from math import ceil, floor, nan
from typing import Final

from django.utils.translation import gettext as _

from kneewise.fit import Message, encode
from kneewise.model.plan import Session, SessionKind
from kneewise.present.beats import BEAT, RUN, beat_parts
from kneewise.present.dates import say_date
from kneewise.present.day import parts_of, say_turn_back

MAKER: Final = "Kneewise"
"""What our files call their product, by which they are told from files of others."""

SPORTS: Final = {SessionKind.RUN: "running", SessionKind.WALK: "walking", SessionKind.BIKE: "cycling"}
"""What a watch can lead through; a swim would need the length of the pool, and rest needs no watch."""

FEET: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: some seconds of something, or the steps from ``back_to`` on again, ``times`` in all.

    Attributes:
        low_spm: Steps a minute to aim at, both feet, up to ``high_spm``; ``None``: free.
    """

    name: str
    intensity: str
    duration_s: float = 0.0
    low_spm: float | None = None
    high_spm: float | None = None
    back_to: int | None = None
    times: int = 1
    notes: str = ""


def file_name(session: Session) -> str:
    """Name the file of a day."""
    return f"kneewise-{session.on.isoformat()}.fit"


def can_lead(session: Session) -> bool:
    """Whether a watch can lead through a session."""
    return session.kind in SPORTS and any(minutes for _kind, minutes in parts_of(session))


def render_workout(session: Session, *, one_of_each_min: float | None = None) -> bytes:
    """Write a session as a FIT workout; the same session gives the same bytes.

    Args:
        session: One that a watch can lead through.
        one_of_each_min: Of so many running minutes only the last is stepped quicker; ``None``: every one.
    """
    steps = tuple(steps_of(session, one_of_each_min=one_of_each_min))
    return encode([_file_id(session), _workout(session, len(steps)), _steps(steps)])


def steps_of(session: Session, *, one_of_each_min: float | None = None) -> Iterator[Step]:
    """Take a session apart into the steps of a workout."""
    if one_of_each_min is not None and session.cadence_low_spm is not None:
        parts = beat_parts(session, one_of_each_min=one_of_each_min)
        yield from (_step(session, part.kind, part.to_s - part.from_s) for part in parts)
        return
    at = 0
    if session.warm_up_min:
        yield _step(session, "warm", 60 * session.warm_up_min)
        at = 1
    for kind, minutes in () if session.blocks else _plain(session):
        yield _step(session, kind, 60 * minutes)
    for block in session.blocks:
        yield _step(session, BEAT, 60 * block.run_min)
        if block.walk_min:
            yield _step(session, "walk", 60 * block.walk_min)
        inner = 2 if block.walk_min else 1
        if block.times > 1:
            yield Step(name="", intensity="active", back_to=at, times=block.times)
        at += inner + (block.times > 1)


def _plain(session: Session) -> Iterator[tuple[str, float]]:
    """Give a session without blocks: one part beside its warm-up."""
    for kind, minutes in parts_of(session):
        if kind != "warm":
            yield (BEAT if kind == RUN else kind), minutes


def _step(session: Session, kind: str, duration_s: float) -> Step:
    names = {
        "warm": _("Brisk walk"),
        "walk": _("Bike easily") if session.kind is SessionKind.BIKE else _("Walk"),
        RUN: _("Run"),
        BEAT: _("Run"),
    }
    intensity = {"warm": "warmup", "walk": "rest"}.get(kind, "active")
    if session.kind is not SessionKind.RUN and kind == "walk":
        intensity = "active"
    aims = kind == BEAT
    return Step(
        name=names[kind],
        intensity=intensity,
        duration_s=duration_s,
        low_spm=session.cadence_low_spm if aims else None,
        high_spm=session.cadence_high_spm if aims else None,
        notes=say_turn_back(session) if kind in {RUN, BEAT} else "",
    )


def _file_id(session: Session) -> Message:
    midnight = datetime.combine(session.on, time(), tzinfo=UTC)
    return Message(
        name="file_id",
        columns={
            "type": "workout",
            "manufacturer": "development",
            "product": 0.0,
            "serial_number": float(f"{session.on:%Y%m%d}"),
            "time_created": midnight.timestamp(),
            "product_name": MAKER,
        },
    )


def _workout(session: Session, count: int) -> Message:
    return Message(
        name="workout",
        columns={
            "wkt_name": f"{MAKER} {say_date(session.on, 'D j M')}",
            "sport": SPORTS[session.kind],
            "num_valid_steps": float(count),
        },
    )


def _steps(steps: Sequence[Step]) -> Message:
    """Set the steps as columns; a target of zero with two own bounds means those bounds."""
    again = "repeat_until_steps_cmplt"
    return Message(
        name="workout_step",
        columns={
            "message_index": [float(place) for place in range(len(steps))],
            "wkt_step_name": [step.name for step in steps],
            "intensity": [step.intensity for step in steps],
            "duration_type": ["time" if step.back_to is None else again for step in steps],
            "duration_value": [_duration(step) for step in steps],
            "target_type": ["open" if step.low_spm is None else "cadence" for step in steps],
            "target_value": [float(step.times) if step.back_to is not None else 0.0 for step in steps],
            "custom_target_value_low": [_strides(step.low_spm, floor) for step in steps],
            "custom_target_value_high": [_strides(step.high_spm, ceil) for step in steps],
            "notes": [step.notes for step in steps],
        },
    )


def _duration(step: Step) -> float:
    """Give milliseconds, or the step to go back to."""
    return float(round(1000 * step.duration_s)) if step.back_to is None else float(step.back_to)


def _strides(steps_spm: float | None, outward: Callable[[float], int]) -> float:
    """Give strides, rounded outward: no watch complains about steps that the plan allows."""
    return nan if steps_spm is None else float(outward(steps_spm / FEET))
