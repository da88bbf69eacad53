"""Measures what is recovered from damaged running files, against other readers, and whether it is true.

Every file is damaged in so many places by a seed: a bit is flipped, a stretch is gone, or the end is cut off.
Two things are counted: records that a reader hands out and, for ours, values that differ from the undamaged
file's although no damage touched their message. No reader can tell touched values from sound ones, as FIT has
one checksum a file; their number is printed. The bytes of a message are its own and those of the definition
it stands under; of a developer field also those that describe it. Run it with
``python -m bench.damage [--files N] [--places N]``.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import fitdecode
import numpy as np

from bench.decode import WATCH_FILES, read_pyfitparsernative, running_files, synthetic_files
from kneewise.fit import FitError, decode
from kneewise.fit.scan import COMPRESSED, DEFINITION, definition_end, message_size_b

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from kneewise.fit import FitFile

    Offsets = npt.NDArray[np.int64]
    Column = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

FOLLOWS = frozenset({"timestamp", "distance"})
"""Columns that are summed up from earlier messages where a watch writes them short."""

DESCRIPTIONS = ("field_description", "developer_data_id")


@dataclass(slots=True)
class Count:
    """What came of all damaged files together."""

    ours: int = 0
    fitdecode: int = 0
    pyfitparsernative: int = 0
    undamaged: int = 0
    compared: int = 0
    wrong: int = 0
    touched: int = 0
    untouched_records: int = 0
    untouched_lost: int = 0


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


class Stretch(NamedTuple):
    """A message of an undamaged file, ``[start, stop)``, and the definition that it stands under."""

    start: int
    stop: int
    defined_at: int
    defined_until: int


def stretches(data: bytes) -> list[Stretch]:
    """Walk through the messages of an undamaged file, one after the other."""
    found: list[Stretch] = []
    under: dict[int, tuple[int, int, int]] = {}
    here, end = data[0], data[0] + int.from_bytes(data[4:8], "little")
    while here < end:
        header = data[here]
        if header & 0xC0 == DEFINITION:
            stop = definition_end(data, here, end)
            under[header & 0x0F] = (here, stop, message_size_b(data[here + 1 : stop]))
        else:
            defined_at, defined_until, size_b = under[
                header >> 5 & 3 if header & COMPRESSED else header & 0x0F
            ]
            stop = here + size_b
            found.append(Stretch(here, stop, defined_at, defined_until))
        here = stop
    return found


def compare(broken: Damaged, data: bytes, read: tuple[FitFile, ...], counted: Count) -> None:
    """Hold each record of a damaged file against the one that stood there."""
    (whole,) = decode(data)
    before = whole.table("record")
    every = stretches(data)
    starts = np.array([each.start for each in every])
    is_short = any(data[each.start] & COMPRESSED for each in every)
    sound_at = np.array([_is_sound(broken, each) for each in every])
    described = all(
        sound_at[np.searchsorted(starts, whole.table(name).offsets_b)].all() for name in DESCRIPTIONS
    )
    sound_records = before.offsets_b[sound_at[np.searchsorted(starts, before.offsets_b)]]
    given = [broken.was_at[file.table("record").offsets_b] for file in read]
    counted.untouched_records += len(sound_records)
    counted.untouched_lost += int((~np.isin(sound_records, np.concatenate([[-1], *given]))).sum())
    for file in read:
        records = file.table("record")
        was_at = broken.was_at[records.offsets_b]
        row = np.searchsorted(before.offsets_b, was_at).clip(max=len(before) - 1)
        is_record = before.offsets_b[row] == was_at
        sound = is_record & sound_at[np.searchsorted(starts, before.offsets_b[row])]
        counted.ours += len(records)
        for name, column in records.columns.numbers.items():
            exact = not is_short or name not in FOLLOWS
            _compare(column, before.number(name)[row], sound, counted, exact=exact)
        for name, column in records.developer.numbers.items():
            undamaged = before.developer.numbers.get(name, np.full(len(before), np.nan))[row]
            _compare(column, undamaged, sound & described, counted, exact=True)


def _is_sound(broken: Damaged, each: Stretch) -> bool:
    """Say whether no damage touched a message, nor the definition it stands under."""
    before = broken.touched_before
    own = before[each.stop] - before[each.start]
    return bool(own + before[each.defined_until] - before[each.defined_at] == 0)


def _compare(column: Column, undamaged: Column, sound: Mask, counted: Count, *, exact: bool) -> None:
    rows = len(column)
    width = max(column[:1].size, undamaged[:1].size)
    ours, theirs = _as_wide(column, width), _as_wide(undamaged, width)
    known = np.isfinite(ours).any(axis=1)
    same = np.isclose(ours, theirs, equal_nan=True).all(axis=1)
    counted.touched += int((known & ~sound).sum())
    if exact and rows:
        counted.compared += int(sound.sum())
        counted.wrong += int((sound & ~same).sum())


def _as_wide(column: Column, width: int) -> Column:
    """Give a column so many places: one that is an array in any message is as wide in all."""
    places = column.reshape(len(column), -1)
    return np.pad(places, ((0, 0), (0, width - places.shape[1])), constant_values=np.nan)


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
        counted = measure(sound, given.files, places, seed=given.seed)
        damaged = list(damaged_files(sound, given.files, places, given.seed))
        counted.fitdecode = sum(map(records_of_fitdecode, damaged))
        counted.pyfitparsernative = sum(map(read_pyfitparsernative, damaged))
        show(places, counted)


def measure(sound: list[bytes], files: int, places: int, *, seed: int) -> Count:
    """Damage so many files, and hold what we read of each against the undamaged one."""
    counted, chance = Count(), random.Random(seed)
    for index in range(files):
        data = sound[index % len(sound)]
        broken = damage(data, places, chance)
        counted.undamaged += sum(len(file.table("record")) for file in decode(data))
        compare(broken, data, decoded(broken.data), counted)
    return counted


def damaged_files(sound: list[bytes], files: int, places: int, seed: int) -> Iterator[bytes]:
    """Give the same damaged files for another reader."""
    chance = random.Random(seed)
    return (damage(sound[index % len(sound)], places, chance).data for index in range(files))


def show(places: int, counted: Count) -> None:
    """Print what was counted."""
    ratio = counted.ours / max(counted.fitdecode, 1)
    print(f"  damaged in {places} place{'s' if places > 1 else ''} each:")
    print(f"    records in the undamaged files {counted.undamaged:9}")
    print(f"    recovered by fitdecode         {counted.fitdecode:9}")
    print(f"    recovered by pyfitparsernative {counted.pyfitparsernative:9}")
    print(f"    recovered by kneewise          {counted.ours:9}   {ratio:.2f} times fitdecode's")
    lost = counted.untouched_lost
    print(f"    untouched records              {counted.untouched_records:9}   {lost} not given")
    print(f"    untouched values compared      {counted.compared:9}   {counted.wrong} differ")
    print(f"    values given of touched records{counted.touched:9}")


if __name__ == "__main__":
    main()
