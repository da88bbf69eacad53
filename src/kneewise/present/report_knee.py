"""Where it hurts, and which patterns the answers fit: for a report."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kneewise.model.findings import Fit, PatternFit
from kneewise.model.places import Place, Side
from kneewise.model.report import ReportFacts
from kneewise.present.in_runs import in_runs_lines
from kneewise.present.json import says_anything
from kneewise.present.knee_drawing import Drawing, draw_views
from kneewise.present.patterns import say_unclear
from kneewise.present.told import say_told
from kneewise.present.words import sentence

PATTERNS_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternShown:
    """A pattern, how it fits, and what speaks for and against it."""

    name: str
    fit: str
    speaks_for: str
    speaks_against: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The drawn knee, and what was said of the places."""

    drawings: tuple[Drawing, ...]
    said: tuple[str, ...]


def set_where(facts: ReportFacts) -> Where:
    """Draw the places that were told, and say when it hurts."""
    own = _places(facts, "places")
    other = _places(facts, "places_other_knee")
    side = _side(facts)
    drawings = (
        *draw_views(own, side),
        *(draw_views(other, side and _other(side)) if other else ()),
    )
    pain = facts.decision.found.pain
    runs = (" ".join(line.text.strip(" -") for line in in_runs_lines(one)) for one in pain.in_runs)
    knee = sentence(f"side.{side.value}") if side else _("the knee")
    said = [_say_places(knee, own)]
    if other or len(facts.seen.sore_sides) > 1:
        said.append(_say_places(sentence(f"side.{_other(side).value}") if side else _("the other"), other))
    return Where(drawings=drawings, said=tuple(filter(None, (*said, say_told(pain), *runs))))


def _say_places(knee: str, places: tuple[Place, ...]) -> str:
    words = ", ".join(sentence(f"place.{place.value}") for place in places)
    return f"{capfirst(knee)}: {words or _('no place told')}."


def _places(facts: ReportFacts, key: str) -> tuple[Place, ...]:
    told = facts.seen.answers.get(key)
    return tuple(place for place in Place if place.value in told) if isinstance(told, tuple) else ()


def _side(facts: ReportFacts) -> Side | None:
    """Find the knee that the places are of; with two sore knees only the screening's own word tells."""
    sides = facts.seen.sore_sides
    if len(sides) == 1:
        return sides[0]
    told = facts.seen.answers.get("knee")
    return Side(told) if isinstance(told, str) and told in set(Side) else None


def _other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def set_patterns(facts: ReportFacts) -> Iterator[PatternShown]:
    """Show the patterns that fit; none is named beside a stop, nor before anything was said."""
    pain = facts.decision.found.pain
    if facts.decision.plan.urgency.stops_running or not says_anything(pain):
        return
    fitting = [one for one in pain.patterns if one.fit is not Fit.POORLY]
    yield from (_pattern(one) for one in fitting[:PATTERNS_SHOWN])


def _pattern(one: PatternFit) -> PatternShown:
    return PatternShown(
        name=capfirst(sentence(f"pattern.{one.id}")),
        fit=sentence(f"fit.{one.fit.value}"),
        speaks_for=_features("fit.for", one.speaks_for),
        speaks_against=_features("fit.against", one.speaks_against),
    )


def _features(key: str, features: tuple[str, ...]) -> str:
    words = ", ".join(sentence(f"feature.{feature}") for feature in features)
    return capfirst(sentence(key, features=words)) if words else ""


def patterns_note(facts: ReportFacts) -> str:
    """Say why none is named, or what naming one does not mean."""
    pain = facts.decision.found.pain
    if facts.decision.plan.urgency.stops_running:
        return _("None is named while a red flag stops the running.")
    if not pain.patterns or not says_anything(pain):
        return _("Nothing was said yet that tells patterns apart.")
    first = "" if pain.first else say_unclear(pain)
    return " ".join(filter(None, (first, sentence("fit.other"))))
