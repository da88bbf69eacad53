"""How sore a knee usually is in the morning, before a run or on a rest day (rules, section 1)."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from statistics import median

from kneewise.observe.numbers import Numbers
from kneewise.observe.said import Said


class UsualMorning:
    """The usual morning score of one knee: the last seven, and the longer memory of eight weeks.

    A morning that was asked and not known counts as none: it can make the usual morning lower and never
    higher, so that not knowing never loosens anything. The morning that the first screening asks for is the
    usual one of its own day, where none was known before.
    """

    def __init__(self, mornings: Mapping[date, Said], numbers: Numbers, started_on: date | None) -> None:
        self._started_on = started_on
        self._days = list(mornings)
        self._said = list(mornings.values())
        self._memory = timedelta(weeks=numbers.usual_morning_weeks.value)
        self._span = int(numbers.usual_morning_count.value)
        self._medians = [self._median(index + 1) for index in range(len(self._days))]

    def before(self, on: date, start: datetime | None, *, about_run: bool) -> int | None:
        """Find the usual morning before a run (its own day's morning included) or a rest day."""
        count = bisect_left(self._days, on)
        if self._counts_own(count, on, start) if about_run else self._is_first(count, on):
            count += 1
        if count == 0:
            return None
        first = bisect_left(self._days, on - self._memory)
        return min([self._medians[count - 1], *self._medians[max(first, self._span - 1) : count]])

    def _counts_own(self, before: int, on: date, start: datetime | None) -> bool:
        """Whether the day of a run has a morning, given before the run."""
        has_one = before < len(self._days) and self._days[before] == on
        return has_one and (start is None or self._said[before].at < start)

    def _is_first(self, before: int, on: date) -> bool:
        """Whether it is the morning that the first screening asks for, with none before it."""
        return before == 0 and on == self._started_on and on in self._days[:1]

    def _median(self, count: int) -> int:
        """Find the middle of the last mornings, rounded down."""
        return int(median(said.value or 0 for said in self._said[max(0, count - self._span) : count]))
