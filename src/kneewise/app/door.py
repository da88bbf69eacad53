"""The door of the page: a link that opens once, and the pass that it becomes.

The home keeps two small files, readable by its owner only: ``door.link``, the hash of a link that was
not opened yet, and ``door.run``, the hash of the link that this run of the server was started with.
A pass names that run and is signed with the home's key, so it ends when the server is started again.
"""

import hashlib
import os
import secrets
from pathlib import Path

from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac

SALT = "kneewise.door"


def make_link(home: Path) -> str:
    """Make a new token of 256 random bits; earlier links and passes are void from now on."""
    token = secrets.token_urlsafe(32)
    _keep(home / "door.run", _hash(token))
    _keep(home / "door.link", _hash(token))
    return token


def open_once(home: Path, token: str) -> str | None:
    """Turn a token into a pass, once; ``None`` for a wrong or used one."""
    link = home / "door.link"
    if not secrets.compare_digest(_read(link), _hash(token)):
        return None
    try:
        # Whoever removes the file was first: two openings at one instant cannot both win.
        link.unlink()
    except FileNotFoundError:
        return None
    return Signer(salt=SALT).sign(_hash(token))


def is_let_in(home: Path, pass_word: str) -> bool:
    """Whether a pass was given by this run of the server."""
    try:
        named = Signer(salt=SALT).unsign(pass_word)
    except BadSignature:
        return False
    run = _read(home / "door.run")
    return bool(run) and secrets.compare_digest(named, run)


def home_mark() -> str:
    """Name this home to the browser: what waits there for one home is never sent to another."""
    return salted_hmac("kneewise.home", "browser", algorithm="sha256").hexdigest()[:16]


def close(home: Path) -> None:
    """Void the link and all passes."""
    for name in ("door.link", "door.run"):
        (home / name).unlink(missing_ok=True)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def _keep(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(text)
