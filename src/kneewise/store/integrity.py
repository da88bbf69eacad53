"""What the database itself finds wrong with the home's rows."""

from django.db import IntegrityError, connection


def database_faults() -> tuple[str, ...]:
    """Ask the database; nothing is mended."""
    if connection.vendor == "sqlite":
        return _sqlite_faults()
    try:
        connection.check_constraints()
    except IntegrityError as fault:
        return (str(fault),)
    return ()


def _sqlite_faults() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA integrity_check").fetchall()
        links = cursor.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(" ".join(map(str, row)) for row in (*pages, *links) if row != ("ok",))
