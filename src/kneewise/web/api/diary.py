"""Entries of the diary: single ones, those that belong together, and how they are corrected."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kneewise.app import log, once, parse, sitting
from kneewise.app.beside_plan import log_beside_plan
from kneewise.app.log import Logged
from kneewise.app.told_run import log_told_run
from kneewise.app.week import log_week
from kneewise.web.api import asks
from kneewise.web.api.answers import kept, key_of, no_key
from kneewise.web.api.bodies import (
    DAY,
    OBJECTS,
    TEXT,
    WORDS,
    Body,
    body_of,
    described,
    entries_of,
    entry,
    free,
    only,
    words_of,
)
from kneewise.web.api.instance import call
from kneewise.web.visit import Visit

VERBS: Final[dict[str, Callable[..., Logged]]] = {
    "pain": log.log_pain,
    "painkiller": log.log_painkiller,
    "illness": log.log_illness,
    "sleep": log.log_sleep,
    "shoe": log.log_shoe,
    "insert": log.log_insert,
    "test": log.log_test,
    "exercise": log.log_exercise,
    "run": log.log_run,
    "told_run": log_told_run,
    "week": log_week,
}
"""What the diary takes, by its kind."""

TOGETHER: Final = {
    "exercises": described({"on": DAY, "exercises": OBJECTS}, ("exercises",)),
    "tests": described({"on": DAY, "tests": OBJECTS}, ("tests",)),
}

SITTING: Final = entry("pain", told_at=TEXT, signs=WORDS, places=WORDS, places_other_knee=WORDS)


def _offer(kind: str, verb: Callable[..., Logged]) -> None:
    """Offer one kind of entry at an address of its own."""

    @call(f"POST /diary/{kind}", asks.log, "Kept", f"Log: {kind}", takes=entry(kind), name=f"log_{kind}")
    def log_entry(request: HttpRequest) -> HttpResponse:
        """Write one entry, once where an Idempotency-Key is sent."""
        return _log(request, kind, verb)


for named, written in VERBS.items():
    _offer(named, written)


@call("POST /diary/beside", asks.log, "Kept", "Log: why a run was made beside the plan",
      takes=described({"on": DAY, "why": TEXT}, ("why",)))  # fmt: skip
def log_beside(request: HttpRequest) -> HttpResponse:
    """Write why a run was made on a day without one in the plan; “unknown” where it is not known."""
    visit, told = Visit.of(request), only(request, "on", "why")
    return kept(
        log_beside_plan(
            visit.runner, at=visit.at, on=told.get("on"), why=told.get("why"), key=_seen_key(request)
        )
    )


@call("POST /sittings", asks.log, "Kept",
      "Log scores of a knee, the places that hurt and new signs, as one sitting", takes=SITTING)  # fmt: skip
def log_sitting(request: HttpRequest) -> HttpResponse:
    """Write what one form of the diary holds; a sign that is named is a yes, and the others stay unsaid."""
    visit, pain = Visit.of(request), body_of(request)
    on, told_at = pain.pop("on", None), _told_at(pain.pop("told_at", None))
    signs = _signs(pain)
    if pain.get("activity_id") is not None:
        pain.setdefault("about_run", True)
    return kept(
        sitting.log_sitting(
            visit.runner,
            at=visit.at,
            on=on,
            pain=pain,
            signs=signs,
            key=_seen_key(request),
            told_at=told_at,
        )
    )


@call("POST /sessions", asks.log, "Kept",
      "Log the exercises of one session; Idempotency-Key is needed", takes=TOGETHER["exercises"])  # fmt: skip
def log_session(request: HttpRequest) -> HttpResponse:
    """Take exercises that were done together, or their morning after."""
    visit, told = Visit.of(request), only(request, "on", "exercises")
    entries = entries_of(told, "exercises")
    return kept(
        once.log_exercises(visit.runner, at=visit.at, on=told.get("on"), key=key_of(request), entries=entries)
    )


@call("POST /tests", asks.log, "Kept",
      "Log tests that were made together; Idempotency-Key is needed", takes=TOGETHER["tests"])  # fmt: skip
def log_tests(request: HttpRequest) -> HttpResponse:
    """Take tests that were made together, such as both sides of the ankle."""
    visit, told = Visit.of(request), only(request, "on", "tests")
    entries = entries_of(told, "tests")
    return kept(
        once.log_tests(visit.runner, at=visit.at, on=told.get("on"), key=key_of(request), entries=entries)
    )


@call("POST /signs", asks.everything, "Kept", "Tell new signs", takes=free("Keys of GET /questions"))
def tell_signs(request: HttpRequest) -> HttpResponse:
    """Take signs as answers to the questions, of which a "no" may reassure."""
    visit = Visit.of(request)
    signs = body_of(request)
    return kept(sitting.log_signs(visit.runner, at=visit.at, signs=signs, key=_seen_key(request)))


@call("POST /clearance", asks.everything, "Kept", "What a clinician said", takes=entry("clearance"))
def clearance(request: HttpRequest) -> HttpResponse:
    """Take a clearance."""
    return _log(request, "clearance", log.log_clearance)


@call("PATCH /entries/{record_id}", asks.everything, "Kept", "Correct an entry",
      takes=free("The parts to change"))  # fmt: skip
def edit(request: HttpRequest, record_id: str) -> HttpResponse:
    """Correct an entry; what it said before is kept."""
    no_key(request)
    visit = Visit.of(request)
    return kept(log.edit(visit.runner, record_id, body_of(request), at=visit.at))


@call("POST /entries/{record_id}/undo", asks.everything, "Kept", "Undo the last thing done with an entry")
def undo(request: HttpRequest, record_id: str) -> HttpResponse:
    """Go one step back with an entry."""
    no_key(request)
    visit = Visit.of(request)
    return kept(log.step_back(visit.runner, record_id, at=visit.at))


@call("POST /entries/{record_id}/take-back", asks.everything, "Kept", "Take an entry back, once")
def take_back(request: HttpRequest, record_id: str) -> HttpResponse:
    """Take an entry back; it stays with the past ones, and counts no more."""
    no_key(request)
    visit = Visit.of(request)
    return kept(log.take_back(visit.runner, record_id, at=visit.at))


def _log(request: HttpRequest, kind: str, verb: Callable[..., Logged]) -> HttpResponse:
    visit, told = Visit.of(request), body_of(request)
    on = told.pop("on", None)
    # Before it is called by name: a part that is no part of an entry must not become an argument.
    log.check(kind, told, today=visit.on)
    more = {"key": key_of(request)} if key_of(request) else {}
    return kept(verb(visit.runner, at=visit.at, on=on, **more, **told))


def _signs(told: Body) -> dict[str, object]:
    """Take signs and places out of a sitting; what is left are its scores."""
    signs: dict[str, object] = dict.fromkeys(words_of(told, "signs", sitting.NEW_SIGNS), True)
    places = {name: words_of(told, name) for name in ("places", "places_other_knee")}
    return signs | {name: found for name, found in places.items() if found}


def _told_at(told: object) -> datetime | None:
    """Read when it was said, where it waited for a connection."""
    if told is None:
        return None
    with parse.part("told_at"):
        return parse.instant(_("the time"), told)


def _seen_key(request: HttpRequest) -> str:
    return once.see_key(key_of(request)) if key_of(request) else ""
