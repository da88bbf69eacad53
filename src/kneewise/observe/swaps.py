"""What runs that are swapped for bike or pool have to make up for, by the runner's own aerobic ledger."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from kneewise.model.activity import Activity
from kneewise.model.diary import History
from kneewise.model.ledger import Basis, Own
from kneewise.model.observations import AerobicBase
from kneewise.model.sport import Sport
from kneewise.observe.aerobic import measure_aerobic
from kneewise.observe.load import usual_runs, weeks_of
from kneewise.observe.middle import median
from kneewise.observe.numbers import Numbers
from kneewise.observe.own import measure_own

RIDES: Final = Sport.CYCLING
SWIMS: Final = Sport.SWIMMING


class Swaps:
    """The usual week, measured once, and the rides and swims up to any day."""

    def __init__(self, history: History, start: date, numbers: Numbers, *, ill: Iterable[date]) -> None:
        self._least = int(numbers.swap_least_sessions.value)
        self._base: AerobicBase | None = None
        self._days: dict[Sport, list[date]] = {RIDES: [], SWIMS: []}
        self._rates: dict[Sport, list[float]] = {RIDES: [], SWIMS: []}
        own = measure_own(history, numbers) if history.settings.swaps_runs else None
        if own is not None:
            told = (one for one in history.activities if not one.clock_wrong)
            sessions = sorted(told, key=lambda one: (one.start, one.activity_id))
            runs = [run for run, _ in usual_runs(sessions, start, numbers, ill)]
            self._base = _base(runs, own, start, numbers)
            self._count(sessions, own, numbers)

    def _count(self, activities: Sequence[Activity], own: Own, numbers: Numbers) -> None:
        for session in activities:
            found = measure_aerobic(session, own, numbers) if session.sport in self._rates else None
            if found is not None and found.basis is Basis.HEART_RATE and session.load_min:
                self._days[session.sport].append(session.on)
                self._rates[session.sport].append(found.easy_min / session.load_min)

    def until(self, on: date) -> AerobicBase | None:
        """Look at it on one day; a ride made later counts no sooner."""
        if self._base is None:
            return None
        return replace(
            self._base, ride_easy_per_min=self._rate(RIDES, on), swim_easy_per_min=self._rate(SWIMS, on)
        )

    def _rate(self, sport: Sport, on: date) -> float | None:
        rates = self._rates[sport][: bisect_right(self._days[sport], on)]
        return median(rates) if len(rates) >= self._least else None


def _base(runs: Sequence[Activity], own: Own, start: date, numbers: Numbers) -> AerobicBase | None:
    counted = [(run, measure_aerobic(run, own, numbers)) for run in runs if run.running_min]
    known = [(run.running_min or 0.0, found) for run, found in counted if found is not None]
    if not known:
        return None
    easy_min = sum(found.easy_min for _, found in known)
    return AerobicBase(
        week_easy_min=easy_min / len(weeks_of((run.on for run, _ in counted), start)),
        easy_per_min=easy_min / sum(minutes for minutes, _ in known),
        basis=Counter(found.basis for _, found in known).most_common(1)[0][0],
    )
