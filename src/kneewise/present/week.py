"""Seven days in a list, and the plan they belong to."""

from collections.abc import Iterable

from django.utils.formats import date_format

from kneewise.model.findings import PatternFit
from kneewise.model.plan import Decision, Session, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.day import name_session, say_minutes, whole_minutes
from kneewise.present.page import Line, Lines, beside, bullet, fact, section, wrapped
from kneewise.present.reasons import note_lines, reason_lines, sources_of
from kneewise.present.text import advice_lines, answer, day, distance, safety_lines, standing
from kneewise.present.words import sentence


def week_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Lay out seven days, one line a day, with the caps that hold in them."""
    return (
        *_head(decision),
        *_days(decision),
        *_caps(decision, settings),
        *_changes(decision),
        *safety_lines(decision),
    )


def plan_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Lay out the whole plan."""
    plan, because = decision.plan, decision.plan.caps.because
    cited = sources_of(because)
    return (
        *_head(decision),
        *_days(decision),
        *_caps(decision, settings),
        *(line for reason in because for line in reason_lines(reason, cited)),
        *_changes(decision),
        *_patterns(decision),
        *section(sentence("head.advice"), advice_lines(plan.advice)),
        *section(sentence("head.change"), *(bullet(sentence(key)) for key in plan.would_change)),
        *note_lines(because),
        *safety_lines(decision),
    )


def _head(decision: Decision) -> Lines:
    plan = decision.plan
    return (beside(day(plan.on), standing(plan)), Line(text=""), *answer(plan))


def _days(decision: Decision) -> Lines:
    return section(sentence("head.week"), *(day_lines(session) for session in decision.plan.sessions))


def day_lines(session: Session) -> Lines:
    """Say one day of the week: its name, what it holds, and how long."""
    name = sentence("mark.rest") if session.kind is SessionKind.REST else name_session(session)
    return fact(
        date_format(session.on, "D j M"),
        ", ".join(filter(None, (name, say_minutes(session), *_more(session)))),
    )


def _more(session: Session) -> Iterable[str]:
    if session.hills:
        yield sentence("more.hills")
    if session.speed:
        yield sentence("more.speed")
    if session.soft_surface:
        yield sentence("more.soft")


def _caps(decision: Decision, settings: Settings) -> Lines:
    caps = decision.plan.caps
    said = []
    if caps.run_min is not None:
        said.append(sentence("cap.run", run_min=whole_minutes(caps.run_min)))
    if caps.run_m is not None:
        said.append(sentence("cap.run_distance", distance=distance(caps.run_m, miles=settings.miles)))
    if caps.week_min is not None:
        said.append(sentence("cap.week", week_min=whole_minutes(caps.week_min)))
    return section(sentence("head.caps"), *(bullet(one) for one in said))


def _changes(decision: Decision) -> Lines:
    said = (
        fact(date_format(change.on, "D j M"), sentence(f"change.{change.kind.value}"))
        for change in decision.plan.changes
    )
    return section(sentence("head.changes"), *said)


def _patterns(decision: Decision) -> Lines:
    return section(sentence("head.patterns"), pattern_lines(decision))


def pattern_lines(decision: Decision) -> Lines:
    """Say how the patterns fit, in words, and that it can be something else."""
    pain = decision.found.pain
    if not pain.patterns:
        return ()
    first = sentence("fit.first", pattern=sentence(f"pattern.{pain.first}")) if pain.first else ""
    return (
        *wrapped(first or sentence("fit.unclear"), first="  "),
        *(line for pattern in pain.patterns for line in _pattern(pattern)),
        *wrapped(f"{sentence('fit.other')} {sentence('stop.not_a_diagnosis')}", first="  "),
    )


def _pattern(pattern: PatternFit) -> Lines:
    name = sentence(f"pattern.{pattern.id}")
    said = [bullet(f"{name}: {sentence(f'fit.{pattern.fit.value}')}")]
    for key, features in (("fit.for", pattern.speaks_for), ("fit.against", pattern.speaks_against)):
        if features:
            words = ", ".join(sentence(f"feature.{feature}") for feature in features)
            said.append(wrapped(sentence(key, features=words), first="    "))
    return tuple(line for part in said for line in part)
