"""Erase everything."""

from typing import Annotated

import typer

from kneewise.app import home
from kneewise.app.erase import WORD, Erased
from kneewise.app.erase import erase as use
from kneewise.cli.ask import ask
from kneewise.cli.terminal import is_terminal, say, show
from kneewise.model.errors import UsageError
from kneewise.present.page import Tone, wrapped
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


def erase(
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask."))] = False,
) -> None:
    """Erase everything that this home holds, for good."""
    if not yes and not _is_meant():
        say(_("Nothing was erased."))
        return
    _show(use())


def _is_meant() -> bool:
    """Let the runner type a word: Enter, or anything else, erases nothing."""
    if not is_terminal():
        raise UsageError(_("Nobody is there to ask: add --yes where everything is to be erased."))
    show(wrapped(sentence("erase.what", home=home.folder()), tone=Tone.STRONG))
    return ask(sentence("erase.ask", word=WORD), lambda typed: typed or "").lower() == WORD


def _show(done: Erased) -> None:
    show(wrapped(sentence("erase.done", count=done.files), tone=Tone.STRONG))
    for path in done.left:
        show(wrapped(sentence("erase.left", path=path)))
    show(wrapped(sentence("erase.elsewhere" if done.is_elsewhere else "erase.copies"), tone=Tone.QUIET))
