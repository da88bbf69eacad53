"""Prints a page as Chromium does, and reads the words of each sheet as it writes them."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj")
ONE = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", re.MULTILINE)
MANY = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$", re.MULTILINE)


def sheets(page: Page) -> list[str]:
    """Print a page on A4, and read its sheets: letters only, because words are spaced by their places."""
    edge = "15mm"
    pdf = page.pdf(format="A4", margin={"top": edge, "right": edge, "bottom": edge, "left": edge})
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    pages = (body for body in objects.values() if b"/Type /Page\n" in body)
    return ["".join(_letters_of(objects, body)) for body in pages]


def squeezed(said: str) -> str:
    """Write a sentence as a sheet is read."""
    return "".join(said.split())


def _letters_of(objects: dict[int, bytes], page: bytes) -> Iterator[str]:
    fonts = {name: _table(objects, int(number)) for name, number in FONT.findall(page)}
    letters: dict[int, str] = {}
    for font, shown in SHOWN.findall(_stream(objects, _number(page, b"Contents"))):
        if font:
            letters = fonts[font]
        codes = [int(shown[at : at + 4], 16) for at in range(0, len(shown), 4)]
        yield squeezed("".join(letters.get(code, "") for code in codes))


def _table(objects: dict[int, bytes], font: int) -> dict[int, str]:
    """Read which letter each code of a font is."""
    written = _stream(objects, _number(objects[font], b"ToUnicode"))
    single = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in ONE.findall(written)
    }
    runs = {
        code: chr(int(begins, 16) + code - int(first, 16))
        for first, last, begins in MANY.findall(written)
        for code in range(int(first, 16), int(last, 16) + 1)
    }
    return single | runs


def _stream(objects: dict[int, bytes], number: int) -> bytes:
    return zlib.decompress(objects[number].partition(b"stream\n")[2].rpartition(b"\nendstream")[0])


def _number(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found is not None, name
    return int(found[1])
