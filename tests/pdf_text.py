"""Reads the words of a PDF as typst writes it: enough to hold a page against what it should say."""

import re
import zlib
from collections.abc import Iterator

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\[(.*?)\]TJ", re.DOTALL)
TEXT = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f]+)>", re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Pdf:
    """A PDF taken apart; ``pages`` are the words of each page, with one space between what stands apart."""

    def __init__(self, pdf: bytes) -> None:
        self.objects = {int(number): body for number, body in OBJECT.findall(pdf)}
        found = (body for body in self.objects.values() if re.search(rb"/Type/Page\b(?!s)", body))
        self.pages = [" ".join("".join(self._words(page)).split()) for page in found]

    @property
    def fonts(self) -> set[str]:
        """Name the families of the letters."""
        named = re.findall(rb"/FontName/\w{6}\+(\w+)", b"".join(self.objects.values()))
        return {name.decode() for name in named}

    def _words(self, page: bytes) -> Iterator[str]:
        resources = self.objects[_reference(page, b"Resources")]
        fonts = {
            name: self._letters(int(number)) for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
        }
        letters: dict[int, str] = {}
        for font, shown in SHOWN.findall(self._stream(_reference(page, b"Contents"))):
            if font:
                letters = fonts[font]
            else:
                yield "".join(_decode(shown, letters)) + " "

    def _letters(self, font: int) -> dict[int, str]:
        table = self._stream(_reference(self.objects[font], b"ToUnicode"))
        pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", table)
        return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}

    def _stream(self, number: int) -> bytes:
        return zlib.decompress(self.objects[number].partition(b"stream\n")[2].rpartition(b"\nendstream")[0])


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found is not None, name
    return int(found[1])


def _decode(shown: bytes, letters: dict[int, str]) -> Iterator[str]:
    for literal, digits in TEXT.findall(shown):
        raw = bytes.fromhex(digits.decode()) if digits else ESCAPED.sub(_unescape, literal)
        for code in range(0, len(raw), 2):
            yield letters.get(int.from_bytes(raw[code : code + 2], "big"), "")


def _unescape(found: re.Match[bytes]) -> bytes:
    inner = found[1]
    return bytes([int(inner, 8)]) if inner[:1] in b"01234567" else LETTERS.get(inner, inner)
