"""The age of a home: made older ones new, and refuse newer ones."""

import pkgutil

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError
from kneewise.store import migrations


class NewerHomeError(KneewiseError):
    """The home was made by a newer Kneewise than this one."""


class NotAHomeError(KneewiseError):
    """The file that should hold the rows holds something else."""


def bring_up_to_date() -> None:
    """Migrate the database where it is older than this program.

    Raises:
        NewerHomeError: It is newer.
        NotAHomeError: It is no database of ours, or cannot be opened.
    """
    try:
        applied = _applied()
    except DatabaseError as fault:
        raise NotAHomeError(
            _("The home's database could not be opened (%(why)s): name another folder with --home.")
            % {"why": fault}
        ) from fault
    known = {found.name for found in pkgutil.iter_modules(migrations.__path__)}
    if applied - known:
        raise NewerHomeError(
            _("This home was made by a newer Kneewise: install that version or a later one to open it.")
        )
    if known - applied:
        _migrate()


def _migrate() -> None:
    """Apply what is missing, all of it or nothing.

    Django writes a migration down after its transaction: a process that was killed in between would leave
    tables that no later one gets past.
    """
    with connection.constraint_checks_disabled(), transaction.atomic():
        call_command("migrate", verbosity=0, interactive=False)


def _applied() -> set[str]:
    """Name the store's migrations that the database has seen; none where it is new."""
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = %s", ["store"])
        return {row[0] for row in cursor.fetchall()}
