"""Pictures of the drawn runner, with their words, and which of them stand beside a step of the guide."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kneewise.figure import Element, draw, has_motion
from kneewise.present.guide import amounts
from kneewise.present.words import sentence

# Whose numbers are written within a picture.
ROOM_OF: Final[Mapping[str, str]] = {
    "picture.lowering": "step4_strength",
    "picture.beats": "step3_cadence",
    "picture.mileage": "step6_footwear",
    "picture.icing": "step7_recovery",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The pictures of one step: the guide's own and more of the same, and who the runner is."""

    first: str
    more: tuple[str, ...] = ()
    body: str
    tone: str


STEPS: Final[Mapping[str, Shown]] = {
    "step1": Shown(first="step-1", body="light", tone="2"),
    "step2": Shown(first="step-2", more=("swim",), body="sturdy", tone="3"),
    "step3": Shown(first="step-3", more=("cadence", "run"), body="light", tone="4"),
    "step4": Shown(
        first="step-4",
        more=(
            *("bridge-down", "bridge-up", "clamshell-closed", "clamshell-open"),
            *("split-squat-up", "split-squat-down", "squat-up", "squat-down"),
        ),
        body="older",
        tone="1",
    ),
    "step5": Shown(
        first="step-5",
        more=(
            *("calf-stretch-straight", "calf-stretch-bent", "ankle-pulse-start", "ankle-pulse-end"),
            *("step-up-start", "step-up-end"),
        ),
        body="sturdy",
        tone="2",
    ),
    "step6": Shown(first="step-6", body="light", tone="1"),
    "step7": Shown(first="step-7", more=("foam-roll",), body="older", tone="3"),
}


EXERCISES: Final[Mapping[str, tuple[str, ...]]] = {
    "bridge": ("bridge-both-down", "bridge-both-up"),
    "single_leg_bridge": ("bridge-down", "bridge-up"),
    "single_leg_bridge_on_step": ("bridge-step-down", "bridge-step-up"),
    "single_leg_bridge_weight": ("bridge-weight-down", "bridge-weight-up"),
    "clamshell": ("clamshell-closed", "clamshell-open"),
    "side_lying_abduction": ("hip-abduction-start", "hip-abduction-end"),
    "band_abduction": ("band-leg-start", "band-leg-end"),
    "cable_abduction": ("cable-start", "cable-end"),
    "low_step_up": ("step-up-start", "step-up-end"),
    "split_squat": ("split-squat-up", "split-squat-down"),
    "step_down": ("step-down-start", "step-down-end"),
    "rear_foot_split_squat": ("rear-foot-up", "rear-foot-down"),
    "rear_foot_split_squat_weight": ("rear-foot-weight-up", "rear-foot-weight-down"),
    "wall_sit": ("wall-sit-start", "wall-sit"),
    "chair_squat": ("chair-squat-up", "chair-squat-down"),
    "eccentric_squat": ("squat-up", "squat-down"),
    "squat_weight": ("squat-weight-up", "squat-weight-down"),
    "single_leg_squat": ("one-leg-chair-up", "one-leg-chair-down"),
    "leg_press": ("leg-press-start", "leg-press-end"),
    "calf_raise": ("calf-raise-down", "calf-raise-up"),
    "single_leg_calf_raise": ("calf-one-down", "calf-one-up"),
    "calf_raise_on_step": ("calf-step-down", "calf-step-up"),
    "calf_raise_weight": ("calf-weight-down", "calf-weight-up"),
    "calf_stretch": ("calf-stretch-straight", "calf-stretch-bent"),
    "wall_pulses": ("ankle-pulse-start", "ankle-pulse-end"),
    "step_ups": ("step-up-start", "step-up-end"),
}
"""Start and end of every exercise of the strength programme and of the ankle drill."""


def say(key: str) -> str:
    """Say what stands in a picture or is told of it, with the figures of the room it belongs to."""
    return sentence(key, **amounts(ROOM_OF[key])) if key in ROOM_OF else sentence(key)


def draw_figure(picture: str, *, body: str, tone: str, moving: bool = False) -> Element:
    """Draw a picture with its words in the reader's language."""
    return draw(picture, body=body, tone=tone, say=say, moving=moving)


def title(picture: str) -> str:
    """Name a picture."""
    return say(f"picture.{picture}.title")


def description(picture: str) -> str:
    """Tell what is to be seen on a picture."""
    return say(f"picture.{picture}.desc")


def can_move(shown: Shown) -> bool:
    """Whether any picture of a step has a movement to show."""
    return any(has_motion(picture) for picture in (shown.first, *shown.more))
