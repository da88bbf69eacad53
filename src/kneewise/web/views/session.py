"""What a session of strength and one of the ankle share: the form, what was typed, and one write."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from kneewise.app import once
from kneewise.app.exercise_words import exercise_names
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.web.keys import new_key
from kneewise.web.pages.ring import show_ticks
from kneewise.web.pages.session import Typed, Work, in_common
from kneewise.web.pages.session_sent import Told, find_slips, read_session
from kneewise.web.status import status_of
from kneewise.web.visit import Visit


def log_session(visit: Visit, sent: QueryDict) -> None:
    """Write down a form of exercises, once, however often it is sent."""
    told = read_session(exercises_of(sent), plain(sent))
    try:
        once.log_exercises(
            visit.runner,
            at=visit.at,
            on=sent.get("on"),
            key=sent.get("key", ""),
            entries=[one.entry for one in told],
        )
    except UsageError as error:
        raise SlippedError(str(error), told, error.field) from error


class SlippedError(UsageError):
    """A form with a slip in one of its entries."""

    def __init__(self, said: str, told: Sequence[Told], field: str) -> None:
        super().__init__(said, field=field)
        self.slips = find_slips(field, said, told)


def typed_with(sent: QueryDict, error: KneewiseError) -> Typed:
    """Keep what was typed, with what is wrong beside its field."""
    return Typed(sent=plain(sent), slips=error.slips if isinstance(error, SlippedError) else {})


def plain(sent: QueryDict) -> dict[str, str]:
    """Give the fields of a form by name."""
    return {name: sent.get(name, "") for name in sent}


def exercises_of(sent: QueryDict) -> tuple[str, ...]:
    """Name the exercises of a form, each once; what is no exercise is left out."""
    known = exercise_names()
    return tuple(dict.fromkeys(name for name in sent.getlist("exercise") if name in known))


def render_session(
    request: HttpRequest,
    visit: Visit,
    works: Sequence[Work],
    typed: Typed,
    *,
    kind: str,
    fault: KneewiseError | None = None,
    circuit: bool = False,
) -> HttpResponse:
    """Show a session: a form, which a script makes a course."""
    page = {
        "place": kind,
        "kind": kind,
        "circuit": circuit,
        "works": works,
        "common": in_common(works),
        "on": typed.sent.get("on") or str(visit.on),
        "key": typed.sent.get("key") or new_key(),
        "problem": str(fault or ""),
        "ticks": show_ticks(),
    }
    return render(request, "web/session.html", page, status=status_of(fault) if fault else None)
