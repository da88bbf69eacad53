"""The private address of the calendar: made on wish, shown once, and taken back at any time.

The home keeps one small file, ``feed.key``, readable by its owner only: the hash of the address's token.
Whoever has the token may read the days of the plan, and nothing else.
"""

import hashlib
import os
import secrets
from pathlib import Path
from typing import Final

FILE: Final = "feed.key"


def make_feed(home: Path) -> str:
    """Make a new token of 256 random bits; an earlier one is void from now on."""
    token = secrets.token_urlsafe(32)
    revoke_feed(home)
    made = os.open(home / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(_hash(token))
    return token


def has_feed(home: Path) -> bool:
    """Whether there is an address that works."""
    return (home / FILE).is_file()


def is_feed(home: Path, token: str) -> bool:
    """Whether a token is that of the address."""
    try:
        kept = (home / FILE).read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return bool(kept) and secrets.compare_digest(kept, _hash(token))


def revoke_feed(home: Path) -> None:
    """Void the address."""
    (home / FILE).unlink(missing_ok=True)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "backslashreplace")).hexdigest()
