"""Two reds in a fortnight beside a point of the bone rule stop running until a clearance (rules 4)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from kneewise.engine.caps import ONE_DAY
from kneewise.engine.knee import Knee
from kneewise.engine.numbers import Numbers
from kneewise.engine.past import Past
from kneewise.model.observations import Observations


class BonePause:
    """Looks for the points on the days that can bring one.

    Attributes:
        telling: Days on which red flags may change: something was told, or files show more running.
    """

    def __init__(self, seen: Observations, past: Past, numbers: Numbers) -> None:
        told = {one.on for one in seen.answer_sets} | {one.counts_from for one in seen.clearances}
        self.telling = frozenset({seen.on, *told, *seen.more_running_days})
        self._cleared = [one for one in seen.clearances if one.may_run]
        self._past = past
        self._span = timedelta(days=numbers.red_pause_days.value)

    def lets_run(self, knees: Iterable[Knee], on: date) -> bool:
        """Whether running was in the plan that day: no flag, no question and neither pause was against it."""
        return self._past.safety(on).may_run and not self.holds(knees, on)

    def let_run_that_morning(self, knees: Iterable[Knee], on: date) -> bool:
        """The same of a day that is over, as it began: a pause that its own run brought came after it."""
        knees = [replace(knee, pauses=tuple(day for day in knee.pauses if day < on)) for knee in knees]
        return self.lets_run(knees, on)

    def holds(self, knees: Iterable[Knee], on: date, *, by: datetime | None = None) -> bool:
        """Whether two reds met a point of the bone rule, and no clearance came after them.

        Args:
            knees: As they stand.
            on: The day.
            by: A clearance that is entered later than this instant is not heard.
        """
        pauses = {paused_on for knee in knees for paused_on in knee.pauses if paused_on <= on}
        heard = (one for one in self._cleared if by is None or one.at <= by)
        known = [one for one in heard if one.counts_from <= on]
        open_ = [day for day in pauses if not any(day < one.on for one in known)]
        return any(self._met_points(paused_on, on) for paused_on in sorted(open_))

    def ended(self, knees: Iterable[Knee], on: date) -> bool:
        """Whether the pause held the day before and does no more."""
        return self.holds(knees, on - ONE_DAY) and not self.holds(knees, on)

    def _met_points(self, paused_on: date, on: date) -> bool:
        """Whether there was a point of the bone rule on the day of the second red, or while its pause lasted.

        Running again for weeks brings a point by itself, and is none of those. What was not known then counts
        until it is known that there is none.
        """
        until = min(on, paused_on + self._span)
        days = {paused_on, until, *(day for day in self.telling if paused_on < day < until)}
        then = [self._past.safety(day).bone_points for day in sorted(days)]
        not_known = then[-1] is None and self._past.safety(on).bone_points != 0
        return not_known or any((points or 0) > 0 for points in then)
