"""Every reason for which a file is refused says what to do, and stands in the document."""

import re
from pathlib import Path

import pytest

from kneewise.files.reading import MAY_BE_READ_LATER
from kneewise.present.words import sentence

ROOT = Path(__file__).parents[2]
SAID = re.compile(r"(?:UnreadableError|refused)\((?:Kind\.\w+, |offered(?:\[\w+\])?, )?\"(\w+)\"")
TO_DO = re.compile(r"(?:^|[;:,] )(?:download|unpack|pack|export|offer|check|copy|enter)\b", re.IGNORECASE)


def said() -> set[str]:
    """Find the reasons in the program."""
    files = [*(ROOT / "src/kneewise/files").glob("*.py"), *(ROOT / "src/kneewise/app").glob("*.py")]
    return {reason for path in files for reason in SAID.findall(path.read_text(encoding="utf-8"))}


def documented() -> set[str]:
    page = (ROOT / "docs" / "reading-files.md").read_text(encoding="utf-8")
    listed = page.partition("### Reasons of `refused`")[2].partition("###")[0]
    return set(re.findall(r"`(\w+)`", listed))


def test_the_document_names_every_reason() -> None:
    assert len(said()) > 15
    assert said() <= documented()
    assert documented() >= MAY_BE_READ_LATER


@pytest.mark.parametrize("reason", sorted(documented()))
def test_its_sentence_says_what_to_do(reason: str) -> None:
    assert TO_DO.search(sentence(reason, detail=""))
