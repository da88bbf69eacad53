"""A file of JSON that somebody gives: one object, each key once."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import typer

from kneewise.model.errors import KneewiseError
from kneewise.present.words import gettext as _

PAIR: Final = re.compile(r'"(\w+)"\s*:\s*("[^"]*"|\w+)')


class NotJsonError(KneewiseError):
    """A file is no JSON, as for a comma too much.

    Attributes:
        pairs: Of it what looks like a key and a plain value, for those who must not miss one; of a key that
            stands in it twice a ``true``.
    """

    def __init__(self, said: str, text: str) -> None:
        super().__init__(said)
        found = [(key, value.strip('"')) for key, value in PAIR.findall(text)]
        self.pairs = dict(sorted(found, key=lambda pair: pair[1] == "true"))


def read_object(path: Path) -> Mapping[str, object]:
    """Read a file, or the pipe where it is ``-``.

    Raises:
        NotJsonError: It is no JSON.
        KneewiseError: It cannot be read, or holds no object.
    """
    text = ""
    try:
        text = (
            typer.get_text_stream("stdin").read()
            if str(path) == "-"
            else path.read_text(encoding="utf-8-sig")
        )
        read = json.loads(text, object_pairs_hook=_once)
    except OSError as fault:
        message = _("The file %(path)s could not be read: %(why)s.")
        raise KneewiseError(message % {"path": path, "why": fault.strerror}) from fault
    except (ValueError, RecursionError) as fault:
        message = _("The file %(path)s is not JSON: %(why)s.")
        raise NotJsonError(message % {"path": path, "why": _why(fault)}, text) from fault
    if not isinstance(read, dict):
        raise KneewiseError(_("The file %(path)s must hold one object, in braces.") % {"path": path})
    return read


def _why(fault: ValueError | RecursionError) -> str:
    """Say what is wrong in our words; the library says it in English."""
    match fault:
        case json.JSONDecodeError():
            where = {"line": fault.lineno, "column": fault.colno}
            return _("line %(line)s cannot be read from column %(column)s on") % where
        case UnicodeDecodeError():
            return _("it is no text in UTF-8")
        case RecursionError():
            return _("too many braces stand within one another")
        case _:
            return str(fault)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a key that is given twice: nobody could tell which of the two is meant."""
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError(_("a key stands in it twice"))
    return read
