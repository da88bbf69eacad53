"""How much of a file is taken in: bounds against files made to do harm, far above what watches write."""

from typing import Final

MOST_FILE_B: Final = 64 * 2**20
"""A day of one-second GPX with every sensor is about 40 MB; a FIT file of that day about 8 MB."""

MOST_RATIO: Final = 200
"""Watch files shrink 3 to 40 times; deflate can reach 1,032, which nothing but a bomb comes near."""

FREE_B: Final = 2**20
"""Below this size a ratio says nothing: a short file of zeros is harmless."""

MOST_MEMBERS: Final = 50_000
"""Twenty years of a daily export with pictures hold fewer; opening many more takes seconds and 200 MB."""

MOST_DIRECTORY_B: Final = 16 * 2**20
"""Room for ``MOST_MEMBERS`` entries with long names; the table is read whole."""

MOST_DEPTH: Final = 64
"""Folders in folders; deeper than people sort their runs."""

HEAD_B: Final = 4096
"""How much of a file is looked at to tell what it is."""

MOST_ARCHIVE_B: Final = 8 * 2**30
"""A zip within a zip, or an Apple Health export: ten years with a watch make two or three gigabytes."""

MOST_ARCHIVE_RATIO: Final = 20
"""What a zip within a zip may grow to: its members are packed already, so it hardly shrinks."""

MOST_TABLE_B: Final = 8 * 2**20
"""Tables and lists are taken in whole; ten thousand activities of Strava's are about 6 MB."""

MOST_HELD_B: Final = 160 * 2**20
"""What is held, packed, of the workouts of an Apple Health export: about a seventieth of what it is long."""
