"""What came of one offered file."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kneewise.model.errors import Problem
from kneewise.model.recording import Recording


class Kind(StrEnum):
    """What a file is by its content, whatever it is called."""

    FIT = "fit"
    TCX = "tcx"
    GPX = "gpx"
    GZIP = "gzip"
    ZIP = "zip"
    APPLE_HEALTH = "apple_health"
    MAP = "map"
    WEB_PAGE = "web_page"
    DOCUMENT = "document"
    PICTURE = "picture"
    TABLE = "table"
    GARMIN_LIST = "garmin_list"
    GARMIN_SLEEP = "garmin_sleep"
    XML = "xml"
    EMPTY = "empty"
    OTHER = "other"


class Verdict(StrEnum):
    """What the ledger says of a file, before duplicates are looked for."""

    ACTIVITY = "activity"
    NOT_AN_ACTIVITY = "not_an_activity"
    REFUSED = "refused"


READER_VERSION = "3"
"""Raised whenever a file that was refused may be read; those that are kept are then tried again."""

NIGHTS_VERSION = "1"
"""Raised whenever a night can come out differently; stored ones are then read anew from their originals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """How long was slept in the night that ended on a day.

    Attributes:
        ended_at: UTC.
        hours: Asleep, without lying awake.
    """

    on: date
    ended_at: datetime
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from one file.

    Attributes:
        recordings: Its activities; several where it holds several sports or chained files.
        reason: A code that ``present`` has a sentence for. Never empty unless the file is a faultless
            activity; with an activity it says in what way it was recovered.
        problems: Everything odd or damaged, in the order of the file.
        nights: What it tells of sleep; such a file is no activity.
    """

    kind: Kind
    verdict: Verdict
    recordings: tuple[Recording, ...] = ()
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    nights: tuple[Night, ...] = ()


MAY_BE_READ_LATER = frozenset(
    {
        "damaged",
        "date_unclear",
        "gzip_damaged",
        "no_length",
        "not_fit",
        "not_what_it_says",
        "packed_twice",
    }
)
"""Why a file is refused that a later version may read, so that it is kept; a web page never becomes a run."""


class UnreadableError(Exception):
    """Nothing of a file can be used; caught by the readers' door and turned into a refused reading."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".rstrip())
        self.reason = reason
        self.detail = detail


def refused(kind: Kind, reason: str, detail: str = "") -> Reading:
    """Make the reading of a file that nothing could be taken from."""
    problem = Problem(code=reason, detail=detail)
    return Reading(kind=kind, verdict=Verdict.REFUSED, reason=reason, problems=(problem,))


def not_an_activity(kind: Kind, reason: str) -> Reading:
    """Make the reading of a file that is well and holds no activity."""
    return Reading(kind=kind, verdict=Verdict.NOT_AN_ACTIVITY, reason=reason)
