"""Questions, and answers that may be "I don't know"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Final


class Unknown(Enum):
    """Asked, and not known. Never the same as not asked, and never reassuring."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

Answer = bool | int | float | str | date | tuple[str, ...] | Unknown


class QuestionKind(StrEnum):
    """What an answer may be; each may also be ``"unknown"``, or left out."""

    YES_NO = "yes_no"
    SCORE = "score"
    COUNT = "count"
    AMOUNT = "amount"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the screening; its words live in ``present``.

    Attributes:
        key: The answer's key in an answers file.
        asked: The list it belongs to: ``emergency``, ``same_day``, ``within_days``, ``bone``,
            ``history``, ``who``, ``where``, ``when``, ``provokes``, ``load`` ...
        required: Whether running waits for its answer.
        weekly: Whether a "no" is good for seven days only.
        low: Least and ``high`` greatest number allowed, both included.
        only_if: Another key that must be answered yes before this one is put to a person.
        tells_apart: Whether it only tells patterns apart, and comes in the order of what it would tell.
    """

    key: str
    kind: QuestionKind
    asked: str
    required: bool = False
    weekly: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    only_if: str = ""
    tells_apart: bool = False


Told = bool | int | float | str
"""One answer as a file gives it: of a list one choice, a day as it is written, ``"unknown"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """Which answers running waits for.

    Attributes:
        always: Those that it waits for whatever else was answered.
        told_by_runs: Those of them that imported runs give by themselves.
        after: By the key of any other, the answers after which it is waited for, by the keys of theirs.
    """

    always: frozenset[str]
    told_by_runs: frozenset[str]
    after: Mapping[str, Mapping[str, tuple[Told, ...]]]


class Origin(StrEnum):
    """How answers came in."""

    SCREENING = "screening"
    WEEKLY = "weekly"
    DIARY = "diary"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSet:
    """Answers given at one time; a key that is absent was not asked.

    Attributes:
        at: The instant, aware; its offset is the runner's at that time.
        on: The local day they speak of.
        answered_at: The instant, aware, from which an answer that was corrected later is heard as well.
    """

    record_id: str
    at: datetime
    on: date
    origin: Origin
    answers: Mapping[str, Answer]
    answered_at: Mapping[str, datetime] | None = None


def number_of(answer: Answer | None) -> float | None:
    """Give an answer that is a number, else ``None``; a yes is none."""
    return float(answer) if isinstance(answer, int | float) and not isinstance(answer, bool) else None


def score_of(answer: Answer | None) -> int | None:
    """Give an answer that is a whole number, such as a score, else ``None``; a yes is none."""
    return answer if isinstance(answer, int) and not isinstance(answer, bool) else None
