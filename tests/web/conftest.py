"""A browser without a window: Django's own client, at the door and behind it.

Imports stand inside: this file is read before Django is set up.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from kneewise.app.home import RunnerRef


@pytest.fixture(autouse=True)
def afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test hangs on the hour at which it runs."""
    from tests.web.told import begin_in_the_afternoon

    begin_in_the_afternoon(monkeypatch)


@pytest.fixture
def outside(sqlite_database: Path) -> Client:
    """Somebody on this computer who does not have the link; CSRF is checked as in a browser."""
    from tests.web.told import visit

    return visit(enforce_csrf_checks=True)


@pytest.fixture
def page(sqlite_database: Path) -> Client:
    """The runner, who opened the link."""
    from tests.web.told import make_link, visit

    client = visit()
    client.get(make_link())
    return client


@pytest.fixture
def runner(page: Client) -> RunnerRef:
    from kneewise.app import home

    return home.open_home()


@pytest.fixture
def run_id(runner: RunnerRef, tmp_path: Path) -> str:
    """A run of twenty minutes, from a file whose name is an attack."""
    from kneewise.app.import_files import import_paths
    from tests.web.told import AT, gpx

    file = tmp_path / "run.gpx"
    file.write_text(gpx("<script>alert(1)</script>"), encoding="utf-8")
    return import_paths(runner, [file], now=AT).new_activities[0]
