"""What the knee answered last, in sentences as a person would say them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kneewise.model.evidence import Reason
from kneewise.model.plan import RunColour
from kneewise.present import reasons as why
from kneewise.present.dates import say_date
from kneewise.present.rest import say_lacks
from kneewise.web.pages.parts import ColourShown, show_colour

WEEK_DAYS: Final = 6
"""Up to so many days ago a weekday says which day it was."""

SCORED: Final = ("colour.during", "colour.after_60min", "colour.morning")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """The newest coloured run or morning: its title, its day in short, and what there was."""

    title: str
    day: str
    said: str
    colour: ColourShown
    address: str


def show_last(colours: Iterable[RunColour], *, on: date) -> LastRun | None:
    """Say what the knee answered last; ``None`` before it ever did."""
    last = max(colours, key=lambda one: one.on, default=None)
    if last is None:
        return None
    is_recent = (on - last.on).days <= WEEK_DAYS
    return LastRun(
        title=_title(last, is_recent=is_recent),
        day=date_format(last.on, "l") if is_recent else say_date(last.on, "j F"),
        said=" ".join(_said(last)),
        colour=show_colour(last.colour),
        address=reverse("web:run", args=[last.activity_id]) if last.activity_id else "",
    )


def is_run(last: RunColour) -> bool:
    """Whether it is the answer to a run, with or without a file, and not to a morning."""
    return bool(last.activity_id) or any(reason.rule == SCORED[0] for reason in last.because)


def _title(last: RunColour, *, is_recent: bool) -> str:
    if is_recent:
        said = _("%(day)s’s run") if is_run(last) else _("%(day)s morning")
        return said % {"day": date_format(last.on, "l")}
    said = _("The run of %(day)s") if is_run(last) else _("The morning of %(day)s")
    return said % {"day": say_date(last.on, "j F")}


def _said(last: RunColour) -> Iterable[str]:
    found = {reason.rule: reason for reason in last.because}
    if reason := found.get("colour.during"):
        yield _("Worst pain %(score)s of 10.") % {"score": reason.seen}
    settled, calm = found.get("colour.after_60min"), found.get("colour.morning")
    if settled and calm and _is_settled(settled) and _is_usual(calm) and is_run(last):
        yield _("Settled within the hour, and no worse the next morning.")
    else:
        if settled:
            yield _after(settled)
        if calm:
            yield _morning(calm, after_run=is_run(last))
    others = (reason for reason in last.because if reason.rule not in SCORED)
    yield from dict.fromkeys(why.reason_sentence(reason) for reason in others)
    yield from say_lacks(last)


def _is_settled(reason: Reason) -> bool:
    return _score(reason.seen) <= max(_score((reason.facts or {}).get("before_0_10")), _score(reason.limit))


def _is_usual(reason: Reason) -> bool:
    return _score(reason.seen) <= _score((reason.facts or {}).get("usual_0_10"))


def _score(shown: object) -> float:
    return float(shown) if isinstance(shown, int | float) else 0.0


def _after(reason: Reason) -> str:
    if _is_settled(reason):
        return _("Settled within the hour.")
    before = (reason.facts or {}).get("before_0_10")
    said = _("An hour after it was still %(score)s; before the run it was %(before)s.")
    return said % {"score": reason.seen, "before": before}


def _morning(reason: Reason, *, after_run: bool) -> str:
    if _is_usual(reason):
        said = (
            _("No worse the next morning.") if after_run else _("Pain %(score)s of 10, no more than usual.")
        )
    elif after_run:
        said = _("The next morning it was %(score)s; usual is %(usual)s.")
    else:
        said = _("Pain %(score)s of 10; usual is %(usual)s.")
    return said % {"score": reason.seen, "usual": (reason.facts or {}).get("usual_0_10")}
