"""Stretches of points, and the doubts that lie on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.recording import Column, Recording

Mask = NDArray[np.bool_]
Span = tuple[float, float]
Found = tuple[Recording, tuple[Doubt, ...]]
"""What a check leaves of a recording, and what it doubts."""


def stretches(mask: Mask) -> NDArray[np.intp]:
    """Find each row of neighbouring points that are on: first and one behind the last, shape ``(k, 2)``."""
    edges = np.flatnonzero(mask[1:] != mask[:-1]) + 1
    ends = np.concatenate(([0] if mask[0] else [], edges, [len(mask)] if mask[-1] else []))
    return ends.astype(np.intp).reshape(-1, 2)


def spans_of(mask: Mask, time_s: Column, *, at_least_s: float = 0.0) -> tuple[Span, ...]:
    """List the half-open seconds of the points that are on; each lasts up to the next point."""
    if not mask.any():
        return ()
    last = len(time_s) - 1
    ends = ((float(time_s[a]), float(time_s[min(b, last)])) for a, b in stretches(mask))
    return tuple((start, end) for start, end in ends if end - start >= at_least_s)


def within(spans: Iterable[Span], time_s: Column) -> Mask:
    """Say which points lie in half-open spans, shape ``(n,)``."""
    on = np.zeros(len(time_s), bool)
    for start, end in spans:
        first, behind = np.searchsorted(time_s, (start, end))
        on[first:behind] = True
    return on


def doubt_on(
    recording: Recording,
    code: DoubtCode,
    done: Done,
    spans_s: Sequence[Span],
    *,
    facts: Mapping[str, float] | None = None,
) -> Doubt:
    """Make a doubt of the spans that it lies on."""
    whole_s = max(recording.timer_s or recording.elapsed_s, 1.0)
    doubted_s = sum(end - start for start, end in spans_s)
    return Doubt(
        code=code,
        done=done,
        spans_s=tuple((round(start, 3), round(end, 3)) for start, end in spans_s),
        share=round(min(doubted_s / whole_s, 1.0), 4),
        facts=facts or {},
    )


def with_columns(recording: Recording, **columns: Column) -> Recording:
    """Put other values into columns."""
    return replace(recording, columns={**recording.columns, **columns})
