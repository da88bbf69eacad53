"""Both ledgers of a history, by session and by days."""

from collections.abc import Sequence
from datetime import date, timedelta

from kneewise.model.activity import Activity
from kneewise.model.diary import History
from kneewise.model.ledger import Aerobic, Impact, Load, Own
from kneewise.observe.aerobic import measure_aerobic
from kneewise.observe.impact import measure_impact
from kneewise.observe.numbers import Numbers
from kneewise.observe.own import mass_ratio, measure_own


class Ledgers:
    """A history's own usual, taken once, and every session counted against it.

    Attributes:
        own: ``None`` while there is no run to take it from; nothing is counted then.
    """

    def __init__(self, history: History, numbers: Numbers) -> None:
        self.own: Own | None = measure_own(history, numbers)
        self._masses = history.masses
        self._activities = [one for one in history.activities if not one.clock_wrong]
        self._numbers = numbers

    def mass_ratio(self, on: date) -> float | None:
        """Compare the mass of a day with the first that was told."""
        return None if self.own is None else mass_ratio(self._masses, on, self.own)

    def impact(self, session: Activity) -> Impact | None:
        """Count what the knees had to take."""
        if self.own is None:
            return None
        return measure_impact(session, self.own, self._numbers, mass_ratio=self.mass_ratio(session.on))

    def aerobic(self, session: Activity) -> Aerobic | None:
        """Count what the heart had to do."""
        return None if self.own is None else measure_aerobic(session, self.own, self._numbers)

    def weeks(self, on: date, count: int) -> tuple[Load, ...]:
        """Sum up as many spans of seven days, the one that ends on a day first."""
        ends = (on - timedelta(weeks=back) for back in range(count))
        return tuple(self._load(end - timedelta(days=6), end) for end in ends)

    def _load(self, since: date, on: date) -> Load:
        sessions = [one for one in self._activities if since <= one.on <= on]
        impacts = [found for found in map(self.impact, sessions) if found is not None]
        efforts = [found for found in map(self.aerobic, sessions) if found is not None]
        return Load(
            since=since,
            on=on,
            sessions=len(sessions),
            running_min=sum(one.running_min or 0.0 for one in sessions if one.is_run),
            impact_min=sum(one.usual_min for one in impacts),
            impact_low_min=sum(one.low_min for one in impacts),
            impact_high_min=sum(one.high_min for one in impacts),
            aerobic_easy_min=sum(one.easy_min for one in efforts),
            unknown_sessions=self._unknown(sessions),
        )

    def _unknown(self, sessions: Sequence[Activity]) -> int:
        return sum(
            self.aerobic(one) is None and (not one.is_run or self.impact(one) is None) for one in sessions
        )
