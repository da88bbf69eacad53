"""What a virtual runner writes down for Kneewise: files of runs, scores, tests, answers and clearances."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from kneewise.knowledge import read_questions
from kneewise.model.activity import Activity, Measured
from kneewise.model.answers import Answer, AnswerSet, Origin, QuestionKind
from kneewise.model.diary import Clearance, History, PainLog, TestKind, TestResult
from kneewise.model.places import Side
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.virtual_runners.season import Told

START: Final = date(2026, 3, 2)
"""The first day, a Monday."""
METRES_A_MINUTE: Final = 160.0
CLEARED_H, FORM_H, MORNING_H, TESTS_H, RUN_H, DAY_AFTER_H, EVENING_H = 6, 7, 8, 15, 16, 18, 21
"""Hours at which things are done and told."""
SIDE: Final = Side.RIGHT
COUNTS: Final = {TestKind.STAIRS: None, TestKind.SQUATS: 10, TestKind.HOPS: 20}


def day_of(number: int) -> date:
    """Give the date of a day of the season."""
    return START + timedelta(days=number)


@cache
def noes() -> Mapping[str, Answer]:
    """Answer no to every question that takes a no and is put to everyone: none of these is new."""
    asked = (one for one in read_questions() if one.kind is QuestionKind.YES_NO and not one.only_if)
    return {one.key: False for one in asked}


@dataclass(slots=True)
class Diary:
    """Everything that one runner has told so far."""

    answers: list[AnswerSet] = field(default_factory=list)
    pain: list[PainLog] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    clearances: list[Clearance] = field(default_factory=list)
    tests: list[TestResult] = field(default_factory=list)

    def history(self) -> History:
        """Hand it over as the store would."""
        return History(
            settings=Settings(),
            answers=tuple(self.answers),
            pain=tuple(self.pain),
            activities=tuple(self.activities),
            clearances=tuple(self.clearances),
            tests=tuple(self.tests),
        )

    def answer(self, day: int, origin: Origin, answers: Mapping[str, Answer]) -> None:
        """Fill in a screening or a weekly form."""
        name, at = f"told-{day}", _at(day, FORM_H)
        self.answers.append(AnswerSet(record_id=name, at=at, on=day_of(day), origin=origin, answers=answers))

    def clear(self, day: int) -> None:
        """Tell that a clinician said yes."""
        name, at, on = f"cleared-{day}", _at(day, CLEARED_H), day_of(day)
        self.clearances.append(Clearance(record_id=name, at=at, on=on, by="physiotherapist", may_run=True))

    def morning(self, day: int, score_0_10: int) -> None:
        """Tell the score of a morning."""
        name, at = f"morning-{day}", _at(day, MORNING_H)
        self.pain.append(PainLog(record_id=name, at=at, on=day_of(day), side=SIDE, morning=score_0_10))

    def day_after(self, day: int, score_0_10: int) -> None:
        """Tell the score a day after the run of a day."""
        name, at = f"day-after-{day}", _at(day + 1, DAY_AFTER_H)
        self.pain.append(
            PainLog(
                record_id=name,
                at=at,
                on=day_of(day),
                side=SIDE,
                about_run=True,
                after_24h=score_0_10,
                scored_at={"after_24h": at},
            )
        )

    def evening(self, day: int, told: Told) -> None:
        """Tell the tests of a day, and its run or walk."""
        for kind, count in COUNTS.items():
            score = getattr(told, kind.value)
            if score is not None:
                self._test(day, kind, score, count=count)
        if told.during is None:
            return
        ran = told.did.run_min > 0
        if ran:
            self.run(day, told.did.run_min, told.did.walk_min)
        else:
            self._test(day, TestKind.BRISK_WALK, told.during, minutes=told.did.walk_min)
        self.pain.append(
            PainLog(
                record_id=f"evening-{day}",
                at=_at(day, EVENING_H),
                on=day_of(day),
                side=SIDE,
                about_run=True,
                before=told.before,
                during=told.during if ran else None,
                after_60min=told.after_60min,
                limp=told.limp,
                painkiller=False,
            )
        )

    def run(self, day: int, run_min: float, walk_min: float = 0.0) -> None:
        """Bring in the file of a run."""
        whole_s, running_s, running_m = 60 * (run_min + walk_min), 60 * run_min, METRES_A_MINUTE * run_min
        measured = Measured(
            version="",
            elapsed_s=whole_s,
            moving_s=whole_s,
            running_s=running_s,
            distance_m=running_m,
            running_distance_m=running_m,
        )
        self.activities.append(
            Activity(
                activity_id=f"run-{day}",
                start=_at(day, RUN_H),
                utc_offset_s=0,
                sport=Sport.RUNNING,
                measured=measured,
            )
        )

    def _test(
        self, day: int, kind: TestKind, score: int, *, count: int | None = None, minutes: float | None = None
    ) -> None:
        name, at = f"{kind.value}-{day}", _at(day, TESTS_H)
        self.tests.append(
            TestResult(
                record_id=name,
                at=at,
                on=day_of(day),
                side=SIDE,
                kind=kind,
                pain_0_10=score,
                count=count,
                duration_min=minutes,
            )
        )


def _at(day: int, hour: int) -> datetime:
    return datetime.combine(day_of(day), time(hour), tzinfo=UTC)
