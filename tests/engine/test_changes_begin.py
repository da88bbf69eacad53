"""A change begins on the day on which the runner first meets it, and the next one counts from there."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.engine.begun import opens
from kneewise.engine.build import step_on
from kneewise.model.answers import UNKNOWN, Answer
from kneewise.model.places import Side
from kneewise.model.plan import Change, ChangeKind, Phase, SessionKind
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from tests.engine.made import Runner, calm_week, out_of_calm, sore_runner, with_cadence
from tests.engine.test_exercises import begun, earning, in_build
from tests.engine.test_worse_knee import knee


def kinds(runner: Runner, day: int) -> list[str]:
    """The changes by a day that keep the next one waiting."""
    return [change.kind.value for change in runner.decided(day).plan.changes]


def building(*days: int) -> Runner:
    """Hills are open from day 36; so many runs come after them."""
    runner = in_build(out_of_calm(), 36)
    for day in days:
        runner.run(day, 28)
    return runner.each_week(60)


@pytest.mark.parametrize(("first", "second"), [(38, 45), (41, 48)])
def test_hills_begin_with_the_first_run_that_may_have_them(first: int, second: int) -> None:
    runner = building(*range(first, 54, 3))

    assert kinds(runner, second - 1) == ["hills"]
    assert kinds(runner, second) == ["downhill"]


def test_a_plain_run_after_an_amber_begins_no_hills() -> None:
    runner = in_build(out_of_calm(), 36).morning(37, 2)
    for day in range(40, 56, 3):
        runner.run(day, 28)
    runner.each_week(60)

    assert kinds(runner, 49) == ["hills"]
    assert kinds(runner, 50) == ["downhill"]


def test_without_a_run_no_other_change_of_the_running_begins() -> None:
    runner = building()

    assert ChangeKind.DOWNHILL not in {one.kind for one in runner.decided(50).plan.changes}
    assert not runner.knees(50)[0].hills_down


@pytest.mark.parametrize(("done", "opens"), [(None, 43), (37, 44), (41, 48)])
def test_a_harder_exercise_begins_with_its_first_session(done: int | None, opens: int) -> None:
    runner = earning(in_build(out_of_calm(), 58), 33, 35)
    if done is not None:
        runner.exercise(done, "step_down")

    assert kinds(runner, opens - 1) == ["exercise"]
    assert kinds(runner, opens) == ["hills"]


def begins(runner: Runner, day: int) -> dict[ChangeKind, int | None]:
    """The changes of a day's plan, each with the day on which it began."""
    days = {one.kind: one.begun_on for one in runner.decided(day).plan.changes}
    return {kind: None if on is None else (on - runner.start).days for kind, on in days.items()}


def exercises_of(runner: Runner, day: int) -> set[str]:
    return {name for one in runner.decided(day).plan.sessions for name in one.exercises}


def hills_planned(runner: Runner, day: int) -> set[bool]:
    return {one.hills for one in runner.decided(day).plan.sessions if one.kind is SessionKind.RUN}


def test_a_run_beside_the_plan_begins_nothing() -> None:
    beside = building(36, 39, 42)
    beside.did(Sport.TEAM_OR_COURT, 36, 60, hour=9)

    assert begins(building(36, 39, 42), 37) == {ChangeKind.HILLS: 36}
    assert begins(beside, 37) == {ChangeKind.HILLS: None}
    assert begins(beside, 40) == {ChangeKind.HILLS: 39}


def test_what_the_runner_begins_comes_before_what_is_open() -> None:
    """New shoes on the first run after the hills are open: that run has them, and the next waits."""
    runner = in_new_shoes(building(37), 37)

    assert begins(runner, 38) == {ChangeKind.HILLS: None, ChangeKind.NEW_SHOE: 37}
    assert [hills_planned(runner, day) for day in (38, 43, 44)] == [{False}, {False}, {True}]


def test_a_harder_exercise_that_is_done_first_after_its_week_waits_for_what_began_meanwhile() -> None:
    runner = earning(in_build(out_of_calm(), 58), 33, 35).exercise(46, "step_down").exercise(51, "step_down")

    assert begins(runner, 42) == {ChangeKind.EXERCISE: None}
    assert begins(runner, 43) == {ChangeKind.HILLS: None}
    asked = {day: exercises_of(runner, day) for day in (42, 43)}
    assert "step_down" in asked[42]
    assert "split_squat" in asked[43]
    assert "step_down" not in asked[43]
    assert ChangeKind.EXERCISE not in begins(runner, 47)


