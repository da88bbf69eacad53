"""What somebody typed, as values of the model: one sentence says what is wrong and what would be right.

Commands, forms and answers files give words, numbers or nothing; ``None`` and ``""`` are "not said".
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from django.utils.translation import gettext as _

from kneewise.model.answers import UNKNOWN, Unknown
from kneewise.model.diary import Score, YesNo
from kneewise.model.errors import UsageError
from kneewise.model.places import Side
from kneewise.present.dates import say_date

E = TypeVar("E", bound=StrEnum)

YES = frozenset({"yes", "y", "true", "1", "on", "ja", "j"})
NO = frozenset({"no", "n", "false", "0", "off", "nein"})
NOT_KNOWN = frozenset(
    {
        *(UNKNOWN.value, "?", "not known", "not sure", "unsure", "im not sure", "i am not sure"),
        *("dont know", "i dont know", "do not know", "i do not know"),
        *(
            "weiß nicht",
            "weiß ich nicht",
            "ich weiß nicht",
            "weiss nicht",
            "weiss ich nicht",
            "ich weiss nicht",
        ),
    }
)
"""As they are read: small, without apostrophes and the sign behind them."""
SIDES = {
    "links": "left",
    "linkes": "left",
    "l": "left",
    "rechts": "right",
    "rechtes": "right",
    "r": "right",
    "beide": "both",
    "left and right": "both",
    "right and left": "both",
}
"""Other words for the knees, and what they are called inside."""
BESIDE_A_SIDE = frozenset({"the", "my", "knee", "knees", "knie", "das", "die", "mein", "meine"})
LONGEST_TEXT = 2000
FIRST_YEAR = 1900
"""No day of a runner lies before it; a year in two digits does."""
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)


@contextmanager
def part(name: str) -> Iterator[None]:
    """Read one part; a slip in it says which part it is in, for those who show it beside its field."""
    try:
        yield
    except UsageError as slip:
        slip.field = slip.field or name
        raise


def is_unsaid(raw: object) -> bool:
    """Whether nothing was said."""
    return raw is None or raw == ""


def is_unknown(raw: object) -> bool:
    """Whether it was said to be not known."""
    return raw is UNKNOWN or (isinstance(raw, str) and _plain(raw) in NOT_KNOWN)


def _plain(raw: str) -> str:
    return raw.strip().lower().replace("’", "").replace("'", "").rstrip(".!")


def knee(raw: object) -> str:
    """Name a knee, or both, as it is called inside."""
    typed = _plain(str(raw))
    word = " ".join(one for one in typed.split() if one not in BESIDE_A_SIDE)
    return SIDES.get(word, word or typed)


def side(raw: object) -> Side:
    """Read which knee."""
    word = knee(raw)
    if word not in set(Side):
        raise UsageError(_("“%(raw)s” is no knee: say left or right.") % {"raw": raw})
    return Side(word)


def score(name: str, raw: object) -> Score:
    """Read a score, 0 to 10."""
    if is_unsaid(raw):
        return None
    if is_unknown(raw):
        return UNKNOWN
    read = _whole(raw)
    if read is None or not 0 <= read <= 10:
        raise UsageError(
            _("“%(raw)s” is no score for %(name)s: say a whole number from 0 to 10, or ?.")
            % {"raw": raw, "name": name}
        )
    return read


def yes_no(name: str, raw: object) -> YesNo:
    """Read a yes or a no."""
    if is_unsaid(raw):
        return None
    if is_unknown(raw):
        return UNKNOWN
    word = _plain(str(raw))
    if word in YES:
        return True
    if word in NO:
        return False
    raise UsageError(_("“%(raw)s” is no answer for %(name)s: say yes, no or ?.") % {"raw": raw, "name": name})


def plain_yes_no(name: str, raw: object) -> bool | None:
    """Read a yes or a no where "not known" is the same as not said."""
    read = yes_no(name, raw)
    return None if isinstance(read, Unknown) else read


def amount(name: str, raw: object, *, low: float = 0, high: float) -> float | None:
    """Read a number within limits, both included."""
    if is_unsaid(raw):
        return None
    try:
        read = float(str(raw).replace(",", "."))
    except ValueError:
        read = float("nan")
    if isinstance(raw, bool) or not low <= read <= high:
        raise UsageError(
            _("“%(raw)s” is no number for %(name)s: say one from %(low)s to %(high)s.")
            % {"raw": raw, "name": name, "low": f"{low:g}", "high": f"{high:g}"}
        )
    return read


def count(name: str, raw: object, *, low: int = 0, high: int) -> int | None:
    """Read a whole number within limits, both included."""
    read = amount(name, raw, low=low, high=high)
    if read is None:
        return None
    if read != int(read):
        raise UsageError(
            _("“%(raw)s” is no whole number for %(name)s: leave out what is behind the point.")
            % {"raw": raw, "name": name}
        )
    return int(read)


def day(name: str, raw: object, *, today: date, future: bool = False) -> date | None:
    """Read a date; one that is still to come is a slip, except where it may be."""
    if is_unsaid(raw):
        return None
    try:
        read = raw if type(raw) is date else a_date(str(raw))
    except ValueError:
        read = None
    if read is None or read.year < FIRST_YEAR:
        raise UsageError(
            _("“%(raw)s” is no date for %(name)s: write it as %(example)s.")
            % {"raw": raw, "name": name, "example": today.isoformat()}
        )
    if read > today and not future:
        raise UsageError(
            _("%(raw)s is in the future: %(name)s can be %(today)s at the latest.")
            % {"raw": say_date(read, "j F Y"), "name": name, "today": say_date(today, "j F Y")}
        )
    return read


def a_date(said: str) -> date:
    """Read ``2026-11-23``, or ``23.11.2026``.

    Raises:
        ValueError: It is neither.
    """
    dotted = DOTTED.fullmatch(said.strip())
    if dotted is None:
        return date.fromisoformat(said)
    on, month, year = map(int, dotted.groups())
    return date(year, month, on)


def instant(name: str, raw: object) -> datetime:
    """Read an instant with its offset."""
    try:
        read = raw if isinstance(raw, datetime) else datetime.fromisoformat(str(raw))
    except ValueError:
        read = None
    if read is None or read.tzinfo is None:
        raise UsageError(
            _("“%(raw)s” is no time for %(name)s: write it as %(example)s.")
            % {"raw": raw, "name": name, "example": "2026-11-23T18:30+01:00"}
        )
    return read


def clock(name: str, raw: object) -> str | None:
    """Read a time of day, and write it as ``07:30``."""
    if is_unsaid(raw):
        return None
    try:
        return datetime.strptime(str(raw).strip(), "%H:%M").strftime("%H:%M")  # noqa: DTZ007 - it has no zone.
    except ValueError:
        raise UsageError(
            _("“%(raw)s” is no time of day for %(name)s: write it as %(example)s.")
            % {"raw": raw, "name": name, "example": "07:30"}
        ) from None


def choice(name: str, raw: object, choices: Sequence[str]) -> str:
    """Read one of several words, however it is spaced and whatever is written large in it."""
    word = str(raw).strip()
    word = word if word in choices else joined(word)
    if word not in choices:
        raise UsageError(
            _("“%(raw)s” is not one of the answers for %(name)s: say %(choices)s.")
            % {"raw": raw, "name": name, "choices": ", ".join(choices)}
        )
    return word


def joined(word: str) -> str:
    """Write words as identifiers are written: small, with a line between."""
    return "_".join(word.lower().replace("-", " ").split())


def member(name: str, raw: object, words: type[E]) -> E:
    """Read one word of an enumeration."""
    return words(choice(name, raw, [word.value for word in words]))


def text(raw: object) -> str:
    """Read free text: without signs that no screen shows, and not endless."""
    if raw is None:
        return ""
    shown = "".join(sign for sign in str(raw) if sign.isprintable() or sign == "\n")
    return shown.strip()[:LONGEST_TEXT]


def _whole(raw: object) -> int | None:
    """Read a whole number; true and false are none."""
    if isinstance(raw, bool):
        return None
    try:
        read = float(str(raw))
        return int(read) if read == int(read) else None
    except (ValueError, OverflowError):
        return None
