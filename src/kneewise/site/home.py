"""Where this runner's data lives, and what is read from there before Django starts."""

import os
import secrets
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.utils.functional import SimpleLazyObject

from kneewise.model.errors import KneewiseError

DATABASE_NAME = "kneewise.sqlite3"
SECRET_NAME = "secret-key"  # noqa: S105 - the name of the file, not what is in it.
ADDRESS = "KNEEWISE_DATABASE_URL"


class AddressError(KneewiseError):
    """The address of the database is none, or leads to one that this installation has no driver for."""


def folder() -> Path:
    """Find the home: ``KNEEWISE_HOME``, else the platform's data folder."""
    named = os.environ.get("KNEEWISE_HOME")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no home is named.

    return user_data_path("kneewise", appauthor=False)


def lan_hosts() -> tuple[str, ...]:
    """List the names, with the port, to which phones may call; none on the page of this computer."""
    return tuple(filter(None, os.environ.get("KNEEWISE_LAN_HOSTS", "").split(",")))


def database(home: Path) -> dict[str, Any]:
    """Say which database holds the rows: the home's own SQLite, unless an address of another is given.

    Raises:
        AddressError: It is the address of no PostgreSQL, or the driver is missing; in English, as nobody
            can know the language of a home yet.
    """
    address = os.environ.get(ADDRESS, "")
    return _postgresql(address) if address else _sqlite(home / DATABASE_NAME)


def _sqlite(path: Path) -> dict[str, Any]:
    """One file: readers never wait for the writer, and a write takes its lock at once."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what was acknowledged is there after a power cut.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    """Read ``postgresql://user:word@host:port/name?option=…``; the host may be a socket's folder."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"} or not _has_port(parts):
        raise AddressError(
            f"{ADDRESS} is no address of a PostgreSQL: write postgresql://user:word@host/name."
        )
    if find_spec("psycopg") is None:
        raise AddressError(
            f"{ADDRESS} needs psycopg, which is not installed: install Kneewise with its extra clinic."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }


def _has_port(parts: SplitResult) -> bool:
    """Whether the port is a number that a port can have, or not named."""
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def secret_key(home: Path) -> Any:  # noqa: ANN401 - Django takes it for a str, and it behaves as one.
    """Hand over the home's secret when it is first used; a command that signs nothing makes none."""
    return SimpleLazyObject(lambda: _read_or_make(home / SECRET_NAME))


def _read_or_make(path: Path) -> str:
    """Read the secret, or make it once in a file nobody else can read."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = path.read_text(encoding="ascii").strip() if path.exists() else ""
    return kept or _make(path)


def _make(path: Path) -> str:
    """Write a secret beside its place and let it take that whole: a kill leaves none, never half of one."""
    made, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    try:
        # Of two that make one at once the first wins, and both go on with that.
        os.link(draft, path)
    except OSError:
        # An empty one is in the way, or the disk knows no second names.
        if not path.exists() or not path.stat().st_size:
            Path(draft).replace(path)
    Path(draft).unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()