def test_of_two_harder_exercises_the_one_that_was_not_done_with_the_other_waits_a_week() -> None:
    runner = in_build(out_of_calm(), 36)
    for name in ("split_squat", "clamshell"):
        earning(runner, 33, 35, name=name)
    opened = runner.decided(36).plan.changes
    runner.exercise(37, "step_down")

    (both,) = [one.exercises for one in opened if one.kind is ChangeKind.EXERCISE]
    after = runner.decided(38).plan.changes

    assert len(both) == 2
    assert [(one.exercises, one.begun_on) for one in after] == [(("step_down",), runner.date(37))]


def quick_runs(*days: int) -> Runner:
    """Runs after the cadence block of day 7 is open."""
    runner = with_cadence(sore_runner()).each_week(40)
    for day in (1, 3, 5, *days):
        runner.run(day, 20, during=1)
    return with_cadence(runner)


def band(runner: Runner, day: int) -> tuple[float | None, float | None]:
    sessions = runner.decided(day).plan.sessions
    return next((one.cadence_low_spm, one.cadence_high_spm) for one in sessions if one.running_min)


FIRST, LATER = (166.0, 170.0), (172.0, 176.0)


@pytest.mark.parametrize(
    ("days", "on", "asked"),
    [
        ((8, 10, 12), 21, FIRST),
        ((8, 10, 12), 22, LATER),
        ((14, 16, 18), 27, FIRST),
        ((14, 16, 18), 28, LATER),
        ((8,), 22, FIRST),
    ],
)
def test_a_fortnight_of_the_first_raise_is_counted_from_the_first_run_and_known_runs_end_it(
    days: tuple[int, ...], on: int, asked: tuple[float, float]
) -> None:
    assert band(quick_runs(*days), on) == asked


@pytest.mark.parametrize(
    ("up_m", "down_m", "quicker", "opens"),
    [(89, 0, 1, 36), (90, 0, 1, 39), (0, 90, 1, 39), (None, None, 1.14, 36), (None, None, 1.16, 39)],
)
def test_hills_and_speed_of_the_runner_s_own_delay_what_comes_next(
    up_m: float | None, down_m: float | None, quicker: float, opens: int
) -> None:
    runner = in_build(out_of_calm(), 58)
    (run,) = [one for one in runner.activities if one.on == runner.date(32)]
    metres = quicker * (run.measured.running_distance_m or 0.0)
    measured = replace(run.measured, ascent_m=up_m, descent_m=down_m, running_distance_m=metres)
    own = replace(run, measured=measured)
    runner.activities = [own if one is run else one for one in runner.activities]

    assert begun(runner, opens - 1, opens) == [(ChangeKind.HILLS, opens)]


def followed(until: int, **choices: Any) -> Runner:
    """A runner of four days a week who does from Build on what the plan says."""
    runner = calm_week(Runner(settings=Settings(**choices)).usually(40, days=(0, 2, 4, 6)).screened())
    runner.each_week(until + 7)
    for day in range(10, until):
        session = runner.decided(day).plan.sessions[0]
        if session.kind is SessionKind.RUN:
            runner.run(day, session.running_min)
    return runner


def ran_in_week(runner: Runner, day: int) -> int:
    """So many runs in the seven days that end with a day."""
    return sum(runner.date(day - 7) < one.on <= runner.date(day) for one in runner.activities)


def test_a_running_day_begins_with_the_run_that_is_one_more_in_its_week() -> None:
    runner = followed(57)

    assert begins(runner, 31) == {ChangeKind.RUNNING_DAY: None}
    assert begins(runner, 36) == {ChangeKind.RUNNING_DAY: 35}
    assert [ran_in_week(runner, day) for day in (33, 35)] == [3, 4]
    assert begins(runner, 43) == {ChangeKind.HILLS: 42}
    assert begins(runner, 50) == {ChangeKind.DOWNHILL: 49}
    assert begins(runner, 57) == {ChangeKind.SPEED: 56}


