"""Where a table of knowledge could be a little wrong: a number one step off, a question not asked."""

import re
from collections.abc import Iterator
from typing import Final

from tests.mutants.mutant import Mutant

TABLE: Final = re.compile(r"^\[(\w+)\]\n((?:.+\n)+)", re.MULTILINE)
NUMBER: Final = re.compile(r"^value = (\d+)$", re.MULTILINE)
KIND: Final = re.compile(r"^kind = .+\n", re.MULTILINE)
ASKED: Final = re.compile(r'^asked = "(\w+)"$', re.MULTILINE)
HANGS_ON: Final = re.compile(r"^only_if = .+\n", re.MULTILINE)
URGENT: Final = {"emergency", "same_day"}
YES_NO: Final = "yes_no"


def table_mutants(file: str, text: str) -> Iterator[Mutant]:
    """Yield every small slip of a TOML file; what words and sources it gives decides nothing."""
    for table in TABLE.finditer(text):
        for line, instead, change in _slips(table[2]):
            start = len(text[: table.start(2) + line.start()].encode())
            end = start + len(line[0].encode())
            yield Mutant(file=file, where=table[1], change=change, edit=(start, end, instead))


def _slips(body: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield a line, what comes instead, and what that is called."""
    if number := NUMBER.search(body):
        for step in (-1, 1):
            other = int(number[1]) + step
            yield number, f"value = {other}", f"{number[1]} becomes {other}"
    if kind := KIND.search(body):
        yield from _of_a_question(body, kind)


def _of_a_question(body: str, kind: re.Match[str]) -> Iterator[tuple[re.Match[str], str, str]]:
    """A no of a number does not run out, and of what nobody waits for the list says nothing to the room."""
    required = "required = true" in body
    for switch in ("required", "weekly") if YES_NO in kind[0] else ("required",):
        if on := re.search(rf"^{switch} = true\n", body, re.MULTILINE):
            yield on, "", f"not {switch}"
        else:
            yield kind, f"{kind[0]}{switch} = true\n", switch
    if required and (asked := ASKED.search(body)):
        other = "within_days" if asked[1] in URGENT else "same_day"
        yield asked, f'asked = "{other}"', f"{asked[1]} becomes {other}"
    if required and (hangs_on := HANGS_ON.search(body)):
        yield hangs_on, "", f"not {hangs_on[0].strip()}"
