"""Where to go and how soon, and what is left while running is out of the plan."""

from kneewise.guide.red_flags.numbers import Numbers
from kneewise.model.evidence import Reason, because
from kneewise.model.findings import Assessment, SafetyFinding, Urgency
from kneewise.model.plan import Advice

ROOM = "red_flags"


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Say where to go, how soon, and what remains allowed."""
    safety = found.safety
    advice = [*_care(safety)]
    if safety.urgency.stops_running:
        advice.append(_advice("log.keep", safety.because))
    if safety.urgency is Urgency.WITHIN_DAYS:
        advice.append(_advice("daily_life.pain_free", safety.because))
    if safety.in_doubt and safety.urgency is not Urgency.EMERGENCY:
        advice.append(_advice("ask.in_doubt", _asking(safety, numbers), questions=len(safety.in_doubt)))
    if safety.ask:
        advice.append(_advice("ask.answer_first", _asking(safety, numbers), questions=len(safety.ask)))
    if safety.paused and not safety.urgency.stops_running:
        advice.append(_advice("pause.all_but_running", _asking(safety, numbers)))
    return tuple(advice)


def _care(safety: SafetyFinding) -> tuple[Advice, ...]:
    reasons = tuple(flag.because for flag in safety.flags if flag.urgency is safety.urgency)
    match safety.urgency:
        case Urgency.NONE:
            return ()
        case Urgency.ROUTINE:
            return (_advice("care.routine", reasons),)
        case Urgency.WITHIN_DAYS:
            return (_advice("care.within_days", reasons),)
        case Urgency.SAME_DAY:
            return (_advice("care.same_day", reasons),)
        case Urgency.EMERGENCY:
            return (_advice("care.emergency", reasons),)


def _asking(safety: SafetyFinding, numbers: Numbers) -> tuple[Reason, ...]:
    return safety.because or (because("red_flags.not_asked", numbers.no_good_for_days),)


def _advice(action: str, reasons: tuple[Reason, ...], **amounts: int) -> Advice:
    return Advice(room=ROOM, action=action, amounts=amounts, because=reasons, daily_life=True)
