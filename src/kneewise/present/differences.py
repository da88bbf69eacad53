"""Where the guide and the evidence differ: both sides, and in one sentence why Kneewise does what it does."""

from collections.abc import Mapping
from typing import Final

from kneewise.model.evidence import Reason
from kneewise.model.plan import Decision
from kneewise.present.advice import reasons_of
from kneewise.present.reasons import reasons

PLACES: Final[Mapping[str, tuple[str, ...]]] = {
    "step1": ("step1_pain.watch_while_calming", "step1_pain.watch_tendon"),
    "step2": ("step2_load.guide_cut",),
    "step3": ("step3_cadence.guide_range",),
    "step5": ("step5_ankle.guide_drill",),
    "step6": ("step6_footwear.life", "step6_footwear.gait_matched", "step6_footwear.wedge"),
    "tips": (
        "tips.warm_up",
        "tips.week_pace",
        "tips.circuit",
        "tips.soft_surface",
        "tips.shoe_log",
        "tips.cadence_slowly",
    ),
    "warnings": ("red_flags.pain_above_7", "red_flags.catching"),
}
"""Each place of the guide, and the reasons that show both sides of it."""

RULES: Final = frozenset(rule for rules in PLACES.values() for rule in rules)


def differences(decision: Decision) -> tuple[Reason, ...]:
    """Gather the reasons of a plan's advice that show both sides, but for those that "Why" says already."""
    said = {reason.rule for reason in reasons(decision)}
    found = {one.rule: one for one in reasons_of(decision.plan.advice) if one.rule in RULES - said}
    return tuple(found.values())
