"""What goes on where a backup takes the place of a home that is lived in, and what never comes out of one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from kneewise.app import home, log, tokens
from kneewise.app.backup import backup
from kneewise.app.restore import restore
from kneewise.app.tokens import Scope
from tests.app.homes import home_at
from tests.app.samples import NOW


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[Path]:
    """A home with something said in it."""
    with home_at(tmp_path / "home") as folder:
        log.log_sleep(home.open_home(), at=NOW, hours=7.5)
        yield folder


def token_named(name: str) -> str:
    return tokens.make(home.open_home(), name=name, scope=Scope.LOG, at=NOW)


def kept(folder: Path) -> Path:
    path = backup(folder / "kept.zip", now=NOW).path
    connection.close()
    return path


@pytest.mark.usefixtures("lived_in")
def test_a_token_that_was_revoked_stays_so_and_the_others_open_as_before(tmp_path: Path) -> None:
    revoked, standing = token_named("lost phone"), token_named("watch")
    path = kept(tmp_path)
    tokens.drop(home.open_home(), "lost phone")
    later = token_named("desk")
    connection.close()

    restore(path, now=NOW, replace=True)

    found = [tokens.find(one) for one in (revoked, standing, later)]
    assert [one and (one.name, one.scope) for one in found] == [None, ("watch", "log"), ("desk", "log")]


@pytest.mark.usefixtures("lived_in")
def test_no_token_comes_out_of_a_backup_into_a_new_home(tmp_path: Path) -> None:
    token = token_named("watch")
    path = kept(tmp_path)

    with home_at(tmp_path / "new"):
        restore(path, now=NOW)

        assert tokens.find(token) is None
        assert tokens.every(home.open_home()) == ()


def test_a_home_that_is_no_database_any_more_hands_no_token_on(lived_in: Path, tmp_path: Path) -> None:
    token = token_named("watch")
    path = kept(tmp_path)
    (lived_in / "kneewise.sqlite3").write_text("no database")

    restore(path, now=NOW, replace=True)

    assert tokens.find(token) is None
    assert log.lines(home.open_home())
