"""Breaks journeys off at every write: `python -m tests.faults.runner WORK [--sample N]`, the shim preloaded.

One process has everything imported and forks for each try, so that a try costs no start of Python. What it
prints at the end is JSON: of each journey the tries, and those that came out wrong.
"""

import argparse
import importlib
import json
import pkgutil
import random
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from mmap import mmap
from pathlib import Path
from typing import Any, Final

import django

import kneewise
from tests.faults.forked import BROKE, HOME, SAID, Ended, forked, in_home, look
from tests.faults.shim import Control, Mode

SEED: Final = 20261127
UNDER: Final = "under"
COUNTED: Final = (("Runner", "last_step"), ("DecisionAhead", "step"))
"""Where the number of the last write stands."""


@dataclass(slots=True)
class Outcome:
    """What came of the tries of one journey; a pair is a kill, and a fault in the run after it."""

    journey: str
    points: int
    tries: int = 0
    pairs: int = 0
    acknowledged: int = 0
    said: int = 0
    killed: int = 0
    kept_unsaid: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Go through the journeys, print what came of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--sample", type=int, help="so many tries of each journey, drawn by a seed")
    parser.add_argument("--pairs", type=int, default=0, help="so many kills with a fault in the run after")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--journey", action="append", help="only these")
    given = parser.parse_args()
    django.setup()
    import_all()
    from tests.faults.journeys import JOURNEYS, offer

    (given.work / UNDER).mkdir()
    offered = given.work / "offered"
    offered.mkdir()
    offer(offered)
    control = Control()
    for name in given.journey or JOURNEYS:
        tries = Tries(name, offered, given.work / UNDER, control)
        outcome = tries.all(random.Random(given.seed), given.sample, given.pairs)
        print(json.dumps(asdict(outcome)), flush=True)  # noqa: T201 - read by whoever started it.


def import_all() -> None:
    """Import the whole house, and what it would import or read when it is first used."""
    for module in pkgutil.walk_packages(kneewise.__path__, f"{kneewise.__name__}."):
        if not module.name.endswith(".__main__") and ".migrations." not in module.name:
            importlib.import_module(module.name)
    from typer import _adapters  # noqa: F401 - which the first option of a command imports.

    from kneewise.app.numbers import house_numbers

    house_numbers()


