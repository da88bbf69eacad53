"""Reads the numbers of the virtual knee and draws runners from them."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np

FILE = Path(__file__).with_name("parameters.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One number of the model, how runners differ in it, and where it comes from."""

    value: float
    spread: float
    shape: Literal["normal", "lognormal"]
    least: float
    most: float
    low: float
    high: float
    unit: str
    basis: Literal["checked", "derived", "memory", "design"]
    sources: tuple[str, ...]
    note: str

    def of_runner(self, deviate: float, value: float) -> float:
        """Place one runner, by a standard normal deviate, about the value of the middle runner."""
        drawn = (
            value * math.exp(self.spread * deviate)
            if self.shape == "lognormal"
            else value + self.spread * deviate
        )
        return min(self.most, max(self.least, drawn))


@cache
def parameters() -> Mapping[str, Parameter]:
    """Read all numbers, by name, in the order of the file."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    del tables["sources"]
    return {name: Parameter(**{**said, "sources": tuple(said["sources"])}) for name, said in tables.items()}


def draw(chance: np.random.Generator, changed: Mapping[str, float]) -> dict[str, float]:
    """Draw one runner's numbers.

    Args:
        chance: The runner's own; each number takes one deviate, so that a changed value changes nothing else.
        changed: Values for the middle runner other than those of the file, for a sweep.
    """
    return {
        name: one.of_runner(float(chance.standard_normal()), changed.get(name, one.value))
        for name, one in parameters().items()
    }
