"""A decision as a page for a tired runner: what to do first, then why, and the safety line at the end."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import floor

from django.utils.text import capfirst

from kneewise.model.evidence import Reason
from kneewise.model.findings import Colour
from kneewise.model.lengths import unit_m
from kneewise.model.plan import Decision, Phase, Plan, RunColour, Session, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.advice import (
    BOOK,
    ILL,
    IN_DOUBT,
    above_all,
    advice_lines,
    for_today,
    of_the_way,
    reasons_of,
    to_be_seen,
)
from kneewise.present.age import is_for_age_alone
from kneewise.present.dates import say_date
from kneewise.present.day import say_session, say_stage, say_whole, steps_of, turn_back, whole_minutes
from kneewise.present.home_tests import home_test_lines
from kneewise.present.page import Line, Lines, Tone, beside, bullet, fact, section, wrapped
from kneewise.present.reasons import (
    advice_sentence,
    limps,
    note_lines,
    reason_lines,
    reason_sentence,
    reasons,
    reasons_of_today,
    reviewed,
    say_capped,
    sources_of,
)
from kneewise.present.rest import kind_of, rest_sentences, say_lacks
from kneewise.present.told import say_told
from kneewise.present.words import has_sentence, sentence
from kneewise.present.words.care import where_to_go

LATELY = 4
"""How many colours of past days a page shows."""

ANSWERED_BY: Mapping[str, str] = {
    "run_beside_plan": "kneewise log beside",
    "all_running": "kneewise log run",
}
"""What is answered by a command of its own; a page has its own ways."""

ASKED = 8
"""How many questions a page lists; a first screening has many more, which are better asked one by one."""

NAMED_BESIDE = 3
"""So many of them stand beside another answer."""

TONES: Mapping[Colour, Tone] = {
    Colour.GREEN: Tone.GREEN,
    Colour.NEUTRAL: Tone.NEUTRAL,
    Colour.UNKNOWN: Tone.UNKNOWN,
    Colour.AMBER: Tone.AMBER,
    Colour.RED: Tone.RED,
}


def today_lines(
    decision: Decision,
    *,
    settings: Settings,
    noes: Mapping[str, date] | None = None,
    today: date | None = None,
) -> Lines:
    """Lay out today's page: the stop where one is in force, else the session and what it rests on.

    Args:
        decision: Of the day.
        settings: The runner's.
        noes: By flag, the day of a first "no" that waits for its second.
        today: By the clock; a day of another year is named with its year.
    """
    plan = decision.plan
    stops = plan.urgency.stops_running
    because = reasons_of_today(decision)
    said = (*because, *(() if stops else reasons_of(for_today(plan))))
    cited = sources_of(said)
    if stops:
        parts = (
            *_stop(decision, settings, noes or {}),
            *why_lines(decision, because, cited),
            *_missing(plan),
        )
    else:
        parts = (
            *_session(decision, settings),
            *ask_lines(plan),
            *why_lines(decision, because, cited),
            *_lately(decision),
            *_also(decision, settings, cited),
            *_missing(plan),
            *home_test_lines(plan),
            *would_change_lines(plan),
        )
    head = (*head_lines(plan, today), *rest_lines(decision, settings))
    return (*head, *parts, *note_lines(said), *safety_lines(decision))


def head_lines(plan: Plan, today: date | None = None) -> Lines:
    """Begin a page: the day, where on the way back, what to do, and what comes before that."""
    first = (line for said in above_all(plan) for line in bullet(said))
    return (beside(day(plan.on, today), standing(plan)), Line(text=""), *answer(plan), *first)


def day(on: date, of: date | None = None) -> str:
    """Name a day: ``Monday 23 November``, with the year where it is not that of another day."""
    return say_date(on, "l j F" if of is None or on.year == of.year else "l j F Y")


def standing(plan: Plan) -> str:
    """Say where on the way back the runner is; a stop comes before any phase."""
    if plan.urgency.stops_running:
        return sentence("standing.stopped")
    return say_stage(plan)


def answer(plan: Plan) -> Lines:
    """Say in one sentence what to do on the plan's first day."""
    stops = plan.urgency.stops_running
    return wrapped(
        answer_sentence(plan), tone=Tone.STOP if stops else Tone.TITLE, first="■ " if stops else ""
    )


