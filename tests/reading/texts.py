"""Every text that somebody reads, in blocks long enough to be measured.

A formula says nothing of one line, so a text of thirty words or more stands alone, and shorter ones are
joined with their neighbours of the same file, which are read on the same page; what is left of small files
is joined by folder. Labels (fewer than five words) are looked at, not read. A line that is mostly figures
is a table.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.messages import catalogue
from tests.reading.formulas import WORD, grade

BLOCK = 30
LABEL = 5
TABLE = 0.3
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Text:
    """A block of text: where it stands, what it says, and how many years of school it asks for."""

    where: str
    said: str
    grade: float


def texts(language: str) -> list[Text]:
    """List every block of a language, the hardest first."""
    of_files = [*_joined(_placed(language))]
    short = sorted((Path(where).parent.as_posix(), said) for where, said in of_files if _words(said) < BLOCK)
    long = [(where, said) for where, said in of_files if _words(said) >= BLOCK]
    found = [
        Text(where, said, grade(said, language, NAMES[language]))
        for where, said in (*long, *_joined(iter(short)))
    ]
    return sorted(found, key=lambda text: text.grade, reverse=True)


def _joined(placed: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for where, parts in groupby(placed, key=lambda one: one[0]):
        yield from ((where, block) for block in blocks(said for _where, said in parts))


def _placed(language: str) -> Iterator[tuple[str, str]]:
    """Give what is said with the file it stands in; files follow one another, as do their strings."""
    source = catalogue.in_program() if language == "en" else catalogue.read(language)
    every = ((one.locations[0][0], _said(one, language)) for one in catalogue.messages(source))
    return iter(sorted(((where, _filled(said)) for where, said in every), key=lambda one: one[0]))


def _said(message: catalogue.Message, language: str) -> str:
    if language != "en":
        return catalogue.forms(message)[-1]
    return message.id if isinstance(message.id, str) else message.id[-1]


def _filled(said: str) -> str:
    """Put a figure in every place."""
    return PLACE.sub("9", said).replace("%%", "%").replace("\N{NO-BREAK SPACE}", " ")


def blocks(said: Iterable[str]) -> Iterator[str]:
    """Join what is short to blocks; what is left over goes to the block before it."""
    waiting: list[str] = []
    made: list[str] = []
    for text in filter(_is_prose, said):
        if _words(text) >= BLOCK:
            made.append(text)
            continue
        waiting.append(text if text.endswith((".", "?", "!", "…")) else f"{text}.")
        if sum(map(_words, waiting)) >= BLOCK:
            made.append(" ".join(waiting))
            waiting = []
    if waiting:
        before = made.pop() if made else ""
        made.append(" ".join((before, *waiting)).strip())
    yield from made


def _words(text: str) -> int:
    return len(WORD.findall(text))


def _is_prose(text: str) -> bool:
    words = WORD.findall(text)
    return len(words) >= LABEL and sum(word[0].isdigit() for word in words) / len(words) <= TABLE
