"""Entries of the diary in words, one line each."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.translation import ngettext

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import WEEK_QUESTIONS
from kneewise.present.dates import say_date
from kneewise.present.page import Lines, Tone, wrapped
from kneewise.present.text import distance
from kneewise.present.words import figure, has_sentence, sentence

Payload = Mapping[str, object]

SCORES = ("before", "during", "after_60min", "morning", "after_24h", "limp", "painkiller")
OF_A_RUN = ("before", "during", "after_60min", "after_24h", "activity_id")
ID_SHOWN = 12
"""Letters of an identifier that a list shows; commands take the beginning of one."""


def say_entry(kind: str, payload: Payload, *, miles: bool) -> str:
    """Say an entry: what it is, and what was said in it."""
    far = WITH_DISTANCE.get(kind)
    said = say_parts(kind, payload) if far is None else ", ".join(filter(None, far(payload, miles=miles)))
    named = sentence(f"entry.{kind}")
    return f"{named}: {said}" if said else named


def say_parts(kind: str, payload: Payload) -> str:
    """Say what an entry of a kind without distances holds."""
    return ", ".join(filter(None, SAYERS[kind](payload)))


def part_lines(kind: str, payload: Payload) -> Lines:
    """List the parts of an entry as `log edit` takes them; a question stands below its answer."""
    answers = payload.get("answers") if kind == "answers" else None
    if not isinstance(answers, Mapping):
        return tuple(line for name, value in payload.items() for line in _part(name, value))
    return tuple(
        line
        for name, value in answers.items()
        for line in (
            *_part(name, value),
            *wrapped(sentence(f"question.{name}"), first="      ", tone=Tone.QUIET),
        )
    )


def _part(name: str, value: object) -> Lines:
    return wrapped(f"{name}={_typed(value)}", first="  ")


def _typed(value: object) -> str:
    """Write a value as it is typed, whatever the language."""
    match value:
        case bool():
            return "yes" if value else "no"
        case {"date": str() as day}:
            return day
        case list():
            return ",".join(map(str, value))
        case UNKNOWN.value:
            return "?"
        case None:
            return ""
        case _:
            return str(value)


def weekdays(numbers: object) -> str:
    """Name days of the week; Monday is 0."""
    return ", ".join(str(WEEKDAYS[number]) for number in numbers) if isinstance(numbers, list) else ""


def spoken(value: object) -> str:
    """Say one answer, which may be that it is not known."""
    match value:
        case UNKNOWN.value:
            return figure(None)
        case {"date": str() as day}:
            return say_date(date.fromisoformat(day), "j F Y")
        case _:
            return figure(value)


def _pain(payload: Payload) -> Iterator[str]:
    yield sentence(f"side.{payload['side']}")
    of_a_run = any(name in payload for name in OF_A_RUN)
    for name in SCORES:
        if name in payload:
            key = f"score.{name}" if of_a_run or name != "morning" else "said.morning"
            yield f"{sentence(key)} {spoken(payload[name])}"
    yield from say_beside_scores(payload)


def say_beside_scores(payload: Payload) -> Iterator[str]:
    """Say what an entry of pain holds beside its scores."""
    if (minutes := payload.get("first_pain_min")) is not None:
        yield sentence("said.first_pain", minutes=minutes)
    if "other_knee_fine" in payload:
        yield sentence("said.other_knee", said=spoken(payload["other_knee_fine"]))
    if note := payload.get("note"):
        yield sentence("said.quoted", said=note)


def _answers(payload: Payload) -> Iterator[str]:
    """Count the answers, and name the signs that were answered yes."""
    answers = payload.get("answers")
    given = answers if isinstance(answers, Mapping) else {}
    yield ngettext("%(count)s answer", "%(count)s answers", len(given)) % {"count": len(given)}
    yes = (_sign(key) for key, answer in given.items() if answer is True)
    yield "; ".join(filter(None, yes))


def _sign(key: str) -> str:
    """Name a sign as the runner said it: without what the list says beside it of how urgent it is."""
    said = next((one for one in (f"told.{key}", f"sign.{key}") if has_sentence(one)), "")
    return sentence(said) if said else ""


def _clearance(payload: Payload) -> Iterator[str]:
    yield str(payload["by"])
    yield sentence("said.may_run" if payload.get("may_run") else "said.may_not_run")


def _painkiller(payload: Payload) -> Iterator[str]:
    yield sentence("said.before_run") if payload.get("before_run") else ""


def _illness(payload: Payload) -> Iterator[str]:
    until = payload.get("until")
    yield sentence("said.lasts") if until is None else sentence("said.until", day=spoken(until))


def _sleep(payload: Payload) -> Iterator[str]:
    if (hours := payload.get("hours")) is not None:
        yield sentence("said.hours", hours=hours)
    if (quality := payload.get("quality_0_10")) is not None:
        yield sentence("said.quality", quality=spoken(quality))


def _shoe(payload: Payload, *, miles: bool) -> Iterator[str]:
    yield str(payload["name"])
    before_m = payload.get("distance_before_m")
    if isinstance(before_m, int | float) and before_m:
        yield sentence("said.before", distance=distance(before_m, miles=miles))
    yield sentence("said.retired") if payload.get("retired") else ""


def _told_run(payload: Payload, *, miles: bool | None = None) -> Iterator[str]:
    """Say how long it was; how far only where it is known in which unit."""
    yield sentence("figure.minutes", minutes=payload["running_min"])
    far_m = payload.get("distance_m")
    if isinstance(far_m, int | float) and miles is not None:
        yield distance(far_m, miles=miles)
    if "began" in payload:
        yield sentence("said.began", time=payload["began"])
    if shoe := payload.get("shoe"):
        yield sentence("more.shoe", shoe=shoe)


WITH_DISTANCE: Mapping[str, Callable[..., Iterator[str]]] = {"shoe": _shoe, "told_run": _told_run}
"""How entries are said that hold a distance."""


def _test(payload: Payload) -> Iterator[str]:
    yield sentence(f"side.{payload['side']}")
    kind = sentence(f"test.{payload['kind']}")
    yield f"{spoken(payload['count'])} {kind}" if "count" in payload else kind
    if "duration_min" in payload:
        yield sentence("figure.minutes", minutes=payload["duration_min"])
    if "distance_cm" in payload:
        yield sentence("said.cm", cm=payload["distance_cm"])
    if "pain_0_10" in payload:
        yield sentence("said.pain", pain=spoken(payload["pain_0_10"]))


def _exercise(payload: Payload) -> Iterator[str]:
    yield sentence(f"exercise.{payload['exercise']}")
    if "side" in payload:
        yield sentence(f"leg.{payload['side']}")
    if "sets" in payload:
        yield sentence("said.sets", sets=payload["sets"])
    for name, key in (("repetitions", "said.repetitions"), ("hold_s", "said.hold")):
        if isinstance(row := payload.get(name), list):
            yield sentence(key, row=" + ".join(str(one) for one in row))
    if "in_reserve" in payload:
        yield sentence("said.reserve", in_reserve=spoken(payload["in_reserve"]))
    if "load_kg" in payload:
        yield sentence("said.load", load_kg=payload["load_kg"])
    for name in ("before", "during", "morning", "after_24h"):
        if name in payload:
            yield sentence(f"said.exercise_{name}", pain=spoken(payload[name]))


def _run(payload: Payload) -> Iterator[str]:
    yield str(payload["activity_id"])[:ID_SHOWN]
    for name in ("all_running", "soft_surface"):
        if name in payload:
            yield sentence(f"said.{name}", said=spoken(payload[name]))
    if shoe := payload.get("shoe"):
        yield sentence("more.shoe", shoe=shoe)


def _move(payload: Payload) -> Iterator[str]:
    yield sentence("said.moved", from_day=spoken(payload["from_day"]), to_day=spoken(payload["to_day"]))


def _insert(payload: Payload) -> Iterator[str]:
    yield sentence(f"said.{payload['insert']}")
    yield sentence("said.prescribed_by", by=payload["prescribed_by"])
    if (until := payload.get("worn_until")) is not None:
        yield sentence("said.until", day=spoken(until))


def _session(payload: Payload) -> Iterator[str]:
    others = payload.get("others")
    names = ", ".join(str(one)[:ID_SHOWN] for one in others) if isinstance(others, list) else ""
    key = "said.same" if payload.get("same") else "said.not_same"
    yield sentence(key, run=str(payload["activity_id"])[:ID_SHOWN], others=names)


def _beside_plan(payload: Payload) -> Iterator[str]:
    why = payload["why"]
    yield figure(None) if why == UNKNOWN.value else sentence("said.quoted", said=why)


def _week(payload: Payload) -> Iterator[str]:
    for name in WEEK_QUESTIONS:
        if name in payload:
            yield f"{sentence(f'week_check.{name}')} {spoken(payload[name])}"


def _trial(payload: Payload) -> Iterator[str]:
    names = {name: payload.get(name, "") for name in ("first", "second")}
    yield sentence(f"said.trial_{payload['trial']}", **names)
    yield sentence("said.trial_ended") if payload.get("ended_on") else ""


def _turn(payload: Payload) -> Iterator[str]:
    yield sentence("said.turn_place", place=payload["place"])
    if "as_told" in payload:
        yield sentence("said.as_told", said=spoken(payload["as_told"]))


def _opinion(payload: Payload) -> Iterator[str]:
    yield sentence(f"guide.{payload['step']}.title")
    yield sentence("said.helpful" if payload["helpful"] else "said.not_helpful")


def _settings(payload: Payload) -> Iterator[str]:
    for name, value in payload.items():
        yield f"{sentence(f'named.{name}')} {weekdays(value) or spoken(value)}"


SAYERS: Mapping[str, Callable[[Payload], Iterator[str]]] = {
    "pain": _pain,
    "answers": _answers,
    "clearance": _clearance,
    "painkiller": _painkiller,
    "illness": _illness,
    "sleep": _sleep,
    "test": _test,
    "exercise": _exercise,
    "run": _run,
    "told_run": _told_run,
    "session": _session,
    "move": _move,
    "insert": _insert,
    "beside_plan": _beside_plan,
    "week": _week,
    "trial": _trial,
    "turn": _turn,
    "opinion": _opinion,
    "settings": _settings,
}
