"""The last weeks of sleep as a small chart: a bar a night, the guide's hours as a band."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.numbers import house_numbers
from kneewise.model.diary import Sleep
from kneewise.present.dates import say_date
from kneewise.present.words import say_decimal
from kneewise.web.pages.parts import NB

DAYS: Final = 28
MOST_H: Final = 12
"""The chart ends here; a longer night is drawn as long as this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One night of the chart, in percent, and in words."""

    x: float
    y: float
    height: float
    day: str
    hours: str
    quality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nights:
    """The chart: its bars, the guide's band, and a sentence for those who do not see it."""

    bars: tuple[Night, ...]
    width: float
    band: tuple[float, float]
    low: str
    high: str
    first: str
    last: str
    sentence: str


def show_nights(sleeps: Iterable[Sleep], on: date) -> Nights | None:
    """Draw the nights that are known; of one night each part that was said last counts."""
    opens = on - timedelta(days=DAYS - 1)
    told: dict[date, dict[str, object]] = {}
    for sleep in sorted(sleeps, key=lambda one: (one.on, one.at)):
        if sleep.on >= opens:
            parts = {"hours": sleep.hours, "quality": sleep.quality_0_10}
            told.setdefault(sleep.on, {}).update(
                {name: part for name, part in parts.items() if part is not None}
            )
    if not told:
        return None
    low, high = house_numbers().step7_recovery.sleep_h.values
    known = [float(str(one["hours"])) for one in told.values() if "hours" in one]
    within = sum(low <= hours <= high for hours in known)
    said = _(
        "Nights with hours in the last four weeks: %(known)s. From %(low)s to %(high)s hours: %(within)s."
    )
    return Nights(
        bars=tuple(_night(day, parts, opens) for day, parts in sorted(told.items())),
        width=round(70 / DAYS, 2),
        band=(round(100 - 100 * high / MOST_H, 2), round(100 * (high - low) / MOST_H, 2)),
        low=say_decimal(f"{low:g}"),
        high=say_decimal(f"{high:g}"),
        first=say_date(opens, "j M"),
        last=say_date(on, "j M"),
        sentence=said
        % {
            "known": len(known),
            "within": within,
            "low": say_decimal(f"{low:g}"),
            "high": say_decimal(f"{high:g}"),
        },
    )


def _night(day: date, parts: dict[str, object], opens: date) -> Night:
    hours = parts.get("hours")
    height = 100 * min(float(str(hours)), MOST_H) / MOST_H if hours is not None else 0
    quality = parts.get("quality")
    return Night(
        x=round(100 * (day - opens).days / DAYS, 2),
        y=round(100 - height, 2),
        height=round(height, 2),
        day=say_date(day, "D j M").replace(" ", NB),
        hours="–" if hours is None else say_decimal(f"{float(str(hours)):.1f}"),
        quality=str(quality) if isinstance(quality, int) else "–",
    )
