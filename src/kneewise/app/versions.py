"""Which Kneewise this is: whoever reports a plan names what decided it."""

from kneewise import __version__
from kneewise.engine import ENGINE_VERSION
from kneewise.files.reading import READER_VERSION
from kneewise.observe.measure import MEASURE_VERSION

__all__ = ["in_one_line"]


def in_one_line() -> str:
    """Name the version, and those of what decides, measures and reads; the same in every language."""
    rests_on = f"rules {ENGINE_VERSION}, measuring {MEASURE_VERSION}, reading {READER_VERSION}"
    return f"kneewise {__version__} ({rests_on})"
