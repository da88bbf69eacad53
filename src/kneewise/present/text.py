"""A decision as a page for a tired runner: what to do first, then why, and the safety line at the end."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.formats import date_format

from kneewise.model.findings import Colour, Urgency
from kneewise.model.plan import Decision, Phase, Plan, RunColour, Session, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.page import Line, Lines, Tone, beside, bullet, fact, section, wrapped, written
from kneewise.present.reasons import advice_sentence, reason_lines, reasons, reviewed
from kneewise.present.words import sentence, sentences
from kneewise.present.words.care import where_to_go

LATELY = 4
"""How many colours of past days a page shows."""

TONES: Mapping[Colour, Tone] = {
    Colour.GREEN: Tone.GREEN,
    Colour.NEUTRAL: Tone.NEUTRAL,
    Colour.UNKNOWN: Tone.UNKNOWN,
    Colour.AMBER: Tone.AMBER,
    Colour.RED: Tone.RED,
}


def render_today(decision: Decision, *, settings: Settings) -> str:
    """Write today's page as plain text."""
    return written(today_lines(decision, settings=settings))


def today_lines(decision: Decision, *, settings: Settings) -> Lines:
    """Lay out today's page: the stop where one is in force, else the session and what it rests on."""
    plan = decision.plan
    if plan.urgency.stops_running:
        parts = (*_stop(decision, settings), *_why(decision))
    else:
        parts = (
            *_session(decision),
            *_ask(plan),
            *_why(decision),
            *_lately(decision),
            *_also(decision, settings),
        )
    head = (beside(day(plan.on), standing(plan)), Line(text=""), *answer(plan))
    return (*head, *parts, *_missing(plan), *_would_change(plan), *safety_lines(decision))


def day(on: date) -> str:
    """Name a day: ``Monday 23 November``."""
    return date_format(on, "l j F")


def standing(plan: Plan) -> str:
    """Say where on the way back the runner is; a stop comes before any phase."""
    if plan.urgency.stops_running:
        return sentence("standing.stopped")
    match plan.phase:
        case Phase.WALK_RUN:
            return sentence("standing.rung", stage=plan.stage)
        case Phase.TRIAGE | Phase.CALM | Phase.BUILD | Phase.MAINTAIN:
            return sentence(f"phase.{plan.phase.value}")


def answer(plan: Plan) -> Lines:
    """Say in one sentence what to do on the plan's first day."""
    stops = plan.urgency.stops_running
    return wrapped(
        answer_sentence(plan), tone=Tone.STOP if stops else Tone.TITLE, first="■ " if stops else ""
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
    return session_sentence(today) if today else sentence("say.rest")


def session_sentence(session: Session) -> str:
    """Say a day's session in one sentence."""
    match session.kind:
        case SessionKind.RUN:
            if len(session.blocks) == 1 and session.blocks[0].walk_min:
                block = session.blocks[0]
                return sentence(
                    "say.blocks", run_min=block.run_min, walk_min=block.walk_min, times=block.times
                )
            return sentence("say.run", running_min=session.running_min)
        case SessionKind.WALK | SessionKind.BIKE | SessionKind.POOL:
            return sentence(f"say.{session.kind.value}", duration_min=session.duration_min)
        case SessionKind.REST:
            return sentence("say.rest")


def session_lines(session: Session) -> Lines:
    """Set out a run as a timetable; other days are said in their one sentence."""
    if session.kind is not SessionKind.RUN:
        return ()
    said = [(f"term.{term}", f"session.{key}", amounts) for term, key, amounts in _run_facts(session)]
    lines = [fact(sentence(term), sentence(key, **amounts)) for term, key, amounts in said]
    if session.shoe:
        lines.append(fact(sentence("term.shoes"), session.shoe))
    return tuple(line for part in lines for line in part)


def _run_facts(session: Session) -> Iterable[tuple[str, str, Mapping[str, object]]]:
    if session.warm_up_min:
        yield "warm_up", "warm_up", {"warm_up_min": session.warm_up_min}
    for block in session.blocks:
        if block.walk_min:
            yield (
                "run",
                "blocks",
                {"times": block.times, "run_min": block.run_min, "walk_min": block.walk_min},
            )
    if not any(block.walk_min for block in session.blocks):
        yield "run", "run", {"running_min": session.running_min}
    if session.cap_m is not None:
        yield "most", "cap", {"cap_km": session.cap_m / 1000}
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


def _session(decision: Decision) -> Lines:
    return (Line(text=""), *session_lines(sessions[0])) if (sessions := decision.plan.sessions) else ()


def _stop(decision: Decision, settings: Settings) -> Lines:
    plan = decision.plan
    where = where_to_go(plan.urgency, settings.country)
    again = "again.two_noes" if plan.urgency is Urgency.WITHIN_DAYS else "again.clearance"
    return (
        *section(sentence("head.where"), *(bullet(line, tone=Tone.STRONG) for line in where)),
        *section(sentence("head.left"), *(bullet(advice_sentence(one)) for one in plan.advice)),
        *section(sentence("head.again"), wrapped(sentence(again), first="  ")),
    )


def _ask(plan: Plan) -> Lines:
    if not plan.ask:
        return ()
    asked = (bullet(sentence(f"question.{key}")) for key in plan.ask)
    return section(sentence("head.ask"), *asked, wrapped(sentence("ask.how"), first="  "))


def _why(decision: Decision) -> Lines:
    return section(sentence("head.why"), *(reason_lines(reason) for reason in reasons(decision)))


def _lately(decision: Decision) -> Lines:
    latest = sorted(decision.colours, key=lambda colour: (colour.on, colour.side), reverse=True)[:LATELY]
    return section(sentence("head.lately"), *(colour_lines(colour) for colour in latest))


def colour_lines(colour: RunColour) -> Lines:
    """Say the colour of one run or morning: shape, word, day, knee, and what it lacks."""
    what = sentence("colour.of_run" if colour.activity_id else "colour.of_day")
    said = f"{day(colour.on)}, {sentence(f'side.{colour.side.value}')}, {what}"
    lacks = ", ".join(sentence(f"missing.{key}") for key in colour.missing)
    return fact(
        sentence(f"mark.{colour.colour.value}"),
        f"{said}. {sentence('colour.lacks', missing=lacks)}" if lacks else f"{said}.",
        tone=TONES[colour.colour],
    )


def _also(decision: Decision, settings: Settings) -> Lines:
    plan = decision.plan
    seen_by = where_to_go(plan.urgency, settings.country)
    said = (*seen_by, *(advice_sentence(one) for one in plan.advice))
    return section(sentence("head.also"), *(bullet(line) for line in dict.fromkeys(said)))


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
