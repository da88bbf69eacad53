"""The report for a physio or a doctor: one page in words, drawings and dates, the same on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kneewise.model.report import ReportFacts
from kneewise.present.course import Course, draw_course
from kneewise.present.json import says_anything
from kneewise.present.reasons import reasons, reviewed
from kneewise.present.report_done import Fact, say_done
from kneewise.present.report_flags import FlagShown, flags_note, name_flag, say_day, set_flags
from kneewise.present.report_knee import PatternShown, Where, patterns_note, set_patterns, set_where
from kneewise.present.report_tables import Table, set_tables
from kneewise.present.text import answer_sentence, standing
from kneewise.present.words import sentence

OPEN_SHOWN = 3


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
        span=_("%(since)s to %(on)s") % {"since": say_day(facts.since), "on": say_day(facts.on)},
        blanks=(_("Name"), _("Date of birth")),
        score=(_("A score from a questionnaire filled in elsewhere"), _("score"), _("date")),
        stops=plan.urgency.stops_running,
        standing=standing(plan),
        answer=answer_sentence(plan),
        flags=set_flags(facts),
        flags_note=flags_note(facts),
        course=draw_course(facts),
        where=set_where(facts),
        patterns=tuple(set_patterns(facts)),
        patterns_note=patterns_note(facts),
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
    assumed = [name_flag(flag.key) for flag in facts.decision.found.safety.flags if flag.assumed]
    if assumed:
        said = _("I could not answer this: %(signs)s. Can you?")
        yield said % {"signs": "; ".join(assumed[:OPEN_SHOWN])}


def _foot(facts: ReportFacts) -> str:
    said = _("Made by Kneewise from what the runner (“you”) told and the watch measured; nobody checked it.")
    private = _("What was asked in private is left out.")
    return f"{said} {private} {sentence('stop.not_a_diagnosis')} {reviewed(reasons(facts.decision))}"
