"""The outbox of a browser, as ``static/web/offline/outbox.js`` sends it: each entry under its own key."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Final

from django.test import Client

from kneewise.app import door
from kneewise.model.errors import KneewiseError
from tests.app.samples import NOW
from tests.web.told import make_link, visit

YESTERDAY: Final = NOW - timedelta(days=1)
CAME: Final[dict[str, Client]] = {}
"""The browser, from the step in which it comes on."""


def come(_offered: Path) -> None:
    """Open the link again, as after each start of the server, and look whether it answers."""
    CAME["browser"] = client = visit()
    client.raise_request_exception = False
    see(client.get(make_link()).status_code, HTTPStatus.FOUND)
    see(client.get("/waiting/").status_code, HTTPStatus.OK)


def send_diary(_offered: Path) -> None:
    """Send what was said yesterday."""
    said = {"run": "", "side": "right", "this_morning": "4", "told": YESTERDAY.isoformat()}
    _send("/diary/", key="0b5f4b5e-0001-4c0e", on=YESTERDAY, **said)


def send_strength(_offered: Path) -> None:
    """Send a session of yesterday, of two exercises."""
    said = {"clamshell-left": "12, 12", "clamshell-pain": "1", "single_leg_bridge-both": "10"}
    exercises = ["clamshell", "single_leg_bridge"]
    _send("/strength/go/", key="0b5f4b5e-0002-4c0e", on=YESTERDAY, exercise=exercises, **said)


def send_ankle(_offered: Path) -> None:
    """Send a drill of today."""
    said = {"exercise": ["calf_stretch"], "calf_stretch-both": "60"}
    _send("/ankle/go/", key="0b5f4b5e-0003-4c0e", on=NOW, **said)


def _send(path: str, *, on: datetime, **said: object) -> None:
    sent: Mapping[str, object] = {**said, "on": str(on.date()), "home": door.home_mark()}
    see(CAME["browser"].post(path, sent).status_code, HTTPStatus.FOUND)


def see(status: int, awaited: HTTPStatus) -> None:
    """See that a page answers so, or that the home takes nothing now; anything else were to be mended."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise KneewiseError(f"{status}: later")
    if status != awaited:
        raise AssertionError(f"answered {status}")
