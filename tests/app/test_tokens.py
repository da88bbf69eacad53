"""Tokens: shown once, kept as a hash, found, and gone when they are revoked."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kneewise.app import home, tokens
from kneewise.app.tokens import Scope
from kneewise.model.errors import UsageError
from kneewise.store.erase import erase_runner

AT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)


def test_only_the_hash_of_a_token_is_kept(sqlite_database: Path) -> None:
    token = tokens.make(home.open_home(), name="phone", scope=Scope.LOG, at=AT)

    with sqlite3.connect(sqlite_database) as rows:
        dumped = "\n".join(rows.iterdump())
    assert "phone" in dumped
    assert token.removeprefix(tokens.BEGINS) not in dumped


@pytest.mark.usefixtures("sqlite_database")
def test_a_token_is_found_until_it_is_revoked() -> None:
    runner = home.open_home()
    token = tokens.make(runner, name="phone", scope=Scope.LOG, at=AT)
    found = tokens.find(token)

    tokens.drop(runner, "phone")

    assert found is not None
    assert (found.runner, found.name, found.scope) == (runner, "phone", "log")
    assert tokens.find(token) is None
    with pytest.raises(UsageError, match="phone"):
        tokens.drop(runner, "phone")


@pytest.mark.usefixtures("sqlite_database")
def test_a_name_is_taken_once_and_is_plain() -> None:
    runner = home.open_home()
    tokens.make(runner, name="phone", scope=Scope.READ, at=AT)

    for name in ("phone", "", "x" * 65, "a\nb"):
        with pytest.raises(UsageError):
            tokens.make(runner, name=name, scope=Scope.READ, at=AT)
    assert [one.name for one in tokens.every(runner)] == ["phone"]


@pytest.mark.parametrize("word", ["", "write", "READ", "3"])
def test_there_are_three_scopes(word: str) -> None:
    with pytest.raises(UsageError):
        tokens.scope_of(word)


@pytest.mark.usefixtures("sqlite_database")
def test_whoever_is_erased_leaves_no_token() -> None:
    runner = home.open_home()
    token = tokens.make(runner, name="phone", scope=Scope.READ, at=AT)

    erase_runner(runner)

    assert tokens.find(token) is None
