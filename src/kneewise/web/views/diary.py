"""The diary: a form that is a thumb's work, and one write."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import log, once, review, sitting
from kneewise.app import runs as kept
from kneewise.app.late import is_late
from kneewise.model.activity import Activity
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.places import Side
from kneewise.model.plan import Decision
from kneewise.web.keys import new_key
from kneewise.web.lately import remember
from kneewise.web.pages.diary import (
    ABOUT_RUN,
    SCORES,
    SIGNS,
    UNRECORDED,
    Filled,
    Slip,
    find_slip,
    is_not_known,
    lacks,
    of_run,
    show_entry,
)
from kneewise.web.pages.kept import show_kept, told_with
from kneewise.web.pages.knees import PLACES
from kneewise.web.pages.scale import LATER, NOW, REST
from kneewise.web.status import status_of
from kneewise.web.visit import Visit

MOST = 3
"""So many runs are offered; another one is logged from its own page."""

OF_A_RUN = ("before", "during", "after_60min", "limp", "painkiller")
"""A run that lacks one of these is asked about first."""

A_DAY_LATER = (*OF_A_RUN, "morning")
"""The same from the next day on."""

NO_FILES = "none"
"""Asks for the form without the runs that are known: it is kept for days without a connection."""


def diary(request: HttpRequest) -> HttpResponse:
    """Show the form, or write down what it says and go to Today, which answers."""
    visit = Visit.of(request)
    decision = visit.decide()
    if request.method != "POST":
        return _form(request, visit, decision, _first(request, visit, decision))
    filled = _filled(request.POST)
    try:
        logged = _write(visit, filled)
    except KneewiseError as error:
        # What was kept under its key stays; what is new in it is kept under another.
        again = replace(filled, key=new_key()) if error.field == "key" else filled
        answer = _form(request, visit, decision, again, slip=find_slip(error.field, str(error)))
        answer.status_code = status_of(error)
        return answer
    told = told_with(log.lines(visit.runner), logged.record_id)
    return redirect(f"{reverse('web:today')}?kept={remember(logged.record_id, show_kept(logged, told))}")


def _form(
    request: HttpRequest, visit: Visit, decision: Decision, filled: Filled, *, slip: Slip | None = None
) -> HttpResponse:
    entry = show_entry(
        filled,
        runs=_runs(visit, filled.run or request.GET.get("run", "")),
        at=visit.at,
        entries=review.look(visit.runner, visit.on).entries,
        slip=slip,
        is_off=decision.plan.urgency.stops_running,
    )
    return render(request, "web/diary.html", {"place": "diary", "entry": entry})


def _first(request: HttpRequest, visit: Visit, decision: Decision) -> Filled:
    named = request.GET.get("run", "")
    entries = review.look(visit.runner, visit.on).entries

    lacking = request.GET.get("lacks", "")

    def is_wanted(run: Activity) -> bool:
        if named:
            return run.activity_id == named
        told = of_run(entries, run.activity_id)
        if lacking in A_DAY_LATER:
            return is_not_known(told, lacking)
        return bool(lacks(told, *(OF_A_RUN if run.on == visit.on else A_DAY_LATER)))

    # The morning after today's run is still to come; that of another one can be told.
    runs = sorted(_runs(visit, named), key=lambda run: lacking == "morning" and run.on == visit.on)
    about = next(filter(is_wanted, runs), None)
    unrecorded = UNRECORDED if named == UNRECORDED else ""
    return Filled(
        on=str(visit.on),
        run=about.activity_id if about else unrecorded,
        side=_usual_side(decision),
        key=new_key(),
        scores={},
    )


def _runs(visit: Visit, named: str) -> tuple[Activity, ...]:
    """Find the runs that the form may be about: the newest that scores still colour, or one that is older."""
    if named == NO_FILES:
        return ()
    every = kept.runs(visit.runner, on=visit.on)
    still_open = tuple(run for run in reversed(every) if not is_late(run, visit.at))[:MOST]
    older = tuple(run for run in every if run.activity_id == named and run not in still_open)
    return older or still_open


def _usual_side(decision: Decision) -> str:
    """Choose the knee that was logged last; nothing where none ever was."""
    colours = decision.colours
    return max(colours, key=lambda one: one.on).side.value if colours else ""


def _filled(sent: QueryDict) -> Filled:
    return Filled(
        on=sent.get("on", ""),
        run=sent.get("run", ""),
        side=sent.get("side", ""),
        minutes=sent.get("minutes", "").strip(),
        began=sent.get("began", ""),
        first_pain=sent.get("first_pain", "").strip(),
        note=sent.get("note", "").strip(),
        key=sent.get("key", ""),
        told=sent.get("told", ""),
        scores={name: sent.get(name, "") for name in SCORES},
        places=frozenset(sent.getlist("place")),
        signs=frozenset(sent.getlist("sign")),
        none_else=bool(sent.get("none_else")),
    )


def _write(visit: Visit, filled: Filled) -> log.Logged:
    _check(filled)
    scores = _scores(filled)
    ran = _ran(filled)
    if not (any(scores.values()) or filled.signs or filled.places or filled.none_else or ran):
        raise UsageError(_("Nothing was marked: give at least one score or one sign."))
    pain: dict[str, object] = {"side": filled.side, "about_run": bool(filled.run), **scores}
    pain |= {"activity_id": filled.run if filled.run != UNRECORDED else None}
    pain |= {"first_pain_min": filled.first_pain if filled.run else "", "note": filled.note}
    pain |= {name: _yes_or_no(chip, filled) for chip, name in ABOUT_RUN.items()}
    return sitting.log_sitting(
        visit.runner,
        at=visit.at,
        on=_day(visit, filled),
        pain=pain,
        signs=_signs(filled),
        ran=ran,
        key=once.see_key(filled.key) if filled.key else "",
        told_at=_told_at(filled.told),
    )


def _told_at(told: str) -> datetime | None:
    """Read when a form was filled in that waited for a connection; with the offset of that clock."""
    if not told:
        return None
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise UsageError(_("This form is not whole: open its page once more."))
    return at


def _check(filled: Filled) -> None:
    """Refuse what no form of ours sends, and what speaks against itself."""
    if filled.side not in set(Side):
        raise UsageError(_("Say which knee it was."), field="side")
    if not filled.places <= PLACES:
        raise UsageError(_("Touch the places on the drawing."), field="place")
    if not filled.signs <= {*SIGNS, *ABOUT_RUN}:
        raise UsageError(_("One of these signs is not on the list: choose again."), field="sign")
    if filled.none_else and filled.signs & set(ABOUT_RUN):
        raise UsageError(
            _("“No limp, no painkiller” goes with neither “Limped” nor “Painkiller”: take one away."),
            field="sign",
        )


def _scores(filled: Filled) -> dict[str, object]:
    """Take the scores that were to be seen: those of a run, or the morning of a day without one."""
    if filled.run:
        return {name: filled.scores[name] for name in (*NOW, *LATER)}
    return {"morning": filled.scores[REST]}


def _ran(filled: Filled) -> Mapping[str, object] | None:
    """Take how long a run was that no file tells of, where that was filled in."""
    if filled.run != UNRECORDED or not (filled.minutes or filled.began):
        return None
    return {"running_min": filled.minutes, "began": filled.began}


def _day(visit: Visit, filled: Filled) -> str:
    """Take the day of the run that was chosen; without a known one, the day of the form."""
    about = next((run for run in _runs(visit, filled.run) if run.activity_id == filled.run), None)
    return str(about.on) if about else filled.on or str(visit.on)


def _yes_or_no(chip: str, filled: Filled) -> bool | None:
    """A touched chip is a yes; an untouched one is a no only where the runner said "none of it"."""
    if chip in filled.signs:
        return True
    return False if filled.none_else else None


def _signs(filled: Filled) -> Mapping[str, object]:
    signs: dict[str, object] = {SIGNS[sign]: True for sign in sorted(filled.signs) if sign in SIGNS}
    own = [place.partition("-")[2] for place in sorted(filled.places) if place.startswith(filled.side)]
    other = [place.partition("-")[2] for place in sorted(filled.places) if not place.startswith(filled.side)]
    places = {"places": own, "places_other_knee": other}
    return signs | {name: found for name, found in places.items() if found}
