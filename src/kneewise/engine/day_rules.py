"""Which rule keeps a run off a day: what the knee needs, the days of a week, the days between two runs."""

from dataclasses import dataclass
from datetime import date

from kneewise.engine.build import is_too_close, may_run_on_neighbours
from kneewise.engine.frame import Frame, week_before
from kneewise.engine.knee import Knee, is_resting
from kneewise.model.evidence import Grade, Reason, because, because_row


@dataclass(slots=True, kw_only=True)
class Taken:
    """Days that hold a run, or what stands for one, while a week is filled.

    Attributes:
        runs: Days with a run, a game, or something planned in a run's place.
        swaps: Days with bike or pool in a run's place, done or planned.
        most_swaps: So many of them count in a week.
        games: Days with a game and no run: they space runs, and are none of the week's running days.
    """

    runs: set[date]
    swaps: set[date]
    most_swaps: int
    games: frozenset[date] = frozenset()

    def of_week(self, on: date) -> int:
        """Count the running days of the seven that end with a day, itself left out."""
        swaps = week_before(self.swaps - self.runs, on)
        return len(week_before(self.runs - self.games, on)) + min(len(swaps), self.most_swaps)


def plain_reason(rule: str) -> Reason:
    """Make a reason that rests on no number of its own."""
    return Reason(rule=rule, grade=Grade.D, sources=("kneewise-design",))


def rule_against(on: date, knees: tuple[Knee, ...], frame: Frame, taken: Taken) -> Reason | None:
    """Name the first rule that keeps a run off a day; ``None`` where none does."""
    numbers = frame.numbers
    if on in frame.ill_days:
        return because_row("move.ill", numbers.gap_days)
    if any(knee.paused_until is not None and on <= knee.paused_until for knee in knees):
        return because("move.pause", numbers.red_pause_days)
    if any(is_resting(knee, on, numbers) for knee in knees):
        return because("move.after_bad", numbers.rest_days_after_bad)
    neighbours = all(may_run_on_neighbours(knee, frame) for knee in knees)
    if is_too_close(on, week_before(taken.runs, on), numbers, neighbours=neighbours):
        return because("move.rest_days", numbers.rest_days)
    days = max(1, min(knee.days for knee in knees))
    if taken.of_week(on) >= days:
        return because("move.week_days", numbers.ladder_days, seen=days)
    return None
