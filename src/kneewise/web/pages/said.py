"""What the runner said, newest first, each thing with a way to take it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.log import Line
from kneewise.model.places import Side
from kneewise.present.words import has_sentence, sentence
from kneewise.web.pages.parts import say_day, say_side

SHOWN: Final = ("pain", "answers", "clearance", "painkiller", "illness", "sleep", "test")
SCORES: Final = ("before", "during", "after_60min", "morning", "after_24h")
NEWEST: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One thing that was said."""

    record_id: str
    what: str
    said: str
    day: str
    told: str


def show_said(lines: Iterable[Line]) -> tuple[SaidLine, ...]:
    """Put the newest lines of the diary into words."""
    kept = [line for line in lines if line.kind in SHOWN][:NEWEST]
    return tuple(
        SaidLine(
            record_id=line.record_id,
            what=_what(line),
            said=_said(line),
            day=say_day(line.on),
            told=_told(line),
        )
        for line in kept
    )


def _told(line: Line) -> str:
    """Say when it was told; the day only where it is another than the one it speaks of."""
    if line.at.date() == line.on:
        return date_format(line.at, "H:i")
    return _("told on %(when)s") % {"when": date_format(line.at, "j M, H:i")}


def _what(line: Line) -> str:
    names = {
        "pain": _("Pain"),
        "answers": _("Answers"),
        "clearance": _("A clinician"),
        "painkiller": _("Painkiller"),
        "illness": _("Illness"),
        "sleep": _("Sleep"),
        "test": _("Test"),
    }
    side = line.payload.get("side")
    if line.kind == "pain" and isinstance(side, str) and side in set(Side):
        return _("%(side)s knee") % {"side": say_side(Side(side))}
    return names[line.kind]


def _said(line: Line) -> str:
    match line.kind:
        case "pain":
            return _scores(line.payload)
        case "answers":
            return _answers(line.payload)
        case "clearance":
            may = _("may run") if line.payload.get("may_run") else _("may not run yet")
            return f"{line.payload.get('by', '')}: {may}"
        case "test":
            return _test(line.payload)
        case "sleep":
            return _sleep(line.payload)
        case _other:
            return ""


def _test(payload: Mapping[str, object]) -> str:
    names = {
        "stairs": _("stairs"),
        "hops": _("hops"),
        "squats": _("squats on one leg"),
        "brisk_walk": _("brisk walk"),
        "knee_to_wall": _("knee to the wall"),
    }
    pain = payload.get("pain_0_10")
    said = names.get(str(payload.get("kind")), "")
    return _("%(test)s, pain %(pain)s") % {"test": said, "pain": pain} if isinstance(pain, int) else said


def _sleep(payload: Mapping[str, object]) -> str:
    hours = payload.get("hours")
    return _("%(hours)s hours") % {"hours": f"{hours:g}"} if isinstance(hours, int | float) else ""


def _scores(payload: Mapping[str, object]) -> str:
    said = [
        f"{sentence(f'score.{name}')} {payload[name] if isinstance(payload[name], int) else '?'}"
        for name in SCORES
        if payload.get(name) is not None
    ]
    said += [sentence(f"score.{name}") for name in ("limp", "painkiller") if payload.get(name) is True]
    return ", ".join(said)


def _answers(payload: Mapping[str, object]) -> str:
    """Name the signs that were answered yes; a list without any is counted."""
    answers = payload.get("answers")
    given = answers if isinstance(answers, Mapping) else {}
    yes = [key for key, answer in given.items() if answer is True]
    named = [sentence(f"sign.{key}") for key in yes if has_sentence(f"sign.{key}")]
    count = ngettext("%(count)s answer", "%(count)s answers", len(given)) % {"count": len(given)}
    return f"{count}: {'; '.join(named)}" if named else count
