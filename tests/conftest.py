"""What every test may ask for.

**Databases.** One run covers both. A test that asks for `database` runs twice, on SQLite and on PostgreSQL;
each time Django's `default` connection points at a new, migrated database of its own, and commits are real
commits. (Not pytest-django: it chooses one database for a whole run and wraps each test in a transaction, and
we want the same test on both, with the transactions that runners will have.) A migrated template is made once
for each worker and copied for each test: a file copy on SQLite, `CREATE DATABASE … TEMPLATE` on PostgreSQL.
A test that needs some database but not both asks for `sqlite_database`, which is quicker.

PostgreSQL is a private cluster (tests/postgres.py), started by the first test of a worker that needs one.
Where its programs are not installed those tests are skipped and say so; with CI set they fail instead, so
that CI cannot forget them. The same holds for Chromium and `browser`.

**Django** is set up before any test is collected, with a temporary KNEEWISE_HOME, so that a test file can
import models at its top and no test can touch the home of whoever runs it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import hypothesis
import pytest

from tests import browser as chromium
from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from playwright.sync_api import Browser

    from kneewise.app.home import RunnerRef
    from tests.made_once import SampleRunner

IN_CI = bool(os.environ.get("CI"))
HOME = pytest.StashKey[Path]()

# The same examples in every run of CI; new ones each time at a desk. A loaded machine is no failure.
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.load_profile("ci" if IN_CI else "desk")


def pytest_configure(config: pytest.Config) -> None:
    """Give Django a home of its own and set it up, before test files are imported."""
    home = Path(tempfile.mkdtemp(prefix="kneewise-tests-"))
    config.stash[HOME] = home
    os.environ["KNEEWISE_HOME"] = str(home)
    os.environ.pop("KNEEWISE_DATABASE_URL", None)
    os.environ["KNEEWISE_ZONE"] = "UTC"  # The days of the tests are the same on every machine.
    os.environ["DJANGO_SETTINGS_MODULE"] = "kneewise.site.settings"

    import django

    django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the home that `pytest_configure` made."""
    if HOME in config.stash:
        shutil.rmtree(config.stash[HOME], ignore_errors=True)


# ----------------------------------------------------------------------------------------------- databases


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Point Django at a new, migrated database, once of each kind; the value is the kind's name."""
    kind: str = request.param
    request.getfixturevalue(f"{kind}_database")
    return kind


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Path]:
    """Point Django at a new, migrated SQLite file; the value is its path."""
    path = tmp_path / "kneewise-test.sqlite3"
    shutil.copyfile(sqlite_template, path)
    with _default_database({"NAME": str(path)}):
        yield path


@pytest.fixture
def postgresql_database(postgres_cluster: postgres.Cluster, postgres_template: str) -> Iterator[str]:
    """Point Django at a new, migrated PostgreSQL database; the value is its URL."""
    name = postgres_cluster.create_database(template=postgres_template)
    with _default_database(postgres_cluster.settings(name)):
        yield postgres_cluster.url(name)
    postgres_cluster.drop_database(name)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """Start a private PostgreSQL for this worker, and stop it at the end."""
    found = postgres.programs()
    if found is None:
        _absent("PostgreSQL's programs (initdb, pg_ctl) are not installed; Debian's package is `postgresql`")
    cluster = postgres.start(found)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def kept_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the sample runners of this worker, each of its moment."""
    return tmp_path_factory.mktemp("samples")


@pytest.fixture
def sample_runner(sqlite_database: Path, kept_samples: Path) -> SampleRunner:
    """Put the sample runner of a moment into the home of the test, as `kneewise demo` makes them."""
    from kneewise.app.demo import demo
    from kneewise.app.home import folder, open_home
    from tests.made_once import made_once

    def made(now: datetime) -> RunnerRef:
        kept = kept_samples / f"{now.timestamp():.0f}"
        made_once(kept, home=folder(), database=sqlite_database, make=lambda: demo(now=now))
        return open_home()

    return made


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate an empty SQLite file once; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    with _default_database({"NAME": str(path)}):
        _migrate()
        _fold_log()
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: postgres.Cluster) -> str:
    """Migrate an empty PostgreSQL database once; tests copy it."""
    name = postgres_cluster.create_database()
    with _default_database(postgres_cluster.settings(name)):
        _migrate()
    return name


@contextmanager
def _default_database(changes: dict[str, object]) -> Iterator[None]:
    """Point Django's default connection elsewhere for a while.

    Whatever `changes` leaves out stays as the settings have it: SQLite keeps its journal and locking.
    """
    from django.db import connections

    before = connections.databases["default"]
    _point_default_at(before | changes)
    try:
        yield
    finally:
        _point_default_at(before)


def _point_default_at(database: dict[str, object]) -> None:
    from django.db import connections

    connections["default"].close()
    del connections["default"]
    connections.databases["default"] = database


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _fold_log() -> None:
    """Bring SQLite's write-ahead log into the file itself, so that copying the file copies everything."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


# ------------------------------------------------------------------------------------------------- browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium for this worker. A test makes its own `browser.new_context()`."""
    executable = chromium.program()
    if executable is None:
        _absent("Chromium is not installed; Debian's package is `chromium`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = chromium.launch(playwright, executable)
        yield launched
        launched.close()


def _absent(reason: str) -> NoReturn:
    if IN_CI:
        pytest.fail(f"{reason}; .ci/run installs it")
    pytest.skip(reason)
