from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from kneewise.store.schema import NewerHomeError, NotAHomeError, bring_up_to_date


def test_a_home_of_a_newer_version_is_refused(database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('store', '9000_later', CURRENT_TIMESTAMP)"
        )

    with pytest.raises(NewerHomeError, match="newer Kneewise"):
        bring_up_to_date()


def test_a_home_of_this_version_is_left_as_it_is(database: str) -> None:
    bring_up_to_date()

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM store_runner")
        assert cursor.fetchone() == (0,)


def test_a_file_that_is_no_database_is_said_in_one_sentence(sqlite_database: Path) -> None:
    connection.close()
    sqlite_database.write_bytes(b"this is a diary, but on paper" * 100)

    with pytest.raises(NotAHomeError, match="--home"):
        bring_up_to_date()


def test_the_models_and_their_migrations_agree(sqlite_database: Path) -> None:
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
