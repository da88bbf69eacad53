"""Settings: every choice that is kept, in sections, and where the data lies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.home import Holding
from kneewise.app.numbers import house_numbers
from kneewise.app.settings import countries
from kneewise.model.evidence import because
from kneewise.model.runner import GrowthPace, LoadChoice, Settings, Theme
from kneewise.model.zones import places_of_zones
from kneewise.present.words import say_decimal
from kneewise.web.pages.fields import Asking, Field, Sent
from kneewise.web.pages.parts import Fact, Link, ReasonShown, show_reasons

FORM: Final = "settings"
HAS: Final = ("has_bike", "has_pool", "has_bands", "has_weights", "has_gym")
"""What the runner has, one tick each, in a field of its own."""

EMPTY: Final[Mapping[str, str]] = {
    "goal_week_min": "usual",
    "race_on": "none",
    "race_min": "none",
    "race_km": "none",
    "body_mass_kg": "unknown",
}
"""What an empty field says of these."""

TEXTS: Final = ("home_zone", "country", *EMPTY)
WORDS: Final = ("language", "theme", "miles", "load_choice", "growth_pace")
KIB: Final = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Fields that belong together; ``reasons`` speak of the last of them."""

    id: str
    title: str
    fields: tuple[Field, ...]
    reasons: tuple[ReasonShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """The whole page; ``slipped`` leads to each field that is wrong, in the order of the page."""

    sections: tuple[Section, ...]
    problem: str
    slipped: tuple[Link, ...]
    kept: str
    data: tuple[Fact, ...]
    has_rows: bool


def read_form(typed: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Take the choices of the form that came back; what was left empty is said as the core says it."""
    said: dict[str, object] = {
        name: _first(typed, name).strip() or EMPTY.get(name, "") for name in (*TEXTS, *WORDS) if name in typed
    }
    said["running_days"] = list(typed.get("running_days", ()))
    return said | {name: name in typed.get("has", ()) for name in HAS}


def show_settings(
    chosen: Settings, sent: Sent, *, languages: Mapping[str, str], holding: Holding, kept: str
) -> SettingsPage:
    """Set out the form, and what the home holds."""
    ask = Asking(form=FORM, sent=sent, kept=_kept(chosen))
    sections = (_page(ask, languages), _place(ask), _running(ask), _goal(ask), _things(ask), _body(ask))
    return SettingsPage(
        sections=sections,
        problem=ask.problem,
        slipped=tuple(
            Link(said=f"{field.said}: {field.slip}", address=f"#{field.id}")
            for section in sections
            for field in section.fields
            if field.slip
        ),
        kept=kept,
        data=(
            Fact(name=_("Folder"), said=holding.folder),
            Fact(name=_("It holds"), said=say_holding(holding)),
        ),
        has_rows=holding.has_rows,
    )


def _kept(chosen: Settings) -> Mapping[str, Sequence[str]]:
    texts = {name: _plain(getattr(chosen, name)) for name in TEXTS}
    return {
        **{name: (text,) for name, text in texts.items()},
        "language": (chosen.language,),
        "theme": (chosen.theme.value,),
        "miles": ("yes" if chosen.miles else "no",),
        "load_choice": (chosen.load_choice.value,),
        "growth_pace": (chosen.growth_pace.value,),
        "running_days": tuple(str(day) for day in chosen.running_days),
        "has": tuple(name for name in HAS if getattr(chosen, name)),
    }


def _page(ask: Asking, languages: Mapping[str, str]) -> Section:
    themes = {
        Theme.SYSTEM.value: _("As the system"),
        Theme.LIGHT.value: _("Light"),
        Theme.DARK.value: _("Dark"),
    }
    fields = [
        ask.one("theme", _("Light or dark"), themes),
        ask.one("miles", _("Distances"), {"no": _("Kilometres"), "yes": _("Miles")}),
    ]
    note = _("More appear here when they are translated.") if len(languages) < 2 else ""
    fields.append(ask.one("language", _("Language"), languages, note=note))
    return Section(id="page", title=_("This page"), fields=tuple(fields))


def _place(ask: Asking) -> Section:
    return Section(
        id="place",
        title=_("Where you live"),
        fields=(
            ask.offered(
                "country",
                _("Country"),
                countries(),
                note=_("Two letters, such as GB or DE. It decides which emergency number is named."),
            ),
            ask.offered(
                "home_zone",
                _("Time zone"),
                places_of_zones(),
                note=_("Your days are counted in it: such as Europe/Berlin."),
            ),
        ),
    )


def _running(ask: Asking) -> Section:
    days = {str(number): str(name) for number, name in WEEKDAYS_ABBR.items()}
    loads = {LoadChoice.CUT.value: _("Shorter runs"), LoadChoice.SWAP.value: _("Some by bike or pool")}
    paces = {GrowthPace.GUIDE.value: _("As the guide"), GrowthPace.EVIDENCE.value: _("Wider")}
    return Section(
        id="running",
        title=_("Your running"),
        fields=(
            ask.many("running_days", _("Days you can run on"), days),
            ask.one("load_choice", _("In the calm weeks"), loads),
            ask.one("growth_pace", _("How fast a week may grow"), paces),
        ),
        reasons=_both_sides(),
    )


def _both_sides() -> tuple[ReasonShown, ...]:
    """Give the reason for the guide's pace and the one for the wider."""
    numbers = house_numbers().engine
    guide = because("tips.week_pace", numbers.week_more_percent)
    wider = because("caps.week", numbers.week_more_evidence_percent)
    return show_reasons((guide, wider))


def _goal(ask: Asking) -> Section:
    return Section(
        id="goal",
        title=_("Your goal"),
        fields=(
            ask.number(
                "goal_week_min", _("Minutes of running in a week"), note=_("Empty: the week you ran before.")
            ),
            ask.day("race_on", _("A race, on"), note=_("Empty: none. Until it is over it is the goal.")),
            ask.number("race_km", _("Its kilometres")),
            ask.number("race_min", _("Or its minutes"), note=_("One of the two is enough.")),
        ),
    )


def _things(ask: Asking) -> Section:
    things = {
        "has_bike": _("Bike"),
        "has_pool": _("Pool"),
        "has_bands": _("Exercise bands"),
        "has_weights": _("Weights"),
        "has_gym": _("Gym"),
    }
    note = _(
        "A bike or a pool can take the place of a run. Exercises that need what you do not have are left out."
    )
    return Section(
        id="things", title=_("What you have"), fields=(ask.many("has", _("Within reach"), things, note=note),)
    )


def _body(ask: Asking) -> Section:
    note = _("Optional. Used only to compare the impact of your own runs.")
    return Section(
        id="body", title=_("Body"), fields=(ask.number("body_mass_kg", _("Mass in kg"), note=note),)
    )


def _first(typed: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(typed.get(name, ())), "")


def _plain(value: object) -> str:
    """Write a choice as it would be typed."""
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def say_holding(holding: Holding) -> str:
    """Say how much there is."""
    said = ngettext("%(size)s in %(files)s file", "%(size)s in %(files)s files", holding.files)
    return said % {"size": say_size(holding.bytes), "files": holding.files}


def say_size(count: int) -> str:
    """Write a size in the unit that gives a small figure."""
    if count < KIB * KIB:
        return _("%(size)s\N{NO-BREAK SPACE}kB") % {"size": max(1, round(count / KIB))}
    return _("%(size)s\N{NO-BREAK SPACE}MB") % {"size": say_decimal(f"{count / KIB / KIB:.1f}")}
