"""The walk-run ladder: rungs of running minutes, never falling."""

from dataclasses import replace

from kneewise.engine.numbers import Numbers
from kneewise.model.plan import Block

LOWEST = 1


def rung_minutes(rung: int, numbers: Numbers) -> float:
    """Running minutes of a rung; below the lowest there is none."""
    if rung < LOWEST:
        return 0.0
    return numbers.rung_run_min.values[rung - 1] * numbers.rung_times.values[rung - 1]


def highest_not_above(minutes: float, numbers: Numbers) -> int:
    """Find the highest rung of at most so many running minutes; 0 is the walk below."""
    fitting = [rung for rung in _rungs(numbers) if rung_minutes(rung, numbers) <= minutes]
    return max(fitting, default=0)


def nearest(minutes: float, numbers: Numbers) -> int:
    """Find the rung nearest to so many running minutes, the lower of two."""
    return min(_rungs(numbers), key=lambda rung: (abs(rung_minutes(rung, numbers) - minutes), rung))


def top_rung(usual_min: float | None, numbers: Numbers) -> int:
    """Find the rung at which the ladder ends: the last, or the one nearest to a shorter usual run."""
    last = len(numbers.rung_run_min.values)
    if not usual_min or usual_min >= rung_minutes(last, numbers):
        return last
    return nearest(usual_min, numbers)


def rung_block(rung: int, numbers: Numbers) -> Block:
    """Set out a rung as run and walk."""
    index = rung - 1
    return Block(
        run_min=numbers.rung_run_min.values[index],
        walk_min=numbers.rung_walk_min.values[index],
        times=int(numbers.rung_times.values[index]),
    )


def within(block: Block, minutes: float) -> tuple[Block, ...]:
    """Cut a block to so many running minutes: whole repeats, then what is left as a shorter one."""
    times = min(block.times, int(minutes // block.run_min))
    left = minutes - times * block.run_min if times < block.times else 0.0
    parts = (replace(block, times=times), replace(block, run_min=left, times=1))
    return tuple(part for part in parts if part.times and part.run_min)


def _rungs(numbers: Numbers) -> range:
    return range(LOWEST, len(numbers.rung_run_min.values) + 1)
