"""The documents keep their promises: links lead somewhere, commands exist, decisions are listed once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECISIONS = ROOT / "docs" / "decisions"
FOLDERS = (ROOT / "bench", ROOT / "docs", ROOT / "src")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in folder.rglob("*.md"))])

FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#+\s+(.*?)\s*#*$", re.MULTILINE)
MAKE_COMMAND = re.compile(r"\bmake ([a-z][a-z0-9-]+)")
MAKE_TARGET = re.compile(r"^([a-z][a-z0-9-]+):", re.MULTILINE)
HEADLESS_ROW = re.compile(r"(?<=\n\n)\|.*\n(?!\|[-| :]+\|\n)")
LAW_TEST = re.compile(r"`((?:test_)?law_(\d+)_\w+)`")
FOUR_HEADINGS = ["Context", "Decision", "Consequences", "Alternatives"]


def name_of(document: Path) -> str:
    return str(document.relative_to(ROOT))


def prose(document: Path) -> str:
    return FENCE.sub("", document.read_text(encoding="utf-8"))


def anchors(document: Path) -> set[str]:
    headings = HEADING.findall(prose(document))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_nowhere(document: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (document.parent / path).resolve() if path else document
    if not target.exists() or not target.is_relative_to(ROOT):
        return True
    return bool(anchor) and target.suffix == ".md" and anchor not in anchors(target)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_within_the_project_leads_somewhere(document: Path) -> None:
    links = [link for link in LINK.findall(prose(document)) if not re.match(r"[a-z]+:", link)]

    assert [link for link in links if leads_nowhere(document, link)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_make_command_in_a_document_exists(document: Path) -> None:
    targets = MAKE_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
    text = document.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"`[^`\n]+`|^```.*?^```", text, re.DOTALL | re.MULTILINE))

    assert set(MAKE_COMMAND.findall(code)) <= set(targets)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_no_empty_line_cuts_a_table_in_two(document: Path) -> None:
    assert HEADLESS_ROW.findall(prose(document)) == []


def test_decisions_have_numbers_of_their_own_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in DECISIONS.glob("[0-9]*.md"))

    assert numbers == list(range(1, len(numbers) + 1))


def test_every_decision_is_listed_once() -> None:
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    listed = Counter(link for link in LINK.findall(index) if re.match(r"\d{4}-", link))

    assert listed == Counter(path.name for path in DECISIONS.glob("[0-9]*.md"))


@pytest.mark.parametrize("decision", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_every_decision_has_the_four_headings(decision: Path) -> None:
    headings = re.findall(r"^## (.*)$", decision.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == FOUR_HEADINGS


def test_each_law_is_held_by_tests_that_exist() -> None:
    held = LAW_TEST.findall((ROOT / "docs" / "laws.md").read_text(encoding="utf-8"))
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))

    assert {int(law) for _, law in held} == set(range(1, 12))
    assert [name for name, _ in held if f"def {name}(" not in tests] == []
