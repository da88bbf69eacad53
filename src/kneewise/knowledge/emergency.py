"""Whom to call, by country."""

from collections.abc import Mapping

from kneewise.knowledge.toml import folder_of, read_toml


def emergency_number(country: str) -> str | None:
    """Give the emergency number of a country (ISO code), or ``None`` where we do not know it."""
    return _numbers().get(country.upper())


def countries() -> tuple[str, ...]:
    """Give the countries (ISO codes) whose emergency number we know."""
    return tuple(sorted(_numbers()))


def _numbers() -> Mapping[str, str]:
    numbers: Mapping[str, str] = read_toml(folder_of("knowledge") / "emergency_numbers.toml")["numbers"]
    return numbers
