"""Whether a knee has got better since the first week (rules 5, "not getting better")."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from statistics import median_high, median_low

from kneewise.engine.caps import ONE_DAY, WEEK
from kneewise.engine.frame import Frame
from kneewise.engine.numbers import Numbers
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.places import Side


def is_no_better(side: Side, frame: Frame) -> bool:
    """Whether, weeks after the start, the pain of this week is little less than that of the first.

    It is measured by the worst pain during a run and by the middle of the mornings; both must be less, as far
    as they are known. What is not known is not better.
    """
    seen, numbers = frame.seen, frame.numbers
    start = max(seen.started_on or seen.on, seen.sore_since.get(side, date.min))
    if (seen.on - start).days < numbers.better_after_days.value:
        return False
    own = [entry for entry in seen.entries if entry.side is side]
    # Of two middle mornings the one that makes the knee look less better.
    first = _pain(own, start, start + WEEK, median_low)
    last = _pain(own, seen.on - WEEK + ONE_DAY, seen.on + ONE_DAY, median_high)
    known = [(was, now) for was, now in zip(first, last, strict=True) if was is not None and now is not None]
    return not known or not all(_is_less(was, now, numbers) for was, now in known)


def _is_less(was: float, now: float, numbers: Numbers) -> bool:
    """Less by enough points or by enough of what it was; no pain left is enough."""
    less = was - now
    share = was * numbers.better_percent.value / 100
    return not now or less >= numbers.better_points.value or 0 < share <= less


def _pain(
    entries: Sequence[DiaryEntry], opens: date, closes: date, middle: Callable[[list[int]], int]
) -> tuple[int | None, int | None]:
    """The worst pain during a run, and the middle of the mornings, of the half-open span of days."""
    span = [entry for entry in entries if opens <= entry.on < closes]
    during = _known(entry.during for entry in span if entry.walked_min is None)
    mornings = _known(entry.morning for entry in span if not entry.about_run)
    return max(during, default=None), middle(mornings) if mornings else None


def _known(scores: Iterable[TimedScore | None]) -> list[int]:
    return [score.value for score in scores if score is not None and score.value is not None]
