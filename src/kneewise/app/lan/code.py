"""The code that pairs a phone: short, of use once, for some minutes, and over after a few wrong tries.

The home keeps a keyed hash of it, the minutes and the tries that are left, in ``lan/code.json``.
"""

import json
import secrets
import string
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from threading import Lock
from typing import Final

from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from kneewise.app.lan.private import keep
from kneewise.app.lock import one_at_a_time

FILE: Final = Path("lan", "code.json")
LOCK: Final = Path("lan", "lock")
DIGITS: Final = 8
LASTS: Final = timedelta(minutes=10)
TRIES: Final = 5
"""Five guesses at eight figures: one in twenty million."""

_within = Lock()
"""Threads of one process, where the system cannot lock files."""


class Tried(Enum):
    """What came of a try."""

    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code as it is shown, this once."""

    shown: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is kept of a code."""

    hashed: str
    made: str
    left: int


def make_code(home: Path, now: datetime) -> Code:
    """Make a code; an earlier one is void from now on."""
    digits = "".join(secrets.choice(string.digits) for _place in range(DIGITS))
    _keep(home, _Kept(hashed=_hash(digits), made=now.isoformat(), left=TRIES))
    half = DIGITS // 2
    return Code(shown=f"{digits[:half]} {digits[half:]}", until=now + LASTS)


def say_code(code: Code) -> str:
    """Say the code, and for how long it is one."""
    minutes = LASTS.seconds // 60
    return ngettext(
        "Code for one phone: %(code)s. It works once, for %(minutes)s minute.",
        "Code for one phone: %(code)s. It works once, for %(minutes)s minutes.",
        minutes,
    ) % {"code": code.shown, "minutes": minutes}


def try_code(home: Path, typed: str, now: datetime) -> Tried:
    """Compare what was typed, and count the try before it is compared."""
    if not (home / FILE).exists():
        return Tried.OVER
    with _within, one_at_a_time(home / LOCK):
        kept = _read(home)
        if kept is None or not _is_of_now(kept, now):
            end_code(home)
            return Tried.OVER
        _keep(home, _Kept(hashed=kept.hashed, made=kept.made, left=kept.left - 1))
        is_right = secrets.compare_digest(kept.hashed, _hash(_digits(typed)))
        if is_right or kept.left == 1:
            end_code(home)
    return Tried.RIGHT if is_right else Tried.WRONG


def end_code(home: Path) -> None:
    """Void the code."""
    (home / FILE).unlink(missing_ok=True)


def _is_of_now(kept: _Kept, now: datetime) -> bool:
    """Whether its minutes last; a clock that was set back makes none of them longer."""
    return timedelta(0) <= now - datetime.fromisoformat(kept.made) < LASTS


def _digits(typed: str) -> str:
    return "".join(sign for sign in typed if sign in string.digits)


def _hash(digits: str) -> str:
    return salted_hmac("kneewise.lan.code", digits, algorithm="sha256").hexdigest()


def _read(home: Path) -> _Kept | None:
    try:
        return _Kept(**json.loads((home / FILE).read_bytes()))
    except FileNotFoundError:
        return None


def _keep(home: Path, kept: _Kept) -> None:
    keep(home / FILE, json.dumps(asdict(kept)).encode("ascii"))
