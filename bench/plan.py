"""Measures the plan: one decision over 26 weeks of a daily diary, all of their days, and many runners.

Every decision is folded from day 0, with its own sorting of the history. Seconds are of the processor. Run it
with ``python -m bench.plan [--each N] [--runners N]``.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from bench.diaries import DAYS, KINDS, START, make_history
from kneewise.app.numbers import house_numbers
from kneewise.engine import decide
from kneewise.observe import observer

if TYPE_CHECKING:
    from datetime import date

    from kneewise.model.diary import History
    from kneewise.model.plan import Decision

LAST = START + timedelta(days=DAYS - 1)
MANY = 10_000


def main() -> None:
    """Make the runners, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=10, help="runners of each kind")
    parser.add_argument("--runners", type=int, default=1_000, help="runners planned anew, in a row")
    given = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"Python {platform.python_version()}, {given.each} runners of each kind, in ms: middle, slowest")
    _of_each_kind(given.each)
    _many(given.runners)
    print(f"load {os.getloadavg()[0]:.1f} at the end")


def _of_each_kind(each: int) -> None:
    """Decide the last day of runners of each kind; the middle one of all is told as well."""
    every: list[float] = []
    _took(make_history(0))
    for kind, name in enumerate(KINDS):
        numbers = range(kind, each * len(KINDS), len(KINDS))
        taken = [_took(make_history(number)) for number in numbers]
        every.extend(taken)
        print(f"{name:10} {median(taken) * 1000:6.1f} {max(taken) * 1000:6.1f}")
    print(f"{'all':10} {median(every) * 1000:6.1f} {max(every) * 1000:6.1f}")


def _many(runners: int) -> None:
    """Plan many runners anew, one after the other."""
    total = sum(_took(make_history(number)) for number in range(runners))
    print(
        f"{runners} runners planned anew: {total:.1f} s; {MANY} take {total * MANY / max(runners, 1):.0f} s"
    )


def decide_alone(history: History, on: date) -> Decision:
    """Decide as the program does, the rows of the home apart."""
    numbers = house_numbers()
    return decide(observer(history, numbers.observe), on=on, numbers=numbers, knowledge_hash="bench")


def _took(history: History) -> float:
    began = time.process_time()
    decide_alone(history, LAST)
    return time.process_time() - began


if __name__ == "__main__":
    main()
