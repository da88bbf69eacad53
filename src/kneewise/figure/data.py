"""The package's own tables, read once."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Spots = Sequence[Sequence[float]]
"""An outline: places of two numbers, or rows of more."""


@cache
def read(name: str) -> Mapping[str, Any]:
    """Read one of the TOML files that lie here."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def length(name: str) -> float:
    """Give a length of the skeleton, as a share of standing height."""
    return float(read("skeleton")["length"][name]["value"])


def drawing(part: str, name: str) -> Spots:
    """Give an outline that was drawn by hand."""
    found: Spots = read("drawings")[part][name]
    return found


@cache
def style() -> str:
    """Write the stylesheet that every picture needs; a page with many of them needs it once."""
    sheet = (Path(__file__).parent / "static" / "figure" / "runner.css").read_text(encoding="utf-8")
    return " ".join(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL).split())
