"""The table of pain patterns: how often a feature goes with a condition, and what that rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from kneewise.model.evidence import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFeature:
    """One thing that can be answered and speaks for or against a pattern.

    Attributes:
        keys: Questions that say it: present if one is answered yes, absent if all are answered no.
        places: For a place feature, the ids of ``Place`` that point at it; then ``keys`` is empty.
    """

    id: str
    keys: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternCondition:
    """One condition of the table.

    Attributes:
        named: Whether it may be shown to a runner; triage-only conditions never are.
        rare: First only with its own distinguishing feature.
        tendon: Whether its pain profile is that of a tendon.
        prior: Share among adult runners without injury, before sex and age.
        prior_under_18: The same where the runner is under 18, if it differs.
        shares: Share of people with the condition who have the feature, by feature id.
        published: Features whose share was read in a published text; all others are estimates.
        needs_yes: Distinguishing: all of these answered yes.
        needs_no: Distinguishing: all of these answered no.
        needs_places: Distinguishing: one of these pointed at.
        needs_choice: Distinguishing: each of these questions answered with this choice.
        multipliers: Of the prior, by group: ``female``, ``male``, ``under_18``, ``from_45``, ``below_34``.
    """

    id: str
    named: bool
    rare: bool
    tendon: bool
    prior: float
    prior_under_18: float | None = None
    grade: Grade
    sources: tuple[str, ...]
    shares: Mapping[str, float]
    published: tuple[str, ...] = ()
    needs_yes: tuple[str, ...] = ()
    needs_no: tuple[str, ...] = ()
    needs_places: tuple[str, ...] = ()
    needs_choice: tuple[tuple[str, str], ...] = ()
    multipliers: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What an open question would tell.

    Attributes:
        bits: By how much it is expected to lessen the doubt over all conditions.
        names: The rare pattern that a yes would put first, its own sign; else empty.
    """

    key: str
    bits: float
    names: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PatternTable:
    """All conditions and features; one table is itself and no other, so that work on it can be kept."""

    features: tuple[PatternFeature, ...]
    conditions: tuple[PatternCondition, ...]
    reviewed_by: str
