"""The diary: a form that is a thumb's work, and one write."""

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kneewise.app import review, sitting
from kneewise.app import runs as kept
from kneewise.model.activity import Activity
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.places import Side
from kneewise.web.pages.diary import ABOUT_RUN, LATER, NOW, SIGNS, UNRECORDED, Filled, show_entry
from kneewise.web.visit import Visit

STILL_OPEN = timedelta(days=2)
"""A run's scores may be added for so long; an older one is logged from its own page."""


def diary(request: HttpRequest) -> HttpResponse:
    """Show the form, or write down what it says and go to Today, which answers."""
    visit = Visit.of(request)
    if request.method != "POST":
        return _form(request, visit, _first(request, visit))
    filled = _filled(request.POST)
    try:
        _write(visit, filled)
    except KneewiseError as error:
        return _form(request, visit, filled, problem=str(error))
    return redirect("web:today")


def _form(request: HttpRequest, visit: Visit, filled: Filled, *, problem: str = "") -> HttpResponse:
    entry = show_entry(filled, runs=_runs(visit, filled.run), problem=problem)
    status = 422 if problem else 200
    return render(request, "web/diary.html", {"place": "diary", "entry": entry}, status=status)


def _first(request: HttpRequest, visit: Visit) -> Filled:
    named = request.GET.get("run", "")
    about = next((run for run in _runs(visit, named) if named in {"", run.activity_id}), None)
    return Filled(
        on=str(about.on if about else visit.on),
        run=about.activity_id if about else "",
        side=_usual_side(visit),
        scores={},
    )


def _runs(visit: Visit, named: str) -> tuple[Activity, ...]:
    """Find the runs that the form may be about, the newest first: the named one, and those still open."""
    newest = reversed(kept.runs(visit.runner, on=visit.on))
    return tuple(run for run in newest if run.activity_id == named or visit.on - run.on <= STILL_OPEN)[:3]


def _usual_side(visit: Visit) -> str:
    """Choose the knee that was logged last; nothing where none ever was."""
    colours = review.review(visit.runner, visit.on).colours
    return max(colours, key=lambda one: one.on).side.value if colours else ""


def _filled(sent: QueryDict) -> Filled:
    return Filled(
        on=sent.get("on", ""),
        run=sent.get("run", ""),
        side=sent.get("side", ""),
        scores={name: sent.get(name, "") for name in (*NOW, *LATER)},
        places=frozenset(sent.getlist("place")),
        signs=frozenset(sent.getlist("sign")),
        none_else=bool(sent.get("none_else")),
    )


def _write(visit: Visit, filled: Filled) -> None:
    if filled.side not in set(Side):
        raise UsageError(_("Say which knee it was."))
    if not (any(filled.scores.values()) or filled.signs or filled.places or filled.none_else):
        raise UsageError(_("Nothing was marked: give at least one score or one sign."))
    pain: dict[str, object] = {"side": filled.side, "about_run": bool(filled.run), **filled.scores}
    pain |= {"activity_id": filled.run if filled.run != UNRECORDED else None}
    pain |= {name: _yes_or_no(chip, filled) for chip, name in ABOUT_RUN.items()}
    sitting.log_sitting(visit.runner, at=visit.at, on=_day(visit, filled), pain=pain, signs=_signs(filled))


def _day(visit: Visit, filled: Filled) -> str:
    """Take the day of the run that was chosen; without one, the day of the form."""
    about = next((run for run in _runs(visit, filled.run) if run.activity_id == filled.run), None)
    return str(about.on) if about else filled.on or str(visit.on)


def _yes_or_no(chip: str, filled: Filled) -> bool | None:
    """A touched chip is a yes; an untouched one is a no only where the runner said "none of it"."""
    if chip in filled.signs:
        return True
    return False if filled.none_else else None


def _signs(filled: Filled) -> Mapping[str, object]:
    signs: dict[str, object] = {SIGNS[sign]: True for sign in sorted(filled.signs) if sign in SIGNS}
    if filled.side in set(Side):
        own = [place.partition("-")[2] for place in sorted(filled.places) if place.startswith(filled.side)]
        other = [
            place.partition("-")[2] for place in sorted(filled.places) if not place.startswith(filled.side)
        ]
        signs |= {name: places for name, places in (("places", own), ("places_other_knee", other)) if places}
    return signs