def rest_lines(decision: Decision, settings: Settings) -> Lines:
    """Say below the answer why a rest day is one, and when the next run is."""
    return wrapped(" ".join(rest_sentences(decision, settings.running_days)))


def answer_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Say the day's answer in short; where to go and why if running is off."""
    because = because_lines(decision) if decision.plan.urgency.stops_running else ()
    asked = ask_lines(decision.plan, most=NAMED_BESIDE)
    more = wrapped(sentence("answer.more"), tone=Tone.QUIET)
    return (
        Line(text=""),
        *instruction_lines(decision, settings=settings),
        *because,
        *asked,
        *((Line(text=""),) if because or asked else ()),
        *more,
    )


def instruction_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Say what to do, and where to go if running is off."""
    plan = decision.plan
    first = (line for said in above_all(plan) for line in bullet(said))
    return (*answer(plan), *rest_lines(decision, settings), *first, *where_lines(decision, settings))


def where_lines(decision: Decision, settings: Settings) -> Lines:
    """Say where to go and how soon, where running is off for that."""
    where = _where(decision, settings) if decision.plan.urgency.stops_running else ()
    return tuple(line for said in where for line in bullet(said))


def _where(decision: Decision, settings: Settings) -> tuple[str, ...]:
    """Say where to go; before that what the runner can say to make it needless."""
    first = (sentence("first.age"),) if is_for_age_alone(decision) else ()
    return (*first, *where_to_go(decision.plan.urgency, settings.country))


def because_lines(decision: Decision, *, of_signs: bool = False) -> Lines:
    """Give the reasons in short, each with the day since which it stands; or only those of signs."""
    signs = [flag.because for flag in decision.found.safety.flags]
    because = (one for one in reasons_of_today(decision) if not of_signs or one in signs)
    said = (_with_since(reason, decision) for reason in because)
    return section(sentence("head.why"), *map(bullet, said))


def answer_sentence(plan: Plan) -> str:
    """Choose that sentence: a stop, a wait, or the session."""
    if plan.urgency.stops_running:
        return sentence(f"say.{plan.urgency.word}")
    if plan.ask:
        return sentence("say.not_screened" if plan.phase is Phase.TRIAGE else "say.ask")
    today = plan.sessions[0] if plan.sessions else None
    if not plan.may_run and (today is None or today.kind is SessionKind.REST):
        return sentence("say.paused")
    return say_session(today, limps=limps(plan)) if today else sentence("say.nothing")


def answer_then(plan: Plan) -> Lines:
    """Say what to do on a day that is not today, in a sentence without "today"."""
    first = plan.sessions[0] if plan.sessions else None
    rests = first is not None and first.kind is SessionKind.REST
    if plan.urgency.stops_running or (first is not None and not rests and not plan.ask):
        return answer(plan)
    key = "ask" if plan.ask else "nothing" if first is None else "rest" if plan.may_run else "paused"
    return wrapped(sentence(f"then.{key}"), tone=Tone.TITLE)


def distance(length_m: float, *, miles: bool) -> str:
    """Say a distance in the runner's unit, rounded down so that no cap is passed by rounding."""
    key = "distance.miles" if miles else "distance.km"
    return sentence(key, distance=floor(10 * length_m / unit_m(miles=miles)) / 10)


def session_lines(session: Session, *, miles: bool, limps: bool = False) -> Lines:
    """Set out a run as a timetable; other days are said in their one sentence."""
    if session.kind is not SessionKind.RUN:
        return wrapped(say_whole(session, limps=limps), first="  ")
    said = [
        (f"term.{term}", f"session.{key}", amounts) for term, key, amounts in _run_facts(session, miles=miles)
    ]
    terms = ["", *(term for term, _key, _amounts in said)]
    lines = [
        fact("" if term == above else sentence(term), sentence(key, **amounts))
        for above, (term, key, amounts) in zip(terms, said, strict=False)
    ]
    if session.shoe:
        lines.append(fact(sentence("term.shoes"), session.shoe))
    return tuple(line for part in lines for line in part)


