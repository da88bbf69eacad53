"""Asks made-up runners what pain goes with: how often what is there is found, and what is not is claimed.

What each runner does and feels is made here, apart from the program. Where nothing is planted every claim is
false, whatever else makes pain and running go together: a knee that heals while runs grow longer, sore
or calm spells of weeks, a plan that answers to pain. Seeded.
Tests of two ways to run, in an order drawn by lot, are made up and answered too.
Run it with ``python -m bench.insights [--runners N] [--block N] [--tests-only]``.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from kneewise.app.numbers import house_numbers
from kneewise.insight.ask import ask
from kneewise.insight.trial import answer, drawn
from kneewise.model.activity import Activity, Measured
from kneewise.model.diary import Sleep
from kneewise.model.insight import Asked, Verdict
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.places import Side
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.model.trial import Trial, TrialKind, Way
from kneewise.model.trial_seen import TurnSeen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kneewise.insight import Numbers

    Column = NDArray[np.float64]

START: Final = date(2026, 3, 2)
RUNS: Final = (15, 30, 50, 100)
PLANTED: Final = (1.0, 1.5)
"""Points of pain for each spread of the descent; pain moves by a point and a half from run to run anyway."""
PAIRS: Final = (5, 8, 12, 20)
POINTS: Final = (0.0, 1.0, 2.0, 3.0)
"""Of pain that the second way of a test takes away."""
FORGOTTEN: Final = 0.1
"""The share of scores that nobody gave."""
CLAIMS: Final = {Verdict.MORE_PAIN, Verdict.LESS_PAIN}
WORLDS: Final = {
    "by chance": "every run by itself",
    "heals": "pain falls from 4 to 1 while every run is longer, steeper and quicker than those before",
    "spells": "pain and habits each come in spells (0.6 from run to run)",
    "long spells": "the same, 0.85 from run to run",
    "answers": "pain comes in spells, and after a sore run the next is shorter, flatter and slower",
    "before": "pain comes in spells, and a runner who wakes sore runs shorter, flatter and slower that day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How runners of one kind live: a name of `WORLDS`, runs, points of pain that the descent brings."""

    name: str
    runs: int
    planted: float = 0.0

    @property
    def keeps(self) -> float:
        """What a run keeps of the one before."""
        return {"by chance": 0.0, "heals": 0.0, "long spells": 0.85}.get(self.name, 0.6)


