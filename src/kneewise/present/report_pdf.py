"""A report on paper: typst sets it from data, with the fonts that it carries within itself."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final, Literal

import typst

from kneewise.present.report import Report

SHEET: Final = Path(__file__).parent / "report.typ"
SCREEN_PPI: Final = 144


def render_pdf(report: Report) -> bytes:
    """Set a report as A4 pages; the same report gives the same bytes."""
    (pdf,) = _pages(report, "pdf")
    return pdf


def render_pages(report: Report, *, ppi: float = SCREEN_PPI) -> tuple[bytes, ...]:
    """Picture each page of a report as a PNG."""
    return _pages(report, "png", ppi=ppi)


def _pages(report: Report, kind: Literal["pdf", "png"], *, ppi: float | None = None) -> tuple[bytes, ...]:
    """Hand the report over as data: nothing that a runner wrote is ever read as markup.

    No font of the machine is looked for, no folder is named in which a package could be, and the day of the
    report stands for the clock.
    """
    # What the package says it gives is one page; of pictures it gives a list of them.
    made: object = typst.compile(
        SHEET.read_bytes(),
        format=kind,
        ppi=ppi,
        sys_inputs={"report": json.dumps(asdict(report), default=str, ensure_ascii=False)},
        font_paths=[],
        ignore_system_fonts=True,
        timestamp=0,
    )
    pages = made if isinstance(made, list) else [made]
    return tuple(page for page in pages if isinstance(page, bytes))
