"""Every sentence of the guide is somewhere a runner meets it."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from kneewise.knowledge.toml import ROOT, read_toml
from kneewise.present.words import has_sentence, sentences
from tests.guide.made import ROOMS

GUIDE = Path(__file__).parent.parent.parent / "shared" / "guide"
CONTENT = read_toml(ROOT / "knowledge" / "guide_content.toml")
PAGES = {row["page"] for row in CONTENT.values()}


def sentences_of(text: str) -> list[str]:
    """Cut the steps, tips and warnings into sentences; headings and pictures are not sentences."""
    body = text[text.index("1. Step 1") : text.index("Was this guide helpful?")]
    lines = (line.strip().removeprefix("•").strip() for line in body.splitlines())
    told = [line for line in lines if line and not re.match(r"\[Illustration|\d+\. Step", line)]
    return [" ".join(one.split()) for line in told for one in re.split(r"(?<=[.!?])\s+(?=[A-Z])", line)]


@pytest.mark.parametrize("name", CONTENT)
def test_a_sentence_of_the_guide_has_a_room_a_page_and_our_own_words(name: str) -> None:
    row = CONTENT[name]

    assert row["room"] in ROOMS
    assert row["page"] == f"guide/{name.partition('.')[0]}"
    assert row["words"]
    assert [key for key in row["words"] if not has_sentence(key)] == []
    assert re.fullmatch(r"[0-9a-f]{64}", row["sha256"])


def test_the_list_covers_seven_steps_six_tips_and_four_warnings() -> None:
    wanted = {
        *(f"guide/step{step}" for step in range(1, 8)),
        *(f"guide/tip{tip}" for tip in range(1, 7)),
        *(f"guide/warning{warning}" for warning in range(1, 5)),
    }

    assert wanted == PAGES


@pytest.mark.parametrize("page", sorted(PAGES))
def test_the_guide_page_says_it_in_our_own_words(page: str) -> None:
    assert has_sentence(f"{page.replace('/', '.')}.said")


def test_nothing_of_the_guide_waits_for_later() -> None:
    assert {key for row in CONTENT.values() for key in row} == {"room", "page", "words", "sha256"}


@pytest.mark.skipif(not GUIDE.is_dir(), reason="../shared/guide is not on this machine")
def test_every_sentence_of_the_guide_has_its_row() -> None:
    told = [
        one for path in sorted(GUIDE.glob("*.txt")) for one in sentences_of(path.read_text(encoding="utf-8"))
    ]

    hashes = [sha256(one.encode()).hexdigest() for one in told]

    assert len(told) == len(set(told))
    assert set(hashes) == {row["sha256"] for row in CONTENT.values()}


@pytest.mark.skipif(not GUIDE.is_dir(), reason="../shared/guide is not on this machine")
def test_no_sentence_of_ours_is_the_guides() -> None:
    theirs = {
        one.lower() for path in GUIDE.glob("*.txt") for one in sentences_of(path.read_text(encoding="utf-8"))
    }

    assert [key for key, said in sentences().items() if str(said).lower() in theirs] == []
