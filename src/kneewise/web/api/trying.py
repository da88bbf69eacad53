"""Tests by lot, and what was helpful in the guide."""

from django.http import HttpRequest, HttpResponse

from kneewise.app import trial
from kneewise.app.opinions import log_opinion
from kneewise.app.trials_seen import trials
from kneewise.present.trial import trial_json
from kneewise.web.api import asks
from kneewise.web.api.answers import Said, answer, beside, kept, key_of, no_key
from kneewise.web.api.bodies import TEXT, WORDS, YES_NO, described, only, words_of
from kneewise.web.api.instance import call
from kneewise.web.visit import Visit

TRIED = described({"trial": TEXT, "shoes": WORDS}, ("trial",))
AS_TOLD = described({"as_told": {"type": ["boolean", "string"]}}, ("as_told",))


@call("GET /try", asks.read, "Listed tests", "Tests by lot: what today's run is to be, and the answers")
def list_trials(request: HttpRequest) -> HttpResponse:
    """List tests, beside the day's answer."""
    return answer(request, lambda visit: beside(visit, _trials(visit)))


@call("POST /try", asks.everything, "Kept", "Begin a test of two ways to run", takes=TRIED)
def start_trial(request: HttpRequest) -> HttpResponse:
    """Draw the order; the plan stays as it is."""
    visit, told = Visit.of(request), only(request, "trial", "shoes")
    shoes = tuple(words_of(told, "shoes"))
    return kept(
        trial.start(visit.runner, at=visit.at, kind=told.get("trial"), shoes=shoes, key=key_of(request))
    )


@call("POST /try/ran", asks.log, "Kept", "Say whether today's run was run as the test told", takes=AS_TOLD)
def ran_trial(request: HttpRequest) -> HttpResponse:
    """Write it down; “unknown” where it is not known."""
    visit, told = Visit.of(request), only(request, "as_told")
    return kept(trial.ran(visit.runner, at=visit.at, as_told=told.get("as_told"), key=key_of(request)))


@call("POST /try/stop", asks.everything, "Kept", "Stop the test before its end; there is no answer then")
def stop_trial(request: HttpRequest) -> HttpResponse:
    """Stop it; undoing the entry lets it go on."""
    no_key(request)
    visit = Visit.of(request)
    return kept(trial.stop(visit.runner, at=visit.at))


@call("POST /guide/{step}", asks.log, "Kept", "Say whether a step of the guide was helpful",
      takes=described({"helpful": YES_NO}, ("helpful",)))  # fmt: skip
def helpful(request: HttpRequest, step: str) -> HttpResponse:
    """Write it down; it stays on this computer."""
    visit, told = Visit.of(request), only(request, "helpful")
    return kept(
        log_opinion(visit.runner, at=visit.at, step=step, helpful=told.get("helpful"), key=key_of(request))
    )


def _trials(visit: Visit) -> Said:
    return {"trials": [trial_json(one) for one in trials(visit.runner, visit.on)]}
