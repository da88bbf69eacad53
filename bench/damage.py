"""Measures what is recovered from damaged running files, against fitdecode, and whether it is true.

Every file is damaged in so many places by a seed: a bit is flipped, a stretch is gone, or the end is cut off.
Two things are counted: records that a reader hands out and, for ours, values that differ from the undamaged
file's although no damage touched their message. No reader can tell touched values from sound ones, as FIT has
one checksum a file; their number is printed. Run it with ``python -m bench.damage [--files N] [--places N]``.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import fitdecode
import numpy as np

from bench.decode import WATCH_FILES, running_files, synthetic_files
from kneewise.fit import FitError, decode

if TYPE_CHECKING:
    import numpy.typing as npt

    from kneewise.fit import FitFile

    Offsets = npt.NDArray[np.int64]
    Column = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

FOLLOWS = frozenset({"timestamp", "distance"})
"""Columns that are summed up from earlier messages where a watch writes them short."""


@dataclass(slots=True)
class Count:
    """What came of all damaged files together."""

    ours: int = 0
    theirs: int = 0
    undamaged: int = 0
    compared: int = 0
    wrong: int = 0
    touched: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A damaged file: where each of its bytes was, and how many bytes before each old one were touched."""

    data: bytes
    was_at: Offsets
    touched_before: Offsets


def damage(data: bytes, places: int, chance: random.Random) -> Damaged:
    """Damage a file in so many places, one of three ways each."""
    altered, touched, kept = bytearray(data), np.zeros(len(data), bool), np.ones(len(data), bool)
    for _ in range(places):
        at = chance.randrange(16, len(data))
        match chance.choice(
            ("flip", "flip", "gone", "gone", "cut") if places > 1 else ("flip", "gone", "cut")
        ):
            case "flip":
                altered[at] ^= 1 << chance.randrange(8)
                touched[at] = True
            case "gone":
                kept[at : at + chance.randrange(1, 64)] = False
            case _:
                kept[max(at, len(data) - chance.randrange(1, len(data) // places)) :] = False
    was_at = np.flatnonzero(kept)
    touched_before = np.concatenate(([0], np.cumsum(touched | ~kept)))
    return Damaged(
        data=bytes(np.frombuffer(bytes(altered), np.uint8)[kept]),
        was_at=was_at,
        touched_before=touched_before,
    )


def records_of_fitdecode(data: bytes) -> int:
    """Count the records until fitdecode gives up."""
    found = 0
    with contextlib.suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with fitdecode.FitReader(data, error_handling=fitdecode.ErrorHandling.IGNORE) as reader:
            for frame in reader:
                found += frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "record"
    return found


def decoded(data: bytes) -> tuple[FitFile, ...]:
    """Decode with ours; what is no FIT file any more holds nothing."""
    try:
        return decode(data)
    except FitError:
        return ()


def compare(broken: Damaged, whole: FitFile, read: tuple[FitFile, ...], counted: Count) -> None:
    """Hold each record of a damaged file against the one that stood there."""
    before = whole.table("record")
    starts = np.sort(np.concatenate([table.offsets_b for table in whole.messages.values()]))
    ends = np.append(starts, len(broken.touched_before) - 1)
    for file in read:
        records = file.table("record")
        was_at = broken.was_at[records.offsets_b]
        row = np.searchsorted(before.offsets_b, was_at).clip(max=len(before) - 1)
        end = ends[np.searchsorted(starts, was_at, "right")]
        untouched = broken.touched_before[end] == broken.touched_before[was_at]
        sound = (before.offsets_b[row] == was_at) & untouched
        counted.ours += len(records)
        for name, column in records.columns.numbers.items():
            undamaged = before.number(name)[row]
            if undamaged.shape == column.shape:
                _compare(column, undamaged, sound, counted, exact=name not in FOLLOWS)


def _compare(column: Column, undamaged: Column, sound: Mask, counted: Count, *, exact: bool) -> None:
    rows = len(column)
    known = np.isfinite(column).reshape(rows, -1).any(axis=1)
    same = np.isclose(column, undamaged, equal_nan=True).reshape(rows, -1).all(axis=1)
    counted.touched += int((known & ~sound).sum())
    counted.compared += int(sound.sum()) if exact else 0
    counted.wrong += int((sound & ~same).sum()) if exact else 0


def main() -> None:
    """Damage, read and count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--places", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    files = running_files(WATCH_FILES) if WATCH_FILES.is_dir() else synthetic_files()
    sound = [data for data in files if len(read := decoded(data)) == 1 and not read[0].problems]
    print(f"{given.files} damaged files made of {len(sound)} undamaged running files, seed {given.seed}")
    for places in given.places:
        show(places, measure(sound, given.files, places, random.Random(given.seed)))


def measure(sound: list[bytes], files: int, places: int, chance: random.Random) -> Count:
    """Damage so many files, and read each with both readers."""
    counted = Count()
    for index in range(files):
        data = sound[index % len(sound)]
        broken, (whole,) = damage(data, places, chance), decode(data)
        counted.undamaged += len(whole.table("record"))
        counted.theirs += records_of_fitdecode(broken.data)
        compare(broken, whole, decoded(broken.data), counted)
    return counted


def show(places: int, counted: Count) -> None:
    """Print what was counted."""
    ratio = counted.ours / max(counted.theirs, 1)
    print(f"  damaged in {places} place{'s' if places > 1 else ''} each:")
    print(f"    records in the undamaged files {counted.undamaged:9}")
    print(f"    recovered by fitdecode         {counted.theirs:9}")
    print(f"    recovered by kneewise          {counted.ours:9}   {ratio:.2f} times as many")
    print(f"    untouched values compared      {counted.compared:9}   {counted.wrong} differ")
    print(f"    values given of touched records{counted.touched:9}")


if __name__ == "__main__":
    main()
