"""What the rooms advise beside the running: what is for today, and how well each thing is supported."""

from collections.abc import Container, Iterable, Iterator, Sequence

from kneewise.model.evidence import Reason
from kneewise.model.plan import Advice, Decision, Phase, Plan
from kneewise.model.runner import Settings
from kneewise.present.day import NB
from kneewise.present.page import Lines, fact
from kneewise.present.reasons import ROOMS, advice_sentence, by_room, reason_sentence
from kneewise.present.words import has_sentence, sentence
from kneewise.present.words.care import where_to_go

FOR_THE_PLAN = frozenset(
    {
        "ask.answer_first",
        "ask.in_doubt",
        "load.cut",
        "load.more_shorter_runs",
        "pain.unclear",
        "recovery.ill",
        "recovery.ask_pharmacist",
        "shoes.prescribed_only",
        "tip.warm_up",
        "tip.week_pace",
    }
)
"""What the day's session and its reasons say already, what stands above them, or what is for other days."""

BOOK = "care.routine"
"""Advice to be seen by somebody, beside a plan that goes on."""

ILL = "recovery.ill"
"""Advice not to run while ill, though the plan has a run."""

IN_DOUBT = "ask.in_doubt"
"""Advice not to wait for the question where the answer may be an emergency."""

EFFORT = "strength.effort"
NAMES_A_PATTERN = "pain.pattern."


def for_today(plan: Plan) -> tuple[Advice, ...]:
    """Choose what is to be done today; the rest stands in the plan."""
    return tuple(
        one
        for one in plan.advice
        if is_due(one, plan)
        and not one.optional
        and one.room != "engine"
        and one.action not in FOR_THE_PLAN
        and not one.action.startswith(NAMES_A_PATTERN)
    )


def is_due(one: Advice, plan: Plan) -> bool:
    """Whether an exercise is due today; of anything else this asks nothing."""
    today = next((session.exercises for session in plan.sessions if session.on == plan.on), ())
    if one.action == EFFORT:
        return bool(today)
    return not is_exercise(one) or exercise_of(one) in today


def is_exercise(one: Advice) -> bool:
    """Whether an advice is an exercise of the programme, with its dose."""
    return has_sentence(f"short.{one.action}")


def exercise_of(one: Advice) -> str:
    """Name the exercise that an advice is of."""
    return one.action.partition(".")[2]


def of_the_way(advice: Iterable[Advice]) -> tuple[str, ...]:
    """Say what no room advises but the way so far, such as two red runs."""
    return tuple(advice_sentence(one) for one in advice if one.room == "engine")


def above_all(plan: Plan, *, of: Container[str] = (IN_DOUBT, ILL)) -> tuple[str, ...]:
    """Say what comes before the day's session: an emergency that may be, an illness; most days nothing."""
    return tuple(advice_sentence(one) for one in plan.advice if one.action in of)


def to_be_seen(plan: Plan, settings: Settings) -> tuple[str, ...]:
    """Say which visit is worth booking while the plan goes on; nothing where nobody has to look at it."""
    advised = tuple(advice_sentence(one) for one in plan.advice if one.action == BOOK)
    return advised or where_to_go(plan.urgency, settings.country)


def found_by_rooms(decision: Decision) -> tuple[Reason, ...]:
    """Say what the rooms of the steps and the ankle go by: why nothing is advised, or why it is optional."""
    plan, found = decision.plan, decision.found
    if plan.phase is Phase.TRIAGE or not plan.may_run:
        return ()
    left_out = () if found.cadence.wanted else found.cadence.because
    return (*left_out, *found.ankle.because)


def advice_lines(
    advice: Iterable[Advice],
    cited: Sequence[str],
    *,
    whole: bool = False,
    found: Iterable[Reason] = (),
) -> Lines:
    """Set out advice, each room's beside its name; a mark gives the grades and the places of the sources.

    Args:
        advice: What to say.
        cited: Every source of the page.
        whole: Say each exercise by itself, and why it is that one; else those of one dose together.
        found: What rooms go by, each said after the advice of its room.
    """
    say = _each if whole else _said
    said = by_room(advice)
    found_in = tuple(found)
    rows = {room: (*say(said.get(room, ()), cited), *_found(found_in, room, cited)) for room in ROOMS}
    return tuple(
        line
        for room, words in rows.items()
        for place, one in enumerate(dict.fromkeys(words))
        for line in fact("" if place else sentence(f"room.{room}"), one)
    )


def _found(found: Iterable[Reason], room: str, cited: Sequence[str]) -> Iterator[str]:
    for reason in found:
        if reason.rule.startswith(f"{room}."):
            yield f"{reason_sentence(reason)} {mark((reason,), cited)}"


def reasons_of(advice: Iterable[Advice]) -> tuple[Reason, ...]:
    """Gather what advice rests on."""
    return tuple(reason for one in advice for reason in one.because)


def _said(advice: Sequence[Advice], cited: Sequence[str]) -> Iterator[str]:
    """Say each advice; exercises of one dose are said together, where the first of them stands."""
    left = list(advice)
    while left:
        one = left[0]
        same = [each for each in left if is_exercise(each) and each.amounts == one.amounts]
        yield _together(same, cited) if len(same) > 1 else _alone(one, cited)
        left = [each for each in left[1:] if each not in same]


def _each(advice: Sequence[Advice], cited: Sequence[str]) -> Iterator[str]:
    """Say each advice by itself; of an exercise also why it is that one."""
    for one in advice:
        why = f" {reason_sentence(one.because[0])}" if is_exercise(one) else ""
        yield f"{advice_sentence(one)}{why} {mark(one.because, cited)}"


def _alone(one: Advice, cited: Sequence[str]) -> str:
    return f"{advice_sentence(one)} {mark(one.because, cited)}"


def _together(exercises: Sequence[Advice], cited: Sequence[str]) -> str:
    """Name exercises of one dose, then say it."""
    names = "; ".join(sentence(f"short.{one.action}") for one in exercises)
    amounts = dict(exercises[0].amounts)
    key = "strength.together_held" if "hold_s" in amounts else "strength.together"
    said = sentence(key, names=names[:1].upper() + names[1:], **amounts)
    return f"{said} {mark(reasons_of(exercises), cited)}"


def mark(because: Iterable[Reason], cited: Sequence[str]) -> str:
    """Write the grades, the best first, each with its sources: ``[A 3; D 1, 2]``."""
    places: dict[str, set[int]] = {}
    for reason in because:
        named = {cited.index(key) + 1 for key in reason.sources}
        places[reason.grade.value] = places.get(reason.grade.value, set()) | named
    parts = (f"{grade} {', '.join(map(str, sorted(places[grade])))}" for grade in sorted(places))
    return f"[{'; '.join(parts)}]".replace(" ", NB)
