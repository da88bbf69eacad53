"""What is printed: plain lines in a pipe, the same lines painted on a terminal."""

import json
import sys
import textwrap
from collections.abc import Iterable, Mapping
from functools import cache

from rich.console import Console
from rich.text import Text

from kneewise.present.page import WIDTH, Line, Tone

STYLES: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.TITLE: "bold",
    Tone.HEADING: "bold underline",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.STOP: "bold white on red",
    Tone.GREEN: "green",
    Tone.NEUTRAL: "",
    Tone.AMBER: "yellow",
    Tone.RED: "red",
    Tone.UNKNOWN: "dim",
}


@cache
def console() -> Console:
    """Open the terminal; a pipe gets no colour and no line breaks of Rich's own."""
    return Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDTH)


def is_terminal() -> bool:
    """Whether a person sits on both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def show(lines: Iterable[Line]) -> None:
    """Print lines."""
    for line in lines:
        console().print(Text(line.text, style=STYLES[line.tone]))


def say(text: str) -> None:
    """Print one sentence."""
    show((Line(text=text),))


def show_json(value: object) -> None:
    """Print JSON: keys in order, signs as they are, and nothing that is not JSON."""
    text = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)
    print(text)  # noqa: T201 - JSON goes out as it is, never through Rich.


def complain(said: str) -> None:
    """Print one sentence where faults go, beside what is answered; on a terminal no word is broken."""
    if sys.stderr.isatty():
        said = textwrap.fill(said, WIDTH, break_long_words=False, break_on_hyphens=False)
    print(said, file=sys.stderr)  # noqa: T201 - one plain sentence, whatever reads it.
