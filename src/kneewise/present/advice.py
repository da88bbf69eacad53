"""What the rooms advise beside the running: what is for today, and how well each thing is supported."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kneewise.model.evidence import Reason
from kneewise.model.plan import Advice
from kneewise.present.day import NB
from kneewise.present.page import Lines, fact
from kneewise.present.reasons import advice_sentence, by_room
from kneewise.present.words import has_sentence, sentence

FOR_THE_PLAN = frozenset(
    {
        "ask.answer_first",
        "load.cut",
        "load.more_shorter_runs",
        "pain.unclear",
        "recovery.ask_pharmacist",
        "shoes.prescribed_only",
        "tip.warm_up",
        "tip.week_pace",
    }
)
"""What the day's session and its reasons say already, or what is for other days."""

NAMES_A_PATTERN = "pain.pattern."


def for_today(advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """Choose what is to be done today; the rest stands in the plan."""
    return tuple(
        one
        for one in advice
        if not one.optional
        and one.room != "engine"
        and one.action not in FOR_THE_PLAN
        and not one.action.startswith(NAMES_A_PATTERN)
    )


def of_the_way(advice: Iterable[Advice]) -> tuple[str, ...]:
    """Say what no room advises but the way so far, such as two red runs."""
    return tuple(advice_sentence(one) for one in advice if one.room == "engine")


def advice_lines(advice: Iterable[Advice], cited: Sequence[str]) -> Lines:
    """Set out advice, each room's beside its name; a mark gives the grades and the places of the sources.

    Args:
        advice: What to say.
        cited: Every source of the page.
    """
    return tuple(
        line
        for room, said in by_room(advice).items()
        for place, words in enumerate(dict.fromkeys(_said(said, cited)))
        for line in fact("" if place else sentence(f"room.{room}"), words)
    )


def reasons_of(advice: Iterable[Advice]) -> tuple[Reason, ...]:
    """Gather what advice rests on."""
    return tuple(reason for one in advice for reason in one.because)


def _said(advice: Sequence[Advice], cited: Sequence[str]) -> Iterator[str]:
    """Say each advice; exercises of one dose are said together."""
    for is_exercise, group in groupby(advice, key=lambda one: has_sentence(f"short.{one.action}")):
        same = tuple(group)
        if is_exercise:
            yield _together(same, cited)
        else:
            yield from (f"{advice_sentence(one)} {mark(one.because, cited)}" for one in same)


def _together(exercises: Sequence[Advice], cited: Sequence[str]) -> str:
    amounts: dict[str, object] = {}
    for one in exercises:
        amounts |= one.amounts
    names = ", ".join(sentence(f"short.{one.action}", **one.amounts) for one in exercises)
    said = sentence("strength.together", names=names[:1].upper() + names[1:], **amounts)
    return f"{said} {mark(reasons_of(exercises), cited)}"


def mark(because: Iterable[Reason], cited: Sequence[str]) -> str:
    """Write the grades, the best first, each with its sources: ``[A 3; D 1, 2]``."""
    places: dict[str, set[int]] = {}
    for reason in because:
        named = {cited.index(key) + 1 for key in reason.sources}
        places[reason.grade.value] = places.get(reason.grade.value, set()) | named
    parts = (f"{grade} {', '.join(map(str, sorted(places[grade])))}" for grade in sorted(places))
    return f"[{'; '.join(parts)}]".replace(" ", NB)
