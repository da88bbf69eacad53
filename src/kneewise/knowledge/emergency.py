"""Whom to call, by country."""

from kneewise.knowledge.toml import folder_of, read_toml


def emergency_number(country: str) -> str | None:
    """Give the emergency number of a country (ISO code), or ``None`` where we do not know it."""
    numbers = read_toml(folder_of("knowledge") / "emergency_numbers.toml")["numbers"]
    number: str | None = numbers.get(country.upper())
    return number
