"""Numbers that somebody can check: value, unit, grade, sources, and who reviewed them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kneewise.model.places import Side


class Grade(StrEnum):
    """How well a number is supported.

    A several trials; B one trial or a good cohort; C biomechanics or uncontrolled; D convention,
    memory or our own design; X the evidence points elsewhere.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    X = "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A paper, a page or a decision that a number rests on; every one is written down once."""

    key: str
    title: str
    year: int | None
    url: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One reviewed number.

    Attributes:
        unit: The unit in words, such as ``percent`` or ``steps/min``; ``1`` for a bare ratio.
        sources: Keys of ``knowledge/sources.toml``; never empty.
        reviewed_by: Who signed it off; the honest default is "not reviewed by a clinician".
    """

    value: float
    unit: str
    grade: Grade
    sources: tuple[str, ...]
    reviewed_on: date
    reviewed_by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A reviewed row of numbers, such as the rungs of a ladder; everything else as in `Number`."""

    values: tuple[float, ...]
    unit: str
    grade: Grade
    sources: tuple[str, ...]
    reviewed_on: date
    reviewed_by: str
    note: str = ""


Shown = bool | int | float | str | None
"""What a reason can show as seen or as limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something was decided: the rule, what was seen, the limit, and what the limit rests on.

    Attributes:
        rule: An identifier such as ``load.cut``; never reused, a sentence for it in every language.
        seen: The figure or answer it was decided on; ``None`` when that is not known.
        limit: The number it was held against, if there is one.
        facts: Further figures that the sentence needs, by name with the unit last.
    """

    rule: str
    seen: Shown = None
    limit: Shown = None
    unit: str = ""
    grade: Grade
    sources: tuple[str, ...]
    reviewed_by: str = "not reviewed by a clinician"
    facts: Mapping[str, Shown] | None = None


def because(rule: str, number: Number, *, seen: Shown = None, **facts: Shown) -> Reason:
    """Make a reason that rests on one reviewed number, which is shown as its limit."""
    return Reason(
        rule=rule,
        seen=seen,
        limit=number.value,
        unit=number.unit,
        grade=number.grade,
        sources=number.sources,
        reviewed_by=number.reviewed_by,
        facts=facts or None,
    )


def of_side(reason: Reason, side: Side, *, decides: bool = False) -> Reason:
    """Name the knee that a reason speaks of, where two are sore; and whether it is the one that decides."""
    named: dict[str, Shown] = {"of_side": side.value, **({"decides": True} if decides else {})}
    return replace(reason, facts={**(reason.facts or {}), **named})


def because_row(
    rule: str, row: Sequence, *, seen: Shown = None, limit: float | None = None, **facts: Shown
) -> Reason:
    """Make a reason that rests on a reviewed row of numbers.

    Args:
        rule: Its identifier.
        row: The numbers.
        seen: What it was decided on.
        limit: The one of them that was gone by, to be shown; without it the last.
        **facts: What the sentence needs; ``low_…`` and ``high_…`` of a range that is gone by as a whole.
    """
    return Reason(
        rule=rule,
        seen=seen,
        limit=row.values[-1] if limit is None else limit,
        unit=row.unit,
        grade=row.grade,
        sources=row.sources,
        reviewed_by=row.reviewed_by,
        facts=facts or None,
    )
