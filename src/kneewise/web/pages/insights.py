"""Insights: what pain went with, each question with every run as a dot."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.insight import Insight, Insights, Verdict
from kneewise.model.outcome import WeekSeen
from kneewise.model.places import Side
from kneewise.present import insights as words
from kneewise.present.charts.dots import DotChart, draw_dots
from kneewise.present.dates import say_date
from kneewise.present.insights import Topic
from kneewise.present.outcomes import say_week
from kneewise.present.words import figure, sentence
from kneewise.web.pages.parts import NB, say_side
from kneewise.web.pages.week_check import CheckRow, show_checks

UNKNOWN = "–"
CLAIMS = {Verdict.MORE_PAIN, Verdict.LESS_PAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The answer for one score, with its count."""

    said: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question: the answer in one sentence, its dots, what it rests on, what it would change.

    Attributes:
        scores: The answers for the other scores.
    """

    id: str
    question: str
    knee: str
    said: str
    count: str
    pairs: str
    strength: str
    left_out: str
    plan: str
    pain: str
    chart: DotChart | None
    scores: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One week of the table; a dash where it is not known."""

    until: str
    pain: str
    minutes: str
    sets: str
    walls: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsPage:
    """The whole page: what went together, what chance would do as well, what needs more runs."""

    title: str
    lead: str
    together: tuple[Card, ...]
    chance: tuple[Card, ...]
    waiting: tuple[Row, ...]
    week: tuple[str, ...]
    weeks: tuple[WeekRow, ...]
    checks: tuple[CheckRow, ...]
    check_due: bool
    rate: str
    why: str
    empty: str


def show_insights(found: Insights, *, miles: bool) -> InsightsPage:
    """Set the page out."""
    asked = words.topics(found)
    named = len({one.side for one in asked}) > 1
    together = [one for one in asked if one.first.verdict in CLAIMS]
    chance = [one for one in asked if one.first.verdict is Verdict.NOT_TOLD_APART]
    waiting = [one for one in asked if one not in together and one not in chance]
    return InsightsPage(
        title=_title(len(together), chance=bool(chance), asked=bool(asked)),
        lead=sentence("insight.with_not_why"),
        together=tuple(_cards(together, named=named, miles=miles)),
        chance=tuple(_cards(chance, named=named, miles=miles)),
        waiting=tuple(_waiting(one, named=named) for one in waiting),
        week=say_week(found.weeks),
        weeks=tuple(_week(one) for one in found.weeks),
        checks=show_checks(found.checks),
        check_due=found.check_due,
        rate=words.say_rate(found) if found.asked_at_once else "",
        why=sentence("insight.plan"),
        empty="" if asked else sentence("insight.empty"),
    )


def _week(one: WeekSeen) -> WeekRow:
    walls = (one.knee_to_wall_cm.get(side) for side in Side)
    return WeekRow(
        until=say_date(one.on, "j M").replace(" ", NB),
        pain=UNKNOWN if one.pain_0_10 is None else figure(one.pain_0_10),
        minutes=UNKNOWN if one.running_min is None else f"{one.running_min:.0f}",
        sets=str(one.sets),
        walls=f"{NB}/{NB}".join(UNKNOWN if cm is None else figure(cm) for cm in walls),
    )


def _title(count: int, *, chance: bool, asked: bool) -> str:
    """Say what stands out; that nothing does only where something could have."""
    if not asked:
        return _("No questions yet")
    if not count:
        return _("Nothing stands out") if chance else _("Not enough runs yet")
    return ngettext("%(count)s thing went with pain", "%(count)s things went with pain", count) % {
        "count": count
    }


def _cards(asked: Iterable[Topic], *, named: bool, miles: bool) -> Iterable[Card]:
    for number, one in enumerate(asked):
        first = one.first
        yield Card(
            id=f"{first.verdict.value}-{number}",
            question=words.say_question(one),
            knee=say_side(one.side) if named else "",
            said=words.say_answer(first),
            count=words.say_count(first),
            pairs=words.say_pairs(first),
            strength=words.say_strength(first),
            left_out=words.say_left_out(first.left_out),
            plan=words.say_plan(first),
            pain=sentence(f"insight.lag.{first.lag.value}"),
            chart=draw_dots(first, miles=miles),
            scores=tuple(_score(each) for each in one.answers[1:]),
        )


def _score(one: Insight) -> Row:
    return Row(said=words.say_beside(one), count=words.say_count(one))


def _waiting(one: Topic, *, named: bool) -> Row:
    question = words.say_question(one)
    if named:
        question = f"{say_side(one.side)}: {question}"
    return Row(said=question, count=words.say_missing(one.first))
