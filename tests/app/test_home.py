import json
import os
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import override_settings

from kneewise.app import home, log
from kneewise.app.home import HomeError, RunnerRef
from kneewise.app.review import review_now
from kneewise.model.errors import KneewiseError
from kneewise.site.home import AddressError, database, secret_key
from kneewise.site.zone import FOUND
from tests.app.samples import NOW


def test_a_home_is_opened_again_as_the_same_runner(runner: RunnerRef) -> None:
    assert home.open_home("somebody else") == runner


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland"])
def test_a_new_runner_counts_days_in_this_machines_zone(tmp_path: Path, zone: str) -> None:
    told = asked_in(zone, tmp_path, "settings", "--json")

    assert json.loads(told)["home_zone"] == zone


def test_a_process_that_another_one_starts_knows_the_zone_as_well(tmp_path: Path) -> None:
    # Django has written its own zone into TZ by then, for everything that is started after it.
    code = (
        "import django, subprocess, sys; django.setup(); "
        "sys.exit(subprocess.run([sys.executable, '-m', 'kneewise', 'settings', '--json']).returncode)"
    )

    told = run_in("Pacific/Auckland", tmp_path, "-c", code)

    assert json.loads(told)["home_zone"] == "Pacific/Auckland"


def asked_in(zone: str, folder: Path, *arguments: str) -> str:
    """Run a command on a machine in a zone."""
    return run_in(zone, folder, "-m", "kneewise", *arguments)


def run_in(zone: str, folder: Path, *arguments: str) -> str:
    """Run Python on a machine in a zone, with a home in a folder."""
    around = {name: value for name, value in os.environ.items() if name != FOUND}
    around |= {"TZ": zone, "KNEEWISE_HOME": str(folder / "home")}
    asked = [sys.executable, *arguments]
    return subprocess.run(asked, env=around, check=True, capture_output=True, text=True).stdout


def test_a_home_of_a_newer_version_is_refused_with_one_sentence(runner: RunnerRef) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('store', '0999_from_the_future', CURRENT_TIMESTAMP)"
        )

    with pytest.raises(KneewiseError, match=r"^This home was made by a newer Kneewise: [^.]*\.$"):
        home.open_home()


def test_a_home_that_cannot_be_made_is_one_sentence(sqlite_database: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    with (
        override_settings(KNEEWISE_HOME=tmp_path / "file" / "home"),
        pytest.raises(HomeError, match="--home"),
    ):
        home.open_home()


def test_the_secret_is_made_once_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    first = str(secret_key(tmp_path / "home"))
    again = str(secret_key(tmp_path / "home"))

    assert first == again
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "home" / "secret-key").stat().st_mode) == 0o600


def test_a_secret_that_a_kill_left_empty_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch(mode=0o600)

    assert len(str(secret_key(tmp_path))) >= 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_secret_that_nobody_asks_for_is_not_made(tmp_path: Path) -> None:
    secret_key(tmp_path / "home")

    assert not (tmp_path / "home").exists()


def test_an_address_names_the_database_of_a_clinic(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    address = "postgresql://kim:s%40lt@db.example:5433/knees?sslmode=require"
    monkeypatch.setenv("KNEEWISE_DATABASE_URL", address)

    assert database(tmp_path) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "knees",
        "USER": "kim",
        "PASSWORD": "s@lt",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize("address", ["mysql://kim@db/knees", "knees", "postgresql://kim@db:five/knees"])
def test_an_address_of_no_postgresql_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    monkeypatch.setenv("KNEEWISE_DATABASE_URL", address)

    with pytest.raises(AddressError, match=r"write postgresql://user:word@host/name\.$"):
        database(tmp_path)


def test_a_driver_that_is_missing_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KNEEWISE_DATABASE_URL", "postgresql://kim@db/knees")
    monkeypatch.setattr("kneewise.site.home.find_spec", lambda _name: None)

    with pytest.raises(AddressError, match=r"install Kneewise with its extra clinic\.$"):
        database(tmp_path)


def test_what_is_wrong_before_anything_is_set_up_is_said_without_a_traceback(tmp_path: Path) -> None:
    around = os.environ | {"KNEEWISE_HOME": str(tmp_path), "KNEEWISE_DATABASE_URL": "postgresql://kim@db:x/y"}

    told = run(sys.executable, "-m", "kneewise", "today", env=around)

    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1)


def test_a_server_that_is_not_there_is_named_as_such(tmp_path: Path) -> None:
    address = "postgresql://kim@127.0.0.1:1/knees"
    around = os.environ | {"KNEEWISE_HOME": str(tmp_path), "KNEEWISE_DATABASE_URL": address}

    told = run(sys.executable, "-m", "kneewise", "today", env=around)

    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert told.stderr.endswith("see that its server runs and that the address is right.\n")


def run(*arguments: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, however it ends."""
    return subprocess.run(arguments, env=env, check=False, capture_output=True, text=True)


def test_a_clock_before_the_last_decision_is_said_and_paused(quick_runner: RunnerRef) -> None:
    log.log_pain(quick_runner, at=NOW, side="left", during=1)

    behind = review_now(quick_runner, NOW - timedelta(days=1)).plan

    assert (behind.may_run, behind.because[0].rule) == (False, "clock.behind")
    assert review_now(quick_runner, NOW + timedelta(minutes=1)).plan.because[0].rule != "clock.behind"