def _run_facts(session: Session, *, miles: bool) -> Iterable[tuple[str, str, Mapping[str, object]]]:
    if session.warm_up_min:
        yield "warm_up", "warm_up", {"warm_up_min": session.warm_up_min}
    for block in session.blocks:
        if block.walk_min:
            yield (
                "run",
                "blocks",
                {
                    "times": block.times,
                    "run_min": whole_minutes(block.run_min),
                    "walk_min": whole_minutes(block.walk_min),
                },
            )
    if not any(block.walk_min for block in session.blocks):
        yield "run", "run", {"running_min": whole_minutes(session.running_min)}
    if session.cap_m is not None:
        yield "most", "cap", {"distance": distance(session.cap_m, miles=miles)}
    yield "ground", ground(session), {}
    if session.soft_surface:
        yield "ground", "soft", {}
    if band := steps_of(session):
        yield "steps", *band
    if session.stop_above_0_10 is not None:
        yield "turn_back", turn_back(session), {"pain_0_10": session.stop_above_0_10}


def ground(session: Session) -> str:
    """Name what is said of hills and of fast running."""
    if session.hills:
        return "speed" if session.speed else "downhill" if session.downhill else "hills"
    return "flat" if not session.speed else "no_hills"


def _session(decision: Decision, settings: Settings) -> Lines:
    sessions, limping = decision.plan.sessions, limps(decision.plan)
    # While questions wait, the page begins with them; what the day holds all the same stands in the week.
    shown = sessions and not decision.plan.ask
    said = session_lines(sessions[0], miles=settings.miles, limps=limping) if shown else ()
    return (Line(text=""), *said) if said else ()


def _stop(decision: Decision, settings: Settings, noes: Mapping[str, date]) -> Lines:
    plan = decision.plan
    where = _where(decision, settings)
    # The questions are named below.
    said_above = {IN_DOUBT, *(("ask.answer_first",) if plan.ask else ())}
    left = (one for one in plan.advice if not (one.action.startswith("care.") or one.action in said_above))
    told = say_told(decision.found.pain)
    too = (bullet(sentence("tell.there", told=told)),) if told else ()
    return (
        *section(sentence("head.where"), *(bullet(line, tone=Tone.STRONG) for line in where), *too),
        *section(sentence("head.left"), *(bullet(advice_sentence(one)) for one in left)),
        *ask_lines(plan, most=NAMED_BESIDE),
        *again_lines(decision, noes),
    )


def again_lines(decision: Decision, noes: Mapping[str, date]) -> Lines:
    """Say what starts running again, and which sign waits for its second "no" alone."""
    again = "again.two_noes" if "change.no_twice" in decision.plan.would_change else "again.clearance"
    again = "again.age" if is_for_age_alone(decision) else again
    given = [
        sentence(
            "again.one_no", day=day(noes[flag.key], decision.plan.on), sign=reason_sentence(flag.because)
        )
        for flag in decision.found.safety.flags
        if flag.key in noes
    ]
    return section(sentence("head.again"), wrapped(sentence(again), first="  "), *map(bullet, given))


def ask_lines(plan: Plan, *, most: int = ASKED) -> Lines:
    """List the questions that wait for an answer, the first ones where there are many."""
    if not plan.ask:
        return ()
    asked = [bullet(sentence(f"question.{key}")) for key in plan.ask[:most]]
    if more := len(plan.ask) - len(asked):
        asked.append(wrapped(sentence("ask.more", count=more), first="    "))
    head = "head.ask" if not plan.urgency.stops_running else "head.open"
    return section(sentence(head), *asked, wrapped(sentence("ask.how"), first="  "))