def test_a_running_day_for_which_a_weekday_is_chosen_late_waits_for_what_began_meanwhile() -> None:
    runner = followed(60, running_days=(0, 2, 4))
    assert begins(runner, 54) == {ChangeKind.SPEED: 53}

    runner.settings = Settings()
    planned = {
        day: [(one.on - runner.start).days for one in runner.decided(day).plan.sessions if one.running_min]
        for day in (54, 59, 60)
    }

    assert runner.knees(54)[0].days == 4
    assert [len(days) for days in planned.values()] == [3, 3, 4]
    assert planned[60] == [60, 61, 63, 65]


def test_a_running_day_that_nobody_has_a_day_for_keeps_no_hills_away() -> None:
    runner = calm_week(
        Runner(settings=Settings(running_days=(0, 2, 4))).usually(40, days=(0, 1, 2, 4, 6)).screened()
    )
    for day in range(12, 60):
        if runner.date(day).weekday() in {0, 2, 4}:
            runner.run(day, 40)
    runner.each_week(60)

    (knee_now,) = runner.knees(59)

    assert (knee_now.days, knee_now.hills_up) == (4, True)


def test_nothing_is_told_as_new_that_only_one_of_two_knees_permits() -> None:
    other = replace(knee(Side.RIGHT, Phase.BUILD), days=3)
    one = replace(other, side=Side.LEFT, hills_up=True)
    both = (one, replace(other, hills_up=True))

    assert not opens(ChangeKind.HILLS, (replace(one, hills_up=False), other), (one, other))
    assert opens(ChangeKind.HILLS, (one, other), both)
    assert not opens(ChangeKind.RUNNING_DAY, (one, other), (replace(one, days=4), other))


def in_new_shoes(runner: Runner, day: int) -> Runner:
    worn = {runner.date(day): "Red"}
    runner.activities = [replace(one, shoe=worn.get(one.on, "Blue")) for one in runner.activities]
    return runner


def test_a_harder_exercise_that_nobody_did_is_not_asked_for_beside_the_hills_it_went_before() -> None:
    runner = earning(in_new_shoes(building(37, 46), 37), 39, 41)

    for day in range(42, 52):
        to_come = {kind for kind, on in begins(runner, day).items() if on is None}
        hills = ChangeKind.HILLS in to_come and hills_planned(runner, day) == {True}
        assert not (hills and "step_down" in exercises_of(runner, day))
    assert begins(runner, 47) == {ChangeKind.HILLS: 46}


def test_exercises_that_are_earned_each_week_do_not_keep_hills_away() -> None:
    runner = in_new_shoes(building(*range(37, 62, 3)), 37)
    for day in range(37, 60, 2):
        runner.exercise(day)

    assert begins(runner, 44) == {ChangeKind.HILLS: None}
    assert begins(runner, 47) == {ChangeKind.HILLS: 46}


@pytest.mark.parametrize("beside", [False, True])
def test_hills_that_the_runner_took_beside_the_plan_delay_those_that_wait(*, beside: bool) -> None:
    runner = building(36, 42, 45, 48)
    if beside:
        runner.did(Sport.TEAM_OR_COURT, 36, 60, hour=9)
    runner.activities = [
        replace(one, measured=replace(one.measured, ascent_m=200.0)) if one.on == runner.date(36) else one
        for one in runner.activities
    ]

    met = {day: begins(runner, day).get(ChangeKind.HILLS) for day in (40, 44, 46)}

    assert met == ({40: None, 44: None, 46: 45} if beside else {40: 36, 44: None, 46: None})


def test_what_pain_took_away_is_no_more_to_come() -> None:
    runner = earning(in_build(out_of_calm(), 36), 33, 35).exercise(37, morning=None, during=6)

    assert ChangeKind.EXERCISE not in begins(runner, 38)


def test_an_exercise_that_is_taken_back_keeps_its_load() -> None:
    runner = earning(in_build(out_of_calm(), 58), 33, 35, load_kg=8.0)
    before = next(at for at in runner.decided(35).found.strength.standings if at.exercise == "split_squat")
    after = next(at for at in runner.decided(43).found.strength.standings if at.chain == before.chain)

    assert (after.exercise, after.load_kg) == ("split_squat", 8.0)


