"""What apps call a session that nobody named: the sport, with a day, a time or a distance beside it.

Their GPX often has no type: "Running 10/26/13 5:09 pm", "20231013 Outdoor cycling", "3.85mi Hike".
"""

import re
from collections.abc import Mapping
from typing import Final

from kneewise.files.sports import BY_WORD
from kneewise.files.strava_sports import SPORTS
from kneewise.model.sport import Sport

WORD: Final = re.compile(r"[^\W\d_]+")
TIMES: Final = ("am", "pm", "a", "p", "m", "morning", "lunch", "afternoon", "evening", "night")
BESIDE: Final = frozenset((*TIMES, "km", "mi", "mile", "miles", "on", "outdoor", "indoor", "workout"))
"""What stands beside the sport: the time of day, the unit of a distance, where it was."""

KINDS: Final = frozenset(("mountain", "road", "trail", "track", "street", "gravel", "virtual", "nordic"))
"""Words before a sport that leave it what it is."""

PLACES: Final = frozenset(("trail", "course"))
"""Kinds of running in one language, and where anybody goes in another."""

PAST: Final[Mapping[str, Sport]] = {
    "ran": Sport.RUNNING,
    "walked": Sport.WALKING,
    "hiked": Sport.HIKING,
    "biked": Sport.CYCLING,
    "cycled": Sport.CYCLING,
}


def sport_of_name(name: str) -> Sport | None:
    """Find the sport of a name that says nothing else; the runner's own words are not guessed at."""
    words = [word for word in WORD.findall(name.casefold()) if word not in BESIDE]
    whole = " ".join(words)
    if not words or whole in PLACES:
        return None
    alone = BY_WORD.get("".join(words)) or SPORTS.get(whole) or PAST.get(whole)
    return alone or (BY_WORD.get(words[-1]) if KINDS.issuperset(words[:-1]) else None)
