"""Lines of text with the tone they are said in: a pipe gets the words, a terminal may paint the tone too."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

WIDTH = 80
NAMED = 12
"""So wide is the name of a fact; a longer one has a line of its own."""


class Tone(StrEnum):
    """How a line is said. Tones that carry a colour always come with its shape and word in the text."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    QUIET = "quiet"
    STOP = "stop"
    GREEN = "green"
    NEUTRAL = "neutral"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, at most `WIDTH` characters where its words allow."""

    text: str
    tone: Tone = Tone.PLAIN


Lines = tuple[Line, ...]


def wrapped(text: str, *, tone: Tone = Tone.PLAIN, first: str = "", rest: str | None = None) -> Lines:
    """Break a paragraph into lines; ``first`` stands before it and ``rest`` before each further line."""
    hang = " " * len(first) if rest is None else rest
    return tuple(
        Line(text=text, tone=tone)
        for text in textwrap.wrap(
            text,
            WIDTH,
            initial_indent=first,
            subsequent_indent=hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def section(heading: str, *parts: Lines) -> Lines:
    """Set parts under a heading, after an empty line; without parts there is no heading either."""
    said = tuple(line for part in parts for line in part)
    return (Line(text=""), Line(text=heading, tone=Tone.HEADING), *said) if said else ()


def fact(name: str, said: str, *, tone: Tone = Tone.PLAIN) -> Lines:
    """Set a fact beside its name, as a timetable does."""
    if len(name) > NAMED:
        return (Line(text=f"  {name}", tone=tone), *wrapped(said, tone=tone, first=" " * (NAMED + 3)))
    return wrapped(said, tone=tone, first=f"  {name:<{NAMED}} ")


def bullet(said: str, *, tone: Tone = Tone.PLAIN) -> Lines:
    """Set one thing of a list."""
    return wrapped(said, tone=tone, first="  - ")


def beside(left: str, right: str, *, tone: Tone = Tone.QUIET) -> Line:
    """Set one thing at each edge."""
    return Line(text=f"{left}{right:>{max(WIDTH - len(left), len(right) + 2)}}", tone=tone)


def table(
    head: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, right: frozenset[int] = frozenset()
) -> Lines:
    """Set rows under a head; columns in ``right`` stand to the right, as figures do."""
    kept = [head, *rows]
    widths = [max(len(row[column]) for row in kept) for column in range(len(head))]
    lines = (
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in kept
    )
    return tuple(
        Line(text=text, tone=Tone.HEADING if number == 0 else Tone.PLAIN) for number, text in enumerate(lines)
    )
