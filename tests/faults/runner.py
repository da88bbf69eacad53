"""Breaks journeys off at every write: `python -m tests.faults.runner WORK [--sample N]`, the shim preloaded.

One process has everything imported and forks for each try, so that a try costs no start of Python. What it
prints at the end is JSON: of each journey the tries, and those that came out wrong.
"""

import argparse
import json
import os
import random
import shutil
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import django

from tests.faults.shim import Control, Mode

SEED: Final = 20261127
UNDER: Final = "under"
SAID, BROKE = 3, 4
"""What a journey ends with that failed in one sentence, and one that failed otherwise."""


@dataclass(slots=True)
class Outcome:
    """What came of the tries of one journey."""

    journey: str
    points: int
    tries: int = 0
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
    parser.add_argument("--journey", action="append", help="only these")
    given = parser.parse_args()
    django.setup()
    from tests.faults.journeys import JOURNEYS, offer

    (given.work / UNDER).mkdir()
    offered = given.work / "offered"
    offered.mkdir()
    offer(offered)
    control = Control()
    for name in given.journey or JOURNEYS:
        outcome = Tries(name, offered, given.work / UNDER, control).all(given.sample)
        print(json.dumps(asdict(outcome)), flush=True)  # noqa: T201 - read by whoever started it.


class Tries:
    """One journey, broken off again and again, each time in a copy of the same home."""

    def __init__(self, name: str, offered: Path, under: Path, control: Control) -> None:
        from tests.faults.journeys import JOURNEYS

        self._name, self._journey = name, JOURNEYS[name]
        self._offered, self._control = offered, control
        self._before, self._try = under / f"{name}-before", under / f"{name}-try"
        forked(partial(in_home, self._before, lambda: self._journey.prepare(offered)))
        self._as_before = self._look(self._before)
        shutil.copytree(self._before, self._try)
        ended = self._go(0, Mode.ONCE)
        self._points = control.disarm()
        self._as_whole = self._look(self._try)
        if ended.code != 0 or self._as_whole["dump"] in (None, self._as_before["dump"]):
            raise SystemExit(f"{name}: undisturbed it writes nothing: {ended}")

    def all(self, sample: int | None) -> Outcome:
        """Try every write in every way, or a sample of them."""
        outcome = Outcome(journey=self._name, points=self._points)
        for at, mode in self._drawn(sample):
            self._try_once(at, mode, outcome)
        return outcome

    def _drawn(self, sample: int | None) -> Iterator[tuple[int, Mode]]:
        every = [(at, mode) for at in range(1, self._points + 1) for mode in Mode]
        chosen = every if sample is None else random.Random(SEED).sample(every, min(sample, len(every)))
        yield from chosen

    def _try_once(self, at: int, mode: Mode, outcome: Outcome) -> None:
        shutil.rmtree(self._try)
        shutil.copytree(self._before, self._try)
        ended = self._go(at, mode)
        self._control.disarm()
        now = self._look(self._try)
        outcome.tries += 1
        outcome.acknowledged += ended.code == 0
        outcome.said += ended.code == SAID
        outcome.killed += ended.code < 0
        outcome.kept_unsaid += ended.code != 0 and now["dump"] == self._as_whole["dump"]
        found = [*self._wrong(ended, now), *self._wrong_later()]
        outcome.wrong += [f"write {at} of {self._points}, {mode.name.lower()}: {one}" for one in found]

    def _wrong(self, ended: "Ended", now: dict[str, Any]) -> Iterator[str]:
        """Name what must never be after a journey that was broken off."""
        if ended.code == BROKE:
            yield f"no sentence but {ended.said}"
        if now["faults"]:
            yield f"corrupt: {now['faults']}"
        if ended.code == 0 and now["tables"] != self._as_whole["tables"]:
            yield "acknowledged and lost"
        if self._journey.whole and now["tables"] not in (self._as_before["tables"], self._as_whole["tables"]):
            yield "torn"

    def _wrong_later(self) -> Iterator[str]:
        """Whether the same journey, undisturbed, then comes to the same end."""
        ended = forked(partial(in_home, self._try, lambda: self._journey.go(self._offered)))
        if ended.code != 0:
            yield f"not done again: {ended.said}"
        elif self._look(self._try)["dump"] != self._as_whole["dump"]:
            yield "not the same when it is done again"

    def _go(self, at: int, mode: Mode) -> "Ended":
        def go() -> None:
            self._control.arm(at, mode)
            self._journey.go(self._offered)

        return forked(partial(in_home, self._try, go))

    def _look(self, home: Path) -> dict[str, Any]:
        ended = forked(partial(in_home, home, partial(look, home)))
        if ended.code != 0:
            return {"faults": ended.said, "dump": None, "tables": None}
        return dict(json.loads(ended.said))


def look(home: Path) -> str:
    """Say what a home holds, and what its database finds wrong with it."""
    from kneewise.store.integrity import database_faults
    from tests.kills.dump import dump

    held = dump(home)
    return json.dumps({"faults": database_faults(), "dump": held, "tables": json.loads(held)["tables"]})


@dataclass(frozen=True, slots=True)
class Ended:
    """How a forked try ended: its exit code, or minus the signal; and what it said."""

    code: int
    said: str


def forked(act: Callable[[], str | None]) -> Ended:
    """Do something in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os._exit(_end(act, writer))
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), said)


def _end(act: Callable[[], str | None], writer: int) -> int:
    from kneewise.model.errors import KneewiseError

    code, said = 0, ""
    try:
        said = act() or ""
    except KneewiseError as error:
        code, said = SAID, str(error)
    except BaseException as error:  # noqa: BLE001 - told to the process that forked this one.
        where = traceback.extract_tb(error.__traceback__)[-1]
        code, said = BROKE, f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(said.encode())
    return code


def in_home(home: Path, act: Callable[[], str | None]) -> str | None:
    """Do something in a home; nothing was connected before."""
    from django.conf import settings
    from django.db import connections

    from kneewise.app import clock
    from kneewise.site.home import database
    from tests.app.samples import NOW

    connections.databases["default"] |= database(home)
    settings.KNEEWISE_HOME = home
    clock.now = lambda: NOW
    said = act()
    connections.close_all()
    return said


if __name__ == "__main__":
    main()
