"""Names of files that a browser tells: any text at first, a place below one folder afterwards."""

from typing import Final

from kneewise.files import plain
from kneewise.files.limits import MOST_DEPTH

NAMELESS: Final = "file"

LONGEST_B: Final = 200
"""Of one name, in UTF-8: file systems end at 255, and some at less."""

FORBIDDEN: Final = str.maketrans(dict.fromkeys(':*?"<>|', "_"))
"""What means more than itself in a name on some systems."""


def clean(name: str) -> str:
    """Turn a told name into a path below some folder: no way out of it, no hidden signs, not too long."""
    # Half a sign, which no file system takes, can come from a browser.
    text = name.encode(errors="replace").decode()
    parts = [_part(part) for part in text.replace("\\", "/").split("/")]
    kept = [part for part in parts if part]
    return "/".join(kept[-MOST_DEPTH:]) or NAMELESS


def _part(part: str) -> str:
    """Clean one name; empty where nothing is left, as of ``..``."""
    return _shortened(plain(part).translate(FORBIDDEN).strip(" ").rstrip(". "))


def _shortened(name: str) -> str:
    """Cut a name in its middle: its end says what kind of file it is."""
    raw = name.encode()
    if len(raw) <= LONGEST_B:
        return name
    half = LONGEST_B // 2
    return raw[:half].decode(errors="ignore") + raw[-half:].decode(errors="ignore")
