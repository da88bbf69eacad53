"""Nights of exports: how they are written down, and read anew from their originals by a later version."""

from collections.abc import Sequence

from kneewise.files import read_recordings
from kneewise.files.reading import NIGHTS_VERSION, Night
from kneewise.store.nights import NightOf, is_read_otherwise, keep_nights, originals_read_otherwise
from kneewise.store.originals import OriginalLostError, recall_original
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import alone, next_step


def nights_of(nights: Sequence[Night], kind: str) -> tuple[NightOf, ...]:
    """Make of what was read what is kept."""
    return tuple(
        NightOf(
            on=night.on,
            ended_at=night.ended_at,
            hours=night.hours,
            kind=kind,
            read_version=NIGHTS_VERSION,
        )
        for night in nights
    )


def read_nights_anew(runner: RunnerRef) -> int:
    """Read again what another version has read, each original in a transaction of its own.

    Returns:
        How many nights there were. Those whose original is lost stay as they are.
    """
    count = 0
    for original_row, sha256 in originals_read_otherwise(runner, NIGHTS_VERSION):
        try:
            reading = read_recordings("", recall_original(runner, sha256))
        except OriginalLostError:
            continue
        with alone(runner):
            if is_read_otherwise(runner, original_row, NIGHTS_VERSION):
                nights = nights_of(reading.nights, reading.kind.value)
                count += keep_nights(runner, next_step(runner), original_row, nights)
    return count
