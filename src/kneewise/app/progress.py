"""How long work tells how far it has come."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Told after each file or activity: how many are done, of how many, and its name."""


def untold(_done: int, _all: int, _name: str) -> None:
    """Tell nobody."""
