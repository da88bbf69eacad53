"""The middle of a few figures."""

import statistics
from collections.abc import Iterable


def median(figures: Iterable[float]) -> float | None:
    """Find the middle figure; ``None`` of nothing."""
    known = list(figures)
    return statistics.median(known) if known else None
