"""Why a day is a rest day, in one or two sentences, and when the next run is."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format

from kneewise.model.findings import Colour
from kneewise.model.plan import Decision, RunColour, Session, SessionKind
from kneewise.present.dates import say_date
from kneewise.present.day import name_session, say_minutes
from kneewise.present.reasons import reason_sentence
from kneewise.present.words import has_sentence, sentence

OF_THE_STATE = ("illness.waits", "events.red_twice", "colour.sore_before", "events.rest_after_bad")
"""Reasons for which a day has no run, whatever its weekday."""

WORST_FIRST = (Colour.RED, Colour.AMBER, Colour.UNKNOWN, Colour.NEUTRAL, Colour.GREEN)


def rest_sentences(decision: Decision, running_days: Sequence[int]) -> tuple[str, ...]:
    """Say why a rest day is one, and what comes next; nothing of a day with a session, or without a plan.

    Args:
        decision: Of the day.
        running_days: The runner's weekdays for runs, Monday is 0.
    """
    plan = decision.plan
    if plan.urgency.stops_running or plan.ask or not plan.may_run:
        return ()
    if not plan.sessions or plan.sessions[0].kind is not SessionKind.REST:
        return ()
    why = done_sentences(decision) or (_why(decision, running_days),)
    return (*why, *_next_run(plan.sessions[1:]))


def done_sentences(decision: Decision) -> tuple[str, ...]:
    """Say that the day's run is behind, how it looks so far, and what is still to be said of it."""
    done = done_today(decision)
    if not done:
        return ()
    colour = worst_of(done)
    said = sentence(f"done.{what_is_done(decision)}", colour=_say(colour))
    lacks = "; ".join(dict.fromkeys(_lacks_of_knees(done)))
    return (said, *((sentence("done.lacks", missing=lacks),) if lacks else ()))


def _lacks_of_knees(done: Sequence[RunColour]) -> Iterator[str]:
    """Yield what is still to be said; where two knees are asked, of which one."""
    two = len({one.side for one in done}) > 1
    for one in done:
        if lacks := ", ".join(say_missing(one)):
            yield f"{sentence(f'side.{one.side.value}')}: {lacks}" if two else lacks


def worst_of(colours: Sequence[RunColour]) -> Colour:
    """Choose the worst of some colours; of none none is known."""
    there = {one.colour for one in colours}
    return next((one for one in WORST_FIRST if one in there), Colour.UNKNOWN)


def what_is_done(decision: Decision) -> str:
    """Say what took the day's place in the plan: ``run`` or ``walk``; empty where nothing did."""
    done = done_today(decision)
    if not done:
        return ""
    return "walk" if all(one.walk for one in done) else "run"


def say_missing(colour: RunColour) -> tuple[str, ...]:
    """Say what a colour lacks; of a walk in its own words."""
    keys = ((f"missing.walk_{key}", f"missing.{key}") for key in colour.missing)
    return tuple(sentence(own if colour.walk and has_sentence(own) else key) for own, key in keys)


def say_lacks(colour: RunColour) -> tuple[str, ...]:
    """Say in a sentence what a colour lacks; nothing where it lacks nothing."""
    lacks = ", ".join(say_missing(colour))
    return (sentence("colour.lacks", missing=lacks),) if lacks else ()


def kind_of(colour: RunColour) -> str:
    """Name what a colour is of."""
    of_run = "of_walk" if colour.walk else "of_run"
    return of_run if colour.about_run else "of_day"


def _say(colour: Colour) -> str:
    """Say a colour in the middle of a sentence: its mark, then its word; unknown is none yet."""
    if colour is Colour.UNKNOWN:
        return sentence("done.unknown")
    mark = sentence(f"mark.{colour.value}").partition(" ")[0]
    return f"{mark} {sentence(f'colour.{colour.value}')}"


def done_today(decision: Decision) -> tuple[RunColour, ...]:
    """Give what the knees say so far of a run of the day, where it took the day's place in the plan."""
    plan = decision.plan
    if not plan.sessions or plan.sessions[0].kind is not SessionKind.REST:
        return ()
    return tuple(one for one in decision.colours if one.about_run and one.on == plan.on)


def _why(decision: Decision, running_days: Sequence[int]) -> str:
    plan = decision.plan
    said = {reason.rule: reason_sentence(reason) for reason in plan.because}
    if held := next((said[rule] for rule in OF_THE_STATE if rule in said), ""):
        return held
    if plan.on.weekday() not in running_days:
        return sentence("rest.weekday", weekday=date_format(plan.on, "l"))
    ran = any(one.about_run and (plan.on - one.on).days == 1 for one in decision.colours)
    return sentence("rest.between" if ran else "rest.others")


def _next_run(sessions: Sequence[Session]) -> Iterator[str]:
    run = next((one for one in sessions if one.kind is SessionKind.RUN), None)
    if run is not None:
        # A run without walks in it is named by its minutes alone.
        name = name_session(run)
        parts = (say_date(run.on, "D j M"), "" if name == name_session(run, short=True) else name)
        yield sentence("rest.next", run=", ".join(filter(None, (*parts, say_minutes(run)))))
