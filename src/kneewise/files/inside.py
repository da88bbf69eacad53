"""Offer a file, and what it holds besides: the sessions of a table, the workouts of an export."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from kneewise.files.apple_parts import ApplePart, parts_of_export
from kneewise.files.garmin import LIST, sessions_of_list
from kneewise.files.inflate import most_b
from kneewise.files.limits import FREE_B, HEAD_B, MOST_ARCHIVE_B, MOST_RATIO, MOST_TABLE_B
from kneewise.files.names import WITHIN, plain
from kneewise.files.notes import Notes
from kneewise.files.offered import Offered
from kneewise.files.on_disk import Beside, File
from kneewise.files.part import Part
from kneewise.files.reading import Kind, UnreadableError, not_an_activity, refused
from kneewise.files.sniff import sniff
from kneewise.files.strava import TABLE, sessions_of_table

USUAL_RATIO: Final = 10
"""How much a packed watch file grows, as a rule: 2 to 3 times where it is FIT, 10 to 20 where it is XML."""

Parts = Callable[[bytes, Beside], Iterator[Part]]
"""Gives the parts of a table by its content, and what lies beside it."""

TABLES: Final[tuple[tuple[str, Parts], ...]] = (
    (TABLE, sessions_of_table),
    (LIST, sessions_of_list),
)
"""How the name of a table ends, and how its sessions come out."""


def offered_of(shown: str, file: File, *, beside: Beside, notes: Notes | None) -> Iterator[Offered]:
    """Yield a file, and then what it holds.

    Args:
        shown: Its name as the ledger shows it.
        file: Where it lies.
        beside: What lies beside it.
        notes: What the export that it came with says of it.
    """
    if _is_apples(file):
        yield from _export(shown, file, beside)
        return
    itself = Offered(
        path=shown,
        read=file.read,
        stored_sha256=file.stored_sha256,
        notes=notes,
        size_b=file.size_b * (USUAL_RATIO if shown.lower().endswith(".gz") else 1),
    )
    if file.size_b > most_b(file.packed_b):
        yield replace(itself, settled=refused(Kind.OTHER, "too_large"))
        return
    yield itself
    for ending, parts in TABLES:
        if PurePosixPath(shown).name.endswith(ending) and file.size_b <= MOST_TABLE_B:
            # What is wrong with the table itself, its own line says when it is read.
            with suppress(UnreadableError, OSError):
                yield from (_offered(shown, part) for part in parts(file.read(), beside))


def _is_apples(file: File) -> bool:
    """Whether a file is an Apple Health export, as far as it can be told without reading all of it."""
    try:
        return sniff(file.head(HEAD_B)) is Kind.APPLE_HEALTH
    except (UnreadableError, OSError):
        return False


def _export(shown: str, file: File, beside: Beside) -> Iterator[Offered]:
    itself = Offered(path=shown, read=file.read, stored_sha256=file.stored_sha256)
    parts = parts_of_export(file, beside)
    try:
        if file.size_b > min(MOST_ARCHIVE_B, max(FREE_B, file.packed_b * MOST_RATIO)):
            raise UnreadableError("too_large")
        first = next(parts, None)
    except (UnreadableError, OSError) as error:
        reason = error.reason if isinstance(error, UnreadableError) else "unreadable"
        yield replace(itself, settled=refused(Kind.APPLE_HEALTH, reason))
        return
    yield replace(itself, settled=not_an_activity(Kind.APPLE_HEALTH, "apple_health"))
    if first is not None:
        yield _offered(shown, first)
        yield from (_offered(shown, part) for part in parts)


def _offered(shown: str, part: Part | ApplePart) -> Offered:
    stands_for = part.stands_for if isinstance(part, Part) else ""
    return Offered(
        path=f"{shown}{WITHIN}{plain(part.name)}",
        read=part.read,
        stored_sha256=part.stored_sha256,
        notes=part.notes,
        stands_for=str(PurePosixPath(shown).parent / stands_for) if stands_for else "",
    )
