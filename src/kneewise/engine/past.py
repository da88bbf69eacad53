"""What the fold asks about a day."""

from datetime import date, datetime
from typing import Protocol

from kneewise.model.findings import Profile, SafetyFinding
from kneewise.model.observations import Irritability
from kneewise.model.places import Side


class CalmPast(Protocol):
    """What the end of Calm asks about a day."""

    def green(self, on: date, side: Side) -> int:
        """Give the green line of a knee by a day's answers."""

    def walking_only(self, on: date) -> bool:
        """Whether a limp or the pain before a run left walking only on a day."""


class Past(CalmPast, Protocol):
    """What the fold asks about a day."""

    def safety(self, on: date) -> SafetyFinding:
        """Give the red flags of a day."""

    def safety_at(self, on: date, moment: datetime) -> SafetyFinding:
        """Give the red flags of a day by what was told up to an instant of it."""

    def profile(self, on: date) -> Profile:
        """Give a day's profile."""

    def has_band(self, on: date) -> bool:
        """Whether a day's answers fit the outer band best."""

    def irritability(self, on: date) -> Irritability:
        """Give what a Calm that begins on a day goes by."""
