"""The laws of the rules, over histories that nobody thought of."""

import math
import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kneewise.app.numbers import house_numbers
from kneewise.engine import gate
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import History
from kneewise.model.findings import Colour, Course, Urgency
from kneewise.model.observations import ExerciseEntry, Observations
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind, Decision, Phase, Plan, Session, SessionKind
from tests.engine.made import Runner, decided
from tests.properties.frictions import is_known, is_known_of_unknown
from tests.properties.histories import (
    LAST_DAY,
    Event,
    events,
    lie_apart,
    runners,
    settings,
    tell,
    trained,
    tried,
)

some = tried(200)

ORDER = (Phase.TRIAGE, Phase.CALM, Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN)


def minutes(plan: Plan) -> float:
    return sum(session.running_min for session in plan.sessions)


def permits(plan: Plan) -> tuple[bool, int, float, bool, bool]:
    hills = any(session.hills for session in plan.sessions)
    speed = any(session.speed for session in plan.sessions)
    return plan.may_run, ORDER.index(plan.phase), minutes(plan), hills, speed


def permits_no_more(plan: Plan, than: Plan) -> bool:
    if not plan.may_run:
        return True
    phase, other = ORDER.index(plan.phase), ORDER.index(than.phase)
    if phase < other:
        return than.may_run or walks(than) or is_open(than)
    return than.may_run and phase == other and minutes(plan) <= minutes(than)


def fills_the_week_better(plan: Plan, than: Plan) -> bool:
    """Shorter runs, and those that no ride takes the place of, come nearer to a cap that is no higher."""
    caps, other = plan.caps, than.caps
    run_min, other_min = caps.run_min or 0, other.run_min or 0
    shorter = run_min < other_min or (run_min == other_min and swaps(than) and not swaps(plan))
    within = (caps.week_min or 0) <= (other.week_min or 0) and minutes(plan) <= (caps.week_min or 0)
    return than.may_run and plan.phase is than.phase and shorter and within


def swaps(plan: Plan) -> bool:
    return any(session.kind in {SessionKind.BIKE, SessionKind.POOL} for session in plan.sessions)


def walks(plan: Plan) -> bool:
    """A week whose runs a gap has made walks: the stage is further all the same."""
    return any(session.kind is SessionKind.WALK for session in plan.sessions)


def is_open(plan: Plan) -> bool:
    """A week that what was run already fills, rather than one in which running is out."""
    return not plan.urgency.stops_running and not plan.ask


@some
@given(runners())
def test_law_1_a_flag_leaves_nothing_but_what_is_left(made: tuple[Runner, int]) -> None:
    runner, day = made

    plan = runner.decided(day).plan

    if plan.urgency.stops_running:
        assert not plan.may_run
        assert {session.kind for session in plan.sessions} == {SessionKind.REST}
        assert all(one.room == "red_flags" or one.daily_life for one in plan.advice)
        assert any(one.action.startswith("care.") for one in plan.advice)
        assert not plan.advances


@some
@given(runners())
def test_law_1_the_worst_flag_decides(made: tuple[Runner, int]) -> None:
    runner, day = made

    decision = runner.decided(day)

    worst = max((flag.urgency for flag in decision.found.safety.flags), default=Urgency.NONE)
    assert decision.plan.urgency >= worst


@some
@given(events(), settings, st.data())
def test_law_2_a_reassuring_answer_made_unknown_never_loosens(
    happened: tuple[Event, ...], chosen: Any, data: st.DataObject
) -> None:
    green = [index for index, event in enumerate(happened) if event.kind == "run"]
    if not green:
        return
    index = data.draw(st.sampled_from(green))
    event = happened[index]
    said = dict(event.said)
    key = data.draw(st.sampled_from(["during", "after_60min", "morning", "limp", "painkiller"]))
    known = {"during": 1, "after_60min": 0, "morning": 0, "limp": False, "painkiller": False}
    day = data.draw(st.integers(event.day, event.day + 12))
    good = (
        *happened[:index],
        replace(event, said=tuple({**said, key: known[key]}.items())),
        *happened[index + 1 :],
    )
    unsaid = (
        *happened[:index],
        replace(event, said=tuple({**said, key: UNKNOWN}.items())),
        *happened[index + 1 :],
    )

    sure, unsure = tell(good, chosen), tell(unsaid, chosen)

    less, more = unsure.decided(day).plan, sure.decided(day).plan

    assert permits_no_more(less, more) or is_known_of_unknown(sure, unsure, day)


@some
@given(runners(), st.data())
def test_law_2_a_safety_question_that_is_not_known_never_permits_more(
    made: tuple[Runner, int], data: st.DataObject
) -> None:
    sure, day = made
    first = sure.answers[0]
    key = data.draw(st.sampled_from(sorted(key for key, said in first.answers.items() if said is False)))
    not_known = replace(first, answers={**first.answers, key: UNKNOWN})
    unsure = replace(sure, answers=[not_known, *sure.answers[1:]])

    less, more = unsure.decided(day).plan, sure.decided(day).plan

    assert permits_no_more(less, more) or is_known_of_unknown(sure, unsure, day)


