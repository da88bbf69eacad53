"""Every address of the page, in one table: its view, its methods, and whether it stands before the door."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from kneewise.web.api.entry import METHODS, api
from kneewise.web.views.also import also
from kneewise.web.views.ankle import ankle, ankle_go
from kneewise.web.views.cadence import cadence, click_track
from kneewise.web.views.calendar import calendar, calendar_feed, calendar_file
from kneewise.web.views.data import data
from kneewise.web.views.diary import diary
from kneewise.web.views.door import open_door
from kneewise.web.views.files import files, files_begin, files_piece
from kneewise.web.views.guide import guide, guide_step, when_to_stop
from kneewise.web.views.home_tests import home_tests
from kneewise.web.views.insights import insights
from kneewise.web.views.more import more
from kneewise.web.views.offline import forget, manifest, waiting, without, worker
from kneewise.web.views.pair import pair
from kneewise.web.views.plan import plan
from kneewise.web.views.recovery import recovery
from kneewise.web.views.report import report, report_page, report_pdf
from kneewise.web.views.restore import restore
from kneewise.web.views.run import run
from kneewise.web.views.runs import runs
from kneewise.web.views.said import said
from kneewise.web.views.screen import screen
from kneewise.web.views.seen import seen
from kneewise.web.views.settings import settings
from kneewise.web.views.shoes import shoes
from kneewise.web.views.strength import strength, strength_go, strength_log, strength_morning
from kneewise.web.views.today import today
from kneewise.web.views.trial import trial
from kneewise.web.views.week_check import week_check

READ: Final = ("GET", "HEAD")
FORM: Final = (*READ, "POST")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One address.

    Attributes:
        refuses: The view itself refuses other methods, in the words of those who ask it.
    """

    path: str
    name: str
    view: Callable[..., HttpResponseBase]
    methods: tuple[str, ...] = READ
    before_door: bool = False
    refuses: bool = False


ROUTES: Final = (
    Route(path="", name="today", view=today),
    Route(path="plan/", name="plan", view=plan, methods=FORM),
    Route(path="diary/", name="diary", view=diary, methods=FORM),
    Route(path="diary/said/", name="said", view=said, methods=FORM),
    Route(path="diary/also/", name="also", view=also, methods=FORM),
    Route(path="diary/week/", name="week_check", view=week_check, methods=FORM),
    Route(path="diary/tests/", name="home_tests", view=home_tests, methods=FORM),
    Route(path="seen/", name="seen", view=seen, methods=FORM),
    Route(path="screen/", name="screen", view=screen, methods=FORM),
    Route(path="runs/", name="runs", view=runs),
    Route(path="runs/<str:activity_id>/", name="run", view=run, methods=FORM),
    Route(path="files/", name="files", view=files, methods=FORM),
    Route(path="files/begin/", name="files_begin", view=files_begin, methods=("POST",)),
    Route(path="files/<str:upload_id>/", name="files_piece", view=files_piece, methods=("POST",)),
    Route(path="cadence/", name="cadence", view=cadence),
    Route(path="cadence/click.wav", name="click_track", view=click_track),
    Route(path="more/", name="more", view=more),
    Route(path="strength/", name="strength", view=strength),
    Route(path="strength/go/", name="strength_go", view=strength_go, methods=FORM),
    Route(path="strength/log/", name="strength_log", view=strength_log, methods=FORM),
    Route(path="strength/morning/", name="strength_morning", view=strength_morning, methods=FORM),
    Route(path="ankle/", name="ankle", view=ankle, methods=FORM),
    Route(path="ankle/go/", name="ankle_go", view=ankle_go, methods=FORM),
    Route(path="guide/", name="guide", view=guide),
    Route(path="guide/<slug:step>/", name="guide_step", view=guide_step, methods=FORM),
    Route(path="shoes/", name="shoes", view=shoes, methods=FORM),
    Route(path="recovery/", name="recovery", view=recovery, methods=FORM),
    Route(path="report/", name="report", view=report),
    Route(path="report/kneewise-report.pdf", name="report_pdf", view=report_pdf),
    Route(path="report/page.png", name="report_page", view=report_page),
    Route(path="insights/", name="insights", view=insights),
    Route(path="insights/try/", name="trial", view=trial, methods=FORM),
    Route(path="settings/", name="settings", view=settings, methods=FORM),
    Route(path="settings/data/", name="data", view=data, methods=FORM),
    Route(path="settings/data/restore/", name="restore", view=restore, methods=("POST",)),
    Route(path="when-to-stop/", name="when_to_stop", view=when_to_stop),
    Route(path="calendar/", name="calendar", view=calendar, methods=FORM),
    Route(path="calendar/kneewise.ics", name="calendar_file", view=calendar_file),
    Route(path="calendar/feed/<str:token>.ics", name="calendar_feed", view=calendar_feed, before_door=True),
    Route(path="worker.js", name="worker", view=worker),
    Route(path="manifest.webmanifest", name="manifest", view=manifest),
    Route(path="without-connection/", name="without", view=without),
    Route(path="waiting/", name="waiting", view=waiting),
    Route(path="settings/forget/", name="forget", view=forget, methods=("POST",)),
    # GET only: a HEAD, as a preview might send, must not use the link up.
    Route(path="open/<str:token>", name="open", view=open_door, methods=("GET",), before_door=True),
    # Of the page for phones only, where it alone stands before the door.
    Route(path="pair/", name="pair", view=pair, methods=FORM),
    # Programs bring a token, and no cookie is looked at; the API asks for it itself.
    Route(path="api/v1", name="api_bare", view=api, methods=METHODS, before_door=True, refuses=True),
    Route(path="api/v1/", name="api_root", view=api, methods=METHODS, before_door=True, refuses=True),
    Route(path="api/v1/<path:rest>", name="api", view=api, methods=METHODS, before_door=True, refuses=True),
)


def _pattern(route: Route) -> URLPattern:
    view = route.view if route.refuses else require_http_methods(list(route.methods))(route.view)
    return path(route.path, view, name=route.name)


app_name = "web"
urlpatterns: list[URLPattern] = [_pattern(route) for route in ROUTES]