def why_lines(decision: Decision, because: Iterable[Reason], cited: Sequence[str]) -> Lines:
    """Give reasons of the day, each with what it rests on."""
    said = ((reason, _with_since(reason, decision)) for reason in because)
    return section(sentence("head.why"), *(reason_lines(reason, words, cited) for reason, words in said))


def _with_since(reason: Reason, decision: Decision) -> str:
    """Say a reason; a red flag of an earlier day with the day since which it is known."""
    days = [flag.since for flag in decision.found.safety.flags if flag.because == reason]
    said = reason_sentence(reason)
    if days and min(days) < decision.plan.on:
        return f"{said} {sentence('why.since', day=day(min(days), decision.plan.on))}"
    return " ".join(filter(None, (said, say_capped(reason, decision.plan))))


def _lately(decision: Decision) -> Lines:
    latest = sorted(decision.colours, key=lambda colour: (colour.on, colour.side), reverse=True)[:LATELY]
    return section(
        sentence("head.lately"),
        *(colour_lines(colour, decision.plan.on) for colour in latest),
        *((bullet(sentence("lately.walking")),) if _walks_uncoloured(decision, latest) else ()),
    )


def _walks_uncoloured(decision: Decision, latest: Iterable[RunColour]) -> bool:
    """Whether a limp that keeps running out is in none of the colours: one of before the first answers."""
    held = any(reason.rule == "step2_load.walking_only" for reason in decision.plan.because)
    return held and all(one.colour is not Colour.RED for one in latest)


def colour_lines(colour: RunColour, of: date | None = None) -> Lines:
    """Say the colour of one run or morning: shape, word, day, knee, and what it lacks."""
    side, what = sentence(f"side.{colour.side.value}"), sentence(f"colour.{kind_of(colour)}")
    said = " ".join((f"{day(colour.on, of)}, {side}, {what}.", *say_lacks(colour)))
    return fact(sentence(f"mark.{colour.colour.value}"), said, tone=TONES[colour.colour])


def _also(decision: Decision, settings: Settings, cited: Sequence[str]) -> Lines:
    """Say what else is to be done today, room by room; what is for other days stands in the plan."""
    plan = decision.plan
    actions = {one.action for one in plan.advice}
    booked = () if BOOK in actions else to_be_seen(plan, settings)
    seen_by = (bullet(said) for said in (*of_the_way(plan.advice), *booked))
    apart = len(of_the_way(plan.advice)) + len(actions & {"ask.answer_first", IN_DOUBT, ILL})
    left = len(plan.advice) - len(for_today(plan)) - apart
    more = wrapped(sentence("also.more", count=left), first="  ", tone=Tone.QUIET) if left else ()
    return section(sentence("head.also"), *seen_by, advice_lines(for_today(plan), cited), more)


def would_change_lines(plan: Plan) -> Lines:
    """Say what would change the answer."""
    return section(sentence("head.change"), *(bullet(sentence(key)) for key in plan.would_change))


def _missing(plan: Plan) -> Lines:
    return section(sentence("head.missing"), *(bullet(_with_command(key)) for key in plan.missing))


def missing_sentence(key: str) -> str:
    """Say what is not known yet: an answer of the diary, or a question of the screening."""
    missing = f"missing.{key}"
    return capfirst(sentence(missing if has_sentence(missing) else f"question.{key}"))


def _with_command(key: str) -> str:
    """Say it with the command that answers it, where that is not the diary's own."""
    command = ANSWERED_BY.get(key)
    return f"{missing_sentence(key)} ({command})" if command else missing_sentence(key)


def safety_lines(decision: Decision) -> Lines:
    """End every page: when to stop, that this is not a diagnosis, and who reviewed its rules and advice."""
    said = (*reasons(decision), *reasons_of(decision.plan.advice))
    return section(
        sentence("head.stop"),
        wrapped(sentence("stop.emergency"), first="  "),
        wrapped(sentence("stop.signs"), first="  "),
        wrapped(f"{sentence('stop.not_a_diagnosis')} {reviewed(said)}", first="  "),
    )
