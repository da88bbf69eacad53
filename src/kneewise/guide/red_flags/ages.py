"""Which flags an age belongs to; an age that is not known belongs to all of them."""

from dataclasses import dataclass

from kneewise.guide.red_flags.numbers import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """What follows from the age, for the rules that ask."""

    young: bool
    fracture: bool
    fall: bool
    inner: bool


NEITHER = Ages(young=False, fracture=False, fall=False, inner=False)
"""Before the age is told: what does not rest on it."""

ALL = Ages(young=True, fracture=True, fall=True, inner=True)
"""The age is not known: it counts as under 18 and over 55."""


def of_age(years: float | None, numbers: Numbers) -> Ages:
    """Sort an age into the rules; one that is not told into none of them."""
    if years is None:
        return NEITHER
    return Ages(
        young=years < numbers.adult_from_years.value,
        fracture=years >= numbers.fracture_age_from_years.value,
        fall=years < numbers.fall_age_below_years.value or years > numbers.fall_age_above_years.value,
        inner=years >= numbers.inner_pain_age_from_years.value,
    )
