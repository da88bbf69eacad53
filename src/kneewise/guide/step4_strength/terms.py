"""What the exercises of one day are judged by."""

from dataclasses import dataclass

from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.model.findings import Profile
from kneewise.model.runner import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an exercise is judged by on one day.

    Attributes:
        unknown_row: So many sessions in a row that nobody knows enough of break what was earned.
        neutral_row: So many neutral ones in a row count as amber.
    """

    profile: Profile
    settings: Settings
    numbers: Numbers
    unknown_row: float
    neutral_row: float
