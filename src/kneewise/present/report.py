"""The report for a physio or a doctor: one page in words, drawings and dates, the same on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.findings import Fit, PatternFit, Urgency
from kneewise.model.places import Place, Side
from kneewise.model.report import ReportFacts
from kneewise.present.course import Course, draw_course
from kneewise.present.in_runs import in_runs_lines
from kneewise.present.json import says_anything
from kneewise.present.knee_drawing import Drawing, draw_views
from kneewise.present.reasons import reason_sentence, reasons, reviewed
from kneewise.present.report_done import Fact, say_done
from kneewise.present.report_tables import Table, set_tables
from kneewise.present.text import answer_sentence, standing
from kneewise.present.told import say_told
from kneewise.present.words import has_sentence, sentence

PATTERNS_SHOWN = 2
FLAGS_SHOWN = 6
OPEN_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagShown:
    """A red flag: since when, how soon somebody should look, what it is, and until when if it is over."""

    since: str
    urgency: str
    said: str
    until: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that the paper says, in its order; every part is plain text, never markup.

    Attributes:
        blanks: What is left free to be written in by hand: at the head, and for a score.
        stops: Whether running is off.
        on: The day of the report; ``language`` its language.
    """

    title: str
    span: str
    blanks: tuple[str, ...]
    score: tuple[str, ...]
    stops: bool
    standing: str
    answer: str
    flags: tuple[FlagShown, ...]
    flags_note: str
    course: Course
    where: Where
    patterns: tuple[PatternShown, ...]
    patterns_note: str
    done: tuple[Fact, ...]
    questions: tuple[str, ...]
    foot: str
    heads: dict[str, str]
    tables: tuple[Table, ...]
    on: date
    language: str


def set_report(facts: ReportFacts, *, tables: bool = False) -> Report:
    """Say what is known, in the language that is spoken now.

    Args:
        facts: What was gathered.
        tables: Whether the tables follow on pages of their own.
    """
    decision = facts.decision
    plan = decision.plan
    return Report(
        title=_("Report on a runner’s knee"),
        span=_("%(since)s to %(on)s") % {"since": _day(facts.since), "on": _day(facts.on)},
        blanks=(_("Name"), _("Date of birth")),
        score=(_("A score from a questionnaire filled in elsewhere"), _("score"), _("date")),
        stops=plan.urgency.stops_running,
        standing=standing(plan),
        answer=answer_sentence(plan),
        flags=tuple(_flags(facts))[:FLAGS_SHOWN],
        flags_note=_flags_note(facts),
        course=draw_course(facts),
        where=_where(facts),
        patterns=tuple(_patterns(facts)),
        patterns_note=_patterns_note(facts),
        done=tuple(say_done(facts)),
        questions=tuple(_questions(facts)),
        foot=_foot(facts),
        heads=_heads(),
        tables=tuple(set_tables(facts)) if tables else (),
        on=facts.on,
        language=facts.settings.language,
    )


def _heads() -> dict[str, str]:
    return {
        "flags": _("Red flags"),
        "course": _("Pain and load"),
        "where": _("Where it hurts"),
        "patterns": _("What the answers fit, and what not"),
        "done": _("What was done"),
        "questions": _("Questions"),
        "today": _("The plan today"),
        "legend": _("Line: each morning. Marks: runs at their worst, small ones brisk walks."),
        "green": _("green"),
        "amber": _("amber"),
        "red": _("red"),
        "open": _("neutral or unknown"),
        "flag": _("flag raised"),
    }


def _day(on: date) -> str:
    return date_format(on, "j F Y")


def _flags(facts: ReportFacts) -> Iterator[FlagShown]:
    """Name the flags in force, the most urgent first, then those that are over."""
    flags = sorted(facts.decision.found.safety.flags, key=lambda flag: (-flag.urgency, flag.since))
    for flag in flags:
        said = reason_sentence(flag.because)
        more = _("Assumed: the answer is not known.") if flag.assumed else ""
        yield FlagShown(
            since=_day(flag.since),
            urgency=_how_soon(flag.urgency),
            said=" ".join(filter(None, (said, more))),
        )
    for gone in reversed(facts.past_flags):
        until = _("in force until %(day)s or later") % {"day": _day(gone.last_on)}
        yield FlagShown(
            since=_day(gone.since),
            urgency=_how_soon(gone.urgency),
            said=capfirst(_name_flag(gone.key)),
            until=until,
        )


def _how_soon(urgency: Urgency) -> str:
    said = {
        Urgency.NONE: _("no hurry"),
        Urgency.ROUTINE: _("routine"),
        Urgency.WITHIN_DAYS: _("within days"),
        Urgency.SAME_DAY: _("same day"),
        Urgency.EMERGENCY: _("emergency"),
    }
    return said[urgency]


def _name_flag(key: str) -> str:
    names = (f"{kind}.{key}" for kind in ("stops", "sign", "question"))
    return next((sentence(name) for name in names if has_sentence(name)), key.replace("_", " "))


def _flags_note(facts: ReportFacts) -> str:
    """Say what no flag means, which is not that all was asked."""
    flags, more = facts.decision.found.safety.flags, []
    hidden = len(flags) + len(facts.past_flags) - FLAGS_SHOWN
    if hidden > 0:
        more.append(_("%(count)s more are in the program.") % {"count": hidden})
    if not flags:
        more.append(_("None is in force."))
    if asked := len(facts.decision.plan.ask):
        said = ngettext(
            "%(count)s question about them is not answered yet.",
            "%(count)s questions about them are not answered yet.",
            asked,
        )
        more.append(said % {"count": asked})
    return " ".join(more)


def _where(facts: ReportFacts) -> Where:
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
    if other:
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


def _patterns(facts: ReportFacts) -> Iterator[PatternShown]:
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


def _patterns_note(facts: ReportFacts) -> str:
    pain = facts.decision.found.pain
    if facts.decision.plan.urgency.stops_running:
        return _("None is named while a red flag stops the running.")
    if not pain.patterns or not says_anything(pain):
        return _("Nothing was said yet that tells patterns apart.")
    first = "" if pain.first else sentence("fit.unclear")
    return " ".join(filter(None, (first, sentence("fit.other"))))


def _questions(facts: ReportFacts) -> Iterator[str]:
    """Ask what only somebody who sees the knee can answer."""
    plan, pain = facts.decision.plan, facts.decision.found.pain
    if plan.urgency.stops_running:
        yield _("May I run again, and from when? The plan waits for your answer.")
    elif pain.first:
        yield _("Does it look to you as my answers say, or like something else?")
    elif says_anything(pain):
        yield _("My answers fit no single pattern. What does it look like to you?")
    yield _("Is there anything here that I should leave out or do in another way?")
    if any(reason.rule.startswith("care.") for reason in reasons(facts.decision)):
        yield _("It does not get better as it should. What should be looked at next?")
    assumed = [_name_flag(flag.key) for flag in facts.decision.found.safety.flags if flag.assumed]
    if assumed:
        said = _("I could not answer this: %(signs)s. Can you?")
        yield said % {"signs": "; ".join(assumed[:OPEN_SHOWN])}


def _foot(facts: ReportFacts) -> str:
    said = _("Made by Kneewise from what the runner (“you”) told and the watch measured; nobody checked it.")
    return f"{said} {sentence('stop.not_a_diagnosis')} {reviewed(reasons(facts.decision))}"
