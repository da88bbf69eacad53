"""What became of offered files, for programs: the lines of the ledger with their sentences."""

from collections.abc import Iterable
from typing import Protocol

from kneewise.present import json
from kneewise.present.words import gettext as _
from kneewise.present.words import sentence


class Row(Protocol):
    """What is said of a line of the ledger."""

    @property
    def reason(self) -> str:
        """An identifier, or empty."""

    @property
    def detail(self) -> str:
        """What belongs to it."""

    @property
    def was(self) -> str:
        """The reason of an earlier version, or empty."""


def ledger_json(rows: Iterable[Row]) -> dict[str, json.Json]:
    """Say what became of files: exactly the keys that ``docs/json.md`` names."""
    names = ("path", "sha256", "status", "reason", "was", "run_ids")
    return {"files": [{**json.only(row, *names), "sentence": why(row)} for row in rows]}


def why(row: Row) -> str:
    """Say why it became that of a file; of a refused one also what to do."""
    said = sentence(row.reason, detail=row.detail) if row.reason else ""
    if not row.was:
        return said
    before = _("An earlier version could not read it: %(why)s") % {"why": sentence(row.was, detail="")}
    return f"{said} {before}".lstrip()
