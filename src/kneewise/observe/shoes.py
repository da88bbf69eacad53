"""How far each pair has gone, and which is new."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from kneewise.model.activity import Activity
from kneewise.model.diary import ShoeRecord
from kneewise.model.observations import NewShoe


class PairsOfShoes:
    """Kilometres and first days of each pair, summed once for any number of sessions."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        metres: dict[str, float] = {}
        self._days: dict[str, list[date]] = {}
        self._metres = [metres]
        for run in activities:
            if run.is_run and run.shoe:
                metres = {**metres, run.shoe: metres.get(run.shoe, 0.0) + (run.measured.distance_m or 0.0)}
                self._days.setdefault(run.shoe, []).append(run.on)
            self._metres.append(metres)

    def kilometres(self, sessions: int, shoes: Sequence[ShoeRecord]) -> dict[str, float]:
        """Sum the kilometres of each pair: those told and those of the first so many sessions."""
        run_m = self._metres[sessions]
        told_m = {shoe.name: shoe.distance_before_m for shoe in shoes}
        names = sorted({*run_m, *told_m})
        return {name: (run_m.get(name, 0.0) + told_m.get(name, 0.0)) / 1000 for name in names}

    def first_used(self, on: date, shoes: Sequence[ShoeRecord]) -> tuple[NewShoe, ...]:
        """List when each pair was new, up to a day; the first pair has nothing to be new against.

        Nor was one new that had run elsewhere before, as was told.
        """
        old = {shoe.name for shoe in shoes if shoe.distance_before_m > 0}
        first = sorted((days[0], name) for name, days in self._days.items() if days[0] <= on)
        return tuple(NewShoe(on=day, name=name) for day, name in first[1:] if name not in old)

    def last_used(self, on: date) -> dict[str, date]:
        """Give the last day, up to one, on which each pair was run in."""
        used = {name: bisect_right(days, on) for name, days in sorted(self._days.items())}
        return {name: self._days[name][count - 1] for name, count in used.items() if count}