@some
@given(runners(), st.sampled_from(["left", "right", "both"]), st.data())
def test_law_2_naming_a_knee_takes_no_flag_and_no_pause_away(
    made: tuple[Runner, int], knee: str, data: st.DataObject
) -> None:
    runner, day = made
    before = runner.decided(day).plan
    runner.told(data.draw(st.integers(0, day)), {"knee": knee}, hour=20)

    after = runner.decided(day).plan

    assert permits_no_more(after, before) or fills_the_week_better(after, before)
    assert after.urgency >= before.urgency


@some
@given(runners())
def test_law_2_nothing_goes_on_with_a_required_answer_unknown(made: tuple[Runner, int]) -> None:
    runner, day = made

    plan = runner.decided(day).plan

    if plan.advances:
        assert len(plan.advanced_on) >= 2
        assert all(not colour.missing for colour in plan.advanced_on)
        assert {colour.colour for colour in plan.advanced_on} <= {Colour.GREEN, Colour.NEUTRAL}


@tried(200)
@given(events(), settings, st.data())
def test_law_3_a_higher_score_of_any_run_never_gives_more(
    happened: tuple[Event, ...], chosen: Any, data: st.DataObject
) -> None:
    runs = [index for index, event in enumerate(happened) if event.kind == "run"]
    if not runs:
        return
    index = data.draw(st.sampled_from(runs))
    event = happened[index]
    low = data.draw(st.integers(0, 9))
    high = data.draw(st.integers(low + 1, 10))
    key = data.draw(st.sampled_from(["during", "after_60min", "morning"]))
    said = {"during": 1, "after_60min": 0, "morning": 0, **dict(event.said)}
    run_min = data.draw(st.sampled_from([15.0, 40.0, 90.0]))
    milder, sorer = (
        tell((*happened[:index], one, *happened[index + 1 :]), chosen, run_min=run_min)
        for one in (replace(event, said=tuple({**said, key: score}.items())) for score in (low, high))
    )
    day = data.draw(st.integers(event.day, LAST_DAY + 3))

    less, more = sorer.decided(day).plan, milder.decided(day).plan

    assert permits_no_more(less, more) or is_known(milder, sorer, day)


@some
@given(runners(), st.integers(-30, 30))
def test_law_4_shifting_every_date_shifts_the_plan_and_nothing_else(
    made: tuple[Runner, int], weeks: int
) -> None:
    runner, day = made
    moved = timedelta(weeks=weeks)

    plan = runner.decided(day).plan
    later = decided(shifted(runner.history, moved), runner.date(day) + moved).plan

    assert [replace(one, on=one.on + moved) for one in plan.sessions] == list(later.sessions)
    assert permits(plan) == permits(later)
    assert plan.ask == later.ask


def shifted(history: History, by: timedelta) -> History:
    def record(one: Any) -> Any:
        return replace(one, on=one.on + by, at=one.at + by)

    return replace(
        history,
        answers=tuple(record(one) for one in history.answers),
        pain=tuple(
            replace(
                record(one),
                scored_at={key: at + by for key, at in one.scored_at.items()} if one.scored_at else None,
            )
            for one in history.pain
        ),
        activities=tuple(replace(one, start=one.start + by) for one in history.activities),
        clearances=tuple(record(one) for one in history.clearances),
        tests=tuple(record(one) for one in history.tests),
        illnesses=tuple(
            replace(record(one), until=one.until and one.until + by) for one in history.illnesses
        ),
        moves=tuple(
            replace(record(one), from_day=one.from_day + by, to_day=one.to_day + by) for one in history.moves
        ),
        exercises=tuple(record(one) for one in history.exercises),
    )


@some
@given(runners(), st.randoms(use_true_random=False))
def test_law_5_the_order_of_entries_does_not_matter(made: tuple[Runner, int], chance: random.Random) -> None:
    runner, day = made
    history = runner.history

    mixed = replace(
        history,
        answers=tuple(chance.sample(history.answers, len(history.answers))),
        pain=tuple(chance.sample(history.pain, len(history.pain))),
        activities=tuple(chance.sample(history.activities, len(history.activities))),
        clearances=tuple(chance.sample(history.clearances, len(history.clearances))),
        tests=tuple(chance.sample(history.tests, len(history.tests))),
        illnesses=tuple(chance.sample(history.illnesses, len(history.illnesses))),
        exercises=tuple(chance.sample(history.exercises, len(history.exercises))),
    )

    assert decided(mixed, runner.date(day)) == runner.decided(day)


