"""What the runner said, newest first, each thing with a way to take it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.log import Line
from kneewise.model.answers import Origin
from kneewise.model.diary import SCORES
from kneewise.model.places import Side
from kneewise.present.dates import say_date
from kneewise.present.diary import say_beside_scores, say_parts
from kneewise.present.words import has_sentence, say_decimal, sentence
from kneewise.web.pages.diary import say_scores
from kneewise.web.pages.knees import say_knee
from kneewise.web.pages.parts import NB

SHOWN: Final = (
    "pain",
    "answers",
    "clearance",
    "painkiller",
    "illness",
    "sleep",
    "test",
    "exercise",
    "told_run",
    "run",
    "insert",
    "shoe",
    "move",
    "beside_plan",
    "week",
    "trial",
    "turn",
    "opinion",
)
NEWEST: Final = 30
MANY: Final = 6
"""Taking back so many answers at once is asked about first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One thing that was said; ``many`` answers are taken back only after a question."""

    record_id: str
    what: str
    said: str
    day: str
    told: str
    many: int


def show_said(lines: Iterable[Line]) -> tuple[SaidLine, ...]:
    """Put the newest lines of the diary into words."""
    kept = [line for line in lines if line.kind in SHOWN][:NEWEST]
    return tuple(show_line(line) for line in kept)


def find_line(lines: Iterable[Line], record_id: str) -> Line | None:
    """Find one line by its name, to ask about it."""
    return next((line for line in lines if line.kind in SHOWN and line.record_id == record_id), None)


def name_line(line: Line) -> str:
    """Name one thing that was said within a sentence: its signs, else what it is and what it says."""
    if line.kind == "answers" and (yes := _yes(_given(line.payload))):
        return "; ".join(yes)
    side = line.payload.get("side")
    is_knee = line.kind == "pain" and isinstance(side, str) and side in set(Side)
    said = "" if line.kind == "answers" else _said(line)
    return ", ".join(filter(None, (sentence(f"side.{side}") if is_knee else _what(line), said)))


def show_line(line: Line) -> SaidLine:
    """Put one line of the diary into words."""
    count = len(_given(line.payload)) if line.kind == "answers" else 0
    return SaidLine(
        record_id=line.record_id,
        what=_what(line),
        said=_said(line),
        day=say_date(line.on, "D j M").replace(" ", NB),
        told=_told(line).replace(" ", NB),
        many=count if count >= MANY else 0,
    )


def _told(line: Line) -> str:
    """Say when it was told; the day only where it is another than the one it speaks of."""
    if line.at.date() == line.on:
        return date_format(line.at, "H:i")
    return _("told on %(when)s") % {"when": say_date(line.at, "j M, H:i")}


def _what(line: Line) -> str:
    names = {
        "pain": _("Pain"),
        "answers": _origin(line.payload),
        "clearance": _("A clinician"),
        "painkiller": _("Painkiller"),
        "illness": _("Illness"),
        "sleep": _("Sleep"),
        "test": _("Test"),
        "insert": _("In the shoe"),
        "shoe": _("Shoes"),
        "move": _("A run moved"),
        "beside_plan": _("A run beside the plan"),
        "week": _("The week"),
        "trial": _("A test"),
        "turn": _("A run of the test"),
        "opinion": _("The guide"),
        "exercise": _("Exercise"),
        "told_run": _("A run without a file"),
        "run": _("About a run"),
    }
    side = line.payload.get("side")
    if line.kind == "pain" and isinstance(side, str) and side in set(Side):
        return say_knee(Side(side))
    return names[line.kind]


def _origin(payload: Mapping[str, object]) -> str:
    """Call answers by the form they were given in."""
    names = {
        Origin.SCREENING.value: _("First questions"),
        Origin.WEEKLY.value: _("Weekly list"),
        Origin.DIARY.value: _("Signs of the diary"),
    }
    return names.get(str(payload.get("origin")), _("Answers"))


def _said(line: Line) -> str:
    match line.kind:
        case "pain":
            return _scores(line.payload)
        case "answers":
            return _answers(line.payload)
        case "clearance":
            may = _("may run") if line.payload.get("may_run") else _("may not run yet")
            return f"{line.payload.get('by', '')}: {may}"
        case "sleep":
            return _sleep(line.payload)
        case "shoe":
            away = _("put away") if line.payload.get("retired") else ""
            return ", ".join(filter(None, (str(line.payload.get("name", "")), away)))
        case (
            "exercise"
            | "test"
            | "illness"
            | "painkiller"
            | "insert"
            | "move"
            | "beside_plan"
            | "week"
            | "trial"
            | "turn"
            | "opinion"
            | "told_run"
        ):
            return say_parts(line.kind, line.payload)
        case "run":
            # What it begins with is the code of the run.
            return say_parts(line.kind, line.payload).partition(", ")[2]
        case _other:
            return ""


def _sleep(payload: Mapping[str, object]) -> str:
    hours = payload.get("hours")
    return (
        _("%(hours)s\N{NO-BREAK SPACE}hours") % {"hours": say_decimal(f"{hours:g}")}
        if isinstance(hours, int | float)
        else ""
    )


def _scores(payload: Mapping[str, object]) -> str:
    told = {name: payload[name] for name in SCORES if payload.get(name) is not None}
    scores = say_scores({name: score if isinstance(score, int) else None for name, score in told.items()})
    remarks = (sentence(f"score.{name}") for name in ("limp", "painkiller") if payload.get(name) is True)
    return ", ".join(word for word in (scores, *remarks, *say_beside_scores(payload)) if word)


def _answers(payload: Mapping[str, object]) -> str:
    """Name the signs that were answered yes; a list without any is counted."""
    given = _given(payload)
    named = _yes(given)
    count = ngettext("%(count)s answer", "%(count)s answers", len(given)) % {"count": len(given)}
    tied = count.replace(" ", NB)
    return f"{tied}: {'; '.join(named)}" if named else tied


def _yes(given: Mapping[str, object]) -> list[str]:
    yes = (key for key, answer in given.items() if answer is True)
    return [sentence(f"sign.{key}") for key in yes if has_sentence(f"sign.{key}")]


def _given(payload: Mapping[str, object]) -> Mapping[str, object]:
    answers = payload.get("answers")
    return answers if isinstance(answers, Mapping) else {}
