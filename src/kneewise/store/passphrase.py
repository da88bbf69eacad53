"""A file that only a passphrase opens, by age: a key of its own for the file, locked with the passphrase.

The passphrase locks a small key and the key locks the file, because age's library encrypts with a passphrase
only what fits in memory. Both parts are plain age files; `age` itself opens one after the other.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import IO, cast

from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError, UsageError


class WrongPassphraseError(KneewiseError):
    """The passphrase does not open the file."""


class NoTextError(UsageError):
    """The passphrase is no text: age knows passphrases in UTF-8 only."""


def make_key(passphrase: str) -> tuple[str, bytes]:
    """Make a key for one file.

    Returns:
        Whom to lock it for, and the key as the passphrase locks it.

    Raises:
        NoTextError: The passphrase locks nothing.
    """
    import pyrage  # noqa: PLC0415 - only who locks a backup needs it.

    _see_text(passphrase)
    key = pyrage.x25519.Identity.generate()
    return str(key.to_public()), pyrage.passphrase.encrypt(str(key).encode(), passphrase)


def _see_text(passphrase: str) -> None:
    """See that a passphrase is text; what a terminal sends in another encoding comes as no character."""
    try:
        passphrase.encode()
    except UnicodeEncodeError as fault:
        raise NoTextError(
            _(
                "This passphrase is no text in UTF-8: set the terminal to UTF-8, or take one of plain "
                "letters."
            ),
            field="passphrase",
        ) from fault


@contextmanager
def locked_for(recipient: str, out: IO[bytes]) -> Iterator[IO[bytes]]:
    """Lock what is written here into a file, as it comes: the lock reads, so it runs beside the writer."""
    import pyrage  # noqa: PLC0415 - see above.

    who = pyrage.x25519.Recipient.from_str(recipient)
    reading, writing = os.pipe()
    with ThreadPoolExecutor(1) as beside:
        locking = beside.submit(_lock, pyrage.encrypt_io, reading, out, who)
        with os.fdopen(writing, "wb") as file:
            yield file
        locking.result()


def _lock(lock: object, reading: int, out: IO[bytes], who: object) -> None:
    with os.fdopen(reading, "rb") as file:
        lock(file, out, [who])  # type: ignore[operator]  # The library has no types.


def unlock(key: bytes, passphrase: str, locked: IO[bytes], out: IO[bytes]) -> None:
    """Unlock a file.

    Raises:
        NoTextError: It is no passphrase.
        WrongPassphraseError: It is not the passphrase, or the file was altered by somebody.
    """
    import pyrage  # noqa: PLC0415 - see above.

    _see_text(passphrase)
    try:
        own = pyrage.passphrase.decrypt(key, passphrase).decode()
        pyrage.decrypt_io(locked, out, [pyrage.x25519.Identity.from_str(own)])
    except (pyrage.DecryptError, pyrage.IdentityError, OSError, ValueError) as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise
        raise WrongPassphraseError(
            _("This passphrase does not open the backup: try it again, letter by letter.")
        ) from cast("Exception", fault)
