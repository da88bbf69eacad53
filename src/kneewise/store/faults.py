"""What a home cannot do any more, said in one sentence with the remedy."""

import errno

from django.db import OperationalError
from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError

NO_ROOM = ("full", "No space")
NO_DISK = ("I/O", "readonly", "read-only", "unable to open")
"""Words by which SQLite and PostgreSQL tell that the disk takes nothing."""


NO_ROOM_CODES = frozenset({errno.ENOSPC, errno.EDQUOT})
NO_DISK_CODES = frozenset({errno.EIO, errno.EROFS})
"""The same in the words of the system."""


class FailingHomeError(KneewiseError):
    """The home takes nothing now; the very same can be said again later."""


class BusyHomeError(FailingHomeError):
    """Another process has been writing to the home for longer than anybody waits."""

    def __init__(self, said: str = "") -> None:
        super().__init__(
            said or _("Another program is writing to this home all the time: end it, then try again.")
        )


class FullHomeError(FailingHomeError):
    """The disk of the home keeps nothing more, or cannot be written."""

    def __init__(self, why: object) -> None:
        said = _(
            "The home could not be written (%(why)s): make room on its disk, then do it again. "
            "What was kept before stays."
        )
        super().__init__(said % {"why": why})


class DiskError(FailingHomeError):
    """The disk of the home fails."""

    def __init__(self, why: object) -> None:
        said = _(
            "The disk of the home failed (%(why)s): see that it is there and sound, then do it again. "
            "What was kept before stays."
        )
        super().__init__(said % {"why": why})


def in_words(fault: BaseException) -> KneewiseError | None:
    """Say what a fault of the disk means to whoever owns the home; ``None`` where it is none of these."""
    if isinstance(fault, OSError):
        return _of_disk(fault)
    if not isinstance(fault, OperationalError):
        return None
    said = str(fault)
    if any(word in said for word in NO_ROOM):
        return FullHomeError(fault)
    if any(word in said for word in NO_DISK):
        return DiskError(fault)
    return BusyHomeError() if "locked" in said else None


def _of_disk(fault: OSError) -> KneewiseError | None:
    if fault.errno in NO_ROOM_CODES:
        return FullHomeError(fault.strerror)
    return DiskError(fault.strerror) if fault.errno in NO_DISK_CODES else None
