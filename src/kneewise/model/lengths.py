"""The lengths in which distances are said, each once."""

from typing import Final

KILOMETRE_M: Final = 1000.0
MILE_M: Final = 1609.344


def unit_m(*, miles: bool) -> float:
    """Give the metres of the runner's unit."""
    return MILE_M if miles else KILOMETRE_M
