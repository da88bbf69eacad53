"""Lets many runners live the same season under each policy, in several settings, on several processes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from bench.virtual_runners.model import make_runner
from bench.virtual_runners.outcomes import Outcome, judge
from bench.virtual_runners.parameters import parameters
from bench.virtual_runners.policies import CarryOn, GuideToTheLetter, Known, RestThenReturn, known_of
from bench.virtual_runners.season import Policy, live
from bench.virtual_runners.with_kneewise import WithKneewise

POLICIES: Final[Mapping[str, Callable[[Known], Policy]]] = {
    "Kneewise": WithKneewise,
    "guide": GuideToTheLetter,
    "rest": RestThenReturn,
    "carry on": CarryOn,
}
AS_IT_IS: Final = "as it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The model as it is, or with one number changed, or with plans not always followed."""

    name: str = AS_IT_IS
    changed: Mapping[str, float]
    follows: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one runner under each policy, and the seconds that each took."""

    setting: str
    number: int
    outcomes: Mapping[str, Outcome]
    seconds: Mapping[str, float]


def all_settings() -> tuple[Setting, ...]:
    """List the settings of the sweep, the model as it is first."""
    swept = (
        Setting(name=f"{name} {value:g}", changed={name: value})
        for name, one in parameters().items()
        for value in (one.low, one.high)
    )
    partly = Setting(name="plans followed 0.8", changed={}, follows=0.8)
    return (Setting(changed={}), partly, *swept)


def try_runner(seed: int, setting: Setting, number: int) -> Result:
    """Let one runner live the season once under each policy."""
    traits, luck = make_runner(seed, number, setting.changed)
    outcomes: dict[str, Outcome] = {}
    seconds: dict[str, float] = {}
    for name, make in POLICIES.items():
        began = time.perf_counter()
        days = live(traits, luck, make(known_of(traits)), follows=setting.follows)
        outcomes[name] = judge(traits, days)
        seconds[name] = time.perf_counter() - began
    return Result(setting=setting.name, number=number, outcomes=outcomes, seconds=seconds)


def try_all(
    seed: int, runners: Sequence[tuple[Setting, int]], *, workers: int, kept: Path | None = None
) -> Iterator[Result]:
    """Try so many runners in each setting; what a file holds already is not tried again.

    Args:
        seed: Of all runners.
        runners: The settings, each with how many.
        workers: Processes; with 1 it is all done in this one.
        kept: A file that results of this seed are read from and added to.
    """
    known = _read(kept)
    for setting, count in runners:
        there = [known[setting.name, number] for number in range(count) if (setting.name, number) in known]
        wanted = [number for number in range(count) if (setting.name, number) not in known]
        yield from chain(there, _keep(_try(seed, setting, wanted, workers), kept))


def _try(seed: int, setting: Setting, numbers: Sequence[int], workers: int) -> Iterator[Result]:
    one = partial(try_runner, seed, setting)
    if workers == 1 or not numbers:
        yield from map(one, numbers)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(one, numbers)


def _keep(results: Iterator[Result], kept: Path | None) -> Iterator[Result]:
    for result in results:
        if kept is not None:
            with kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(result)) + "\n")
        yield result


def _read(kept: Path | None) -> Mapping[tuple[str, int], Result]:
    if kept is None or not kept.exists():
        return {}
    read = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    made = [
        Result(**{**one, "outcomes": {name: Outcome(**said) for name, said in one["outcomes"].items()}})
        for one in read
    ]
    return {(one.setting, one.number): one for one in made}
