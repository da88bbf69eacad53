"""The languages on offer: English, and each that somebody translated."""

from pathlib import Path
from typing import Final

NAMES: Final = {"en": "English", "de": "Deutsch"}


def with_catalogue(locale: Path) -> list[tuple[str, str]]:
    """List the languages whose sentences are there; half a translation of dates alone is none."""
    return [
        (code, name)
        for code, name in NAMES.items()
        if code == "en" or (locale / code / "LC_MESSAGES" / "django.mo").is_file()
    ]
