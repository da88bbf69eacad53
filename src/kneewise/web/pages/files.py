"""Bring your runs: what is on its way, what is being read, what became of it, and where files are found."""

from dataclasses import dataclass
from typing import Final

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.app.incoming import Coming
from kneewise.app.read_incoming import ReadingNow, ReadReport
from kneewise.model.plan import Phase, Plan
from kneewise.present.words import sentence
from kneewise.web.pages.parts import Fact, Link
from kneewise.web.uploads import PIECE_B

IN_ORDER: Final = ("imported", "duplicate", "not_an_activity", "refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How things stand with what is brought."""

    coming: tuple[Coming, ...]
    waiting: int
    now: ReadingNow | None
    report: ReadReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingShown:
    """A file that is not whole yet."""

    upload_id: str
    name: str
    said: str
    have: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What became of one file, and what to do about it."""

    path: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of the last reading."""

    said: str
    problem: str
    facts: tuple[Fact, ...]
    told: tuple[Became, ...]
    untold: str
    then: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesPage:
    """The whole page."""

    problem: str
    coming: tuple[ComingShown, ...]
    waiting: str
    now: ReadingNow | None
    now_said: str
    came: Came | None
    places: tuple[Fact, ...]
    piece_b: int


def show_files(arrival: Arrival, plan: Plan, *, problem: str) -> FilesPage:
    """Set out the page."""
    now, waiting = arrival.now, arrival.waiting
    is_left = waiting and now is None
    left = ngettext("%(count)s file waits to be read.", "%(count)s files wait to be read.", waiting)
    return FilesPage(
        problem=problem,
        coming=tuple(_coming(one) for one in arrival.coming),
        waiting=left % {"count": waiting} if is_left else "",
        now=now,
        now_said=_say_now(now) if now else "",
        came=_came(arrival.report, plan) if arrival.report and not now else None,
        places=_places(),
        piece_b=PIECE_B,
    )


def _coming(one: Coming) -> ComingShown:
    said = _("%(have)s of %(size)s is here.")
    return ComingShown(
        upload_id=one.upload_id,
        name=one.name,
        said=said % {"have": filesizeformat(one.have_b), "size": filesizeformat(one.size_b)},
        have=one.have_b,
        size=one.size_b,
    )


def _say_now(now: ReadingNow) -> str:
    if not now.of:
        return _("Looking at what has come.")
    return _("%(done)s of %(of)s read.") % {"done": now.done, "of": now.of}


def _came(report: ReadReport, plan: Plan) -> Came:
    new = ngettext("%(count)s new activity.", "%(count)s new activities.", report.new)
    more = ngettext("And %(count)s more file.", "And %(count)s more files.", report.untold)
    return Came(
        said="" if report.problem else new % {"count": report.new},
        problem=report.problem,
        facts=tuple(
            Fact(name=sentence(f"status.{status}").capitalize(), said=_files(report.counts[status]))
            for status in IN_ORDER
            if report.counts.get(status)
        ),
        told=tuple(
            Became(path=one.path, said=_became(one.status, one.reason, one.detail)) for one in report.told
        ),
        untold=more % {"count": report.untold} if report.untold else "",
        then=_then(plan),
    )


def _files(count: int) -> str:
    return ngettext("%(count)s file", "%(count)s files", count) % {"count": count}


def _became(status: str, reason: str, detail: str) -> str:
    why = sentence(reason, detail=detail) if reason else ""
    return f"{sentence(f'status.{status}').capitalize()}. {why}".rstrip()


def _then(plan: Plan) -> tuple[Link, ...]:
    """Lead to what is due now that runs are here: the questions where the plan waits for them, else today."""
    runs = Link(said=_("See your runs"), address=reverse("web:runs"))
    if plan.ask and plan.phase is Phase.TRIAGE:
        return Link(said=_("Answer the questions"), address=reverse("web:screen")), runs
    return Link(said=_("To today"), address=reverse("web:today")), runs


def _places() -> tuple[Fact, ...]:
    return (
        Fact(
            name="Strava",
            said=_("On its website: Settings, My Account, Download or Delete Your Account, Request your "
                   "archive. A mail brings a zip. Bring it as it is."),
        ),
        Fact(
            name="Garmin",
            said=_("On its website: Account, Account Management, Export Your Data. A mail brings a zip. "
                   "Bring it as it is. Or join the watch to this computer and choose its folder GARMIN."),
        ),
        Fact(
            name="Apple Health",
            said=_("On the phone: Health, your picture, Export All Health Data. Bring the zip as it is."),
        ),
        Fact(
            name=_("Other watches"),
            said=_("Save your runs as FIT, TCX or GPX files. FIT says most. A folder or a zip of "
                   "them is fine."),
        ),
    )  # fmt: skip
