"""How long each point speaks for, and what follows from it: medians by time, speed over a few seconds."""

from collections.abc import Iterable, Sequence
from math import ceil

import numpy as np

from kneewise.model.recording import Column, Recording
from kneewise.model.sport import ON_FOOT, Sport
from kneewise.observe.numbers import Numbers


def time_weights_s(recording: Recording, numbers: Numbers) -> Column:
    """Give the seconds that each point speaks for: up to the next one, pauses and long gaps left out.

    Returns:
        Shape ``(n,)``; the last point ends the recording and speaks for no time.
    """
    lasts_s = np.diff(unpaused_s(recording), append=np.nan)
    # Within a pause the standing clock rounds to a hair before or behind itself.
    return np.where(lasts_s <= numbers.longest_gap.value, lasts_s.clip(min=0.0), 0.0)


def unpaused_s(recording: Recording) -> Column:
    """Give the time of each point on a clock that stands in pauses, shape ``(n,)``."""
    time_s = recording.time_s
    stood_s = np.zeros_like(time_s)
    for from_s, to_s in united(recording.pauses):
        stood_s += np.clip(time_s, from_s, to_s) - from_s
    return time_s - stood_s


def united(spans: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Give the same time as spans in order of which no two overlap."""
    joined: list[tuple[float, float]] = []
    for from_s, to_s in sorted(spans):
        if joined and from_s <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], to_s))
        else:
            joined.append((from_s, to_s))
    return tuple(joined)


def median_by_time(column: Column, weight_s: Column) -> float | None:
    """Find the value below which half of the known time lies; ``None`` where no time is known."""
    values, lasts_s = _counted(column, weight_s)
    if not values.size:
        return None
    if _alike(lasts_s):
        low, high = (len(values) - 1) // 2, len(values) // 2
        parted = np.partition(values, high)
        # Below an even middle lies the greatest of what is not above it.
        below = parted[:high].max() if low < high else parted[high]
        return float(below + parted[high]) / 2
    order = np.argsort(values, kind="stable")
    ordered, reached_s = values[order], np.cumsum(lasts_s[order])
    half_s = reached_s[-1] / 2
    low, high = np.searchsorted(reached_s, half_s, "left"), np.searchsorted(reached_s, half_s, "right")
    return float((ordered[low] + ordered[min(high, len(ordered) - 1)]) / 2)


def quantiles_by_time(column: Column, weight_s: Column, shares: Sequence[float]) -> tuple[float, ...]:
    """Find the values at which so much of the known time is reached; none where no time is known."""
    values, lasts_s = _counted(column, weight_s)
    if not values.size:
        return ()
    if _alike(lasts_s):
        at = [min(max(ceil(share * len(values)) - 1, 0), len(values) - 1) for share in shares]
        return tuple(np.sort(values)[at].tolist())
    order = np.argsort(values, kind="stable")
    reached_s = np.cumsum(lasts_s[order])
    at = np.searchsorted(reached_s, reached_s[-1] * np.array(shares)).clip(max=len(values) - 1).tolist()
    return tuple(values[order][at].tolist())


def _counted(column: Column, weight_s: Column) -> tuple[Column, Column]:
    counted = np.isfinite(column) & (weight_s > 0)
    return column[counted], weight_s[counted]


def _alike(lasts_s: Column) -> bool:
    """Whether every value speaks for the same time: then nothing has to be sorted whole."""
    return bool(lasts_s.min() == lasts_s.max())


def smoothed_speed_m_s(recording: Recording, numbers: Numbers) -> Column:
    """Give the watch's own speed, and where it has none the way covered in the seconds around a point.

    Where a pause leaves a hair of time to a way, that is a speed that nobody has, and none is known.
    """
    own = recording.columns.get("speed_m_s")
    if own is not None and np.isfinite(own).all():
        return own
    derived = _way_over_time(recording, numbers)
    return derived if own is None else np.where(np.isnan(own), derived, own)


def _way_over_time(recording: Recording, numbers: Numbers) -> Column:
    clock_s = unpaused_s(recording)
    distance_m = recording.columns.get("distance_m")
    if distance_m is None or np.isfinite(distance_m).sum() <= 1:
        return np.full(len(clock_s), np.nan)
    known = np.isfinite(distance_m)
    half_s = numbers.smoothing.value / 2
    first_s, last_s = clock_s[known][0], clock_s[known][-1]
    from_s, to_s = np.clip(clock_s - half_s, first_s, last_s), np.clip(clock_s + half_s, first_s, last_s)
    way_m = np.interp(to_s, clock_s[known], distance_m[known]) - np.interp(
        from_s, clock_s[known], distance_m[known]
    )
    lasts_s = to_s - from_s
    speed: Column = np.divide(way_m, lasts_s, out=np.full(len(clock_s), np.nan), where=lasts_s > 0)
    limit = fastest_m_s(recording.sport, numbers)
    return speed if limit is None else np.where(speed > limit, np.nan, speed)


def fastest_m_s(sport: Sport, numbers: Numbers) -> float | None:
    """Give the speed that nobody goes beyond in a sport; ``None`` where that is not known."""
    if sport in ON_FOOT:
        return numbers.fastest_on_foot.value
    return numbers.fastest_ride.value if sport is Sport.CYCLING else None


def known_span(column: Column) -> float | None:
    """Give the last known value above the first; ``None`` with fewer than two."""
    known = column[np.isfinite(column)]
    return float(known[-1] - known[0]) if len(known) > 1 else None
