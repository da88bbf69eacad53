"""What the server gives for days without a connection: the worker, the manifest, the marks of a page."""

from __future__ import annotations

import json
import re
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from kneewise.app import door, log
from kneewise.app.clock import local, now
from kneewise.app.settings import get
from tests.web.mark import SIDES, draw, png
from tests.web.told import AT, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

KEY = "0a2fa6c3-9bac-4fff-8c27-0000deadbeef"
OPENED = ("/", "/plan/", "/cadence/", "/strength/", "/ankle/", "/guide/", "/guide/step3/", "/waiting/")


def test_the_worker_answers_from_the_root_and_names_every_file(page: Client) -> None:
    answer = page.get("/worker.js")
    text = answer.content.decode()
    (found,) = re.findall(r"^const FILES = (.*);$", text, re.MULTILINE)
    files = json.loads(found)

    assert answer["Content-Type"] == "text/javascript"
    assert {"/static/web/kneewise.css", "/static/web/session/timing.js", "/static/figure/runner.css"} <= {
        *files
    }
    assert [one for one in files if not read(page, one)] == []
    assert [one for one in re.findall(r'"(/static/[^"]+)"', text) if one not in files] == []


def read(page: Client, path: str) -> bytes:
    answer = page.get(path)
    content = answer.getvalue()
    answer.close()
    return content if answer.status_code == 200 else b""


@pytest.mark.parametrize("path", ["/worker.js", "/manifest.webmanifest", "/waiting/", "/without-connection/"])
def test_nothing_of_it_stands_before_the_door(outside: Client, path: str) -> None:
    assert outside.get(path).status_code == 401


def test_the_manifest_names_pictures_of_their_size(page: Client) -> None:
    answer = page.get("/manifest.webmanifest")
    said = answer.json()

    assert answer["Content-Type"] == "application/manifest+json"
    assert (said["start_url"], said["scope"], said["display"]) == ("/", "/", "standalone")
    for icon in said["icons"]:
        content = read(page, icon["src"])
        if icon["type"] == "image/png":
            assert content[:8] == b"\x89PNG\r\n\x1a\n"
            assert "{}x{}".format(*struct.unpack(">II", content[16:24])) == icon["sizes"]


@pytest.mark.parametrize("side", SIDES)
def test_the_pictures_are_what_our_code_draws(side: int) -> None:
    kept = Path(str(finders.find(f"web/mark-{side}.png"))).read_bytes()

    assert dots_of(kept) == dots_of(png(draw(side)))
    assert len(np.unique(draw(side).reshape(-1, 3), axis=0)) > 3


def dots_of(content: bytes) -> bytes:
    """Unpack the dots: another zlib may pack the same ones otherwise."""
    (length,) = struct.unpack(">I", content[33:37])
    return content[:33] + zlib.decompress(content[41 : 41 + length])


@pytest.mark.parametrize("path", OPENED)
def test_a_page_says_of_which_home_and_day_it_is(page: Client, runner: RunnerRef, path: str) -> None:
    screened(runner)
    text = page.get(path).content.decode()
    day = local(now(), get(runner)).date()

    assert f'data-home="{door.home_mark()}" data-day="{day}" data-zone="UTC"' in text


def test_a_stop_is_marked(page: Client, runner: RunnerRef) -> None:
    screened(runner)
    assert " data-stop" not in page.get("/").content.decode()

    page.post("/screen/", {"form": "weekly", "new": ["locked_knee"]})

    assert re.search(r"<body[^>]* data-stop", page.get("/").content.decode())


def test_the_form_for_days_without_a_connection_names_no_run(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened(runner)

    assert run_id in page.get("/diary/").content.decode()
    assert run_id not in page.get("/diary/?run=none").content.decode()


def test_a_form_of_another_home_is_refused(page: Client, runner: RunnerRef) -> None:
    sent = {"side": "right", "this_morning": "2", "sign": "catching", "key": KEY}

    refused = page.post("/diary/", {**sent, "home": "0" * 16})
    assert refused.status_code == 403
    assert log.lines(runner) == ()

    assert page.post("/diary/", {**sent, "home": door.home_mark()}).status_code == 302


def test_forgetting_closes_the_door_and_clears_the_browser(page: Client) -> None:
    answer = page.post("/settings/forget/")

    assert answer["Clear-Site-Data"] == '"cookies", "storage"'
    assert page.get("/").status_code == 401


def test_looking_never_forgets(page: Client) -> None:
    assert page.get("/settings/forget/").status_code == 405
    assert page.get("/").status_code == 200


def test_the_day_of_the_marks_is_the_runners(page: Client) -> None:
    assert re.search(rf"As of \w+ {AT.day}|As of \w+ {AT.day + 1}", page.get("/guide/").content.decode())
