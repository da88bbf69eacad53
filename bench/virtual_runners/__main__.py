"""Asks four policies to lead virtual runners through 26 weeks, and prints what came of it.

A model, and no evidence about people: docs/virtual-runners.md. Run it with
``python -m bench.virtual_runners [--runners N] [--sweep-runners N] [--workers N] [--kept FILE]``.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from bench.virtual_runners.tables import of_each_policy, of_each_setting, where_it_does_not_win
from bench.virtual_runners.trial import AS_IT_IS, POLICIES, Result, Setting, all_settings, try_all

NO_EVIDENCE = "This is a model, and no evidence about people."


def main() -> None:
    """Try the runners and print the tables, first that in which Kneewise does not win."""
    asked = _asked()
    swept = asked.sweep_runners > 0
    settings = [one for one in all_settings() if one.name == AS_IT_IS or (swept and _is_wanted(one, asked))]
    counts = [(one, asked.runners if one.name == AS_IT_IS else asked.sweep_runners) for one in settings]
    by_setting: dict[str, list[Result]] = defaultdict(list)
    for result in try_all(asked.seed, counts, workers=asked.workers, kept=asked.kept):
        by_setting[result.setting].append(result)
    print(f"{NO_EVIDENCE}\n\n{_where(asked)}\n")
    print(where_it_does_not_win(by_setting), of_each_policy(by_setting[AS_IT_IS]), sep="\n\n")
    swept_alike = {name: results[: asked.sweep_runners or None] for name, results in by_setting.items()}
    print(f"\n{of_each_setting(swept_alike)}\n\n{_taken(by_setting[AS_IT_IS])}\n\n{NO_EVIDENCE}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runners", type=int, default=100, help="of the model as it is")
    parser.add_argument("--sweep-runners", type=int, default=0, help="of each setting of the sweep; 0: none")
    parser.add_argument("--only", nargs="*", default=(), help="names of numbers: no others are swept")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, help="a file that results are kept in, to go on from")
    return parser.parse_args()


def _is_wanted(setting: Setting, asked: argparse.Namespace) -> bool:
    return not asked.only or bool(setting.changed.keys() & set(asked.only))


def _where(asked: argparse.Namespace) -> str:
    command = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    machine = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    counts = f"{asked.runners} runners as it is, {asked.sweep_runners} in each setting, seed {asked.seed}"
    return f"{counts}, commit {commit}; {machine}."


def _taken(results: list[Result]) -> str:
    means = {name: fmean(one.seconds[name] for one in results) for name in POLICIES}
    return "Seconds a runner: " + ", ".join(f"{name} {taken:.2f}" for name, taken in means.items()) + "."


if __name__ == "__main__":
    main()
