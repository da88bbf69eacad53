"""Strength: the exercises of the day, a session that is led, one that is told, and the morning after."""

from collections.abc import Iterable, Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kneewise.app import once, training
from kneewise.app.exercise_words import exercise_called, exercise_names
from kneewise.app.training import Place
from kneewise.model.errors import KneewiseError, UsageError
from kneewise.model.plan import Decision
from kneewise.present.advice import exercise_of, is_exercise
from kneewise.web.keys import new_key
from kneewise.web.pages.session import Typed, Work, show_plain, show_work
from kneewise.web.pages.strength import due_today, show_strength
from kneewise.web.pages.strength_log import show_morning, show_picks
from kneewise.web.views.session import exercises_of, log_session, render_session, typed_with
from kneewise.web.views.stop import stopped
from kneewise.web.visit import Visit


def strength(request: HttpRequest) -> HttpResponse:
    """Show the exercises of the day; a stop that is in force stands in their place."""
    visit = Visit.of(request)
    decision = visit.decide()
    if stop := stopped(request, visit, decision, place="strength"):
        return stop
    page = show_strength(
        decision,
        training.programme(visit.runner, decision),
        done=[one for one in training.done_on(visit.runner, visit.on) if exercise_called(one.exercise)],
        waits=training.unanswered(visit.runner, visit.on),
        moving=request.GET.get("moving", ""),
    )
    logged = "strength" if request.GET.get("logged") else ""
    return render(request, "web/strength.html", {"place": "strength", "strength": page, "logged": logged})


def strength_go(request: HttpRequest) -> HttpResponse:
    """Lead through the exercises that are due, or write down all that was done of them."""
    visit = Visit.of(request)
    if request.method == "POST":
        return _led(request, visit)
    decision = visit.decide()
    if stop := stopped(request, visit, decision, place="strength"):
        return stop
    named = exercises_of(request.GET)
    works = _works(
        visit, decision, named or due_today(decision), Typed(), moving=request.GET.get("moving", "")
    )
    if not works:
        return redirect("web:strength")
    circuit = (
        bool(request.GET.get("circuit"))
        if named
        else any(one.circuit for one in decision.plan.sessions if one.on == decision.plan.on)
    )
    return render_session(request, visit, works, Typed(), kind="strength", circuit=circuit)


def _led(request: HttpRequest, visit: Visit) -> HttpResponse:
    try:
        log_session(visit, request.POST)
    except KneewiseError as error:
        typed = typed_with(request.POST, error)
        works = _works(visit, visit.decide(), exercises_of(request.POST), typed)
        return render_session(request, visit, works, typed, kind="strength", fault=error)
    return redirect(f"{reverse('web:strength')}?logged=1")


def _works(
    visit: Visit, decision: Decision, names: Iterable[str], typed: Typed, *, moving: str = ""
) -> tuple[Work, ...]:
    """Set out exercises by name: those of the programme with their dose, others with their fields alone."""
    places = {one.exercise.id: one for one in training.programme(visit.runner, decision)}
    advised = {exercise_of(one): one for one in decision.plan.advice if is_exercise(one)}
    return tuple(
        show_work(places[name], advised[name], typed, moving=moving == name)
        if name in places and name in advised
        else show_plain(name, typed)
        for name in names
    )


def strength_log(request: HttpRequest) -> HttpResponse:
    """Write down one exercise that was done without being led through it."""
    visit = Visit.of(request)
    if request.method == "POST":
        return _told(request, visit)
    name = request.GET.get("exercise", "")
    if not name:
        places = training.programme(visit.runner, visit.decide())
        page = {"place": "strength", "groups": [show_picks(names) for names in _in_groups(places)]}
        return render(request, "web/strength_pick.html", page)
    if name not in exercise_names():
        raise Http404
    return _log_form(request, visit, name, Typed(sent={"on": str(visit.on)}))


def _told(request: HttpRequest, visit: Visit) -> HttpResponse:
    name, *_others = *exercises_of(request.POST), ""
    try:
        log_session(visit, request.POST)
    except KneewiseError as error:
        if not name:
            raise Http404 from error
        typed = typed_with(request.POST, error)
        return _log_form(request, visit, name, typed, problem=str(error))
    return redirect("web:strength" if exercise_called(name) else "web:ankle")


def _log_form(
    request: HttpRequest, visit: Visit, name: str, typed: Typed, *, problem: str = ""
) -> HttpResponse:
    page = {
        "place": "strength",
        "work": show_plain(name, typed),
        "on": typed.sent.get("on", ""),
        "latest": str(visit.on),
        "key": typed.sent.get("key") or new_key(),
        "is_off": visit.decide().plan.urgency.stops_running,
        "slips": typed.slips,
        "problem": problem,
    }
    return render(request, "web/strength_log.html", page, status=422 if problem else 200)


def _in_groups(places: Sequence[Place]) -> Iterator[tuple[str, ...]]:
    """Name everything that can be logged, the programme's own first."""
    own = tuple(dict.fromkeys(one.exercise.id for one in places))
    yield own
    yield tuple(name for name in exercise_names() if name not in own)


def strength_morning(request: HttpRequest) -> HttpResponse:
    """Ask how the knee was on the morning after the exercises, once for all of a day."""
    visit = Visit.of(request)
    waits = training.unanswered(visit.runner, visit.on)
    sent = request.POST
    problem = ""
    if request.method == "POST":
        try:
            _write_morning(visit, sent)
        except KneewiseError as error:
            problem = str(error)
        else:
            return redirect("web:strength")
    if waits is None:
        return redirect("web:strength")
    page = {
        "place": "strength",
        "morning": show_morning(waits, chosen=sent.get("morning", ""), slip=problem),
        "key": sent.get("key") or new_key(),
        "problem": problem,
    }
    return render(request, "web/strength_morning.html", page, status=422 if problem else 200)


def _write_morning(visit: Visit, sent: QueryDict) -> None:
    """Put the morning to each exercise of its day."""
    if not sent.get("morning"):
        raise UsageError(_("Choose a step from 0 to 10, or “not sure”."))
    entries = [{"exercise": name, "morning": sent["morning"]} for name in exercises_of(sent)]
    once.log_exercises(visit.runner, at=visit.at, on=sent.get("on"), key=sent.get("key", ""), entries=entries)
