"""How the nights were."""

from collections.abc import Iterable
from datetime import date

from kneewise.model.diary import Score, Sleep


def quality_by_morning(sleeps: Iterable[Sleep]) -> dict[date, Score]:
    """Give the quality of the night that ended on each day; the last said of one night counts."""
    told = sorted(sleeps, key=lambda night: (night.at, night.record_id))
    return {night.on: night.quality_0_10 for night in told if night.quality_0_10 is not None}
