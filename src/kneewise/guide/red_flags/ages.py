"""Which flags an age belongs to; an age that is not known belongs to all of them."""

from dataclasses import dataclass

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.model.answers import UNKNOWN, Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """What follows from the age, for the rules that ask; ``assumed`` where it is not known."""

    young: bool
    fracture: bool
    fall: bool
    inner: bool
    assumed: bool


NEITHER = Ages(young=False, fracture=False, fall=False, inner=False, assumed=False)
"""Before the age is told: what does not rest on it."""

ALL = Ages(young=True, fracture=True, fall=True, inner=True, assumed=True)
"""The age is not known: it counts as under 18 and over 55."""


def of_age(answer: Answer | None, numbers: Numbers) -> Ages:
    """Sort an age into the rules; not asked into none of them, not known into all."""
    if answer is UNKNOWN:
        return ALL
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return NEITHER
    return Ages(
        young=answer < numbers.adult_from_years.value,
        fracture=answer >= numbers.fracture_age_from_years.value,
        fall=answer < numbers.fall_age_below_years.value or answer > numbers.fall_age_above_years.value,
        inner=answer >= numbers.inner_pain_age_from_years.value,
        assumed=False,
    )
