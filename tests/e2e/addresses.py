"""Every page that the table of addresses declares, so that a new one is read without being listed here."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import pytest

from kneewise.web.urls import ROUTES

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

PAGES: Final = tuple(
    f"/{route.path}"
    for route in ROUTES
    if not route.before_door and "<" not in route.path and f"/{route.path}".endswith("/")
    if "GET" in route.methods and route.name != "pair"
)
"""Those without a place for a name in their address; a sound, which is no page, ends without a slash.

Pairing is a page of the server for phones alone.
"""

TODAY: Final = re.compile(r"^https?://[^/]+/(\?kept=[0-9a-f]+)?$")
"""Today alone: each other page's address ends with a slash too."""

OF_EVERY_DAY: Final = frozenset({"/", "/diary/", "/screen/", "/screen/?each=1"})
"""Today, the diary and the questions: what CI reads too."""


def each(paths: Iterable[str]) -> "tuple[ParameterSet, ...]":
    """Read each page; CI leaves out those that are not of every day."""
    return tuple(pytest.param(path, marks=() if path in OF_EVERY_DAY else pytest.mark.long) for path in paths)
