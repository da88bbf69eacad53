"""The runner's own choices."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings as django_settings
from django.utils.translation import gettext as _

from kneewise import knowledge
from kneewise.app import clock, parse
from kneewise.app.writing import write
from kneewise.model.errors import UsageError
from kneewise.model.runner import WEEKDAYS, GrowthPace, LoadChoice, Settings, Theme
from kneewise.model.zones import is_zone
from kneewise.present.dates import say_date
from kneewise.present.words import sentence
from kneewise.store.codec import Json, from_json, to_json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind
from kneewise.store.ref import RunnerRef

IN_GERMAN = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
"""What is typed for them as well, whatever the language; no short form means two days."""


def get(runner: RunnerRef) -> Settings:
    """Read the choices."""
    return recall_settings(runner)


def change(runner: RunnerRef, *, at: datetime, **changes: Any) -> Settings:  # noqa: ANN401 - words or values.
    """Change some of the choices; every one of them may change the plan, so a decision is stored.

    Raises:
        UsageError: There is no such setting, or it cannot be that.
    """
    read, chosen = parse_changes(changes), get(runner)
    if read.get("race_on") != to_json(chosen.race_on):
        _see_race_to_come(read.get("race_on"), clock.local(at, chosen).date())
    write(runner, RecordKind.SETTINGS, read, at=at)
    return get(runner)


def _see_race_to_come(kept: Json, today: date) -> None:
    """See that a race that is named lies ahead: of one that is over nothing could be said."""
    race_on = None if kept is None else from_json(date, kept)
    if race_on is not None and race_on < today:
        raise UsageError(
            _("%(day)s is over: say the day of a race to come, or none.")
            % {"day": say_date(race_on, "j F Y")}
        )


def parse_changes(changes: Mapping[str, object]) -> dict[str, Json]:
    """Read changes as they were typed."""
    for name in changes:
        see_name(name)
    if not changes:
        raise UsageError(_("Say which setting to change, such as %(example)s.") % {"example": "country=DE"})
    return {name: READERS[name](raw) for name, raw in changes.items()}


def changed(chosen: Settings, typed: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """Read a whole form of choices.

    Args:
        chosen: What holds now.
        typed: Every choice of the form, as it was typed.

    Returns:
        What would be another choice than now, and a sentence for each that cannot be.
    """
    kept = to_json(chosen)
    new: dict[str, object] = {}
    slips: dict[str, str] = {}
    for name, raw in typed.items():
        try:
            read = READERS[name](raw)
            is_new = not isinstance(kept, dict) or kept[name] != read
            if is_new and name == "race_on":
                _see_race_to_come(read, clock.today(chosen))
        except UsageError as slip:
            slips[name] = str(slip)
        else:
            if is_new:
                new[name] = raw
    return new, slips


def see_name(name: str) -> None:
    """See that there is such a setting.

    Raises:
        UsageError: There is none.
    """
    if name not in READERS:
        known = ", ".join(field.name for field in fields(Settings))
        raise UsageError(
            _("There is no setting “%(name)s”: there are %(known)s.") % {"name": name, "known": known}
        )


def languages() -> tuple[str, ...]:
    """Name the languages whose sentences are written: English is in the program, the others in catalogues."""
    own = django_settings.LANGUAGE_CODE
    found = (code for code, _name in django_settings.LANGUAGES if code == own or _has_catalogue(code))
    return tuple(found)


def _has_catalogue(code: str) -> bool:
    places = (Path(place) / code / "LC_MESSAGES" for place in django_settings.LOCALE_PATHS)
    return any((place / "django.mo").is_file() for place in places)


def _words(name: str) -> str:
    """Say what a choice is about."""
    return sentence(f"named.{name}")


def _zone(raw: object) -> str:
    name = str(raw).strip()
    if not is_zone(name):
        raise UsageError(
            _("“%(raw)s” is no time zone: say one such as %(example)s.")
            % {"raw": raw, "example": "Europe/Berlin"}
        )
    return name


def countries() -> tuple[str, ...]:
    """List the countries whose emergency number is known, by their codes; any other may be said."""
    return knowledge.countries()


SAID_FOR: Final[Mapping[str, str]] = {"UK": "GB"}
"""What people write for a country whose code is another one."""


def _country(raw: object) -> str:
    code = parse.text(raw).upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise UsageError(
            _("“%(raw)s” is no country: say its code of two letters, such as %(example)s.")
            % {"raw": raw, "example": "DE"}
        )
    return SAID_FOR.get(code, code)


def _days(raw: object) -> Json:
    """Read weekdays, as words or as numbers from 0 for Monday."""
    given = raw.replace(",", " ").split() if isinstance(raw, str) else raw
    if not isinstance(given, list | tuple | frozenset | set) or not given:
        raise UsageError(_("Say at least one day to run on, such as monday, thursday."))
    days: list[Json] = [*sorted({_weekday(one) for one in given})]
    return days


def _weekday(raw: object) -> int:
    found = weekday_of(raw)
    if found is None:
        raise UsageError(_("“%(raw)s” is no day of the week: say monday, tuesday …") % {"raw": raw})
    return found


def weekday_of(raw: object) -> int | None:
    """Read a day of the week, by its name or its number from 0 for Monday; ``None`` where it is none."""
    word = str(raw).strip().lower().rstrip(".")
    for day, names in enumerate(zip(WEEKDAYS, IN_GERMAN, strict=True)):
        if word == str(day) or any(word in {name, name[:3], name[:2]} for name in names):
            return day
    return None


def _goal(raw: object) -> Json:
    return None if _is_none(raw) else parse.amount(_words("goal_week_min"), raw, low=10, high=1200)


def _race_on(raw: object) -> Json:
    return None if _is_none(raw) else to_json(_day_to_come(raw))


def _day_to_come(raw: object) -> date | None:
    return parse.day(_words("race_on"), raw, today=clock.now().date(), future=True)


def _race_size(name: str, low: float, high: float) -> Callable[[object], Json]:
    return lambda raw: None if _is_none(raw) else parse.amount(_words(name), raw, low=low, high=high)


def _is_none(raw: object) -> bool:
    """Whether a goal is given up, and the usual running is it again."""
    return isinstance(raw, str) and raw.strip().lower() in {"none", "usual"}


def _mass(raw: object) -> Json:
    if raw == "?" or parse.is_unknown(raw):
        return None
    return parse.amount(_words("body_mass_kg"), raw, low=25, high=300)


def _switch(name: str) -> Callable[[object], Json]:
    def read(raw: object) -> Json:
        return parse.plain_yes_no(_words(name), raw) or False

    return read


READERS: Mapping[str, Callable[[object], Json]] = {
    "home_zone": _zone,
    "country": _country,
    "language": lambda raw: parse.choice(_words("language"), raw, languages()),
    "theme": lambda raw: parse.member(_words("theme"), raw, Theme).value,
    "miles": _switch("miles"),
    "running_days": _days,
    "load_choice": lambda raw: parse.member(_words("load_choice"), raw, LoadChoice).value,
    "growth_pace": lambda raw: parse.member(_words("growth_pace"), raw, GrowthPace).value,
    "has_bike": _switch("has_bike"),
    "has_pool": _switch("has_pool"),
    "has_bands": _switch("has_bands"),
    "has_weights": _switch("has_weights"),
    "has_gym": _switch("has_gym"),
    "goal_week_min": _goal,
    "race_on": _race_on,
    "race_min": _race_size("race_min", 5, 3000),
    "race_km": _race_size("race_km", 1, 300),
    "body_mass_kg": _mass,
}
