"""One seeded mutator of bytes for every format: the same seed and number give the same damage everywhere."""

import random
from typing import Final

SPLICES: Final = (
    b"1e308",
    b"-1",
    b"NaN",
    b"inf",
    b"9" * 20,
    b"<!--",
    b"<![CDATA[",
    b"<!DOCTYPE a>",
    b"&a;",
    b"&#0;",
    b'"',
    b"\r\n,;\t",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b".FIT",
    b"\x0e\x20",
    b"\x40\x00\x01",
    b"\0" * 8,
    b"\xff" * 4,
    b"\xfe\xff\xd8\x00",
    b"9999-12-31T23:59:59-23:59",
)
"""What numbers, marks, dates and heads of the formats look like where they do the most harm."""

MOST_CHANGES: Final = 8
MOST_LENGTH_B: Final = 60


def mutant(content: bytes, *, seed: int, number: int) -> bytes:
    """Make one mutant of a whole file, with one change or a few."""
    chance = random.Random(f"{seed}/{number}")
    damaged = bytearray(content)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        _change(damaged, chance)
    return bytes(damaged)


def _change(damaged: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(damaged) + 1)
    length = chance.randint(1, MOST_LENGTH_B)
    match chance.randrange(8):
        case 0:
            damaged[at : at + 1] = bytes([chance.randrange(256)])
        case 1:
            damaged[at : at + 1] = bytes(byte ^ 1 << chance.randrange(8) for byte in damaged[at : at + 1])
        case 2:
            del damaged[at : at + length]
        case 3:
            damaged[at:at] = damaged[at : at + length] * chance.choice((1, 1, 40))
        case 4:
            damaged[at:at] = chance.choice(SPLICES)
        case 5:
            splice = chance.choice(SPLICES)
            damaged[at : at + len(splice)] = splice
        case 6:
            damaged[at : at + length] = chance.randbytes(length)
        case _:
            del damaged[max(at, 1) :]