class Tries:
    """One journey, broken off again and again, each time in a copy of the same house."""

    def __init__(self, name: str, offered: Path, under: Path, control: Control) -> None:
        from tests.faults.journeys import JOURNEYS

        self._name, self._journey = name, JOURNEYS[name]
        self._offered, self._control = offered, control
        self._acknowledged = mmap(-1, 1)
        self._before, self._try = under / f"{name}-before", under / f"{name}-try"
        self._before.mkdir()
        forked(partial(in_home, self._before / HOME, lambda: self._journey.prepare(offered)))
        self._states = [self._look(self._before / HOME)]
        for steps in range(1, len(self._journey.steps) + 1):
            self._points = self._undisturbed(steps)
        if self._whole["dump"] == self._states[0]["dump"]:
            raise SystemExit(f"{name}: undisturbed it writes nothing")

    def _undisturbed(self, steps: int) -> int:
        """See what the first steps leave when nothing fails; give how many writes there were."""
        self._begin()
        ended = self._go(0, Mode.ONCE, steps)
        points = self._control.disarm()
        self._states.append(self._look(self._try / HOME))
        if ended.code != 0 or self._whole["faults"]:
            raise SystemExit(f"{self._name}: undisturbed it fails: {ended}, {self._whole['faults']}")
        return points

    @property
    def _whole(self) -> dict[str, Any]:
        return self._states[-1]

    def all(self, chance: random.Random, sample: int | None, pairs: int) -> Outcome:
        """Try every write in every way, or a sample of them; then the pairs."""
        outcome = Outcome(journey=self._name, points=self._points)
        for at, mode in self._drawn(chance, sample):
            self._begin()
            self._try_once(at, mode, outcome, f"write {at} of {self._points}, {mode.name.lower()}")
            outcome.tries += 1
        for _ in range(pairs):
            self._try_pair(chance, outcome)
        return outcome

    def _drawn(self, chance: random.Random, sample: int | None) -> Iterator[tuple[int, Mode]]:
        """Draw places over the whole journey; each way comes in turn."""
        if sample is None:
            yield from ((at, mode) for at in range(1, self._points + 1) for mode in Mode)
            return
        for number in range(sample):
            yield chance.randint(1, self._points), [*Mode][number % len(Mode)]

    def _try_pair(self, chance: random.Random, outcome: Outcome) -> None:
        """Kill it, then let a write of the run after that fail: an early one rather, where it recovers."""
        self._begin()
        first = chance.randint(1, self._points)
        self._go(first, Mode.KILL)
        at, mode = min(chance.randint(1, self._points) for _ in range(2)), chance.choice([*Mode])
        self._try_once(
            at, mode, outcome, f"killed at {first} of {self._points}, then {at} {mode.name.lower()}"
        )
        outcome.pairs += 1

    def _begin(self) -> None:
        self._control.disarm()
        self._acknowledged[0] = 0
        shutil.rmtree(self._try, ignore_errors=True)
        shutil.copytree(self._before, self._try)

    def _try_once(self, at: int, mode: Mode, outcome: Outcome, said: str) -> None:
        ended = self._go(at, mode)
        self._control.disarm()
        now = self._look(self._try / HOME)
        outcome.acknowledged += ended.code == 0
        outcome.said += ended.code == SAID
        outcome.killed += ended.code < 0
        outcome.kept_unsaid += ended.code != 0 and now["dump"] == self._whole["dump"]
        found = [*self._wrong(ended, now), *self._wrong_later()]
        outcome.wrong += [f"{said}: {one}" for one in found]

    def _wrong(self, ended: Ended, now: dict[str, Any]) -> Iterator[str]:
        """Name what must never be after a journey that was broken off."""
        if ended.code == BROKE:
            yield f"no sentence but {ended.said}"
        if now["faults"]:
            yield f"corrupt: {now['faults']}"
        kind = "dump" if self._journey.empties else "tables"
        reached = [steps for steps, state in enumerate(self._states) if state[kind] == now[kind]]
        acknowledged = self._acknowledged[0]
        if acknowledged == len(self._journey.steps) and len(self._states) - 1 not in reached:
            yield f"acknowledged and lost: {ended.said}"
        if self._journey.whole and not reached:
            yield "torn"
        if self._journey.whole and reached and max(reached) < acknowledged:
            yield f"{acknowledged} steps acknowledged, {max(reached)} there"
        if self._journey.empties and not reached and self._opens().code != SAID:
            yield "half erased, and it does not say so"
        if self._journey.keeps_before and 0 not in reached and not self._is_kept_aside():
            yield "the home before is nowhere"

    def _opens(self) -> Ended:
        from kneewise.app.home import open_home

        return forked(partial(in_home, self._try / HOME, lambda: str(open_home())))

    def _is_kept_aside(self) -> bool:
        asides = self._try.glob(f"{HOME}.before-restore-*")
        return any(self._look(one)["tables"] == self._states[0]["tables"] for one in asides)

    def _wrong_later(self) -> Iterator[str]:
        """Whether the same journey, undisturbed, then comes to the same end."""
        ended = self._go(0, Mode.ONCE)
        self._control.disarm()
        if ended.code != 0:
            yield f"not done again: {ended.said}"
        elif self._look(self._try / HOME)["dump"] != self._whole["dump"]:
            yield "not the same when it is done again"

    def _go(self, at: int, mode: Mode, steps: int | None = None) -> Ended:
        def go() -> None:
            self._control.arm(at, mode)
            for done, step in enumerate(self._journey.steps[:steps], start=1):
                step(self._offered)
                self._acknowledged[0] = max(done, self._acknowledged[0])

        return forked(partial(in_home, self._try / HOME, go))

    def _look(self, home: Path) -> dict[str, Any]:
        ended = forked(partial(in_home, home, partial(look, home)))
        if ended.code != 0:
            return {"faults": ended.said, "dump": None, "tables": None}
        told: dict[str, Any] = json.loads(ended.said)
        return _uncounted(told) if self._journey.counts_itself and told["tables"] else told


def _uncounted(told: dict[str, Any]) -> dict[str, Any]:
    """Leave out how many writes there were: a restore that is made twice counts twice."""
    held = json.loads(told["dump"])
    for table, number in COUNTED:
        rows = (json.loads(row) | {number: None} for row in held["tables"][table])
        held["tables"][table] = sorted(json.dumps(row, sort_keys=True) for row in rows)
    return told | {"dump": json.dumps(held, sort_keys=True), "tables": held["tables"]}


if __name__ == "__main__":
    main()
