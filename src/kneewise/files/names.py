"""Names of files in plain Unicode."""

import unicodedata
from contextlib import suppress
from pathlib import PurePosixPath

UTF_8_FLAG = 0x800
WITHIN = "!/"
"""Between an archive's name and its member's."""


TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the order of the letters after them, so that a name reads as another."""


def plain(name: str) -> str:
    """Write a name in composed characters; what is no text, or hides some, becomes the replacement sign."""
    if name.isascii() and name.isprintable():
        # As nearly all are; a large archive asks for several names of each of its thousands of members.
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    visible = "".join("�" if _is_hidden(sign) else sign for sign in text)
    return unicodedata.normalize("NFC", visible)


def _is_hidden(sign: str) -> bool:
    return sign in TURNING or unicodedata.category(sign) in {"Cc", "Cs"}


def member_name(stored: str, flags: int) -> str:
    """Write a zip member's name; old packers store UTF-8 without saying so, and backslashes."""
    if not flags & UTF_8_FLAG:
        # Where it is not UTF-8 either, zipfile's reading as code page 437 stands.
        with suppress(UnicodeError):
            stored = stored.encode("cp437").decode("utf-8")
    parts = PurePosixPath(plain(stored.replace("\\", "/"))).parts
    return "/".join(part for part in parts if part not in {"/", ".", ".."})


def leads_out(stored: str) -> bool:
    """Whether a zip member's name points out of the folder it would be unpacked to."""
    name = stored.replace("\\", "/")
    return name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\0" in name
