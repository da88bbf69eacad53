"""Histories that Hypothesis makes: some weeks of runs, walks, mornings, tests, signs and clearances."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck
from hypothesis import settings as tries
from hypothesis import strategies as st

from kneewise.app.numbers import house_numbers
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import Score
from kneewise.model.plan import Phase, Plan, SessionKind
from kneewise.model.runner import GrowthPace, LoadChoice, Settings
from tests.engine.made import Runner, with_cadence

LAST_DAY = 40
TIMES = int(os.environ.get("KNEEWISE_LAWS_TIMES", "1"))
"""How many times the examples of CI a law is tried with; `make laws` names more."""


def tried(examples: int) -> tries:
    """Try so many histories, and as many times more as were asked for."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return tries(max_examples=examples * TIMES, deadline=None, suppress_health_check=slow)


scores: st.SearchStrategy[Score] = st.one_of(
    st.sampled_from([0, 0, 1, 1, 2, 2, 3]), st.integers(0, 10), st.just(UNKNOWN), st.none()
)
yes_no = st.sampled_from([False, False, False, False, True, UNKNOWN, None])
signs = st.sampled_from(
    ["night_pain", "swelling", "giving_way", "locked_knee", "calf_pain", "bone_tenderness"]
)


@dataclass(frozen=True)
class Event:
    """One thing that happens on one day."""

    day: int
    kind: str
    minutes: float = 0.0
    said: tuple[tuple[str, Any], ...] = ()


@st.composite
def good_runs(draw: st.DrawFn, day: int) -> Event:
    """A run that mostly goes well."""
    during = draw(st.sampled_from([0, 1, 2]))
    said = {"during": during, "after_60min": 0, "morning": draw(st.sampled_from([0, 0, 1]))}
    return Event(day, "run", draw(st.sampled_from([8.0, 15.0, 20.0, 28.0, 31.0, 45.0])), tuple(said.items()))


@st.composite
def any_runs(draw: st.DrawFn, day: int) -> Event:
    """A run with any answers at all."""
    keys = ("during", "after_60min", "morning", "after_24h", "before")
    said: dict[str, Any] = {key: draw(scores) for key in keys}
    said |= {"limp": draw(yes_no), "painkiller": draw(yes_no)}
    return Event(day, "run", draw(st.floats(1, 120)), tuple(said.items()))


@st.composite
def exercises(draw: st.DrawFn, day: int) -> tuple[Event, ...]:
    """A session of exercises, which mostly earns something harder, or is harder than the programme."""
    others = st.sampled_from(["step_down", "rear_foot_split_squat", "low_step_up", "calf_raise"])
    chosen = ["split_squat", *draw(st.lists(others, max_size=2, unique=True))]
    good = draw(st.sampled_from([True, True, True, True, False]))
    told: list[Event] = []
    for name in chosen:
        during = draw(st.sampled_from([0, 1, 2])) if good else draw(scores)
        said = {"name": name, "during": during, "repetitions": (draw(st.sampled_from([17, 17, 18, 12])),)}
        told.append(Event(day, "exercise", said=tuple(said.items())))
    return (*told, Event(day + 1, "morning", said=(("morning", 0 if good else draw(scores)),)))


@st.composite
def events(draw: st.DrawFn) -> tuple[Event, ...]:
    """What happens day by day; a calm week that goes well is likely, so that later phases are reached."""
    told: list[Event] = []
    if draw(st.booleans()):
        told += [Event(day, "run", 28.0) for day in (1, 3, 5)]
        told += [Event(7, "walk"), Event(7, "tested")]
    trains = draw(st.booleans())
    if trains:
        told += [*draw(exercises(3)), *draw(exercises(5))]
    first = 9 if told else 0
    for day in range(first, draw(st.integers(first, LAST_DAY)) + 1):
        kind = draw(
            st.sampled_from(["good", "rest", "rest", "any", "walk", "tested", "sign", "cleared", "ill"])
        )
        match kind:
            case "good":
                told.append(draw(good_runs(day)))
            case "any":
                told.append(draw(any_runs(day)))
            case "sign" if draw(st.integers(0, 4)) == 0:
                told.append(
                    Event(day, "sign", said=((draw(signs), draw(st.sampled_from([True, False, UNKNOWN]))),))
                )
            case "rest" | "sign":
                told.append(Event(day, "morning", said=(("morning", draw(scores)),)))
            case _:
                told.append(Event(day, kind))
        if trains and day % 2:
            told += draw(exercises(day))
    return tuple(told)


