"""The language that the runner chose, for who speaks before the home is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings as django_settings
from django.db import DatabaseError
from django.utils import translation

from kneewise.app import settings
from kneewise.store.runners import first_runner

SQLITE = "django.db.backends.sqlite3"


@contextmanager
def spoken() -> Iterator[None]:
    """Speak the language that the runner chose."""
    with translation.override(chosen()):
        yield


def chosen() -> str:
    """Read the choice, and make nothing; a home that is new, older or not to be read speaks English."""
    english = str(django_settings.LANGUAGE_CODE)
    if not _has_rows():
        return english
    try:
        runner = first_runner()
        language = settings.get(runner).language if runner else english
    except DatabaseError:
        return english
    return language if language in settings.languages() else english


def _has_rows() -> bool:
    database = django_settings.DATABASES["default"]
    return database["ENGINE"] != SQLITE or Path(database["NAME"]).is_file()
