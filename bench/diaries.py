"""Makes histories in memory: files before the plan, then 26 weeks of a diary with a score each morning.

Each kind is told by what goes wrong or is done besides, and when; chance, seeded by the number of the runner,
does the rest. What is told does not follow the plan: a history is the same whatever the engine makes of it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from kneewise.app.numbers import house_numbers
from kneewise.model.activity import Activity, Measured
from kneewise.model.answers import Answer, AnswerSet, Origin
from kneewise.model.bands import HeartBand
from kneewise.model.diary import (
    Clearance,
    ExerciseLog,
    History,
    Illness,
    Move,
    PainkillerUse,
    PainLog,
    Sleep,
    TestKind,
    TestResult,
)
from kneewise.model.places import Side
from kneewise.model.runner import LoadChoice, Settings
from kneewise.model.sport import Sport

if TYPE_CHECKING:
    from collections.abc import Mapping

START: Final = date(2026, 3, 2)
DAYS: Final = 26 * 7
WEEKS_BEFORE: Final = 6
KINDS: Final = (
    "smooth",
    "ambers",
    "reds",
    "gaps",
    "two knees",
    "flags",
    "strength",
    "moves",
    "ill",
    "goal",
    "race",
    "swaps",
)
CHOSEN: Final[Mapping[str, Settings]] = {
    "goal": Settings(goal_week_min=150.0, has_weights=True),
    "race": Settings(race_on=START + timedelta(days=DAYS + 60), race_km=21.1),
    "swaps": Settings(load_choice=LoadChoice.SWAP, has_bike=True, has_pool=True),
}
EXERCISES: Final = ("split_squat", "step_down", "calf_raise", "side_lying_abduction", "bridge")
GAPS: Final = ((40, 51), (80, 97), (130, 162))


@dataclass(kw_only=True)
class _Told:
    """What one runner has told so far."""

    chance: random.Random
    kind: str
    answers: list[AnswerSet] = field(default_factory=list)
    pain: list[PainLog] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    clearances: list[Clearance] = field(default_factory=list)
    tests: list[TestResult] = field(default_factory=list)
    exercises: list[ExerciseLog] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    illnesses: list[Illness] = field(default_factory=list)
    painkillers: list[PainkillerUse] = field(default_factory=list)
    sleeps: list[Sleep] = field(default_factory=list)


def make_history(number: int, *, days: int = DAYS) -> History:
    """Make the history of one runner; its kind goes by its number."""
    told = _Told(chance=random.Random(number), kind=KINDS[number % len(KINDS)])
    usual_min = told.chance.choice([30.0, 40.0, 50.0])
    weekdays = told.chance.choice([(0, 2, 5), (0, 2, 4, 6)])
    for day in range(-7 * WEEKS_BEFORE, days):
        runs = day % 7 in weekdays and (day < 0 or (day > 0 and not _is_off(told.kind, day)))
        if runs:
            _run(told, day, usual_min if day < 0 else usual_min * (0.7 + min(day / 300, 0.3)))
        if day >= 0:
            _tell(told, day, ran=runs)
            _tell_besides(told, day)
    return History(
        settings=CHOSEN.get(told.kind, Settings()),
        **{name: tuple(rows) for name, rows in vars(told).items() if isinstance(rows, list)},
    )


def _is_off(kind: str, day: int) -> bool:
    """Whether there is a gap, or an illness, that day."""
    gap = kind == "gaps" and any(first <= day < last for first, last in GAPS)
    return gap or (kind == "ill" and day % 60 in range(30, 35))


def _at(day: int, hour: int) -> datetime:
    return datetime.combine(START + timedelta(days=day), time(hour), UTC)


def _tell(told: _Told, day: int, *, ran: bool) -> None:
    """Tell one day of the plan: the form, the morning, the evening of a run, what leads out of Calm."""
    if day % 6 == 0:
        _answer(told, day, Origin.WEEKLY if day else Origin.SCREENING, _answers(told, day))
    if told.kind == "flags" and day in {45, 110}:
        _answer(told, day, Origin.DIARY, {"swelling": True}, hour=13)
    if told.kind == "flags" and day in {51, 116}:
        at = _at(day, 12)
        told.clearances.append(Clearance(record_id=f"c{day}", at=at, on=at.date(), by="doctor", may_run=True))
    for side in _sides(told, day):
        worse = _worse(told.kind, day)
        _log(told, day, 8, side, morning=told.chance.choice([0, 0, 0, 1]) + 3 * (worse == "red"))
        if ran:
            during = 4 if worse == "amber" else told.chance.choice([0, 1, 2])
            said = {"before": 0, "during": during, "after_60min": 0, "limp": False, "painkiller": False}
            _log(told, day, 20, side, about_run=True, **said)
        if day % 7 == 1:
            _test(told, day, side)
            _log(told, day, 20, side, about_run=True, after_60min=0, limp=False, painkiller=False)


def _tell_besides(told: _Told, day: int) -> None:
    """Tell what belongs to one kind of runner alone."""
    match told.kind:
        case "strength":
            _train(told, day)
        case "moves" if day % 7 == 3:  # noqa: PLR2004 - Thursdays.
            _move(told, day)
        case "ill" if day % 60 == 30:  # noqa: PLR2004 - three times.
            at = _at(day, 9)
            until = at.date() + timedelta(days=4)
            told.illnesses.append(Illness(record_id=f"i{day}", at=at, on=at.date(), until=until))
            told.painkillers.append(PainkillerUse(record_id=f"k{day}", at=at, on=at.date()))
        case "goal":
            at = _at(day, 7)
            quality = told.chance.choice([4, 6, 8])
            told.sleeps.append(
                Sleep(record_id=f"s{day}", at=at, on=at.date(), hours=7.0, quality_0_10=quality)
            )
        case "swaps" if day % 7 in {1, 4}:
            _ride(told, day)


def _train(told: _Told, day: int) -> None:
    """Log five exercises on most days of the week, each with its scores."""
    if day % 2:
        return
    at = _at(day, 18)
    for name in EXERCISES:
        told.exercises.append(
            ExerciseLog(
                record_id=f"e{day}-{name}",
                at=at,
                on=at.date(),
                exercise=name,
                side=Side.RIGHT if day % 4 else None,
                sets=3,
                repetitions=(told.chance.choice([12, 17, 18]),),
                in_reserve=told.chance.choice([1, 3]),
                during=told.chance.choice([0, 1, 2, 2, 5]),
            )
        )


def _move(told: _Told, day: int) -> None:
    at = _at(day, 9)
    to_day = at.date() + timedelta(days=told.chance.choice([1, 2, 3]))
    told.moves.append(
        Move(record_id=f"m{day}", at=at, on=at.date(), from_day=at.date() + timedelta(days=2), to_day=to_day)
    )


def _worse(kind: str, day: int) -> str:
    """Say what goes wrong that day."""
    if kind == "ambers" and day % 17 in {3, 4}:
        return "amber"
    return "red" if kind == "reds" and day % 50 in {24, 25, 31} else ""


def _sides(told: _Told, day: int) -> tuple[Side, ...]:
    return tuple(Side) if told.kind == "two knees" and day > 35 else (Side.RIGHT,)  # noqa: PLR2004 - week 5.


def _answers(told: _Told, day: int) -> dict[str, Answer]:
    catalogue = house_numbers().red_flags.catalogue
    noes: dict[str, Answer] = {one.key: False for one in catalogue.required if one.key in catalogue.yes_no}
    if day:
        return noes
    who: dict[str, Answer] = {"age_years": 34, "knee": "right", "places": ("behind_kneecap",)}
    scores = {"pain_before_last_run": 0, "pain_during_last_run": told.chance.choice([2, 4])}
    after = {"pain_60min_after_last_run": 1, "pain_morning_after_last_run": 0, "pain_this_morning": 0}
    return noes | who | scores | after


def _answer(told: _Told, day: int, origin: Origin, said: dict[str, Answer], *, hour: int = 7) -> None:
    at = _at(day, hour)
    told.answers.append(
        AnswerSet(record_id=f"a{day}-{hour}", at=at, on=at.date(), origin=origin, answers=said)
    )


def _log(told: _Told, day: int, hour: int, side: Side, **said: Any) -> None:  # noqa: ANN401 - of each kind.
    at = _at(day, hour)
    log = PainLog(record_id=f"p{len(told.pain)}", at=at, on=at.date(), side=side)
    told.pain.append(replace(log, **said))


def _test(told: _Told, day: int, side: Side) -> None:
    kinds = (
        (TestKind.STAIRS, None, None),
        (TestKind.HOPS, 20, None),
        (TestKind.SQUATS, 10, None),
        (TestKind.BRISK_WALK, None, 30.0),
    )
    at = _at(day, 18)
    for kind, count, minutes in kinds:
        told.tests.append(
            TestResult(
                record_id=f"t{day}-{side}-{kind}",
                at=at,
                on=at.date(),
                side=side,
                kind=kind,
                pain_0_10=0,
                count=count,
                duration_min=minutes,
            )
        )


def _run(told: _Told, day: int, minutes: float) -> None:
    seconds = minutes * 60
    measured = Measured(
        version="bench",
        elapsed_s=seconds,
        moving_s=seconds,
        running_s=seconds,
        distance_m=minutes * 160,
        running_distance_m=minutes * 160,
        cadence_spm=164.0,
        easy_pace_cadence_spm=162.0,
        speed_m_s=2.7,
        heart_rate_bpm=140.0,
        by_heart_rate=(HeartBand(140.0, seconds),),
    )
    _session(told, day, Sport.RUNNING, measured)


def _ride(told: _Told, day: int) -> None:
    by_heart_rate = (HeartBand(130.0, 2400.0),)
    measured = Measured(version="bench", elapsed_s=2400.0, moving_s=2400.0, by_heart_rate=by_heart_rate)
    _session(told, day, Sport.CYCLING, measured)


def _session(told: _Told, day: int, sport: Sport, measured: Measured) -> None:
    shoe = f"pair {max(day, 0) // 90}" if sport is Sport.RUNNING else ""
    told.activities.append(
        Activity(
            activity_id=f"{sport}-{day}",
            start=_at(day, 17),
            utc_offset_s=0,
            sport=sport,
            shoe=shoe,
            measured=measured,
        )
    )
