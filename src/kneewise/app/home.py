"""Open the home: the folder that holds everything, made when it is first needed."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from kneewise.app import clock
from kneewise.app.lock import one_at_a_time
from kneewise.model.errors import KneewiseError
from kneewise.store.faults import FailingHomeError, in_words
from kneewise.store.records import RecordKind, new_record, record
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import ME, Place, first_runner, first_step, place
from kneewise.store.schema import bring_up_to_date

__all__ = [
    "FailingHomeError",
    "GoneError",
    "Holding",
    "HomeError",
    "Place",
    "RunnerRef",
    "folder",
    "holding",
    "in_words",
    "open_home",
    "place",
]

LOCK = "lock"
"""Held while a home is made or brought up to date."""

SERVED = "served"
"""Held while the page is served from the home."""

ERASING = "erasing"
"""Lies in a home from the moment that it is being erased, and goes last."""

READY = ".restored"
"""What is added to the name of a home that was restored and checked, until it takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What the home folder holds: its path, its files and their bytes.

    Attributes:
        has_rows: Whether the rows are in it, and not in a database server.
    """

    folder: str
    files: int
    bytes: int
    has_rows: bool


class HomeError(KneewiseError):
    """The home folder cannot be used."""


class GoneError(HomeError):
    """The home is no more."""


def folder() -> Path:
    """Say where the home is."""
    return Path(settings.KNEEWISE_HOME)


def holding() -> Holding:
    """Count what the home holds; a file that is gone while it is counted counts nothing."""
    sizes = [_size(file) for file in folder().rglob("*") if file.is_file()]
    return Holding(
        folder=str(folder()),
        files=len(sizes),
        bytes=sum(sizes),
        has_rows=settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    )


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def ready(folder: Path) -> Path:
    """Say where a restored home stands that is to take the place of this one."""
    return folder.with_name(f"{folder.name}{READY}")


def open_home(label: str = ME) -> RunnerRef:
    """Open the home, make it where there is none, and bring an older one up to date.

    Args:
        label: What a runner is called that is made now; a home's runner keeps its own.

    Raises:
        KneewiseError: The folder cannot be written, or a newer Kneewise made it.
    """
    finish_restore()
    refuse_half_erased()
    try:
        folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder() / LOCK).touch(mode=0o600)
    except OSError as fault:
        raise HomeError(
            _("The home %(home)s could not be made (%(why)s): name another folder with --home.")
            % {"home": folder(), "why": fault.strerror}
        ) from fault
    with one_at_a_time(folder() / LOCK):
        bring_up_to_date(before=_keep_before)
        return first_runner() or _welcome(label)


def resident() -> RunnerRef:
    """Find who lives in the home as it stands now, for what goes on beside it.

    Raises:
        GoneError: It was erased; nobody makes it anew unasked.
    """
    refuse_half_erased()
    has_rows = connection.vendor != "sqlite" or Path(connection.settings_dict["NAME"]).exists()
    runner = first_runner() if has_rows else None
    if runner is None:
        raise GoneError(_("This home was erased: nothing is taken any more."))
    return runner


def let_go() -> None:
    """Let go of the rows: whoever restores or erases the home needs them alone."""
    if not connection.in_atomic_block:
        connection.close()


def refuse_half_erased() -> None:
    """Open no home that is being erased, or whose erasure was stopped.

    Raises:
        HomeError: It is.
    """
    if (folder() / ERASING).exists():
        raise HomeError(
            _("This home was not erased to the end: end kneewise serve, then type kneewise erase once more.")
        )


def _keep_before(migration: str) -> None:
    """Keep the rows of an older home as they are before they are brought up to date."""
    from kneewise.app.automatic import keep_before_migration  # Only an older home needs what makes backups.

    try:
        keep_before_migration(migration)
    except OSError as fault:
        raise HomeError(
            _(
                "This home is of an earlier version, and its rows could not be kept before they are "
                "brought up to date (%(why)s): make room on its disk, then try again."
            )
            % {"why": fault.strerror}
        ) from fault


def finish_restore() -> None:
    """Let a restored home take its place where a restore was killed between its two steps.

    Raises:
        HomeError: It cannot.
    """
    if folder().exists() or not ready(folder()).exists():
        return
    try:
        ready(folder()).rename(folder())
    except OSError as fault:
        raise HomeError(
            _("The home stands at %(ready)s and could not be put back (%(why)s): rename it to %(home)s.")
            % {"ready": ready(folder()), "why": fault.strerror, "home": folder()}
        ) from fault


def _welcome(label: str) -> RunnerRef:
    """Make the runner, whose days are counted in this machine's zone until the settings say otherwise."""
    at = clock.now()
    zone = new_record(RecordKind.SETTINGS, at=at, on=at.date(), payload={"home_zone": settings.MACHINE_ZONE})
    with first_step(label) as (runner, step):
        record(runner, step, zone, entered_at=at)
    return runner
