"""An import that is killed at any moment leaves a sound home, and the next one makes it whole.

CI kills at five named places and at five random moments, chosen by a seed, and at one of each on PostgreSQL;
`make kills` kills at every named place and at 25 random moments, on both; `make kills KILLS=1000` at as many
moments, and at a fifth of them on PostgreSQL.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests import postgres
from tests.kills.archive import write_earlier, write_offered
from tests.kills.checkpoints import CHECKPOINTS, Checkpoint

ROOT: Final = Path(__file__).parents[2]
SEED: Final = 20261124
KILLS: Final = int(os.environ.get("KNEEWISE_KILLS", "5"))
IN_FULL: Final = KILLS > 5
CHANCE: Final = random.Random(SEED)
NAMED: Final = CHECKPOINTS if IN_FULL else tuple(CHANCE.sample(CHECKPOINTS, KILLS))
MOMENTS: Final = tuple(round(CHANCE.random(), 4) for _ in range(KILLS))
ON_POSTGRESQL: Final = MOMENTS[: max(25, KILLS // 5)] if IN_FULL else MOMENTS[:1]
TRIES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A home that processes are started in."""

    folder: Path
    url: str = ""

    def start(self, offered: Path, *arguments: str) -> "subprocess.Popen[str]":
        environment = os.environ | {
            "KNEEWISE_HOME": str(self.folder),
            "KNEEWISE_DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "kneewise.site.settings",
        }
        command = [sys.executable, "-m", "tests.kills.child", str(offered), *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

    def imported(self, offered: Path, *arguments: str) -> str:
        """Import without any disturbance, and say what the home then holds."""
        process = self.start(offered, *arguments)
        said, _ = process.communicate(timeout=300)
        assert process.returncode == 0
        return said


class Homes:
    """A new home and one that was lived in, of one kind of database; each kill gets a copy."""

    def __init__(self, folder: Path, cluster: postgres.Cluster | None) -> None:
        self._folder, self._cluster = folder, cluster
        self.offered, earlier = folder / "offered", folder / "earlier"
        for made in (self.offered, earlier):
            made.mkdir()
        write_earlier(earlier)
        write_offered(self.offered)
        self._count = 0
        self._whole: dict[bool, tuple[str, float]] = {}
        self._new = (folder / "none", None)
        lived = self.copy(new=True)
        lived.imported(earlier, "--earlier")
        self._lived = (lived.folder, lived.url.rpartition("/")[2] or None)

    def copy(self, *, new: bool) -> Home:
        """Give a home of its own to a kill."""
        folder, template = self._new if new else self._lived
        self._count += 1
        target = self._folder / f"home-{self._count}"
        if folder.exists():
            shutil.copytree(folder, target)
        if self._cluster is None:
            return Home(folder=target)
        return Home(folder=target, url=self._cluster.url(self._cluster.create_database(template=template)))

    def whole(self, *, new: bool) -> tuple[str, float]:
        """Say what an undisturbed import leaves, and how long it takes after it has begun."""
        if new not in self._whole:
            with self.copy(new=new).start(self.offered) as process:
                _await_beginning(process)
                began_s = time.monotonic()
                said, _ = process.communicate(timeout=300)
            assert process.returncode == 0
            self._whole[new] = (said, time.monotonic() - began_s)
        return self._whole[new]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    return Homes(tmp_path_factory.mktemp("kills"), None)


@pytest.fixture(scope="module")
def postgres_homes(tmp_path_factory: pytest.TempPathFactory, postgres_cluster: postgres.Cluster) -> Homes:
    return Homes(tmp_path_factory.mktemp("kills"), postgres_cluster)


def kill_at(homes: Homes, checkpoint: Checkpoint, mark: Path) -> Home:
    home = homes.copy(new=checkpoint.new_home)
    process = home.start(homes.offered, "--die-at", checkpoint.name, "--mark", str(mark))
    process.communicate(timeout=300)
    assert mark.exists(), f"never reached: {checkpoint.name}"
    assert process.returncode == -signal.SIGKILL
    return home


def kill_after(homes: Homes, share: float) -> Home:
    """Kill an import when that share of its time is over; one that was through already is tried again."""
    for sooner in range(TRIES):
        home = homes.copy(new=False)
        process = home.start(homes.offered)
        _await_beginning(process)
        time.sleep(share * homes.whole(new=False)[1] / 2**sooner)
        process.kill()
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            return home
    pytest.fail("the import was through each time before it was killed")


def _await_beginning(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"


def made_whole(homes: Homes, home: Home, *, new: bool) -> None:
    whole = homes.whole(new=new)[0]

    resumed = home.imported(homes.offered).removeprefix("begins\n")

    assert resumed == whole


@pytest.mark.parametrize("checkpoint", NAMED, ids=lambda one: one.name)
def test_killed_at_a_named_place(homes: Homes, checkpoint: Checkpoint, tmp_path: Path) -> None:
    home = kill_at(homes, checkpoint, tmp_path / "mark")

    made_whole(homes, home, new=checkpoint.new_home)


@pytest.mark.parametrize("share", MOMENTS)
def test_killed_at_any_moment(homes: Homes, share: float) -> None:
    home = kill_after(homes, share)

    made_whole(homes, home, new=False)


@pytest.mark.parametrize("checkpoint", NAMED if IN_FULL else NAMED[:1], ids=lambda one: one.name)
def test_killed_at_a_named_place_on_postgresql(
    postgres_homes: Homes, checkpoint: Checkpoint, tmp_path: Path
) -> None:
    home = kill_at(postgres_homes, checkpoint, tmp_path / "mark")

    made_whole(postgres_homes, home, new=checkpoint.new_home)


@pytest.mark.parametrize("share", ON_POSTGRESQL)
def test_killed_at_any_moment_on_postgresql(postgres_homes: Homes, share: float) -> None:
    home = kill_after(postgres_homes, share)

    made_whole(postgres_homes, home, new=False)


def test_there_are_checkpoints_enough_and_each_has_its_own_name() -> None:
    assert len({one.name for one in CHECKPOINTS}) == len(CHECKPOINTS) >= 25
