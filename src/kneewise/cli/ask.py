"""Questions on a terminal, one at a time. Enter is "not said", "?" is "I don't know"."""

from collections.abc import Callable
from typing import TypeVar

from rich.prompt import Prompt

from kneewise.cli.terminal import console, say
from kneewise.cli.values import heard
from kneewise.model.errors import UsageError

T = TypeVar("T")


def ask(question: str, read: Callable[[str | None], T], *, hint: str = "") -> T:
    """Ask until the answer can be read; a slip is said in one sentence and asked again."""
    said = f"{question} [dim]({hint})[/dim]" if hint else question
    while True:
        typed = Prompt.ask(said, console=console(), default="", show_default=False)
        try:
            return read(heard(typed.strip()) or None)
        except UsageError as slip:
            say(str(slip))
