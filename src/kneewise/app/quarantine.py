"""Refused files: how long a refusal holds, and how what is kept of them is tried again."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from kneewise.files import Offered, reading
from kneewise.store.ledger import FileStatus, LedgerRow
from kneewise.store.original_files import place_of
from kneewise.store.quarantine import place_of_refused, read_refused


def is_settled(row: LedgerRow) -> bool:
    """Whether a line of the ledger stays: all do but refusals by earlier readers."""
    return row.status is not FileStatus.REFUSED or row.read_version == reading.READER_VERSION


def offered_again(home: Path, ledger: Iterable[LedgerRow]) -> list[Offered]:
    """Offer what earlier readers refused and what is kept, under the path that it was offered by."""
    return [
        Offered(
            path=row.path,
            read=partial(read_refused, home, row.sha256),
            stored_sha256=partial(str, row.sha256),
        )
        for row in ledger
        if row.quarantined_bytes and not is_settled(row) and _is_there(home, row.sha256)
    ]


def _is_there(home: Path, sha256: str) -> bool:
    return place_of_refused(home, sha256).exists() or place_of(home, sha256).exists()
