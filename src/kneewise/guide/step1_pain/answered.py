"""Which features of the pattern table are present, absent or not told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.model.answers import UNKNOWN, Answer, AnswerSet, number_of
from kneewise.model.bone import BONE_ITEMS, NOT_BONE, UNDER_BAND
from kneewise.model.patterns import PatternFeature, PatternTable


@dataclass(frozen=True, slots=True)
class Heard:
    """What step 1 listens to; the same answers are judged once.

    Attributes:
        twice_unknown: Bone questions that were not known when asked once more: they count their points.
    """

    said: tuple[tuple[str, Answer], ...]
    more_running_lately: bool | None
    twice_unknown: frozenset[str] = frozenset()

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers by key."""
        return _as_mapping(self.said)


@lru_cache(maxsize=8)
def _as_mapping(said: tuple[tuple[str, Answer], ...]) -> Mapping[str, Answer]:
    return dict(said)


ALSO_HEARD: Final = (
    "age_years",
    "sex",
    "places",
    "bone_spot",
    "earlier_bone_stress_injury",
    "two_bone_stress_injuries",
    "high_arches",
    "more_running_lately",
)


@lru_cache(maxsize=8)
def listened_to(table: PatternTable) -> tuple[str, ...]:
    """Name every question that a pattern listens to."""
    keys = [*ALSO_HEARD]
    for feature in table.features:
        keys.extend(feature.keys)
    for condition in table.conditions:
        keys.extend((*condition.needs_yes, *condition.needs_no, *(key for key, _ in condition.needs_choice)))
    return tuple(dict.fromkeys(keys))


TENDER_BONE: Final = "focal_bone_tenderness"

TO_TELL: Final = (
    "hurts_at_start",
    "hurts_during",
    "hurts_after",
    "hurts_next_morning",
    "hurts_downhill",
    "hurts_uphill",
    "hurts_stairs_down",
    "hurts_stairs_up",
    "hurts_squat",
    "hurts_sitting",
    "hurts_rising_from_chair",
    "hurts_kneeling",
    "hurts_hop",
    "hurts_sprinting",
    "hurts_twisting",
    "hurts_fully_straight",
    "hurts_resisted_straightening",
    "hurts_resisted_bend",
    "hurts_figure_four",
    "snapping",
    "swelling_not_examined",
    "knee_operation_earlier",
)
"""What is kept for whoever looks at the knee."""


def twice_unknown(sets: Iterable[AnswerSet]) -> frozenset[str]:
    """Name the bone questions whose last two answers were both not known."""
    last: dict[str, list[Answer]] = {key: [] for key in BONE_ITEMS}
    for given in sets:
        for key in last.keys() & given.answers.keys():
            last[key].append(given.answers[key])
    return frozenset(key for key, told in last.items() if told[-2:] == [UNKNOWN, UNKNOWN])


def told(heard: Heard, table: PatternTable, groups: frozenset[str]) -> dict[str, bool]:
    """Give the features that are answered; a feature that is not told is left out."""
    answers = {feature.id: _present(heard, feature) for feature in table.features if feature.keys}
    if _is_tender_beside_bone(heard, grows="under_18" in groups):
        del answers[TENDER_BONE]
    return {key: present for key, present in answers.items() if present is not None}


def _is_tender_beside_bone(heard: Heard, *, grows: bool) -> bool:
    """Whether the band passes where it is tender, or a tendon attaches: there it is bone while bones grow."""
    spots = {UNDER_BAND} if grows else NOT_BONE
    return heard.answers.get("bone_tenderness") is True and heard.answers.get("bone_spot") in spots


def _present(heard: Heard, feature: PatternFeature) -> bool | None:
    said = [heard.answers.get(key) for key in feature.keys]
    if True in (each for each in said if isinstance(each, bool)):
        return True
    return False if all(each is False for each in said) else None


def not_known(heard: Heard, table: PatternTable) -> tuple[str, ...]:
    """List the features that were asked about and are not known."""
    return tuple(
        feature.id
        for feature in table.features
        if feature.keys
        and any(heard.answers.get(key) is UNKNOWN for key in feature.keys)
        and _present(heard, feature) is None
    )


def pointed_at(heard: Heard, table: PatternTable) -> tuple[str, ...]:
    """List the place features that were pointed at on the sore knee, or on the first of two."""
    places = heard.answers.get("places")
    if not isinstance(places, tuple):
        return ()
    return tuple(feature.id for feature in table.features if not set(feature.places).isdisjoint(places))


def age(heard: Heard) -> float | None:
    """Give the age if it is told."""
    return number_of(heard.answers.get("age_years"))


def groups(heard: Heard, numbers: Numbers) -> frozenset[str]:
    """Name the groups whose multipliers apply; what is not told multiplies nothing."""
    found = {str(heard.answers.get("sex"))} & {"female", "male"}
    if (years := age(heard)) is not None:
        if years < numbers.adult_from_years.value:
            found.add("under_18")
        if years < numbers.younger_below_years.value:
            found.add("below_34")
        if years >= numbers.older_from_years.value:
            found.add("from_45")
    return frozenset(found)


def bone_points(heard: Heard, numbers: Numbers) -> float:
    """Count the bone-stress points; what is not known counts from the second time on, and pauses before."""
    counts = {key: heard.answers.get(key) is True or key in heard.twice_unknown for key in BONE_ITEMS}
    # Two of them are an earlier one, whatever was said to that question.
    counts["earlier_bone_stress_injury"] |= heard.answers.get("two_bone_stress_injuries") is True
    counts["bone_tenderness"] &= heard.answers.get("bone_spot") not in NOT_BONE
    if heard.more_running_lately is not None:
        counts["more_running_lately"] = heard.more_running_lately
    items = (
        (numbers.bone_tenderness_points, "bone_tenderness"),
        (numbers.earlier_bone_injury_points, "earlier_bone_stress_injury"),
        (numbers.high_arches_points, "high_arches"),
        (numbers.more_running_points, "more_running_lately"),
    )
    return sum(number.value for number, key in items if counts[key])
