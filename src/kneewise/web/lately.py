"""What was written down a moment ago: the page that follows says what became of it, and what it did."""

from collections import OrderedDict
from typing import Final

from kneewise.app import log
from kneewise.web.pages.kept import Kept
from kneewise.web.visit import Visit

MOST: Final = 8

LATELY: Final[OrderedDict[str, Kept]] = OrderedDict()
"""By the name of the record; in this process alone, and nowhere once it ends."""


def remember(record_id: str, kept: Kept | None) -> str:
    """Keep in mind what is to be said of a record, unless it was said already; give its name."""
    if kept is not None:
        LATELY[record_id] = kept
        LATELY.move_to_end(record_id)
        while len(LATELY) > MOST:
            LATELY.popitem(last=False)
    return record_id


def recall(visit: Visit, record_id: str) -> Kept | None:
    """Give what is to be said of a record, as long as it stands as it was left, or is as gone."""
    kept = LATELY.get(record_id)
    if kept is None:
        return None
    stands = any(line.record_id == record_id for line in log.lines(visit.runner))
    return kept if kept.stands is stands else None


def forget() -> None:
    """Let go of everything: the home that it is of was erased."""
    LATELY.clear()
