"""A home that takes seconds to fill, filled once for many tests: each of them gets a copy of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kneewise.app.home import RunnerRef

SampleRunner: TypeAlias = "Callable[[datetime], RunnerRef]"
"""Puts the sample runner of a moment into the home of a test."""


def made_once(kept: Path, *, home: Path, database: Path, make: Callable[[], object]) -> None:
    """Fill an empty home and its SQLite file, or copy what was filled before.

    Args:
        kept: Where the copy is; it is not there before the first of the tests.
        home: Of the test.
        database: Of the test, to which Django's connection points.
        make: Fills both.
    """
    from django.db import connection

    if kept.exists():
        connection.close()
        shutil.copytree(kept / "home", home, dirs_exist_ok=True)
        shutil.copyfile(kept / "database", database)
        return
    make()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copytree(home, kept / "home")
    shutil.copyfile(database, kept / "database")