@some
@given(runners(), st.booleans(), st.sampled_from(["en", "de"]))
def test_law_5_units_and_language_do_not_matter(made: tuple[Runner, int], miles: bool, language: str) -> None:
    runner, day = made
    history = runner.history

    shown = replace(history, settings=replace(history.settings, miles=miles, language=language))

    assert decided(shown, runner.date(day)) == runner.decided(day)


@some
@given(runners())
def test_law_6_planning_twice_is_planning_once(made: tuple[Runner, int]) -> None:
    runner, day = made

    first, second = runner.decided(day), runner.decided(day)

    assert first == second
    assert passed_again(runner, day, first) == first.plan


def passed_again(runner: Runner, day: int, decision: Decision) -> Plan:
    numbers = house_numbers().gate
    return gate(runner.seen(day), decision.found, decision.plan, colours=decision.colours, numbers=numbers)


@some
@given(runners())
def test_law_7_at_most_one_change_begins_in_any_seven_days(made: tuple[Runner, int]) -> None:
    runner, day = made

    plan = runner.decided(day).plan

    begun = [change for change in plan.changes if change.kind is not ChangeKind.NEW_SHOE]
    assert len(begun) <= 1


@some
@given(runners(), st.sampled_from(ChangeKind), st.integers(-6, 6))
def test_law_7_the_gate_refuses_a_second_change_where_one_is_an_exercise(
    made: tuple[Runner, int], kind: ChangeKind, apart: int
) -> None:
    runner, day = made
    decision = runner.decided(day)
    harder = Change(kind=ChangeKind.EXERCISE, on=runner.date(day), exercises=("step_down",))
    other = Change(kind=kind, on=harder.on + timedelta(days=apart))

    plan = passed_again(runner, day, replace(decision, plan=replace(decision.plan, changes=(harder, other))))

    begun = [change for change in plan.changes if change.kind is not ChangeKind.NEW_SHOE]
    assert len(begun) <= 1
    assert harder in plan.changes or not any("step_down" in one.exercises for one in plan.sessions)


@tried(12)
@given(trained())
def test_law_7_changes_lie_seven_days_apart_with_harder_exercises_among_them(runner: Runner) -> None:
    plans = [runner.decided(day).plan for day in range(0, LAST_DAY, 3)]

    begun = sorted({change.on for plan in plans for change in plan.changes})
    assert all(later - one >= timedelta(days=7) for one, later in pairwise(begun))
    assert all(plan.refused == () for plan in plans)


@some
@given(runners())
def test_a_harder_exercise_rests_on_two_answered_sessions(made: tuple[Runner, int]) -> None:
    runner, day = made

    decision = runner.decided(day)

    for at in decision.found.strength.standings:
        if at.course is Course.HARDER and at.since == at.course_on:
            answered = [one for one in runner.seen(day).exercises if one.on < at.since and is_answered(one)]
            assert len(answered) >= 2


def is_answered(done: ExerciseEntry) -> bool:
    knees = [knee for knee in done.knees if knee.side is Side.RIGHT]
    scores = [score for knee in knees for score in (knee.during, knee.morning)]
    return bool(scores) and all(score is not None and score.value is not None for score in scores)


@some
@given(runners())
def test_exercises_stand_beside_no_stop(made: tuple[Runner, int]) -> None:
    runner, day = made

    plan = runner.decided(day).plan

    if plan.urgency.stops_running:
        assert not any(session.exercises for session in plan.sessions)
    assert all(len(session.exercises) == len(set(session.exercises)) for session in plan.sessions)


@some
@given(runners())
def test_law_8_no_run_is_above_a_cap(made: tuple[Runner, int]) -> None:
    runner, day = made

    plan = runner.decided(day).plan

    runs = [session for session in plan.sessions if session.kind is SessionKind.RUN]
    assert plan.caps.run_min is not None
    assert all(session.running_min <= plan.caps.run_min for session in runs)
    assert all(session.running_min >= 8 for session in runs)
    assert all(sum(block.run_min * block.times for block in one.blocks) == one.running_min for one in runs)
    assert lie_apart(plan, runner.date(0))
    if plan.phase in {Phase.BUILD, Phase.MAINTAIN}:
        assert all(one.running_min <= others_together(one.on, runner.seen(day), runs) for one in runs)


def others_together(on: date, seen: Observations, planned: list[Session]) -> float:
    """The other runs of the seven days that end on a day, all together; no limit with fewer than two."""
    done = [(one.on, one.measured.elapsed_s / 60) for one in seen.activities if one.is_run]
    loads = [*done, *((one.on, one.running_min) for one in planned)]
    others = [load for day, load in loads if timedelta(0) < on - day < timedelta(days=7)]
    return sum(others) if len(others) > 1 else math.inf


@some
@given(runners())
def test_the_gate_finds_nothing_to_refuse_in_the_plans_of_the_house(made: tuple[Runner, int]) -> None:
    runner, day = made

    assert runner.decided(day).plan.refused == ()
