"""The middle of a few figures."""

from collections.abc import Iterable


def median(figures: Iterable[float]) -> float | None:
    """Find the middle figure; ``None`` of nothing."""
    ordered = sorted(figures)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
