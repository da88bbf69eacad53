"""The names of exercises and drills."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: Final = {
    "bridge": _("bridge on both legs"),
    "single_leg_bridge": _("single-leg bridge"),
    "single_leg_bridge_on_step": _("single-leg bridge with the foot on a step"),
    "single_leg_bridge_weight": _("single-leg bridge with a weight on the hips"),
    "clamshell": _("clamshell"),
    "side_lying_abduction": _("leg lift lying on the side"),
    "band_abduction": _("leg to the side against a band"),
    "cable_abduction": _("leg to the side at the cable machine"),
    "low_step_up": _("slow step-up on a low step"),
    "split_squat": _("split squat"),
    "step_down": _("slow step down from a low step"),
    "rear_foot_split_squat": _("split squat with the rear foot raised"),
    "rear_foot_split_squat_weight": _("split squat with the rear foot raised, and weights"),
    "wall_sit": _("wall sit"),
    "chair_squat": _("squat to a chair"),
    "eccentric_squat": _("slow squat"),
    "squat_weight": _("slow squat with a weight"),
    "single_leg_squat": _("slow squat on one leg to a chair"),
    "leg_press": _("leg press with one leg"),
    "calf_raise": _("calf raise on both legs"),
    "single_leg_calf_raise": _("calf raise on one leg"),
    "calf_raise_on_step": _("calf raise on one leg with the heel below the step"),
    "calf_raise_weight": _("calf raise on one leg with a weight"),
    "calf_stretch": _("calf stretch"),
    "wall_pulses": _("ankle pulses against a wall"),
    "step_ups": _("controlled step-ups of the ankle drill"),
}

SENTENCES: Mapping[str, str | Promise] = {f"exercise.{key}": name for key, name in NAMES.items()}
