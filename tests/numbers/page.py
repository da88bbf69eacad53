"""Every reviewed number as a page for people to read: each room a table, each source once."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Final

from kneewise.app.numbers import house_numbers
from kneewise.knowledge import read_sources
from kneewise.model.evidence import Grade, Number, Row, Source
from kneewise.model.findings import Urgency

PAGE: Final = Path(__file__).parents[2] / "docs" / "numbers.md"
HEAD: Final = """# The numbers

Every number about knees that Kneewise goes by, as it stands in the `knowledge.toml` of its room. This page is
written from them by `make numbers`; a test holds that it is up to date.

**A** several trials, **B** one trial or a good cohort, **C** biomechanics or uncontrolled, **D** convention,
memory or our own design, **X** the evidence points elsewhere.

**Where nobody is named, no clinician has reviewed the number.** The day is the one on which the authors last
went through the room.
"""
NOBODY: Final = "not reviewed by a clinician"
TITLES: Final = {
    "red_flags": "Red flags",
    "step1_pain": "Step 1: assess pain",
    "step2_load": "Step 2: reduce load",
    "step3_cadence": "Step 3: cadence",
    "step4_strength": "Step 4: strength",
    "step5_ankle": "Step 5: ankle",
    "step6_footwear": "Step 6: footwear",
    "step7_recovery": "Step 7: recovery",
    "tips": "Tips",
    "engine": "The plan",
    "gate": "The gate, which has numbers of its own",
    "observe": "Measuring",
    "insight": "Insights",
}
"""Rooms in the order of their reader, named as people name them."""

Record = Number | Row


def page() -> str:
    """Write the whole page."""
    rooms = {
        room.name: dict(records(getattr(house_numbers(), room.name))) for room in fields(house_numbers())
    }
    tables = chain.from_iterable(table(TITLES[name], found) for name, found in rooms.items() if found)
    used = {key for found in rooms.values() for record in found.values() for key in record.sources}
    return "\n".join((HEAD, *tables, "## Sources", "", *map(cite, sorted(used)))) + "\n"


def records(numbers: object) -> Iterator[tuple[str, Record]]:
    """Give the numbers of a room by their names; exercises and questions have pages of their own."""
    for field in fields(numbers):  # type: ignore[arg-type]  # The numbers of a room are a dataclass.
        record = getattr(numbers, field.name)
        if isinstance(record, Number | Row):
            yield field.name, record


def table(title: str, found: dict[str, Record]) -> Iterator[str]:
    """Write a room."""
    yield from (f"## {title}", "", "| Number | Value | Grade | From | Gone through | What it says |")
    yield "|---|---|---|---|---|---|"
    for name, record in found.items():
        grade, sources = record.grade.value, ", ".join(map(link, record.sources))
        yield f"| `{name}` | {value(record)} | {grade} | {sources} | {reviewed(record)} | {record.note} |"
    yield ""


def value(record: Record) -> str:
    """Write a number or a row of them with its unit."""
    if isinstance(record, Number) and record.unit == "urgency":
        return Urgency(int(record.value)).word.replace("_", " ")
    values = record.values if isinstance(record, Row) else (record.value,)
    unit = "" if record.unit == "1" else f" {record.unit}"
    return f"{', '.join(f'{one:g}' for one in values)}{unit}"


def reviewed(record: Record) -> str:
    """Say when, and by whom if by anybody."""
    by = "" if record.reviewed_by == NOBODY else f" by {record.reviewed_by}"
    return f"{record.reviewed_on:%Y-%m-%d}{by}"


def link(key: str) -> str:
    """Lead to a source at the end of the page."""
    return f"[{key}](#{key})"


def cite(key: str) -> str:
    """Write a source under a heading of its own, so that tables can lead to it."""
    source: Source = read_sources()[key]
    year = "" if source.year is None else f", {source.year}"
    says_so = source.checked or "not checked" in source.title
    checked = "" if says_so else " Not checked against a text."
    where = f" <{source.url}>" if source.url else ""
    return f"### {key}\n\n{source.title}{year}.{where}{checked}\n"


def grades() -> set[Grade]:
    """Name the grades that the head explains."""
    return {grade for grade in Grade if f"**{grade.value}**" in HEAD}
