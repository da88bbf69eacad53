"""Bone stress: four points, and the signs beside them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.said import Said
from kneewise.model.bone import NOT_BONE

PAUSING: Final = ("pain_earlier_each_run", "pain_walking")

BEFORE: Final = ("earlier_bone_stress_injury", "two_bone_stress_injuries")
LYING: Final = ("rest_pain", "constant_pain", "night_pain")
"""Pain lying still; whoever is woken by it was lying."""
RISE: Final = ("more_running_lately", "load_rise_before_onset")

RESTS_ON: Final = {
    "bone_points": ("bone_tenderness", *BEFORE, "high_arches", "more_running_lately"),
    "bone_hop": ("hop_pain_on_bone",),
    "bone_signs": (*PAUSING, "bone_tenderness", *LYING, *BEFORE, *RISE),
}
"""The answers that each flag may rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bone:
    """What the bone questions come to.

    Attributes:
        points: Of the four-item rule, unknown items left out.
        harmless: The points come from high arches and more running alone.
        signs: Two signs that go together; pain lying still after a rise of the load is one such pair.
        alone: The sign that pauses and is asked about again, where nothing else stops running.
    """

    points: int
    reached: bool
    harmless: bool
    hop: bool
    signs: bool
    alone: str | None

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags that stop running."""
        found = (
            ("bone_points", self.reached and not self.harmless),
            ("bone_hop", self.hop),
            ("bone_signs", self.signs),
        )
        return tuple(flag for flag, raised in found if raised)


def bone(said: Said, numbers: Numbers, *, more_running: bool) -> Bone:
    """Count the points and the signs; what a clearance covers is left out."""
    tender = is_tender(said)
    before = bool(said.any_yes(BEFORE))
    arches = said.yes("high_arches")
    points = sum(
        int(number.value)
        for number, counts in (
            (numbers.bone_tenderness_points, tender),
            (numbers.earlier_bone_injury_points, before),
            (numbers.high_arches_points, arches),
            (numbers.more_running_points, more_running),
        )
        if counts
    )
    earlier = said.yes("pain_earlier_each_run")
    walking = walks_in_pain(said, numbers)
    lying = bool(said.any_yes(LYING))
    hop = said.yes("hop_pain_on_bone")
    either = earlier or walking
    rise = more_running or said.yes("load_rise_before_onset")
    signs = (earlier and walking) or (either and (tender or lying or before)) or (lying and rise)
    others = tender or before or hop or earlier or said.yes("pain_walking") or lying
    return Bone(
        points=points,
        reached=points >= numbers.bone_points_from.value,
        harmless=not others,
        hop=hop,
        signs=signs,
        alone=None if not either else PAUSING[0] if earlier else PAUSING[1],
    )


def is_tender(said: Said) -> bool:
    """Whether bone is tender where tenderness counts; a spot that is not told counts."""
    return said.yes("bone_tenderness") and said.latest.get("bone_spot") not in NOT_BONE


def walks_in_pain(said: Said, numbers: Numbers) -> bool:
    """Whether walking hurts beyond the green line; a score that is not told counts."""
    return said.yes("pain_walking") and _is_beyond_green(said, numbers)


def says_nothing(said: Said, numbers: Numbers) -> frozenset[str]:
    """Name the signs of bone stress whose yes is none: tender on no bone, or walking within the line."""
    tendon = {"bone_tenderness"} if not is_tender(said) else set()
    easy = {"pain_walking"} if not walks_in_pain(said, numbers) else set()
    return frozenset(tendon | easy)


def denied_too_soon(said: Said, numbers: Numbers) -> tuple[str, ...]:
    """List the signs that pause and were denied before they were asked about again."""
    after = timedelta(days=numbers.ask_again_after_days.value)
    paused = PAUSING if _is_beyond_green(said, numbers) else PAUSING[:1]
    denied = (key for key in paused if said.no(key) and key in said.last_yes)
    return tuple(key for key in denied if said.given[key][0] - said.last_yes[key] < after)


def _is_beyond_green(said: Said, numbers: Numbers) -> bool:
    score = said.number("pain_walking_0_10")
    return score is None or score > numbers.walking_pain_above_0_10.value
