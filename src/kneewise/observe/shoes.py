"""How far each pair has gone, and which is new."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from kneewise.model.activity import Activity
from kneewise.model.diary import ShoeRecord


class PairsOfShoes:
    """Kilometres and first days of each pair, summed once for any number of sessions."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        metres: dict[str, float] = {}
        first: dict[str, date] = {}
        self._days: dict[str, list[date]] = {}
        self._metres = [metres]
        self._newest: list[tuple[str, date] | None] = [None]
        for run in activities:
            if run.is_run and run.shoe:
                metres = {**metres, run.shoe: metres.get(run.shoe, 0.0) + (run.measured.distance_m or 0.0)}
                first.setdefault(run.shoe, run.on)
                self._days.setdefault(run.shoe, []).append(run.on)
            self._metres.append(metres)
            # A first pair of shoes has nothing to be new against.
            several = len(first) > 1
            self._newest.append(max(first.items(), key=_by_first_day) if several else None)

    def kilometres(self, sessions: int, shoes: Sequence[ShoeRecord]) -> dict[str, float]:
        """Sum the kilometres of each pair: those told and those of the first so many sessions."""
        run_m = self._metres[sessions]
        told_m = {shoe.name: shoe.distance_before_m for shoe in shoes}
        names = sorted({*run_m, *told_m})
        return {name: (run_m.get(name, 0.0) + told_m.get(name, 0.0)) / 1000 for name in names}

    def newest(self, sessions: int) -> tuple[str, date] | None:
        """Find the pair that was first used last, where there is more than one to compare."""
        return self._newest[sessions]

    def first_used(self, on: date) -> tuple[date, ...]:
        """List the days up to one on which a pair was new; the first pair has nothing to be new against."""
        return tuple(sorted(days[0] for days in self._days.values() if days[0] <= on)[1:])

    def last_used(self, on: date) -> dict[str, date]:
        """Give the last day, up to one, on which each pair was run in."""
        used = {name: bisect_right(days, on) for name, days in sorted(self._days.items())}
        return {name: self._days[name][count - 1] for name, count in used.items() if count}


def _by_first_day(pair: tuple[str, date]) -> tuple[date, str]:
    return pair[1], pair[0]
