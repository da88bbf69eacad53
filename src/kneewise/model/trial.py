"""A test of one runner: two ways to run, in an order drawn by lot, and how each run was."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kneewise.model.answers import Unknown


class TrialKind(StrEnum):
    """What is tried."""

    CADENCE = "cadence"
    SHOE = "shoe"


class Way(StrEnum):
    """One of the two ways: steps as they come or inside the band, the first pair of shoes or the second."""

    A = "a"
    B = "b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A test that was begun on ``on``: its order follows from ``seed`` alone.

    Attributes:
        first: Of shoes the pair of way ``a``, ``second`` that of ``b``; empty for steps.
        pairs: Of runs, one each way in an order of its own.
        ended_on: The day on which it was stopped before its end; ``None`` where it was not.
    """

    record_id: str
    at: datetime
    on: date
    trial: TrialKind
    first: str = ""
    second: str = ""
    seed: str
    pairs: int
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A run of a test, made on ``on``; which way it was to be is kept, so that nothing later changes it.

    Attributes:
        of_trial: The record of the test.
        place: In its order, the first is 1.
        as_told: Whether it was run that way; ``None`` is not said.
    """

    record_id: str
    at: datetime
    on: date
    of_trial: str
    place: int
    way: Way
    as_told: bool | Unknown | None = None
