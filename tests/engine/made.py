"""Runners made for the tests of the engine: a history is told day by day and decided like a real one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast, decide
from kneewise.engine.assess import assess
from kneewise.engine.frame import Frame, frame_of
from kneewise.engine.knee import Knee
from kneewise.engine.phases import walk_the_days
from kneewise.engine.way import Way
from kneewise.knowledge.questions import read_questions
from kneewise.model.activity import Activity, Measured
from kneewise.model.answers import Answer, AnswerSet, Origin, Unknown
from kneewise.model.diary import (
    BesidePlan,
    Clearance,
    ExerciseLog,
    History,
    Illness,
    Move,
    PainkillerUse,
    PainLog,
    Score,
    ShoeRecord,
    Sleep,
    TestKind,
    TestResult,
    YesNo,
)
from kneewise.model.observations import Observations
from kneewise.model.places import Side
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.observe import observer
from tests.guide.made import noes

Look = Callable[[date], Observations]

START = date(2026, 3, 2)
"""A Monday, the day of the first screening."""
ASKED = frozenset(question.key for question in read_questions())


@dataclass(repr=False)
class Runner:
    """A runner's history while it is told; ``day`` counts from the first screening."""

    start: date = START
    settings: Settings = field(default_factory=Settings)
    side: Side = Side.RIGHT
    answers: list[AnswerSet] = field(default_factory=list)
    pain: list[PainLog] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    clearances: list[Clearance] = field(default_factory=list)
    painkillers: list[PainkillerUse] = field(default_factory=list)
    illnesses: list[Illness] = field(default_factory=list)
    beside_plan: list[BesidePlan] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    sleeps: list[Sleep] = field(default_factory=list)
    shoes: list[ShoeRecord] = field(default_factory=list)
    tests: list[TestResult] = field(default_factory=list)
    exercises: list[ExerciseLog] = field(default_factory=list)

    def __repr__(self) -> str:  # type: ignore[explicit-override]  # `override` is of 3.12.
        told = [f"{one.on - self.start}: {one.during, one.morning, one.limp}" for one in self.pain]
        return f"Runner({self.settings}, {told})"[:2000]

    def date(self, day: int) -> date:
        return self.start + timedelta(days=day)

    def at(self, day: int, hour: int) -> datetime:
        return datetime.combine(self.date(day), time(hour), tzinfo=UTC)

    def name(self, what: str) -> str:
        count = len(self.answers) + len(self.pain) + len(self.tests) + len(self.activities)
        count += len(self.exercises)
        return f"{what}-{count}"

    def usually(
        self, run_min: float = 40, weeks: int = 6, days: tuple[int, ...] = (0, 2, 4), **file: Any
    ) -> "Runner":
        """Files of the weeks before: a run of the same length on the same weekdays."""
        for week in range(1, weeks + 1):
            for day in days:
                self.ran(day - 7 * week, run_min, **file)
        return self

    def screened(self, day: int = 0, *, weekly: bool = False, **changes: Answer) -> "Runner":
        """Everything asked and answered no, but for the changes."""
        told: dict[str, Answer] = {**noes(knee=self.side.value), **MODERATE} if not weekly else noes()
        if weekly:
            del told["knee"]
        return self.told(day, told | changes, Origin.WEEKLY if weekly else Origin.SCREENING)

    def told(
        self, day: int, answers: Mapping[str, Answer], origin: Origin = Origin.DIARY, hour: int = 7
    ) -> "Runner":
        """Answers to questions of the catalogue."""
        assert answers.keys() <= ASKED, answers.keys() - ASKED
        self.answers.append(
            AnswerSet(
                record_id=self.name("told"),
                at=self.at(day, hour),
                on=self.date(day),
                origin=origin,
                answers=answers,
            )
        )
        return self

    def each_week(self, until: int) -> "Runner":
        """The weekly form, "none of these is new", before it runs out."""
        for day in range(6, until + 1, 6):
            self.screened(day, weekly=True)
        return self

    def ran(self, day: int, minutes: float, *, hour: int = 17, **file: Any) -> str:
        """A file; the diary is told apart."""
        return self.did(Sport.RUNNING, day, minutes, hour, **file)

    def rode(self, day: int, minutes: float, *, hour: int = 17) -> str:
        """A ride by bike."""
        return self.did(Sport.CYCLING, day, minutes, hour)

    def did(
        self,
        sport: Sport,
        day: int,
        minutes: float,
        hour: int = 17,
        *,
        wrong_clock: bool = False,
        cadence_spm: float | None = None,
        treadmill: bool = False,
        only_time: bool = False,
        all_running: bool | None = None,
    ) -> str:
        """A file of any sport; ``only_time``: it tells neither speed nor steps."""
        running_s = minutes * 60 if sport is Sport.RUNNING else None
        metres = None if treadmill or only_time else minutes * 160
        activity = Activity(
            activity_id=f"{sport.value}-{self.date(day)}-{hour}",
            start=self.at(day, hour),
            utc_offset_s=0,
            sport=sport,
            sub_sport="treadmill" if treadmill else "",
            clock_wrong=wrong_clock,
            all_running=all_running,
            measured=Measured(
                version="1",
                elapsed_s=minutes * 60,
                moving_s=minutes * 60,
                running_s=None if only_time else running_s,
                distance_m=metres,
                running_distance_m=metres if running_s else None,
                cadence_spm=cadence_spm,
                easy_pace_cadence_spm=cadence_spm,
            ),
        )
        self.activities.append(activity)
        return activity.activity_id

    def run(self, day: int, minutes: float, **felt: Any) -> "Runner":
        """A run with its diary: that evening, the next morning, and a day later where it is said."""
        self.ran(day, minutes)
        return self.felt(day, **felt)

    def felt(
        self,
        day: int,
        *,
        during: Score = 1,
        after_60min: Score = 0,
        morning: Score = 0,
        after_24h: Score = None,
        limp: YesNo = False,
        painkiller: YesNo = False,
        before: Score = 0,
        first_pain_min: float | None = None,
    ) -> "Runner":
        """The diary of a run, without its file."""
        self.log(
            day,
            19,
            about_run=True,
            before=before,
            during=during,
            after_60min=after_60min,
            limp=limp,
            painkiller=painkiller,
            first_pain_min=first_pain_min,
        )
        if morning is not None:
            self.morning(day + 1, morning)
        if after_24h is not None:
            times = {"after_24h": self.at(day + 1, 18)}
            self.log(day, 18, later=1, about_run=True, after_24h=after_24h, scored_at=times)
        return self

    def walk(
        self, day: int, *, pain: Score = 0, minutes: float = 30, morning: Score = 0, limp: YesNo = False
    ) -> "Runner":
        """A brisk walk that was tested, with its diary."""
        self.test(day, TestKind.BRISK_WALK, pain=pain, minutes=minutes)
        self.log(day, 19, about_run=True, after_60min=0, limp=limp, painkiller=False)
        return self if morning is None else self.morning(day + 1, morning)

    def morning(self, day: int, score: Score) -> "Runner":
        return self.log(day, 8, morning=score)

    def log(self, day: int, hour: int, *, later: int = 0, **said: Any) -> "Runner":
        log = PainLog(
            record_id=self.name("log"), at=self.at(day + later, hour), on=self.date(day), side=self.side
        )
        self.pain.append(replace(log, **said))
        return self

    def test(
        self,
        day: int,
        kind: TestKind,
        *,
        pain: Score = 0,
        count: int | None = None,
        minutes: float | None = None,
        hour: int = 18,
    ) -> "Runner":
        self.tests.append(
            TestResult(
                record_id=self.name("test"),
                at=self.at(day, hour),
                on=self.date(day),
                side=self.side,
                kind=kind,
                pain_0_10=pain,
                count=count,
                duration_min=minutes,
            )
        )
        return self

    def tested(self, day: int, *, pain: Score = 0, hops: int = 20, hour: int = 12) -> "Runner":
        """The tests that lead out of Calm: stairs, twenty hops, single-leg squats."""
        self.test(day, TestKind.STAIRS, pain=pain, hour=hour)
        self.test(day, TestKind.HOPS, pain=pain, count=hops, hour=hour)
        return self.test(day, TestKind.SQUATS, pain=pain, count=10, hour=hour)

    def exercise(self, day: int, name: str = "split_squat", *, hour: int = 12, **said: Any) -> "Runner":
        """A session that goes two beyond the goal and does not hurt, but for what is said otherwise."""
        done: dict[str, Any] = {"sets": 3, "repetitions": (17,), "in_reserve": 2, "during": 1, "morning": 0}
        told = done | said
        morning = told.pop("morning")
        log = ExerciseLog(
            record_id=self.name("done"), at=self.at(day, hour), on=self.date(day), exercise=name
        )
        self.exercises.append(replace(log, **told))
        return self if morning is None else self.morning(day + 1, morning)

    def cleared(self, day: int, *, may_run: bool = True, told: int | None = None) -> "Runner":
        """A clinician's word, entered on the day of the visit where nothing else is said."""
        self.clearances.append(
            Clearance(
                record_id=self.name("cleared"),
                at=self.at(day if told is None else told, 12),
                on=self.date(day),
                by="physiotherapist",
                may_run=may_run,
            )
        )
        return self

    def ill(self, day: int, until: int | None = None, *, told: int | None = None) -> "Runner":
        """Ill from a day on; told on that day where nothing else is said."""
        last = None if until is None else self.date(until)
        at = self.at(day if told is None else told, 9)
        name = self.name(f"ill-{len(self.illnesses)}")
        self.illnesses.append(Illness(record_id=name, at=at, on=self.date(day), until=last))
        return self

    def moved(self, said: int, from_day: int, to_day: int, *, hour: int = 7) -> "Runner":
        """The wish, said on a day, to have a run on another."""
        days = {"from_day": self.date(from_day), "to_day": self.date(to_day)}
        name = f"move-{len(self.moves)}"
        self.moves.append(Move(record_id=name, at=self.at(said, hour), on=self.date(said), **days))
        return self

    def said_why(self, day: int, why: str | Unknown = "it felt good") -> "Runner":
        """Why there was a run beside the plan that day."""
        told = BesidePlan(record_id=f"why-{day}", at=self.at(day, 20), on=self.date(day), why=why)
        self.beside_plan.append(told)
        return self

    @property
    def history(self) -> History:
        return History(
            settings=self.settings,
            answers=tuple(self.answers),
            pain=tuple(self.pain),
            activities=tuple(self.activities),
            clearances=tuple(self.clearances),
            painkillers=tuple(self.painkillers),
            illnesses=tuple(self.illnesses),
            beside_plan=tuple(self.beside_plan),
            moves=tuple(self.moves),
            sleeps=tuple(self.sleeps),
            shoes=tuple(self.shoes),
            tests=tuple(self.tests),
            exercises=tuple(self.exercises),
        )

    def seen(self, day: int) -> Observations:
        return observer(self.history, house_numbers().observe)(self.date(day))

    def frame(self, day: int) -> Frame:
        """What the fold of a day knows beside the diary."""
        seen, numbers = self.seen(day), house_numbers()
        return frame_of(seen, assess(seen, numbers), numbers)

    def knees(self, day: int) -> tuple[Knee, ...]:
        """How the knees stand on a day."""
        return self.way(day).knees

    def way(self, day: int) -> Way:
        """What the fold over the days has come to."""
        past = KnownPast(observer(self.history, house_numbers().observe), house_numbers())
        return walk_the_days(past, self.frame(day))

    def decided(self, day: int) -> Decision:
        return decided(self.history, self.date(day))


