"""The parts of a diary record: how each is read, and as which JSON a program sends it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.app.exercise_words import exercise_named, exercise_names
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import SCORES
from kneewise.model.errors import UsageError
from kneewise.model.places import Side
from kneewise.present.guide import STEPS
from kneewise.present.words import sentence
from kneewise.store.codec import Json, to_json

Reader = Callable[[str, object, date], Json]
"""Takes the part's name, what was typed, and today."""

MOST_SETS: Final = 20
BOTH: Final = "both"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a record.

    Attributes:
        read: Reads it as somebody typed it, or as a program sent it.
        schema: As which JSON a program sends it; the words that people type are read as well.
    """

    read: Reader
    schema: Mapping[str, Any]

    def called(self, other: str) -> "Part":
        """Give the same part by another name in what is said of it."""
        return replace(self, read=lambda _name, raw, today: self.read(other, raw, today))


def words(name: str) -> str:
    """Say what a part is about."""
    return sentence(f"field.{name}")


def one_of(kinds: type[StrEnum]) -> Part:
    """Take one word of an enumeration."""
    return Part(
        lambda name, raw, _today: parse.member(words(name), raw, kinds).value, {"enum": [*map(str, kinds)]}
    )


def up_to(high: float) -> Part:
    """Take an amount."""
    return Part(
        lambda name, raw, _today: parse.amount(words(name), raw, high=high), _between("number", 0, high)
    )


def from_one_to(high: float) -> Part:
    """Take an amount of at least one."""
    return Part(
        lambda name, raw, _today: parse.amount(words(name), raw, low=1, high=high),
        _between("number", 1, high),
    )


def count_to(high: int) -> Part:
    """Take a whole number."""
    return Part(
        lambda name, raw, _today: parse.count(words(name), raw, high=high), _between("integer", 0, high)
    )


def row_to(high: int) -> Part:
    """Take whole numbers, one for each set: a list, or typed as ``12, 12, 10``."""

    def read(name: str, raw: object, _today: date) -> Json:
        given = raw.replace(",", " ").split() if isinstance(raw, str) else raw
        each = given if isinstance(given, list | tuple) else [given]
        parse.count(words("sets"), len(each), high=MOST_SETS)
        row = [parse.count(words(name), one, high=high) for one in each]
        counted: list[Json] = [one for one in row if one is not None]
        return counted or None

    return Part(read, {"type": "array", "items": _between("integer", 0, high), "maxItems": MOST_SETS})


def _between(kind: str, low: float, high: float) -> dict[str, Any]:
    return {"type": kind, "minimum": low, "maximum": high}


def _or_unknown(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"const": UNKNOWN.value}]}


def _words(_name: str, raw: object, _today: date) -> Json:
    return UNKNOWN.value if parse.is_unknown(raw) else parse.text(raw) or None


def _leg(name: str, raw: object, _today: date) -> Json:
    if parse.is_unsaid(raw):
        return None
    word = parse.choice(words(name), str(raw).strip().lower(), (*Side, BOTH))
    return None if word == BOTH else word


def _exercise(name: str, raw: object, _today: date) -> Json:
    return parse.choice(words(name), exercise_named(str(raw)), exercise_names())


def _times(name: str, raw: object, _today: date) -> Json:
    if not raw:
        return None
    if not isinstance(raw, Mapping) or not set(raw) <= set(SCORES):
        raise UsageError(_("There are times for %(scores)s, and no others.") % {"scores": ", ".join(SCORES)})
    return {str(score): parse.instant(words(name), at).isoformat() for score, at in raw.items()}


TEXT_JSON: Final = {"type": "string"}
DAY_JSON: Final = {"type": "string", "format": "date"}
TIME_JSON: Final = {"type": "string", "format": "date-time"}
YES_NO_JSON: Final = {"type": "boolean"}

CLOCK_PATTERN: Final = "^([01][0-9]|2[0-3]):[0-5][0-9]$"

SCORE: Final = Part(
    lambda name, raw, _today: to_json(parse.score(words(name), raw)), _or_unknown(_between("integer", 0, 10))
)
YES_NO: Final = Part(
    lambda name, raw, _today: to_json(parse.yes_no(words(name), raw)), _or_unknown(YES_NO_JSON)
)
PLAIN: Final = Part(lambda name, raw, _today: parse.plain_yes_no(words(name), raw), YES_NO_JSON)
"""A yes or a no, where "not known" is the same as not said."""
TEXT: Final = Part(lambda _name, raw, _today: parse.text(raw) or None, TEXT_JSON)
WORDS: Final = Part(_words, TEXT_JSON)
"""Something in the runner's own words, which may be that it is not known."""
SIDE: Final = Part(lambda _name, raw, _today: parse.side(raw).value, {"enum": [*map(str, Side)]})
LEG: Final = Part(_leg, {"enum": [*map(str, Side), BOTH]})
"""Which leg; both is what is left unsaid."""
DAY: Final = Part(lambda name, raw, today: to_json(parse.day(words(name), raw, today=today)), DAY_JSON)
ANY_DAY: Final = Part(
    lambda name, raw, today: to_json(parse.day(words(name), raw, today=today, future=True)), DAY_JSON
)
INSTANT: Final = Part(
    lambda name, raw, _today: None if not raw else parse.instant(words(name), raw).isoformat(), TIME_JSON
)
STEP: Final = Part(lambda name, raw, _today: parse.choice(words(name), raw, tuple(STEPS)), {"enum": [*STEPS]})
EXERCISE: Final = Part(_exercise, TEXT_JSON)
CLOCK: Final = Part(
    lambda name, raw, _today: parse.clock(words(name), raw), {"type": "string", "pattern": CLOCK_PATTERN}
)
"""A time of a day, as a clock on the wall shows it."""
TIMES: Final = Part(
    _times, {"type": "object", "properties": dict.fromkeys(SCORES, TIME_JSON), "additionalProperties": False}
)
"""The instants of single scores: by name, each aware."""
