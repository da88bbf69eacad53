"""Times at which nothing was written: a clock that jumped, a pause that nobody marked, or a gap."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kneewise.model.doubt import Done, DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import TRAVELS
from kneewise.observe.doubts.standing import standing_gaps
from kneewise.observe.doubts.stretches import Found, Span, doubt_on
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import united, unpaused_s


def doubt_times(recording: Recording, numbers: Numbers) -> Found:
    """Doubt the times between points that lie too far apart; none of them is counted as running.

    A pool's watch writes a point a length, and what is not known of "other" may be as sparse.
    """
    if recording.sport not in TRAVELS:
        return recording, ()
    lasts_s = np.diff(unpaused_s(recording))
    long = np.flatnonzero(lasts_s > numbers.longest_gap.value).tolist()
    standing = standing_gaps(recording, lasts_s, numbers)
    if not long and not standing:
        return recording, ()
    jumps = [at for at in long if _jumped(recording, float(lasts_s[at]), numbers)]
    kinds: dict[DoubtCode, list[Span]] = {}
    for at in sorted((*long, *standing)):
        stood = at in standing or _metres_over(recording, at) <= numbers.standing_way.value
        code = DoubtCode.UNMARKED_PAUSE if stood else DoubtCode.GAP
        code = DoubtCode.TIME_JUMP if at in jumps else code
        kinds.setdefault(code, []).extend(_unmarked(recording, at))
    doubts = tuple(doubt_on(recording, code, Done.LEFT_OUT, spans) for code, spans in kinds.items())
    paused = _with_pauses(recording, kinds.get(DoubtCode.UNMARKED_PAUSE, ()))
    return _without(paused, sum(float(lasts_s[at]) for at in jumps)), doubts


def _with_pauses(recording: Recording, spans: Sequence[Span]) -> Recording:
    """Mark pauses that the file did not mark."""
    return replace(recording, pauses=united((*recording.pauses, *spans)))


def _unmarked(recording: Recording, at: int) -> list[Span]:
    """List what the watch's own pauses leave of the time from one point to the next."""
    from_s, to_s = float(recording.time_s[at]), float(recording.time_s[at + 1])
    inner = (min(max(end_s, from_s), to_s) for pause in united(recording.pauses) for end_s in pause)
    ends_s = [from_s, *inner, to_s]
    return [(start, end) for start, end in zip(ends_s[::2], ends_s[1::2], strict=True) if start < end]


def _jumped(recording: Recording, gap_s: float, numbers: Numbers) -> bool:
    """Whether the clock itself moved on: longer than any rest, or longer than the file says it all took."""
    if gap_s >= numbers.time_jump.value:
        return True
    beyond_s = float(recording.time_s[-1]) - recording.elapsed_s
    return numbers.longest_gap.value < beyond_s and gap_s >= beyond_s - numbers.longest_gap.value


def _without(recording: Recording, jumped_s: float) -> Recording:
    """Take jumps out of a length that was taken from the points."""
    if not jumped_s or recording.elapsed_s < recording.time_s[-1]:
        return recording
    return replace(recording, elapsed_s=recording.elapsed_s - jumped_s)


def _metres_over(recording: Recording, at: int) -> float:
    """Measure how far the session went on between two points; as far as known."""
    distance_m = recording.columns.get("distance_m")
    if distance_m is None:
        return 0.0
    before, behind = _known(distance_m[: at + 1]), _known(distance_m[at + 1 :])
    return float(behind[0] - before[-1]) if before.size and behind.size else 0.0


def _known(column: Column) -> Column:
    return column[np.isfinite(column)]
