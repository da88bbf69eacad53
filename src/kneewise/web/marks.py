"""What a page bears so that it can be kept: of which home it is, for which day it was made, and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from kneewise.app import door
from kneewise.present.dates import say_date
from kneewise.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one page."""

    home: str
    day: str
    zone: str
    made: str


def marks(request: HttpRequest) -> Mapping[str, Callable[[], Marks]]:
    """Make the marks for the pages that name them; pages before the door do not."""
    return {"marks": lambda: _marks(Visit.of(request))}


def _marks(visit: Visit) -> Marks:
    made = f"{say_date(visit.at, 'l j F')}, {visit.at:%H:%M}"
    return Marks(home=door.home_mark(), day=str(visit.on), zone=visit.settings.home_zone, made=made)
