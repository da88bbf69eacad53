"""A file of JSON that somebody gives: one object, each key once."""

import json
from collections.abc import Mapping
from pathlib import Path

import typer

from kneewise.model.errors import KneewiseError
from kneewise.present.words import gettext as _


def read_object(path: Path) -> Mapping[str, object]:
    """Read a file, or the pipe where it is ``-``.

    Raises:
        KneewiseError: It cannot be read, is no JSON, or holds no object.
    """
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
        raise KneewiseError(message % {"path": path, "why": _why(fault)}) from fault
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
