"""Whom to call, by country."""

from collections.abc import Mapping
from typing import Any

from kneewise.knowledge.toml import folder_of, read_toml


def emergency_number(country: str) -> str | None:
    """Give the emergency number of a country (ISO code), or ``None`` where we do not know it."""
    number: str | None = _read()["numbers"].get(country.upper())
    return number


def countries() -> tuple[str, ...]:
    """Give the countries (ISO codes) whose emergency number we know."""
    return tuple(sorted(_read()["numbers"]))


def help_line(country: str) -> str | None:
    """Name whom to ask by telephone where it is urgent and no emergency; ``None`` where we know nobody."""
    line = _read()["help_lines"].get(country.upper())
    return str(line["called"]) if line else None


def _read() -> Mapping[str, Any]:
    return read_toml(folder_of("knowledge") / "emergency_numbers.toml")
