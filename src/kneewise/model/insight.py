"""Questions a runner asks of the own diary, and what the diary answers: what went with what, never why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kneewise.model.diary import WeekCheck
from kneewise.model.outcome import WeekSeen
from kneewise.model.places import Side


class Asked(StrEnum):
    """What pain may go with; each is more of something, or one of two kinds."""

    DESCENT = "descent"
    PACE = "pace"
    CADENCE = "cadence"
    SURFACE = "surface"
    SHOE = "shoe"
    DAY_BEFORE = "day_before"
    SLEEP_HOURS = "sleep_hours"
    SLEEP_QUALITY = "sleep_quality"
    LONGEST = "longest"
    FIRST_PAIN = "first_pain"

    @property
    def is_either(self) -> bool:
        """Whether there are two kinds of runs, and not more or less of something."""
        return self in {Asked.SURFACE, Asked.SHOE, Asked.DAY_BEFORE}


class Lag(StrEnum):
    """The score that it could go with."""

    DURING = "during"
    AFTER_60MIN = "after_60min"
    MORNING = "morning"


class Verdict(StrEnum):
    """What the diary says to one question."""

    MORE_PAIN = "more_pain"
    LESS_PAIN = "less_pain"
    NOT_TOLD_APART = "not_told_apart"
    NOT_ENOUGH = "not_enough"
    NOTHING_TO_COMPARE = "nothing_to_compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One run: how much of what is asked about, and the score.

    Attributes:
        before_0_10: How sore the knee was when it began; only runs that began alike are compared.
        counts: Not after a painkiller; such a run is shown and not compared.
    """

    on: date
    amount: float
    score_0_10: int
    before_0_10: int | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Runs near one another that began alike, two and two, that differ in what is asked about.

    Attributes:
        more: Pairs in which the run with more of it hurt more; ``less`` those in which it hurt less.
        same: Pairs in which both hurt alike.
    """

    more: int
    less: int
    same: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.more + self.less + self.same


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How far pain went with it: -1 always less, 0 as often less as more, 1 always more.

    Attributes:
        low: Where its interval begins; ``high`` where it ends.
        p_value: How often chance alone would sort the scores at least so far to one side, twice.
    """

    value: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Runs that say nothing here, each counted under the first reason that fits."""

    ill: int = 0
    painkiller: int = 0
    no_score: int = 0
    no_amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """One question to one knee, and its answer.

    Attributes:
        subject: The pair of shoes that is asked about; empty for every other question.
        runs: Those that say something.
        runs_more: About so many more are needed; ``None`` where there are enough, or nobody can say.
        strength: ``None`` until there are enough.
    """

    asked: Asked
    subject: str
    side: Side
    lag: Lag
    verdict: Verdict
    runs: int
    runs_more: int | None
    pairs: Pairs
    strength: Strength | None
    left_out: LeftOut
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """Every question on one day.

    Attributes:
        since: The first day that is looked at.
        false_percent: Of what is said to have gone together so much is wrong in the long run, at most.
        interval_percent: How often an interval holds what it is about.
        asked_at_once: Questions that had enough runs; they share the rate.
        weeks: How the last weeks went, the newest first.
        checks: The four questions of the week, as they were answered since then, the newest first.
        check_due: Whether they can be answered again.
    """

    on: date
    since: date
    false_percent: float
    interval_percent: float
    asked_at_once: int
    answers: tuple[Insight, ...]
    weeks: tuple[WeekSeen, ...] = ()
    checks: tuple[WeekCheck, ...] = ()
    check_due: bool = False
