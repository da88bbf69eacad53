"""A home that another process restored meanwhile is not taken for the one that was here before."""

from pathlib import Path

from django.db import connection

from kneewise.app import home, log, review, settings
from kneewise.app.backup import backup
from kneewise.app.known import known
from kneewise.app.restore import restore
from tests.app.homes import home_at
from tests.app.samples import NOW


def test_it_is_read_anew_though_its_steps_bear_the_same_names(tmp_path: Path) -> None:
    with home_at(tmp_path / "home"):
        runner = home.open_home()
        backup(tmp_path / "kept.zip", now=NOW)
        log.log_sleep(runner, at=NOW, hours=3)
        before, tag = known(runner), review.tag(runner, NOW)
        assert len(before.history.sleeps) == 1
        home.let_go()

        restored_beside(tmp_path)

        assert settings.get(home.open_home()).has_pool
        assert known(home.open_home()) is not before
        assert known(home.open_home()).history.sleeps == ()
        assert review.tag(home.open_home(), NOW) != tag
        connection.close()


def restored_beside(folder: Path) -> None:
    """Do what another process does, of which this one is told nothing."""
    with home_at(folder / "staged"):
        restore(folder / "kept.zip", now=NOW)
        settings.change(home.open_home(), at=NOW, has_pool=True)
    (folder / "home").rename(folder / "away")
    (folder / "staged").rename(folder / "home")