def main() -> None:
    """Ask everybody, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runners", type=int, default=400, help="in each world and of each number of runs")
    parser.add_argument("--block", type=int, default=0, help="runs in a row that are compared; 0: as it is")
    parser.add_argument("--tests-only", action="store_true", help="only the tests by lot")
    given = parser.parse_args()
    numbers = house_numbers().insight
    if given.block:
        numbers = replace(numbers, block_runs=replace(numbers.block_runs, value=given.block))
    print(f"{platform.platform()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}")
    print(f"{given.runners} runners a cell, {numbers.block_runs.value:.0f} runs in a row")
    _tests(given.runners, numbers)
    if given.tests_only:
        return
    print(f"\nNothing planted: percent of runners with any claim; at most {numbers.false_rate.value:.0f}")
    _head()
    for name in WORLDS:
        _line(name, [_falsely(World(name=name, runs=runs), given.runners, numbers) for runs in RUNS])
    print(
        "\nDescent planted, by points: percent of runners told so; and of all claims, percent that are false"
    )
    _head()
    for planted in PLANTED:
        for name in ("by chance", "spells"):
            worlds = [World(name=name, runs=runs, planted=planted) for runs in RUNS]
            found = [_found(world, given.runners, numbers) for world in worlds]
            _line(f"{name}, {planted}", [each for each, _ in found])
            _line("  false claims", [false for _, false in found])
    _time(numbers)


def _tests(runners: int, numbers: Numbers) -> None:
    """Print how often a test by lot claims something, with nothing and with points of pain to find."""
    stated = 100 - numbers.interval.value
    print(f"\nTests by lot: percent of runners told of a difference; with 0 points at most {stated:.0f}")
    print(f"{'pairs of runs':24}" + "".join(f"{pairs:>8}" for pairs in PAIRS))
    for name in ("by chance", "heals", "long spells"):
        for points in POINTS:
            worlds = [World(name=name, runs=2 * pairs) for pairs in PAIRS]
            told = [_told(world, points, runners, numbers) for world in worlds]
            _line(f"{name}, {points:g} points", told)


def _told(world: World, points: float, runners: int, numbers: Numbers) -> float:
    """Count those who are told that the second way hurts less, or of anything where there is nothing."""
    right = {Verdict.LESS_PAIN} if points else CLAIMS
    found = [_test(world, points, number, numbers) for number in range(runners)]
    return 100 * sum(one in right for one in found) / runners


def _test(world: World, points: float, number: int, numbers: Numbers) -> Verdict:
    """Let one runner run a whole test; the second way takes some points of pain away."""
    chance = np.random.default_rng(number)
    trial = Trial(
        record_id="t",
        at=datetime(START.year, START.month, START.day, tzinfo=UTC),
        on=START,
        trial=TrialKind.SHOE,
        seed=f"{world.name} {number}",
        pairs=world.runs // 2,
    )
    own, _woke = _felt(world, _habits(world, chance), chance)
    order = drawn(trial.seed, trial.pairs)
    felt = own + 1.0 + chance.normal(0, 0.7, world.runs) - points * np.array([way is Way.B for way in order])
    scores = np.clip(np.round(felt), 0, 10).astype(int)
    kept = chance.random(world.runs) > FORGOTTEN
    turns = [
        TurnSeen(
            on=START + timedelta(days=2 * at),
            place=at + 1,
            way=way,
            as_told=True,
            score_0_10=int(scores[at]) if kept[at] else None,
        )
        for at, way in enumerate(order)
    ]
    return answer(turns, trial, numbers).verdict


def _head() -> None:
    print(f"{'runs':24}" + "".join(f"{runs:>8}" for runs in RUNS))


def _line(name: str, percent: Sequence[float]) -> None:
    print(f"{name:24}" + "".join(f"{each:8.1f}" for each in percent), flush=True)


def _falsely(world: World, runners: int, numbers: Numbers) -> float:
    """Count the runners of whom anything is claimed where there is nothing."""
    claimed = sum(bool(_claims(world, number, numbers)) for number in range(runners))
    return 100 * claimed / runners


def _found(world: World, runners: int, numbers: Numbers) -> tuple[float, float]:
    """Count the runners who are told of the descent, and the share of what each is told that is false."""
    found, false = 0, 0.0
    for number in range(runners):
        claims = _claims(world, number, numbers)
        right = [one for one in claims if one == (Asked.DESCENT, Verdict.MORE_PAIN)]
        found += bool(right)
        false += (len(claims) - len(right)) / max(1, len(claims))
    return 100 * found / runners, 100 * false / runners


def _claims(world: World, number: int, numbers: Numbers) -> list[tuple[Asked, Verdict]]:
    answers = ask(make_runner(world, np.random.default_rng(number)), numbers).answers
    return [(one.asked, one.verdict) for one in answers if one.verdict in CLAIMS]


def _time(numbers: Numbers) -> None:
    """Time the questions of a long diary."""
    seen = make_runner(World(name="spells", runs=5000), np.random.default_rng(0))
    ask(seen, numbers)
    began = time.process_time()
    ask(seen, numbers)
    print(f"\n5,000 runs: {(time.process_time() - began) * 1000:.0f} ms, load {os.getloadavg()[0]:.1f}")


def make_runner(world: World, chance: np.random.Generator) -> Observations:
    """Make one runner's runs, nights and scores."""
    count = world.runs
    habits = _habits(world, chance)
    own, woke = _felt(world, habits, chance)
    felt = own + world.planted * habits[0]
    days = np.cumsum(chance.choice([1, 2, 2, 3, 4], count))
    runs = [_run(at, START + timedelta(days=int(day)), habits[:, at]) for at, day in enumerate(days)]
    ease = np.array([[0.0], [1.0], [1.0], [1.0]]) + chance.normal(0, 0.7, (4, count))
    ease[3] += own - woke + world.planted * habits[0]
    scores = np.clip(np.round(felt - ease), 0, 10).astype(int)
    entries = tuple(_entry(run, scores[:, at], habits[8, at], chance) for at, run in enumerate(runs))
    nights = tuple(_night(run.on, habits[4, at], habits[5, at]) for at, run in enumerate(runs))
    return Observations(
        on=runs[-1].on + timedelta(days=1),
        settings=Settings(),
        started_on=START,
        sore_sides=(Side.RIGHT,),
        entries=entries,
        activities=tuple(runs),
        sleeps=nights,
    )


