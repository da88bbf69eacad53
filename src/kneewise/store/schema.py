"""The age of a home: made older ones new, and refuse newer ones."""

import pkgutil
from collections.abc import Callable

from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError
from kneewise.store import migrations


class NewerHomeError(KneewiseError):
    """The home was made by a newer Kneewise than this one."""


class NotAHomeError(KneewiseError):
    """The file that should hold the rows holds something else."""


def known_migrations() -> set[str]:
    """Name the migrations of this version."""
    return {found.name for found in pkgutil.iter_modules(migrations.__path__)}


def bring_up_to_date(database: str = "default", *, before: Callable[[str], None] | None = None) -> None:
    """Migrate the database where it is older than this program.

    Args:
        database: By the name that Django knows it under.
        before: Is told the first migration that an older home lacks, before it is applied.

    Raises:
        NewerHomeError: It is newer.
        NotAHomeError: It is no database of ours, or cannot be opened.
    """
    try:
        applied = _applied(database)
    except DatabaseError as fault:
        raise NotAHomeError(_not_opened(database) % {"why": " ".join(str(fault).split())}) from fault
    known = known_migrations()
    if applied - known:
        raise NewerHomeError(
            _("This home was made by a newer Kneewise: install that version or a later one to open it.")
        )
    if known - applied:
        if applied and before is not None:
            before(min(known - applied))
        _migrate(database)


def _not_opened(database: str) -> str:
    if connections[database].vendor == "postgresql":
        return _(
            "The database of KNEEWISE_DATABASE_URL could not be opened (%(why)s): see that its server runs "
            "and that the address is right."
        )
    return _("The home's database could not be opened (%(why)s): name another folder with --home.")


def _migrate(database: str) -> None:
    """Apply what is missing, all of it or nothing.

    Django writes a migration down after its transaction: a process that was killed in between would leave
    tables that no later one gets past.
    """
    with connections[database].constraint_checks_disabled(), transaction.atomic(using=database):
        call_command("migrate", database=database, verbosity=0, interactive=False)


def _applied(database: str) -> set[str]:
    """Name the store's migrations that the database has seen; none where it is new."""
    connection = connections[database]
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = %s", ["store"])
        return {row[0] for row in cursor.fetchall()}
