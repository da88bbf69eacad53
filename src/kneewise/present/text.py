"""A decision as a page for a tired runner: what to do first, then why, and the safety line at the end."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import floor

from django.utils.formats import date_format

from kneewise.model.findings import Colour, Urgency
from kneewise.model.plan import Advice, Decision, Phase, Plan, RunColour, Session, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.day import say_session, say_stage, say_whole, whole_minutes
from kneewise.present.page import Line, Lines, Tone, beside, bullet, fact, section, wrapped
from kneewise.present.reasons import (
    advice_sentence,
    by_room,
    note_lines,
    reason_lines,
    reason_sentence,
    reasons,
    reviewed,
    sources_of,
)
from kneewise.present.words import inside, sentence, sentences
from kneewise.present.words.care import where_to_go

LATELY = 4
"""How many colours of past days a page shows."""

ASKED = 8
"""How many questions a page lists; a first screening has many more, which are better asked one by one."""

TONES: Mapping[Colour, Tone] = {
    Colour.GREEN: Tone.GREEN,
    Colour.NEUTRAL: Tone.NEUTRAL,
    Colour.UNKNOWN: Tone.UNKNOWN,
    Colour.AMBER: Tone.AMBER,
    Colour.RED: Tone.RED,
}


def today_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Lay out today's page: the stop where one is in force, else the session and what it rests on."""
    plan = decision.plan
    if plan.urgency.stops_running:
        parts = (*_stop(decision, settings), *_why(decision))
    else:
        parts = (
            *_session(decision, settings),
            *ask_lines(plan),
            *_why(decision),
            *_lately(decision),
            *_also(decision, settings),
        )
    head = (beside(day(plan.on), standing(plan)), Line(text=""), *answer(plan))
    notes = note_lines(reasons(decision))
    return (*head, *parts, *_missing(plan), *_would_change(plan), *notes, *safety_lines(decision))


def day(on: date) -> str:
    """Name a day: ``Monday 23 November``."""
    return date_format(on, "l j F")


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


def answer_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Say the day's answer in short: the sentence, where to go if running is off, and how to read more."""
    plan = decision.plan
    where = where_to_go(plan.urgency, settings.country) if plan.urgency.stops_running else ()
    why = (bullet(reason_sentence(reason)) for reason in reasons(decision)) if where else ()
    return (
        Line(text=""),
        *answer(plan),
        *(line for part in (*map(bullet, where), *why) for line in part),
        *wrapped(sentence("answer.more"), tone=Tone.QUIET),
    )


def answer_sentence(plan: Plan) -> str:
    """Choose that sentence: a stop, a wait, or the session."""
    if plan.urgency.stops_running:
        return sentence(f"say.{plan.urgency.word}")
    if plan.ask:
        return sentence("say.not_screened" if plan.phase is Phase.TRIAGE else "say.ask")
    today = plan.sessions[0] if plan.sessions else None
    if not plan.may_run and (today is None or today.kind is SessionKind.REST):
        return sentence("say.paused")
    return say_session(today) if today else sentence("say.nothing")


def distance(length_m: float, *, miles: bool) -> str:
    """Say a distance in the runner's unit, rounded down so that no cap is passed by rounding."""
    unit_m, key = (1609.344, "distance.miles") if miles else (1000, "distance.km")
    return sentence(key, distance=floor(10 * length_m / unit_m) / 10)


def session_lines(session: Session, *, miles: bool) -> Lines:
    """Set out a run as a timetable; other days are said in their one sentence."""
    if session.kind is not SessionKind.RUN:
        return wrapped(say_whole(session), first="  ")
    said = [
        (f"term.{term}", f"session.{key}", amounts) for term, key, amounts in _run_facts(session, miles=miles)
    ]
    lines = [fact(sentence(term), sentence(key, **amounts)) for term, key, amounts in said]
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
    yield "ground", _ground(session), {}
    if session.soft_surface:
        yield "ground", "soft", {}
    if session.cadence_low_spm is not None and session.cadence_high_spm is not None:
        low, high = round(session.cadence_low_spm), round(session.cadence_high_spm)
        yield "steps", "steps", {"low_spm": low, "high_spm": high}
    if session.stop_above_0_10 is not None:
        yield "turn_back", "stop", {"pain_0_10": session.stop_above_0_10}


