"""Every page that the table of addresses declares, so that a new one is read without being listed here."""

from typing import Final

from kneewise.web.urls import ROUTES

PAGES: Final = tuple(
    f"/{route.path}"
    for route in ROUTES
    if not route.before_door and "<" not in route.path and f"/{route.path}".endswith("/")
)
"""Those without a place for a name in their address; a sound, which is no page, ends without a slash."""
