"""Runs of the week that go to bike or pool: how many, and how long each has to be."""

from dataclasses import dataclass
from math import ceil

from kneewise.guide.step2_load.numbers import Numbers
from kneewise.model.evidence import Reason, because
from kneewise.model.ledger import Basis
from kneewise.model.observations import AerobicBase, Baseline, Irritability, Observations

ROOM = "step2_load"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """What of the week is swapped: so many runs, each for so many minutes, and why so long."""

    runs: int
    minutes: float
    because: tuple[Reason, ...]


def swap_for(seen: Observations, usual: Baseline | None, share: float, numbers: Numbers) -> Swap | None:
    """Choose what is swapped, where the runner prefers that and the knee allows it.

    Args:
        seen: The day.
        usual: The usual running.
        share: What the cut leaves of the usual week, 0-1.
        numbers: Of this room.
    """
    sore = seen.irritability is Irritability.HIGH
    if not seen.settings.swaps_runs or sore or usual is None or usual.run_min <= 0:
        return None
    least, most = (int(each) for each in numbers.swap_runs.values)
    wanted = ceil(usual.week_min * (1 - share) / usual.run_min)
    # Runs and swaps take turns, a run first.
    in_turn = usual.usual_days // 2
    runs = min(max(wanted, least), most, in_turn)
    return _long_enough(seen, usual, numbers, runs=runs, share=share) if runs else None


def _long_enough(seen: Observations, usual: Baseline, numbers: Numbers, *, runs: int, share: float) -> Swap:
    """Make up for what the runs that are left do not ask of the heart; without a ledger, by equal time."""
    base = seen.aerobic
    if base is None or base.basis is Basis.MINUTES:
        same = because(f"{ROOM}.swap_equal_time", numbers.swap_within_percent, each_min=round(usual.run_min))
        return Swap(runs=runs, minutes=usual.run_min, because=(same,))
    per_min = _easy_per_min(seen, base)
    left_min = min((usual.usual_days - runs) * usual.run_min, usual.week_min * share)
    missing_min = max(base.week_easy_min - left_min * base.easy_per_min, 0.0)
    minutes = min(missing_min / runs / (per_min or 1.0), usual.run_min * numbers.swap_most_times.value)
    made_up_min = minutes * runs * (per_min or 1.0)
    near = base.week_easy_min * numbers.swap_within_percent.value / 100
    rule = f"swap_{base.basis.value}" if missing_min - made_up_min <= near else "swap_short"
    reason = because(f"{ROOM}.{rule}", numbers.swap_within_percent, each_min=round(minutes))
    easy = () if per_min else (because(f"{ROOM}.swap_easy", numbers.swap_within_percent),)
    return Swap(runs=runs, minutes=minutes, because=(reason, *easy))


def _easy_per_min(seen: Observations, base: AerobicBase) -> float | None:
    """Say what a minute of the swap comes to; the bike goes before the pool where there are both."""
    return base.ride_easy_per_min if seen.settings.has_bike else base.swim_easy_per_min
