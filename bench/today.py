"""Measures `kneewise today` as a whole process beside the bare start of Django and Typer.

Every round starts each of them once, in turn; medians are compared. The homes hold one, ten and a hundred
years of four activities a week, and one holds 5,000 activities and three years of diary. Each is asked three
times: where nothing was written for more than a week, a week after a night was logged, whose decision
was stored ahead, and after a night was logged on the day itself. What the logging takes is printed too. Run
it with ``python -m bench.today [--rounds N]``.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from bench.process import surroundings

ON = date(2026, 11, 23)
DAYS_AHEAD = 7
"""So many days a write decides ahead (`kneewise.app.decided`, which needs Django set up)."""
BARE = (
    "import django, typer\n"
    "from django.conf import settings\n"
    "settings.configure(INSTALLED_APPS=['django.contrib.contenttypes'])\n"
    "django.setup()\n"
    "app = typer.Typer()\n"
    "app.command()(lambda: print('today'))\n"
    "app(standalone_mode=False)\n"
)
HOMES = {
    "1 year": (208, 1.75, 365),
    "10 years": (2_080, 1.75, 3 * 365),
    "5,000 activities": (5_000, 1.0, 3 * 365),
    "100 years": (20_800, 1.75, 3 * 365),
}
"""Of each: how many activities, every how many days, and how many days of diary."""
KNEEWISE = (sys.executable, "-m", "kneewise")
ROOT = Path(__file__).parents[1]


def fill(home: Path, count: int, every_days: float, diary_days: int) -> None:
    """Make one home, in a process of its own."""
    call = f"fill({count}, {every_days}, {diary_days})"
    code = f"import django; django.setup(); from bench.long_history import fill; {call}"
    subprocess.run([sys.executable, "-c", code], env=_environment(home), cwd=ROOT, check=True)


def seconds(command: list[str], home: Path) -> float:
    """Time one process from start to end."""
    began = time.perf_counter()
    subprocess.run(command, env=_environment(home), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _environment(home: Path) -> dict[str, str]:
    return surroundings(KNEEWISE_HOME=str(home), DJANGO_SETTINGS_MODULE="kneewise.site.settings")


def main() -> None:
    """Make the homes, time the rounds, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"Python {platform.python_version()}, {rounds} rounds")
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder) / name for name in HOMES}
        for name, size in HOMES.items():
            fill(homes[name], *size)
        print("nothing was written for more than a week")
        compare(homes, rounds)
        log_a_night(homes, ON - timedelta(days=DAYS_AHEAD))
        print(f"a night was logged {DAYS_AHEAD} days before, nothing since")
        compare(homes, rounds)
        print("a night is logged")
        log_a_night(homes, ON)
        print("a night was logged that day")
        compare(homes, rounds)


def log_a_night(homes: dict[str, Path], on: date) -> None:
    """Log a night in each home, and print what it took."""
    for name, home in homes.items():
        took = seconds([*KNEEWISE, "log", "sleep", "--hours", "7", "--on", str(on)], home)
        print(f"  {name:20} {took:6.2f} s, once")


def compare(homes: dict[str, Path], rounds: int) -> None:
    """Time `today` in each home beside a bare start, and print the medians."""
    today = [*KNEEWISE, "today", "--on", str(ON)]
    commands = {"bare start": ([sys.executable, "-c", BARE], next(iter(homes.values())).parent / "bare")}
    commands |= {name: (today, home) for name, home in homes.items()}
    for command, home in commands.values():
        # Once beforehand, so that everything is compiled.
        seconds(command, home)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, home) in commands.items():
            times[name].append(seconds(command, home))
    bare = median(times["bare start"])
    for name, taken in times.items():
        print(f"  {name:20} {median(taken):6.2f} s   {median(taken) / bare:5.1f} x bare start")


if __name__ == "__main__":
    main()
