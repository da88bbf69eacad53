"""Exercises beside the running: their colours, the turn of a harder one, their days."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import PainkillerUse
from kneewise.model.findings import Colour, Course, Standing, Urgency
from kneewise.model.places import Side
from kneewise.model.plan import ChangeKind, Decision, Phase, SessionKind
from kneewise.model.runner import Settings
from tests.engine.made import Runner, out_of_calm, sore_runner, with_cadence

DRILL = "calf_stretch"


def standing(decision: Decision, chain: str = "low_step_up") -> Standing:
    return next(one for one in decision.found.strength.standings if one.chain == chain)


def last_colour(runner: Runner, day: int = 3) -> Colour | None:
    return standing(runner.decided(day)).last_colour


def begun(runner: Runner, *days: int) -> list[tuple[ChangeKind, int]]:
    """The changes that the plans of these days hold, each with the day it began."""
    changes = [change for day in days for change in runner.decided(day).plan.changes]
    return sorted({(one.kind, (one.on - runner.start).days) for one in changes})


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ({"during": 2}, Colour.GREEN),
        ({"during": 3}, Colour.AMBER),
        ({"during": 5}, Colour.AMBER),
        ({"during": 6}, Colour.RED),
        ({"during": UNKNOWN}, Colour.UNKNOWN),
        ({"during": None}, Colour.UNKNOWN),
        ({"morning": 1}, Colour.GREEN),
        ({"morning": 2}, Colour.AMBER),
        ({"morning": 3}, Colour.RED),
        ({"morning": UNKNOWN}, Colour.UNKNOWN),
        ({"morning": None}, Colour.UNKNOWN),
    ],
)
def test_a_session_is_coloured_by_the_pain_in_it_and_the_next_morning(
    said: dict[str, Any], colour: Colour
) -> None:
    assert last_colour(sore_runner().exercise(1, **said)) is colour


def test_a_morning_one_above_the_usual_is_neutral() -> None:
    runner = sore_runner(pain_this_morning=1).morning(1, 1).exercise(1, morning=2)

    assert last_colour(runner) is Colour.NEUTRAL


@pytest.mark.parametrize(
    ("before", "later", "colour"),
    [(0, 1, Colour.GREEN), (0, 2, Colour.RED), (2, 2, Colour.GREEN), (2, 3, Colour.RED)],
)
def test_the_score_a_day_later_speaks_where_no_morning_does(before: int, later: int, colour: Colour) -> None:
    runner = sore_runner().exercise(1, before=before, morning=None).exercise(1, during=None, morning=None)
    runner.exercises[-1] = replace(runner.exercises[-1], at=runner.at(2, 14), after_24h=later)

    assert last_colour(runner) is colour


def test_a_painkiller_makes_it_amber_and_takes_nothing_back() -> None:
    runner = sore_runner().exercise(1)
    runner.painkillers.append(PainkillerUse(record_id="pill", at=runner.at(1, 8), on=runner.date(1)))

    found = standing(runner.decided(3))

    assert (found.last_colour, found.exercise) == (Colour.AMBER, "split_squat")


def test_a_tendon_may_hurt_a_little_more() -> None:
    runner = tendon_runner().exercise(1, "wall_sit", during=3)

    found = standing(runner.decided(3), "wall_sit")

    assert runner.decided(3).found.pain.green_pain_0_10 == 3
    assert (found.exercise, found.last_colour) == ("wall_sit", Colour.GREEN)


def test_a_knee_that_is_not_sore_is_not_asked_and_is_heard_where_it_hurts() -> None:
    fine = sore_runner().exercise(1, side=Side.LEFT, during=None).exercise(1, side=Side.RIGHT)
    sore = sore_runner().exercise(1, side=Side.LEFT, during=4).exercise(1, side=Side.RIGHT)

    assert last_colour(fine) is Colour.GREEN
    assert last_colour(sore) is Colour.AMBER


def test_a_session_that_leaves_the_sore_leg_out_earns_nothing() -> None:
    runner = sore_runner().exercise(1, side=Side.LEFT).exercise(3, side=Side.LEFT)

    assert standing(runner.decided(4)).row == 0
    assert standing(sore_runner().exercise(1, side=Side.RIGHT).decided(2)).row == 1


def tendon_runner() -> Runner:
    return sore_runner(places=("below_kneecap",), warms_up=True, hurts_hop=True, hurts_stairs_down=False)


def earning(runner: Runner, *days: int, **said: Any) -> Runner:
    for day in days:
        runner.exercise(day, **said)
    return runner


def test_two_sessions_that_go_beyond_the_goal_begin_a_harder_exercise_as_a_change() -> None:
    runner = earning(sore_runner(), 5, 7).each_week(20)

    before, after = runner.decided(7), runner.decided(8)

    assert before.plan.changes == ()
    assert [(one.kind, one.exercises) for one in after.plan.changes] == [
        (ChangeKind.EXERCISE, ("step_down",))
    ]
    assert (standing(before).course, standing(after).course) == (Course.ONCE, Course.HARDER)
    assert after.plan.refused == ()


def test_everything_that_is_ready_goes_on_together_and_is_one_change() -> None:
    runner = earning(earning(sore_runner(), 5, 7), 5, 7, name="calf_raise").each_week(20)

    (change,) = runner.decided(8).plan.changes

    assert change.exercises == ("step_down", "single_leg_calf_raise")


@pytest.mark.parametrize("days", [(1, 3), (1, 4, 6)])
def test_no_harder_exercise_begins_in_the_first_week_of_calm(days: tuple[int, ...]) -> None:
    runner = earning(sore_runner(), *days)

    assert runner.decided(6).plan.changes == ()
    assert begun(runner, 7) == [(ChangeKind.EXERCISE, 7)]


@pytest.mark.parametrize(
    "said",
    [{"morning": None}, {"morning": UNKNOWN}, {"in_reserve": UNKNOWN}, {"sets": None}, {"during": None}],
)
def test_what_is_not_known_holds(said: dict[str, Any]) -> None:
    runner = earning(sore_runner(), 5).exercise(7, **said)

    decision = runner.decided(9)

    assert decision.plan.changes == ()
    assert standing(decision).course is Course.NOT_KNOWN


def test_the_cadence_block_goes_before_a_harder_exercise_which_then_waits_a_week() -> None:
    runner = with_cadence(earning(sore_runner(), 3, 5)).each_week(20).run(8, 28)

    assert begun(runner, 7, 14) == [(ChangeKind.CADENCE, 7)]
    assert begun(runner, 15) == [(ChangeKind.EXERCISE, 15)]
    assert standing(runner.decided(14)).course is Course.READY


def test_for_a_run_that_does_not_come_a_harder_exercise_waits_a_week_and_no_longer() -> None:
    runner = with_cadence(earning(sore_runner(), 3, 5)).each_week(20)

    assert begun(runner, 13) == [(ChangeKind.CADENCE, 7)]
    assert begun(runner, 14, 20) == [(ChangeKind.EXERCISE, 14)]
    assert begun(runner, 21) == [(ChangeKind.CADENCE, 21)]


def test_a_change_lets_a_harder_exercise_wait_to_the_day() -> None:
    runner = earning(sore_runner(), 5, 7, 9, 11).each_week(20)
    earning(runner, 8, 10, name="step_down")

    assert begun(runner, 8, 14, 15) == [(ChangeKind.EXERCISE, 8), (ChangeKind.EXERCISE, 15)]


def test_a_session_on_the_day_of_the_change_does_not_undo_it() -> None:
    runner = earning(sore_runner(), 5, 7).each_week(20)
    morning = runner.decided(8)

    evening = runner.exercise(8, "step_down", morning=None).decided(8)

    assert evening.plan.changes == morning.plan.changes
    assert standing(evening).exercise == "step_down"


def test_what_the_runner_began_anyway_delays_the_next_change_and_is_none_of_the_plan() -> None:
    plain = with_cadence(sore_runner()).each_week(20)
    bold = with_cadence(sore_runner().exercise(4, "step_down")).each_week(20)
    again = with_cadence(earning(sore_runner(), 4, 6, 8, name="step_down")).each_week(20)

    assert begun(plain, 7) == [(ChangeKind.CADENCE, 7)]
    assert begun(bold, 7, 10) == []
    assert begun(bold, 11) == begun(again, 11) == [(ChangeKind.CADENCE, 11)]
    assert standing(bold.decided(11)).exercise == "split_squat"


@pytest.mark.parametrize(("load_kg", "day"), [(10.0, 7), (12.0, 13)])
def test_a_heavier_load_for_the_first_time_is_begun_by_the_runner(load_kg: float, day: int) -> None:
    strong = Settings(has_weights=True)
    runner = with_cadence(Runner(settings=strong).usually().screened()).each_week(20)
    exercises = ("step_down", "rear_foot_split_squat", "rear_foot_split_squat_weight")
    for before, name in enumerate(exercises):
        runner.exercise(-9 + before, name, load_kg=10.0)
    runner.exercise(6, "rear_foot_split_squat_weight", load_kg=load_kg)

    assert begun(runner, 13) == [(ChangeKind.CADENCE, day)]


def in_build(runner: Runner, until: int) -> Runner:
    for day in range(11, until, 3):
        runner.run(day, 28)
    return runner.each_week(until)


def test_a_harder_exercise_goes_before_hills_that_are_ready_with_it() -> None:
    plain = in_build(out_of_calm(), 44)
    both = earning(in_build(out_of_calm(), 44), 33, 35)

    assert begun(plain, 36) == [(ChangeKind.HILLS, 36)]
    assert begun(both, 36, 42) == [(ChangeKind.EXERCISE, 36)]
    assert begun(both, 43) == [(ChangeKind.HILLS, 43)]


def test_of_two_harder_exercises_in_a_row_the_second_lets_hills_go_first() -> None:
    runner = earning(earning(in_build(out_of_calm(), 52), 25, 27), 33, 35, name="step_down")

    assert begun(runner, 28, 39) == [(ChangeKind.EXERCISE, 28)]
    assert begun(runner, 40) == [(ChangeKind.HILLS, 40)]
    assert standing(runner.decided(47)).course is Course.READY
    assert begun(runner, 48) == [(ChangeKind.EXERCISE, 48)]


def test_exercises_steer_no_run() -> None:
    without, sore = out_of_calm().each_week(14), out_of_calm().each_week(14)
    for day in (9, 11, 13):
        sore.exercise(day, during=5, morning=None)

    for day in (10, 12, 14):
        one, other = without.decided(day), sore.decided(day)
        running = [[replace(each, exercises=()) for each in found.plan.sessions] for found in (one, other)]
        assert running[0] == running[1]
        assert one.colours == other.colours
        assert one.plan.caps == other.plan.caps


@pytest.mark.parametrize(("pain", "urgency"), [(7, Urgency.NONE), (8, Urgency.WITHIN_DAYS)])
def test_pain_above_seven_in_an_exercise_stops_running_as_in_a_run(pain: int, urgency: Urgency) -> None:
    decision = sore_runner().exercise(1, during=pain, morning=None).decided(1)

    assert decision.plan.urgency is urgency
    assert all(session.exercises == () for session in decision.plan.sessions) is (pain == 8)


def test_what_was_done_while_a_flag_stops_it_earns_nothing() -> None:
    plain = earning(sore_runner(), 5).each_week(20)
    stopped = earning(sore_runner().told(4, {"giving_way": True}), 5).each_week(20)

    assert standing(plain.decided(7)).row == 1
    assert standing(stopped.decided(7)).row == 0
    assert standing(stopped.decided(7)).last_colour is Colour.GREEN


def test_a_pause_leaves_the_exercises_and_a_stop_takes_them() -> None:
    paused = sore_runner(pain_earlier_each_run=True).decided(0)
    stopped = sore_runner(night_pain=True).decided(0)

    assert not paused.plan.may_run
    assert paused.plan.sessions[0].exercises
    assert not any(session.exercises for session in stopped.plan.sessions)
    assert not any(one.room == "step4_strength" for one in stopped.plan.advice)


def test_a_clearing_begins_every_chain_where_it_began() -> None:
    runner = earning(sore_runner(), 5, 7).told(10, {"giving_way": True}).cleared(11).each_week(20)

    assert standing(runner.decided(9)).exercise == "step_down"
    assert standing(runner.decided(11)).exercise == "split_squat"


def test_a_bad_answer_counts_on_the_day_it_is_told_and_a_good_one_waits_for_the_morning() -> None:
    bad = sore_runner().exercise(1, during=4, morning=None).decided(1)
    good = sore_runner().exercise(1, morning=None).decided(1)

    assert standing(bad).exercise == "low_step_up"
    assert standing(good).last_on is None


@pytest.mark.parametrize(
    ("morning", "day", "asked"),
    [(None, 1, False), (None, 2, True), (None, 3, True), (None, 4, False), (0, 2, False)],
)
def test_the_morning_after_is_asked_for_two_days(morning: int | None, day: int, asked: bool) -> None:
    plan = sore_runner().exercise(1, morning=morning).decided(day).plan

    assert ("exercise_morning" in plan.missing) is asked


def due(decision: Decision, name: str) -> list[int]:
    first = decision.plan.on
    return [(one.on - first).days for one in decision.plan.sessions if name in one.exercises]


def test_the_programme_has_three_days_of_seven_spread_evenly() -> None:
    assert due(sore_runner().decided(0), "clamshell") == [0, 2, 4]


def test_its_days_are_counted_on_from_what_was_done() -> None:
    runner = sore_runner().exercise(1, "clamshell").exercise(3, "clamshell").exercise(5, "clamshell")

    assert due(runner.decided(6), "clamshell") == due(runner.decided(6), "split_squat")
    assert due(runner.decided(6), "clamshell") == [2, 4, 6]


def test_what_is_not_done_yet_of_a_day_is_still_due_on_it() -> None:
    today = sore_runner().exercise(1, "clamshell").decided(1).plan.sessions[0]

    assert "split_squat" in today.exercises
    assert "clamshell" not in today.exercises


def test_a_tendon_holds_daily() -> None:
    decision = tendon_runner().decided(0)

    assert due(decision, "wall_sit") == list(range(7))
    assert due(decision, "clamshell") == [0, 2, 4]


def test_in_maintain_the_circuit_takes_the_place_of_the_programme_twice_a_week() -> None:
    runner = out_of_calm()
    runner.settings = Settings(goal_week_min=40)
    for day in range(10, 40, 3):
        runner.run(day, 28)
    runner.each_week(40)

    decision = runner.decided(38)

    days = [session for session in decision.plan.sessions if session.exercises]
    actions = {one.action: one for one in decision.plan.advice}
    assert decision.plan.phase is Phase.MAINTAIN
    assert [(one.on - decision.plan.on).days for one in days] == [0, 3]
    assert all(session.circuit and len(session.exercises) == 5 for session in days)
    assert "tip.circuit" not in actions
    assert not actions["tip.circuit_now"].optional
    assert actions["tip.circuit_now"].amounts["high_min"] == 12
    assert actions["strength.split_squat"].amounts["high_sets"] == 2


def test_before_maintain_the_circuit_lies_ahead() -> None:
    decision = sore_runner().decided(0)

    actions = {one.action for one in decision.plan.advice}
    assert "tip.circuit" in actions
    assert "tip.circuit_now" not in actions
    assert not any(session.circuit for session in decision.plan.sessions)


def test_a_drill_that_hurts_beyond_the_line_is_taken_out_and_says_so() -> None:
    within = {one.action for one in sore_runner().exercise(1, DRILL, during=2).decided(2).plan.advice}
    beyond = {one.action for one in sore_runner().exercise(1, DRILL, during=3).decided(1).plan.advice}

    assert f"ankle.{DRILL}" in within
    assert f"ankle.out.{DRILL}" in beyond
    assert f"ankle.{DRILL}" not in beyond


def test_rest_days_may_hold_exercises() -> None:
    runner = sore_runner().run(0, 28).exercise(1)

    sessions = runner.decided(1).plan.sessions

    resting = [one for one in sessions if one.kind is SessionKind.REST and one.exercises]
    assert [(one.on - runner.start).days for one in resting] == [1, 3]
