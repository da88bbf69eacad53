"""Who the runner is, and what the runner chose."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def weekdays_named(told: object) -> tuple[int, ...]:
    """Give the weekdays that a list of names tells, 0 for Monday; none where nothing was told."""
    return tuple(number for number, name in enumerate(WEEKDAYS) if isinstance(told, tuple) and name in told)


class LoadChoice(StrEnum):
    """How the calm weeks are made lighter: shorter runs, or some runs swapped for bike or pool."""

    CUT = "cut"
    SWAP = "swap"


class GrowthPace(StrEnum):
    """The weekly cap: the guide's, or the one the runner may choose with both reasons shown."""

    GUIDE = "guide"
    EVIDENCE = "evidence"


class Theme(StrEnum):
    """How the page is lit: as the system is, or always one way."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The runner's own choices.

    Attributes:
        home_zone: IANA name of the zone that days are counted in.
        country: ISO code; ``""`` means no emergency number is known.
        body_mass_kg: For the impact ledger alone, against earlier masses; ``None``: not known.
        running_days: Weekdays the runner can run on, Monday is 0.
        goal_week_min: The week to be back at; ``None`` for the usual one.
        race_on: The day of a race, which is the goal until it is over; ``race_min`` or ``race_km`` is its
            length.
        has_bands: For exercises, as ``has_weights`` and ``has_gym``; a gym has the other two.
    """

    home_zone: str = "UTC"
    country: str = ""
    language: str = "en"
    theme: Theme = Theme.SYSTEM
    miles: bool = False
    running_days: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    load_choice: LoadChoice = LoadChoice.CUT
    growth_pace: GrowthPace = GrowthPace.GUIDE
    has_bike: bool = False
    has_pool: bool = False
    has_bands: bool = False
    has_weights: bool = False
    has_gym: bool = False
    goal_week_min: float | None = None
    race_on: date | None = None
    race_min: float | None = None
    race_km: float | None = None
    body_mass_kg: float | None = None

    @property
    def swaps_runs(self) -> bool:
        """Whether runs of a calm week are to go to bike or pool, and there is one."""
        return self.load_choice is LoadChoice.SWAP and (self.has_bike or self.has_pool)
