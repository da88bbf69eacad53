"""Which features of the pattern table are present, absent or not told."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.patterns import PatternFeature, PatternTable


@dataclass(frozen=True, slots=True)
class Heard:
    """What step 1 listens to; the same answers are judged once."""

    said: tuple[tuple[str, Answer], ...]
    more_running_lately: bool | None

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


LOAD_RISE = "load_rise_before_onset"


def told(heard: Heard, table: PatternTable) -> dict[str, bool]:
    """Give the features that are answered; a feature that is not told is left out."""
    answers = {feature.id: _present(heard, feature) for feature in table.features if feature.keys}
    return {key: present for key, present in answers.items() if present is not None}


def _present(heard: Heard, feature: PatternFeature) -> bool | None:
    said = [heard.answers.get(key) for key in feature.keys]
    if True in (each for each in said if isinstance(each, bool)):
        return True
    known = [each for each in said if each is not None]
    if not known and LOAD_RISE in feature.keys:
        return heard.more_running_lately
    if not known or any(each is UNKNOWN for each in known):
        return None
    return False


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
    years = heard.answers.get("age_years")
    return float(years) if isinstance(years, int | float) and not isinstance(years, bool) else None


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
    """Count the bone-stress points; whatever is not known counts nothing here, and pauses elsewhere."""
    exempt = {"outer_bump_under_band", "kneecap_upper_tip", "kneecap_lower_tip", "shin_bump"}
    answers = heard.answers
    tender = answers.get("bone_tenderness") is True and answers.get("bone_spot") not in exempt
    more = heard.more_running_lately
    if more is None:
        more = answers.get("more_running_lately") is True
    items = (
        (numbers.bone_tenderness_points, tender),
        (numbers.earlier_bone_injury_points, answers.get("earlier_bone_stress_injury") is True),
        (numbers.high_arches_points, answers.get("high_arches") is True),
        (numbers.more_running_points, more),
    )
    return sum(number.value for number, counts in items if counts)
