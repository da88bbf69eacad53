"""Turns results into the tables of docs/virtual-runners.md; first those in which Kneewise does not win."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from bench.virtual_runners.model import DAYS
from bench.virtual_runners.outcomes import Outcome
from bench.virtual_runners.trial import AS_IT_IS, POLICIES, Result

OURS: Final = "Kneewise"
OTHERS: Final = tuple(name for name in POLICIES if name != OURS)
RESAMPLES: Final = 1000


class Verdict(StrEnum):
    """How Kneewise stands beside the best of the others, by the interval of the difference; worst first."""

    LOSES = "loses"
    OPEN = "open"
    WINS = "wins"


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted; less of it is better."""

    name: str
    of: Callable[[Outcome], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Kneewise beside the policy that did best of the others."""

    ours: float
    best: str
    theirs: float
    low: float
    high: float

    @property
    def verdict(self) -> Verdict:
        """Say who has less, where the interval of the difference says so."""
        if self.low > 0:
            return Verdict.LOSES
        return Verdict.WINS if self.high < 0 else Verdict.OPEN


MEASURES: Final = (
    Measure("Red days", lambda one: one.red_days),
    Measure("Days to usual volume", lambda one: one.days_to_usual or DAYS),
    Measure("… without a red day", lambda one: one.days_to_usual_without_red or DAYS),
    Measure("Weeks of running lost", lambda one: one.weeks_lost),
    Measure("Hurt again", lambda one: one.hurt_again),
    Measure("Not recovered", lambda one: not one.recovered),
)


def compare(results: Sequence[Result], measure: Measure) -> Compared:
    """Hold Kneewise against the other with the least, runner by runner."""
    found = {name: _values(results, name, measure) for name in POLICIES}
    best = min(OTHERS, key=lambda name: found[name].mean())
    low, high = _interval(found[OURS] - found[best], np.mean)
    return Compared(ours=found[OURS].mean(), best=best, theirs=found[best].mean(), low=low, high=high)


def where_it_does_not_win(by_setting: Mapping[str, Sequence[Result]]) -> str:
    """Make the first table: by measure, how it stands as it is, and in how many settings of the sweep."""
    rows: list[tuple[Verdict, tuple[object, ...]]] = []
    for measure in MEASURES:
        swept = {name: compare(results, measure) for name, results in by_setting.items()}
        now = swept.pop(AS_IT_IS)
        counts = [sum(one.verdict is verdict for one in swept.values()) for verdict in Verdict]
        difference = f"{now.ours - now.theirs:+.2f} ({now.low:+.2f} to {now.high:+.2f})"
        theirs = f"{now.theirs:.2f}, {now.best}"
        row = (measure.name, now.verdict, f"{now.ours:.2f}", theirs, difference, *counts)
        rows.append((now.verdict, row))
    rows.sort(key=lambda row: list(Verdict).index(row[0]))
    head = ("Mean of", "Kneewise", "Its figure", "Best of the others", "Difference (95 %)")
    return _table((*head, *(f"Settings it {verdict}" for verdict in Verdict)), [row for _, row in rows])


def of_each_policy(results: Sequence[Result]) -> str:
    """Make the table of all policies in one setting."""
    rows = [(name, *_row([one.outcomes[name] for one in results])) for name in POLICIES]
    head = ("Policy", "Red days", "Days to usual: median (quartiles), never", "The same without a red day")
    return _table((*head, "Weeks lost", "Hurt again", "Recovered"), rows)


def of_each_setting(by_setting: Mapping[str, Sequence[Result]]) -> str:
    """Make the sweep: in each setting Kneewise beside the best of the others, by measure."""
    rows = []
    for name, results in by_setting.items():
        cells = [compare(results, measure) for measure in MEASURES]
        rows.append((name, len(results), *(_cell(one) for one in cells)))
    return _table(("Setting", "Runners", *(measure.name for measure in MEASURES)), rows)


def _cell(one: Compared) -> str:
    mark = {Verdict.WINS: "**wins**", Verdict.LOSES: "loses", Verdict.OPEN: "open"}[one.verdict]
    return f"{one.ours:.2f}, {one.best} {one.theirs:.2f}: {mark}"


def _row(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    reds = np.array([one.red_days for one in outcomes], float)
    lost = np.array([one.weeks_lost for one in outcomes])
    return (
        _with_interval(reds, "{:.1f}"),
        _days([one.days_to_usual for one in outcomes]),
        _days([one.days_to_usual_without_red for one in outcomes]),
        _with_interval(lost, "{:.1f}"),
        _with_interval(np.array([100.0 * one.hurt_again for one in outcomes]), "{:.0f} %"),
        _with_interval(np.array([100.0 * one.recovered for one in outcomes]), "{:.0f} %"),
    )


def _days(days: Sequence[int | None]) -> str:
    """Give the median with its interval, the quartiles, and who never got there, who counts as longest."""
    known = np.array([np.inf if day is None else day for day in days])
    low, high = _interval(known, _median)
    first, third = (_quantile(known, share) for share in (0.25, 0.75))
    never = 100 * np.isinf(known).mean()
    spread = f"{_or_never(first)} to {_or_never(third)}"
    return f"{_or_never(_median(known))} [{_or_never(low)} to {_or_never(high)}] ({spread}), {never:.0f} %"


def _or_never(day: float) -> str:
    return "never" if np.isinf(day) else f"{day:.0f}"


def _median(values: np.ndarray) -> float:
    return _quantile(values, 0.5)


def _quantile(values: np.ndarray, share: float) -> float:
    return float(np.quantile(values, share, method="inverted_cdf"))


def _with_interval(values: np.ndarray, shown: str) -> str:
    low, high = _interval(values, np.mean)
    return f"{shown.format(values.mean())} [{shown.format(low)} to {shown.format(high)}]"


def _interval(values: np.ndarray, of: Callable[[np.ndarray], float]) -> tuple[float, float]:
    """Draw the runners again and again: the middle 95 % of what they give."""
    chance = np.random.default_rng(1)
    drawn = [of(chance.choice(values, len(values))) for _ in range(RESAMPLES)]
    return _quantile(np.array(drawn), 0.025), _quantile(np.array(drawn), 0.975)


def _values(results: Sequence[Result], policy: str, measure: Measure) -> np.ndarray:
    return np.array([measure.of(one.outcomes[policy]) for one in results], float)


def _table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
