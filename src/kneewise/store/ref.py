"""Whose rows are meant: the first argument of every function of the store."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunnerRef:
    """One runner of this home; the number never leaves it."""

    runner_id: int
