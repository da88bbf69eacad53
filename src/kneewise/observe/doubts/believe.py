"""Everything that is doubted of a recording, one check after the other, and what is left to measure."""

from dataclasses import dataclass
from typing import Final

from kneewise.model.doubt import Doubt
from kneewise.model.recording import Recording
from kneewise.observe.doubts.altitude import doubt_altitude
from kneewise.observe.doubts.cadence import doubt_cadence
from kneewise.observe.doubts.heart import doubt_heart
from kneewise.observe.doubts.times import doubt_times
from kneewise.observe.doubts.way import doubt_way
from kneewise.observe.numbers import Numbers

CHECKS: Final = (doubt_times, doubt_way, doubt_altitude, doubt_cadence, doubt_heart)
"""In the order in which each can rely on those before it: cadence is held against speed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """A recording without what was doubted of it.

    Attributes:
        recording: Doubtful values are NaN or mended in its columns; the original stays as it is.
    """

    recording: Recording
    doubts: tuple[Doubt, ...]


def believe(recording: Recording, numbers: Numbers) -> Believed:
    """Leave out or mend what cannot be so, and say what it was; the same again finds nothing to mend."""
    doubts: tuple[Doubt, ...] = ()
    if len(recording.time_s) > 1:
        for check in CHECKS:
            recording, found = check(recording, numbers)
            doubts += found
    return Believed(recording=recording, doubts=doubts)