@pytest.mark.parametrize(
    "said",
    [{"painkillers_before_runs": True}, {"pain_walking_0_10": 3}, {"giving_way": True}],
    ids=lambda said: next(iter(said)),
)
def test_what_is_told_in_the_evening_does_not_undo_the_run_that_had_the_hills(
    said: dict[str, Answer],
) -> None:
    runner = building(39).told(39, said, hour=21)

    (hills,) = [one for one in runner.way(41).begun.changes if one.kind is ChangeKind.HILLS]

    assert hills.begun_on == runner.date(39)


def test_a_run_on_the_day_of_an_illness_delays_what_was_open() -> None:
    """Nobody knows which came first: it may have had the hills."""
    runner = building(39, 46, 49)
    runner.ill(39, until=40)

    assert begins(runner, 45) == {ChangeKind.HILLS: None}
    assert [hills_planned(runner, day) for day in (42, 45, 46)] == [{False}, {False}, {True}]
    assert begins(runner, 47) == {ChangeKind.HILLS: 46}


def test_a_harder_exercise_that_pain_took_away_delays_the_next_by_its_week() -> None:
    """It may have been done, and not told."""
    runner = earning(in_build(out_of_calm(), 50), 33, 35)
    runner.exercise(37, morning=None, during=6)
    earning(runner, 34, 38, name="clamshell")

    opened = [begins(runner, day) for day in (36, 38, 42, 43)]

    assert opened[:3] == [{ChangeKind.EXERCISE: None}, {}, {}]
    assert opened[3] != {}


@pytest.mark.parametrize(("sore_on", "done"), [(39, (36, 38)), (40, (36, 38)), (50, ())])
def test_a_knee_that_grows_sore_later_takes_back_nothing_that_a_run_had(
    sore_on: int, done: tuple[int, ...]
) -> None:
    runner = building(*range(38, 50, 3))
    for day in done:
        runner.exercise(day)

    def met() -> list[Change]:
        return [one for one in runner.way(sore_on).begun.changes if one.begun_on]

    before = met()
    runner.told(sore_on, {"knee": "both"}, hour=6)

    assert ChangeKind.HILLS in {one.kind for one in before}
    assert met() == before
    assert "step_down" not in exercises_of(runner, sore_on)


def test_a_running_day_that_was_met_stays_where_the_other_knee_grows_sore() -> None:
    runner = followed(38).exercise(33).exercise(35)
    before = begins(runner, 37)

    both = runner.told(38, {"knee": "both"}, hour=6)

    assert before[ChangeKind.RUNNING_DAY] == 35
    assert begins(both, 38)[ChangeKind.RUNNING_DAY] == 35
    assert "step_down" not in exercises_of(both, 38)


@pytest.mark.parametrize(("stopped", "cleared"), [(6, 10), (7, 10), (9, 12)])
def test_a_cadence_block_that_no_run_had_begins_a_week_into_the_calm_after_a_clearing(
    stopped: int, cleared: int
) -> None:
    runner = with_cadence(sore_runner()).each_week(30).run(1, 20).run(3, 20).run(5, 20)

    runner = with_cadence(runner.told(stopped, {"giving_way": True}, hour=21).cleared(cleared))

    assert band(runner, cleared) == (None, None)
    assert band(runner, cleared + 6) == (None, None)
    assert band(runner, cleared + 7) != (None, None)


@pytest.mark.parametrize(
    ("last", "opened"),
    [({}, True), ({"after_60min": UNKNOWN}, False), ({"morning": 2}, False), ({"during": 3}, False)],
)
def test_what_waited_its_week_opens_behind_a_green_run_alone(last: dict[str, Any], *, opened: bool) -> None:
    # Hills since day 38, greens on 38 and 41: downhill may open on day 45.
    runner = building(38, 41).run(44, 28, **last)

    assert len(runner.knees(43)[0].greens) == 2
    assert runner.knees(45)[0].hills_down is opened


def test_neither_a_neutral_nor_an_unknown_lets_a_step_begin() -> None:
    runner = building(38, 41)
    at, frame = runner.knees(43)[0], runner.frame(45)
    behind = (at, replace(at, neutral_row=1), replace(at, unknown_row=1))

    changes = [step_on(one, runner.date(45), frame, may_change=True).change for one in behind]

    assert changes == [ChangeKind.DOWNHILL, None, None]