def _ground(session: Session) -> str:
    if session.hills:
        return "hills" if not session.speed else "speed"
    return "flat" if not session.speed else "no_hills"


def _session(decision: Decision, settings: Settings) -> Lines:
    sessions = decision.plan.sessions
    said = session_lines(sessions[0], miles=settings.miles) if sessions else ()
    return (Line(text=""), *said) if said else ()


def _stop(decision: Decision, settings: Settings) -> Lines:
    plan = decision.plan
    where = where_to_go(plan.urgency, settings.country)
    again = "again.two_noes" if plan.urgency is Urgency.WITHIN_DAYS else "again.clearance"
    return (
        *section(sentence("head.where"), *(bullet(line, tone=Tone.STRONG) for line in where)),
        *section(sentence("head.left"), *(bullet(advice_sentence(one)) for one in plan.advice)),
        *section(sentence("head.again"), wrapped(sentence(again), first="  ")),
    )


def ask_lines(plan: Plan) -> Lines:
    """List the questions that wait for an answer, the first ones where there are many."""
    if not plan.ask:
        return ()
    asked = [bullet(sentence(f"question.{key}")) for key in plan.ask[:ASKED]]
    if more := len(plan.ask) - len(asked):
        asked.append(wrapped(sentence("ask.more", count=more), first="    "))
    return section(sentence("head.ask"), *asked, wrapped(sentence("ask.how"), first="  "))


def _why(decision: Decision) -> Lines:
    said = reasons(decision)
    cited = sources_of(said)
    return section(sentence("head.why"), *(reason_lines(reason, cited) for reason in said))


def _lately(decision: Decision) -> Lines:
    latest = sorted(decision.colours, key=lambda colour: (colour.on, colour.side), reverse=True)[:LATELY]
    return section(sentence("head.lately"), *(colour_lines(colour) for colour in latest))


def colour_lines(colour: RunColour) -> Lines:
    """Say the colour of one run or morning: shape, word, day, knee, and what it lacks."""
    what = sentence("colour.of_run" if colour.activity_id else "colour.of_day")
    said = f"{day(colour.on)}, {sentence(f'side.{colour.side.value}')}, {what}"
    lacks = ", ".join(inside(sentence(f"missing.{key}")) for key in colour.missing)
    return fact(
        sentence(f"mark.{colour.colour.value}"),
        f"{said}. {sentence('colour.lacks', missing=lacks)}" if lacks else f"{said}.",
        tone=TONES[colour.colour],
    )


def _also(decision: Decision, settings: Settings) -> Lines:
    """Say what else is to be done, room by room; what may be left stands in the plan."""
    plan = decision.plan
    seen_by = (bullet(line) for line in where_to_go(plan.urgency, settings.country))
    needed = [one for one in plan.advice if not one.optional and one.action != "ask.answer_first"]
    left = sum(one.optional for one in plan.advice)
    more = wrapped(sentence("also.more", count=left), first="  ", tone=Tone.QUIET) if left and needed else ()
    return section(sentence("head.also"), *seen_by, advice_lines(needed), more)


def advice_lines(advice: Iterable[Advice]) -> Lines:
    """Set out advice, each room's beside its name."""
    return tuple(
        line
        for room, said in by_room(advice).items()
        for place, sentence_said in enumerate(dict.fromkeys(advice_sentence(one) for one in said))
        for line in fact("" if place else sentence(f"room.{room}"), sentence_said)
    )


def _would_change(plan: Plan) -> Lines:
    return section(sentence("head.change"), *(bullet(sentence(key)) for key in plan.would_change))


def _missing(plan: Plan) -> Lines:
    return section(sentence("head.missing"), *(bullet(missing_sentence(key)) for key in plan.missing))


def missing_sentence(key: str) -> str:
    """Say what is not known yet: an answer of the diary, or a question of the screening."""
    asked = f"question.{key}"
    return sentence(asked if asked in sentences() else f"missing.{key}")


def safety_lines(decision: Decision) -> Lines:
    """End every page: when to stop, that this is not a diagnosis, and who reviewed its rules."""
    return section(
        sentence("head.stop"),
        wrapped(sentence("stop.signs"), first="  "),
        wrapped(sentence("stop.emergency"), first="  "),
        wrapped(f"{sentence('stop.not_a_diagnosis')} {reviewed(reasons(decision))}", first="  "),
    )