def _spells(count: int, keeps: float, chance: np.random.Generator) -> Column:
    """Make a row in which each one keeps a part of the one before; its spread is 1."""
    found = chance.normal(size=count)
    for at in range(1, count):
        found[at] = keeps * found[at - 1] + np.sqrt(1 - keeps**2) * found[at]
    return found


def _habits(world: World, chance: np.random.Generator) -> Column:
    """Make nine habits, each with a spread of about 1.

    They are descent, pace, cadence, length, hours and quality of sleep, ground, shoes, when it first hurts.
    """
    habits = np.array([_spells(world.runs, world.keeps, chance) for _ in range(9)])
    if world.name == "heals":
        habits[:4] = 0.6 * habits[:4] + np.linspace(-1.5, 1.5, world.runs)
    return habits


def _felt(world: World, habits: Column, chance: np.random.Generator) -> tuple[Column, Column]:
    """Make the pain of the knee itself, and of that morning, which what is run may answer to."""
    if world.name == "heals":
        own = np.linspace(4.0, 1.0, world.runs) + chance.normal(0, 1.0, world.runs)
    else:
        own = 2.5 + 1.3 * _spells(world.runs, world.keeps, chance)
    woke = own + chance.normal(0, 1.0, world.runs)
    if world.name == "answers":
        habits[:4, 1:] -= 0.6 * (own[:-1] - 2.5)
    if world.name == "before":
        habits[:4] -= 0.4 * (woke - 2.5)
    return own, woke


def _run(at: int, on: date, habits: Column) -> Activity:
    descent, pace, cadence, length = (float(each) for each in habits[:4])
    return Activity(
        activity_id=f"run-{at}",
        start=datetime(on.year, on.month, on.day, 7, tzinfo=UTC),
        utc_offset_s=0,
        sport=Sport.RUNNING,
        sub_sport="trail" if habits[6] > 0 else "street",
        shoe="new" if habits[7] > 0 else "old",
        measured=Measured(
            version="bench",
            elapsed_s=2400.0,
            distance_m=6000.0 * float(np.exp(0.2 * length)),
            descent_m=max(0.0, 80.0 + 40.0 * descent),
            speed_m_s=2.8 + 0.2 * pace,
            cadence_spm=168.0 + 4.0 * cadence,
        ),
    )


def _entry(run: Activity, scores: Column, first: float, chance: np.random.Generator) -> DiaryEntry:
    """Write down what was felt."""
    after = (0, 1, 24, -1)
    given = [
        TimedScore(
            value=int(score) if chance.random() > FORGOTTEN else None, at=run.end + timedelta(hours=hours)
        )
        for score, hours in zip(scores, after, strict=True)
    ]
    return DiaryEntry(
        on=run.on,
        side=Side.RIGHT,
        about_run=True,
        activity=run,
        before=given[3],
        during=given[0],
        after_60min=given[1],
        morning=given[2],
        first_pain_min=max(1.0, 20.0 + 6.0 * float(first)) if scores[0] else None,
    )


def _night(on: date, hours: float, quality: float) -> Sleep:
    return Sleep(
        record_id=f"night-{on}",
        at=datetime(on.year, on.month, on.day, 6, tzinfo=UTC),
        on=on,
        hours=round(7.3 + 0.8 * float(hours), 1),
        quality_0_10=int(np.clip(round(6 + 2 * quality), 0, 10)),
    )


if __name__ == "__main__":
    main()
