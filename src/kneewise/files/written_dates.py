"""Read an instant as languages write it: 4 May 2026, 04.05.2026, 4 mai 2026 à 06:30, seconds since 1970."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from kneewise.files.xml import OLDEST

MONTHS: Final[Mapping[str, int]] = {
    start: month
    for month, starts in enumerate(
        (
            "jan gen ene sty led oca ian ιαν янв січ",
            "feb fev lut sub φεβ фев лют",
            "mar mrz mrt μαρ мар бер",
            "apr avr abr kwi nis απρ апр кві",
            "may mai maj mag mei μαι маи мая тра",
            "jun juin cze giu haz iun ιουν июн чер",
            "jul juil lip lug tem iul ιουλ июл лип",
            "aug aou ago ag sie agu αυγ авг сер",
            "sep set wrz eyl szep σεπ сен вер",
            "oct okt paz ott out eki οκτ окт жов",
            "nov lis kas noi νοε ноя лис",
            "dec dez dic gru ara des δεκ дек гру",
        ),
        start=1,
    )
    for start in starts.split()
}
"""How the names of months begin in English, German, French, Spanish, Polish and others, without accents."""

CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s?m\b)?")
DOTTED: Final = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?()$")
"""The clock as it is written in Danish, Finnish and Indonesian, behind the day."""

HALVES: Final = ((("午前", "上午", "오전", "π.μ"), "a"), (("午後", "下午", "오후", "μ.μ"), "p"))
"""Words for the half of the day, where the clock goes to twelve."""

SECONDS: Final = re.compile(r"\d{9,10}(?:\.\d+)?")


def moment_of(written: str) -> datetime | None:
    """Read an instant in UTC; ``None`` where it is none, or could be one of two days."""
    text = _plain(written)
    try:
        read = datetime.fromtimestamp(float(text), UTC) if SECONDS.fullmatch(text) else _read(text)
    except (ValueError, OverflowError, OSError):
        return None
    return read if read >= OLDEST else None


def _plain(written: str) -> str:
    """Write small letters without accents, and ordinary blanks."""
    apart = unicodedata.normalize("NFKD", written.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def _read(text: str) -> datetime:
    clock = CLOCK.search(text) or DOTTED.search(text)
    if clock is None:
        raise ValueError(text)
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    half = clock[4] or _half(text)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    year, month, day = _day(text[: clock.start()] + " " + text[clock.end() :])
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def _half(text: str) -> str:
    return next((half for words, half in HALVES if any(_plain(word) in text for word in words)), "")


def _day(text: str) -> tuple[int, int, int]:
    numbers = [int(found) for found in re.findall(r"\d+", text)]
    months = [number for word in re.findall(r"[^\W\d_]{2,}", text) if (number := _month(word))]
    if months and len(numbers) == 2:
        return max(numbers), months[0], min(numbers)
    first, second, third = numbers
    if first > 31:
        return first, second, third
    if "/" in text and first <= 12 and second <= 12 and first != second:
        raise ValueError(text)
    day_first = "/" not in text or first > 12
    return (third, second, first) if day_first else (third, first, second)


def _month(word: str) -> int | None:
    return MONTHS.get(word[:4]) or MONTHS.get(word[:3])