MODERATE: Mapping[str, Answer] = {
    "places": ("behind_kneecap",),
    "hurts_stairs_down": True,
    "pain_this_morning": 0,
    "pain_before_last_run": 0,
    "pain_during_last_run": 4,
    "pain_60min_after_last_run": 1,
    "pain_morning_after_last_run": 0,
}
"""Front of the knee, stairs, 4 of 10 during, settled by morning."""


def decided(history: History, on: date) -> Decision:
    """Decide a day as the program does."""
    return decided_by(observer(history, house_numbers().observe), on)


def decided_by(look: Look, on: date, past: KnownPast | None = None) -> Decision:
    """Decide a day by what is seen of each, from a past where there is one."""
    return decide(look, on=on, numbers=house_numbers(), knowledge_hash="for tests", past=past)


def with_cadence(runner: Runner, spm: float = 160.0) -> Runner:
    """Every file tells so many steps a minute at the easy pace."""
    runner.activities = [
        replace(one, measured=replace(one.measured, easy_pace_cadence_spm=spm)) for one in runner.activities
    ]
    return runner


def did_twice(runner: Runner, sport: Sport, day: int, minutes: float) -> Runner:
    """Two sessions on one day, each told."""
    for hour in (9, 17):
        name = runner.did(sport, day, minutes, hour)
        runner.log(
            day,
            hour + 2,
            about_run=True,
            activity_id=name,
            before=0,
            during=1,
            after_60min=0,
            limp=False,
            painkiller=False,
        )
    return runner.morning(day + 1, 0)


def sore_runner(**changes: Answer) -> Runner:
    """Forty minutes three times a week, and a knee that is moderately stirred up."""
    return Runner().usually().screened(0, weekly=False, **changes)


def calm_week(runner: Runner, minutes: float = 28) -> Runner:
    """A first week that leads out of Calm on the ninth day: green runs, walks, tests."""
    runner.run(1, minutes).run(3, minutes).run(5, minutes)
    return runner.walk(7).run(8, minutes).morning(10, 0).tested(8).each_week(8)


def out_of_calm() -> Runner:
    """A runner whose calm week ended well."""
    return calm_week(sore_runner())
