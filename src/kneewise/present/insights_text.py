"""What the diary answers, as lines of text."""

from kneewise.model.insight import Insight, Insights, Verdict
from kneewise.present.insights import (
    Topic,
    say_answer,
    say_count,
    say_left_out,
    say_pairs,
    say_plan,
    say_question,
    say_rate,
    topics,
)
from kneewise.present.outcomes import say_week
from kneewise.present.page import Line, Lines, Tone, section, wrapped
from kneewise.present.week_checks import say_checks
from kneewise.present.words import sentence

CLAIMS = {Verdict.MORE_PAIN, Verdict.LESS_PAIN}


def insights_lines(found: Insights) -> Lines:
    """Lay the questions out, those that say something first."""
    head = (Line(text=sentence("head.insights"), tone=Tone.TITLE), Line(text=""))
    week = section(sentence("head.week_seen"), *(wrapped(said, first="  ") for said in say_week(found.weeks)))
    week = (*week, *_checks(found))
    asked = topics(found)
    if not asked:
        return (*head, *wrapped(sentence("insight.empty")), *week)
    named = len({one.side for one in asked}) > 1
    parts = (line for one in asked for line in section(_head(one, named=named), *_topic(one)))
    note = (
        *(wrapped(say_rate(found), tone=Tone.QUIET) if found.asked_at_once else ()),
        *wrapped(sentence("stop.not_a_diagnosis"), tone=Tone.QUIET),
    )
    return (*head, *wrapped(sentence("insight.with_not_why")), *parts, *week, Line(text=""), *note)


def _checks(found: Insights) -> Lines:
    """Say how the four questions of the week were answered, and when it is time for them."""
    said = [say_checks(found.checks)] if found.checks else []
    due = [sentence("week_check.due")] if found.check_due else []
    return section(sentence("head.week_checks"), *(wrapped(one, first="  ") for one in (*said, *due)))


def _head(one: Topic, *, named: bool) -> str:
    said = say_question(one)
    return f"{said} ({sentence(f'side.{one.side.value}')})" if named else said


def _topic(one: Topic) -> tuple[Lines, ...]:
    first = one.first
    claims = [each for each in one.answers if each.verdict in CLAIMS] or [first]
    answers = tuple(
        wrapped(f"{say_answer(each)} ({say_count(each)})", first="  ", tone=_tone(each)) for each in claims
    )
    if first.verdict not in CLAIMS:
        return answers
    more = (say_pairs(first), say_left_out(first.left_out), say_plan(first))
    return (*answers, *(wrapped(said, first="  ") for said in more if said))


def _tone(one: Insight) -> Tone:
    return Tone.STRONG if one.verdict in CLAIMS else Tone.PLAIN
