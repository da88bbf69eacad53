"""Paired phones: one small file each in ``lan/phones``; to remove the file is to close the door at once."""

import hashlib
import json
import re
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app.lan.private import keep
from kneewise.app.lock import in_use, is_in_use
from kneewise.model.errors import UsageError

FOLDER: Final = Path("lan", "phones")
OPEN: Final = Path("lan", "open")
"""Held while a page lets phones in."""

LASTS: Final = timedelta(days=90)
"""So long is a phone let in; then it is paired again."""

PHONE_ID: Final = re.compile(r"[0-9a-f]{8}")
PASS: Final = re.compile(rf"({PHONE_ID.pattern})\.([\w-]{{43}})", re.ASCII)
KINDS: Final = ("iPhone", "iPad", "Android")
"""Words by which a browser names its device; nothing else of what it says is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A phone that was paired.

    Attributes:
        kind: What the browser called its device.
    """

    phone_id: str
    kind: str
    paired_at: datetime

    @property
    def until(self) -> datetime:
        """When it has to be paired again."""
        return self.paired_at + LASTS


def letting_in(home: Path) -> AbstractContextManager[None]:
    """Say that a page lets phones in, for as long as this lasts."""
    return in_use(home / OPEN)


def are_let_in(home: Path) -> bool:
    """Whether a page says so; where the system cannot lock files nobody knows, which is no."""
    return is_in_use(home / OPEN)


def pair(home: Path, agent: str, *, at: datetime) -> str:
    """Let a phone in: give the pass of 256 random bits that it keeps; the home keeps its hash."""
    phone_id, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    kept = {"kind": kind_of(agent), "paired_at": at.isoformat(), "sha256": _hash(secret)}
    keep(_file(home, phone_id), json.dumps(kept).encode("ascii"))
    return f"{phone_id}.{secret}"


def phone_of(home: Path, pass_word: str, *, at: datetime) -> Phone | None:
    """Recognise a phone by its pass; ``None`` for one that was removed, or is over, or that nobody paired."""
    matched = PASS.fullmatch(pass_word)
    kept = _read(_file(home, matched[1])) if matched else None
    if matched is None or kept is None or not secrets.compare_digest(kept["sha256"], _hash(matched[2])):
        return None
    phone = _phone(matched[1], kept)
    return phone if phone.paired_at <= at < phone.until else None


def every(home: Path) -> Sequence[Phone]:
    """List the phones, the latest first."""
    files = {path.stem: _read(path) for path in (home / FOLDER).glob("*.json")}
    found = [_phone(phone_id, kept) for phone_id, kept in files.items() if kept is not None]
    return sorted(found, key=lambda phone: phone.paired_at, reverse=True)


def remove(home: Path, phone_id: str) -> None:
    """Close the door to a phone, from its next request on."""
    path = _file(home, phone_id)
    if PHONE_ID.fullmatch(phone_id) is None or not path.exists():
        raise UsageError(
            _("There is no phone “%(id)s”: `kneewise phone list` names them.") % {"id": phone_id}
        )
    path.unlink(missing_ok=True)


def kind_of(agent: str) -> str:
    """Say which device a browser calls itself."""
    return next((kind for kind in KINDS if kind in agent), "?")


def _phone(phone_id: str, kept: dict[str, str]) -> Phone:
    return Phone(phone_id=phone_id, kind=kept["kind"], paired_at=datetime.fromisoformat(kept["paired_at"]))


def _file(home: Path, phone_id: str) -> Path:
    return home / FOLDER / f"{phone_id}.json"


def _read(path: Path) -> dict[str, str] | None:
    try:
        read: dict[str, str] = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    return read


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
