import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from kneewise.store.faults import BusyHomeError
from kneewise.store.runners import last_step, make_runner, one_step


def test_a_home_that_another_program_writes_to_all_the_time_is_said(sqlite_database: Path) -> None:
    runner = make_runner()
    connection.cursor().execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(sqlite_database)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(BusyHomeError, match="Another program"), one_step(runner):
            pass


def test_a_write_that_fails_takes_no_step(database: str) -> None:
    runner = make_runner()

    with pytest.raises(ZeroDivisionError), one_step(runner):
        raise ZeroDivisionError

    assert last_step(runner) == 0