settings = st.builds(
    Settings,
    running_days=st.sampled_from([(0, 1, 2, 3, 4, 5, 6), (1, 3, 5, 6), (0, 2)]),
    load_choice=st.sampled_from(LoadChoice),
    growth_pace=st.sampled_from(GrowthPace),
    has_bike=st.booleans(),
    goal_week_min=st.sampled_from([None, None, None, 60.0, 200.0]),
)


KNEES: tuple[Mapping[str, Any], ...] = (
    {},
    {
        "places": ("below_kneecap",),
        "warms_up": True,
        "hurts_hop": True,
        "hurts_stairs_down": False,
        "high_arches": True,
    },
    {"places": ("outer_above",), "starts_at_same_distance": True, "age_years": 30, "first_pain_min": 20},
)
"""What the screening says of the knee: it is behind the kneecap, at a tendon, or at the outer band."""


TOLD: Mapping[str, Callable[[Runner, Event], object]] = {
    "run": lambda runner, event: runner.run(event.day, event.minutes, **dict(event.said)),
    "walk": lambda runner, event: runner.walk(event.day),
    "tested": lambda runner, event: runner.tested(event.day),
    "sign": lambda runner, event: runner.told(event.day, dict(event.said), hour=13),
    "cleared": lambda runner, event: runner.cleared(event.day),
    "ill": lambda runner, event: runner.ill(event.day, event.day + 2),
    "exercise": lambda runner, event: runner.exercise(event.day, **dict(event.said), morning=None),
    "morning": lambda runner, event: runner.morning(event.day, dict(event.said)["morning"]),
}


def lie_apart(plan: Plan, built_on: date, *, mild: bool = True) -> bool:
    """Whether a day lies between all runs of a plan; after green weeks of Build two may be neighbours.

    Args:
        plan: Seven days.
        built_on: The first day on which Build may have begun.
        mild: The knee may have been only mildly stirred up, which asks for fewer such weeks.
    """
    numbers = house_numbers().engine
    weeks = numbers.neighbour_weeks_mild if mild else numbers.neighbour_weeks
    grown = plan.phase in {Phase.BUILD, Phase.MAINTAIN} and (plan.on - built_on).days >= 7 * weeks.value
    runs = {session.on for session in plan.sessions if session.kind is SessionKind.RUN}
    row = range(1, 3 if grown else 2)
    return not any(all(run + timedelta(days=each) in runs for each in row) for run in runs)


def tell(
    happened: tuple[Event, ...],
    chosen: Settings,
    *,
    run_min: float = 40,
    weekly: bool = True,
    steps: bool = False,
    knee: Mapping[str, Any] = KNEES[0],
) -> Runner:
    """Tell it to a runner who was screened on the first day; with steps counted, cadence is a change, too."""
    runner = Runner(settings=chosen).usually(run_min).screened(**knee)
    if weekly:
        runner.each_week(LAST_DAY)
    for event in happened:
        TOLD[event.kind](runner, event)
    return with_cadence(runner) if steps else runner


@st.composite
def runners(draw: st.DrawFn) -> tuple[Runner, int]:
    """A runner and a day to look at."""
    happened = draw(events())
    last = max((event.day for event in happened), default=0)
    run_min = draw(st.sampled_from([15.0, 25.0, 40.0, 90.0]))
    weekly = draw(st.sampled_from([True, True, False]))
    runner = tell(
        happened,
        draw(settings),
        run_min=run_min,
        weekly=weekly,
        steps=draw(st.booleans()),
        knee=draw(st.sampled_from(KNEES)),
    )
    return runner, draw(st.integers(0, last + 3))


@st.composite
def trained(draw: st.DrawFn) -> Runner:
    """A runner whose calm week ended well, who goes on running, and who trains every other day."""
    told = [Event(day, "run", 28.0) for day in (1, 3, 5, 8)]
    told += [Event(7, "walk"), Event(7, "tested"), Event(8, "tested")]
    told += [Event(day, "run", 28.0) for day in range(11, LAST_DAY, draw(st.sampled_from([2, 3])))]
    for day in range(1, LAST_DAY, 2):
        told += draw(exercises(day))
    run_min = draw(st.sampled_from([28.0, 30.0, 40.0]))
    steps, knee = draw(st.booleans()), draw(st.sampled_from(KNEES))
    return tell(tuple(told), draw(settings), run_min=run_min, steps=steps, knee=knee)
