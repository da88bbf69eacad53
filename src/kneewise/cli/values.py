"""What was typed: days and times are read here, answers are handed on in their words."""

from datetime import date, datetime, time
from pathlib import Path

import typer

from kneewise.app.parse import a_date
from kneewise.model.errors import UsageError
from kneewise.present.words import gettext as _


def a_day(said: str) -> date:
    """Read ``2026-11-23``, or ``23.11.2026``."""
    try:
        return a_date(said)
    except ValueError:
        message = _("“%(said)s” is no date; write it like 2026-11-23.") % {"said": said}
        raise typer.BadParameter(message) from None


def a_time(said: str) -> time:
    """Read ``07:30``."""
    try:
        return datetime.strptime(said, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone.
    except ValueError:
        message = _("“%(said)s” is no time of day; write it like 07:30.") % {"said": said}
        raise typer.BadParameter(message) from None


def a_path(said: str) -> Path:
    """Read a path; whether it can be opened is the ledger's to say.

    An empty word, as an unset variable of a shell leaves it, would be the folder one stands in.
    """
    if not said.strip():
        raise typer.BadParameter(_("An empty name is no file."))
    return Path(said)


def heard(said: str | None) -> str | None:
    """Take ``?`` for "I don't know", the word that every use case reads."""
    return "unknown" if said is not None and said.strip() == "?" else said


def a_change(said: str) -> tuple[str, str | None]:
    """Read ``during=3``."""
    name, equals, value = said.partition("=")
    if not equals or not name:
        raise UsageError(_("“%(said)s” changes nothing: write it like during=3.") % {"said": said})
    return name.strip().replace("-", "_"), heard(value)
