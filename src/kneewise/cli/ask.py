"""Questions on a terminal, one at a time. Enter is "not said", "?" is "I don't know"."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rich.prompt import Prompt
from rich.text import Text

from kneewise.cli.terminal import console, say
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError
from kneewise.present.page import WIDTH
from kneewise.present.words import gettext as _
from kneewise.present.words import has_sentence, sentence

T = TypeVar("T")


class _Question(Prompt):
    """A question ends in its own mark."""

    prompt_suffix = " "


def ask(question: str, read: Callable[[str | None], T], *, hint: str = "") -> T:
    """Ask until the answer can be read; a slip is said in one sentence and asked again."""
    said = laid_out(question, hint)
    while True:
        typed = _Question.ask(said, console=console(), default="", show_default=False)
        try:
            return read(heard(typed.strip()) or None)
        except UsageError as slip:
            say(str(slip))


def laid_out(question: str, hint: str) -> Text:
    """Break a question where a word ends; what may be answered is dim."""
    whole = f"{question} ({hint})" if hint else question
    said = Text(textwrap.fill(whole, WIDTH - 2, break_long_words=False, break_on_hyphens=False))
    said.stylize("dim", len(question) + 1)
    return said


def needed(read: Callable[[str | None], T]) -> Callable[[str | None], T]:
    """Make a reader that does not let Enter pass."""

    def insist(typed: str | None) -> T:
        if typed is None:
            raise UsageError(_("This one is needed; Ctrl-C leaves, and keeps nothing."))
        return read(typed)

    return insist


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Asks for the parts of one diary entry; each is read as the entry will be.

    Attributes:
        kind: Of the entry.
        today: No day may lie after it.
    """

    kind: str
    today: date

    def part(self, name: str, hint: str, *, must: bool = False) -> str | None:
        """Ask for one part, in the words it is typed in."""
        read = needed(self._reader(name, must=True)) if must else self._reader(name, must=False)
        own = f"ask.{self.kind}.{name}"
        return ask(
            sentence(own if has_sentence(own) else f"ask.{name}"),
            read,
            hint=sentence(f"hint.{hint}") if hint else "",
        )

    def _reader(self, name: str, *, must: bool) -> Callable[[str | None], str | None]:
        from kneewise.app.log import check

        def read(typed: str | None) -> str | None:
            check(self.kind, {name: typed}, today=self.today, must=must)
            return typed

        return read
