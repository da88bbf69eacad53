"""Remember when somebody last made a backup of everything."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.conf import settings

PLACE: Final = ("backups", "last-full")


def note_full_backup(now: datetime) -> None:
    """Remember the day on which somebody made a backup of everything, wherever it is now."""
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # A home that was restored shares this file with the one before it, which keeps what it says.
        draft = _file().with_suffix(".part")
        draft.write_text(now.date().isoformat(), encoding="ascii")
        draft.replace(_file())


def last_full_backup() -> date | None:
    """Say when that was; ``None`` where there never was one."""
    try:
        return date.fromisoformat(_file().read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _file() -> Path:
    return Path(settings.KNEEWISE_HOME).joinpath(*PLACE)
