"""The many names of sports, sorted into the few that the plan tells apart."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kneewise.model.sport import Sport

WORDS: Final[Mapping[Sport, str]] = MappingProxyType(
    {
        Sport.RUNNING: "run running jog jogging treadmill trailrun trailrunning virtualrun",
        Sport.WALKING: "walk walking speedwalking",
        Sport.HIKING: "hike hiking mountaineering snowshoe snowshoeing",
        Sport.CYCLING: (
            "bike biking ride cycling ebike ebikeride virtualride "
            "mountainbikeride gravelride spinning velomobile mtb cyclocross bicycle bicycling"
        ),
        Sport.SWIMMING: "swim swimming openwater lapswimming aquajogging",
        Sport.ROWING: "row rowing indoorrowing virtualrow",
        Sport.STRENGTH: "strength strengthtraining weighttraining",
        Sport.TEAM_OR_COURT: (
            "soccer football basketball tennis volleyball handball hockey rugby lacrosse "
            "baseball softball cricket badminton squash padel pickleball racquetball tabletennis "
            "racket americanfootball"
        ),
        Sport.OTHER: "ski skiing wheelchair elliptical swimrun",
    }
)
BY_WORD: Final = {word: sport for sport, words in WORDS.items() for word in words.split()}

PLACE: Final = "treadmill"
"""Where people run, unless another word says what else they did on it."""

WATER: Final = frozenset({"aqua", "water", "pool"})
"""Beside running: the floating kind, which no foot lands in."""

STEPPED: Final = frozenset({Sport.WALKING, Sport.HIKING})

STRAVA_NUMBERS: Final[Mapping[str, Sport]] = MappingProxyType(
    {
        "1": Sport.CYCLING,
        "4": Sport.HIKING,
        "9": Sport.RUNNING,
        "10": Sport.WALKING,
        "16": Sport.SWIMMING,
    }
)
"""What Strava writes into the type of a GPX track."""

SUB_SPORTS: Final[Mapping[str, Sport]] = MappingProxyType(
    {
        "treadmill": Sport.RUNNING,
        "virtual_run": Sport.RUNNING,
        "indoor_running": Sport.RUNNING,
        "track": Sport.RUNNING,
        "trail": Sport.RUNNING,
        "street": Sport.RUNNING,
        "indoor_cycling": Sport.CYCLING,
        "spin": Sport.CYCLING,
        "indoor_rowing": Sport.ROWING,
        "lap_swimming": Sport.SWIMMING,
        "open_water": Sport.SWIMMING,
        "strength_training": Sport.STRENGTH,
        "indoor_walking": Sport.WALKING,
        "casual_walking": Sport.WALKING,
        "speed_walking": Sport.WALKING,
    }
)
"""What tells the sport where FIT says only generic, training or fitness equipment."""

VAGUE: Final = frozenset({"", "generic", "training", "fitness_equipment", "all"})


def sport_named(written: str) -> Sport | None:
    """Find the sport of a word or of Strava's number; ``None`` where it says nothing to us.

    Several sports at once are none of them.
    """
    word = written.strip().lower()
    if word in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[word]
    joined = re.sub(r"[^a-z]", "", word)
    if joined in BY_WORD:
        return BY_WORD[joined]
    parts = re.split(r"[^a-z]+", word)
    known = [BY_WORD[part] for part in parts if part in BY_WORD and part != PLACE]
    if Sport.RUNNING in known and not WATER.isdisjoint(parts):
        return Sport.SWIMMING
    if not known:
        return BY_WORD[PLACE] if PLACE in parts else None
    return _one_of(frozenset(known), known[-1])


def _one_of(sports: frozenset[Sport], last: Sport) -> Sport:
    """Choose among the sports of one name; the legs of a triathlon are no run, whichever is named last."""
    if sports == {Sport.RUNNING, Sport.WALKING}:
        # Runs and walks in turn are how a runner comes back.
        return Sport.RUNNING
    return last if len(sports) == 1 or sports == STEPPED else Sport.OTHER


def sport_of_fit(sport: str, sub_sport: str) -> Sport:
    """Find the sport of FIT's two words."""
    if "wheelchair" in sub_sport:
        return Sport.OTHER
    if sport in VAGUE:
        return SUB_SPORTS.get(sub_sport, Sport.OTHER)
    return sport_named(sport) or Sport.OTHER
