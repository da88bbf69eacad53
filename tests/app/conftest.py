"""Homes to work in. Kneewise is imported within, because Django is set up after this file is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kneewise.app.home import RunnerRef


@pytest.fixture
def runner(database: str, tmp_path: Path) -> Iterator[RunnerRef]:
    """A new home on each of the two databases."""
    yield from _open_home(tmp_path)


@pytest.fixture
def quick_runner(sqlite_database: Path, tmp_path: Path) -> Iterator[RunnerRef]:
    """A new home on SQLite alone."""
    yield from _open_home(tmp_path)


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """A folder to put watch files in."""
    folder = tmp_path / "offered"
    folder.mkdir()
    return folder


def _open_home(tmp_path: Path) -> Iterator[RunnerRef]:
    from django.test import override_settings

    from kneewise.app import home

    with override_settings(KNEEWISE_HOME=tmp_path / "home"):
        yield home.open_home()
