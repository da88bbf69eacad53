"""Tell whether two recordings are of one session, and put together what they say of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kneewise.model.activity import Activity
from kneewise.model.sport import Sport
from kneewise.store.activities import Kept

NEAR = timedelta(minutes=2)
"""How far the starts of two recordings of one session may lie apart."""

OVERLAP = 0.8
"""The share of the shorter one that both must cover; of the longer one, where they name different sports."""


def same_as(activity: Activity, near: Sequence[Kept]) -> Kept | None:
    """Find the stored activity that this is another recording of; the nearest of its sport."""
    same = (kept for kept in near if _is_same(activity, kept.activity))
    return min(same, key=lambda kept: _distance(activity, kept.activity), default=None)


def _is_same(one: Activity, other: Activity) -> bool:
    if one.activity_id == other.activity_id:
        return True
    if abs(one.start - other.start) > NEAR:
        return False
    # A run within a ride is no recording of the ride; one session under two names lasts as long under both.
    compared = min if one.sport is other.sport else max
    both_s = (min(one.end, other.end) - max(one.start, other.start)).total_seconds()
    return both_s >= OVERLAP * compared(one.measured.elapsed_s, other.measured.elapsed_s)


def _distance(one: Activity, other: Activity) -> tuple[bool, timedelta, str]:
    return one.sport is not other.sport, abs(one.start - other.start), other.activity_id


def best_of(new: Activity, known: Kept, *, wins: bool) -> Activity:
    """Take the better reading, under the name it is known by, with what only the other one says."""
    better, other = (new, known.activity) if wins else (known.activity, new)
    return replace(
        better,
        activity_id=known.activity.activity_id,
        sport=other.sport if better.sport is Sport.OTHER else better.sport,
        sub_sport=better.sub_sport or other.sub_sport,
        name=better.name or other.name,
        shoe=better.shoe or other.shoe,
        description=better.description or other.description,
        exertion_0_10=other.exertion_0_10 if better.exertion_0_10 is None else better.exertion_0_10,
    )
