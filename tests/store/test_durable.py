"""Commits may wait for the disk together, and only within the block that says so."""

from contextlib import suppress

import pytest
from django.db import connection

from kneewise.store.durable import settled_together

ASKED = {"sqlite": "PRAGMA synchronous", "postgresql": "SHOW synchronous_commit"}
AT_ONCE = {"sqlite": 2, "postgresql": "on"}
TOGETHER = {"sqlite": 1, "postgresql": "off"}


def waits() -> object:
    with connection.cursor() as cursor:
        cursor.execute(ASKED[connection.vendor])
        return cursor.fetchone()[0]


@pytest.mark.usefixtures("database")
def test_commits_wait_together_within_the_block_alone() -> None:
    assert waits() == AT_ONCE[connection.vendor]

    with settled_together():
        assert waits() == TOGETHER[connection.vendor]

    assert waits() == AT_ONCE[connection.vendor]


@pytest.mark.usefixtures("database")
def test_a_fault_within_the_block_ends_it_too() -> None:
    with suppress(ZeroDivisionError), settled_together():
        raise ZeroDivisionError

    assert waits() == AT_ONCE[connection.vendor]


@pytest.mark.usefixtures("database")
def test_the_end_of_the_block_brings_everything_to_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("kneewise.store.durable._tell", told.append)

    with settled_together():
        told.append("the block")

    assert len(told[told.index("the block") :]) == 3
