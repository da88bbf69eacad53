"""How long a run and a week may be, by the gate's own measure and the plan's."""

from dataclasses import replace
from typing import Any

import pytest

from kneewise.model.findings import Colour
from kneewise.model.observations import Baseline, Observations
from kneewise.model.plan import Block, Caps, Phase
from kneewise.model.sport import Sport
from tests.engine.gate_made import (
    FREE,
    TODAY,
    USUAL_MIN,
    colour,
    day,
    did,
    entry,
    lengths,
    morning,
    passed,
    plan,
    rest,
    run,
    runner,
    score,
    seen,
    walk,
)
from tests.engine.made import Runner, calm_week

LAW_8 = ("gate.law_8",)
GROWN = [Phase.BUILD, Phase.MAINTAIN]
AMPLE = did(-9, 400)
"""A long day of running three weeks ago, not in the diary: it makes the week no limit, and is no measure."""


LATELY = entry(-8)
"""A run that the diary alone tells of: there is no gap, and nothing more to measure by."""


def caps(**more: Any) -> Caps:
    return replace(FREE, **more)


# ---------------------------------------------------------------------------------------- one run, by phase


@pytest.mark.parametrize("phase", GROWN)
@pytest.mark.parametrize(("minutes", "left"), [(43, 43), (44, 44), (45, 44), (600, 44)])
def test_in_build_a_run_is_a_tenth_longer_than_the_longest(phase: Phase, minutes: float, left: float) -> None:
    out = passed(runner(longest=40), plan(run(0, minutes), phase=phase))

    assert lengths(out) == [left]
    assert out.refused == (() if minutes == left else LAW_8)


@pytest.mark.parametrize(("minutes", "said"), [(44, 60), (45, 44.06)])
def test_where_a_run_is_shortened_what_it_is_held_to_is_said(minutes: float, said: float) -> None:
    out = passed(runner(longest=40.051), plan(run(0, minutes), phase=Phase.BUILD, caps=caps(run_min=60.0)))

    assert out.caps.run_min == said


@pytest.mark.parametrize("phase", GROWN)
@pytest.mark.parametrize(("minutes", "left"), [(30, 30), (31, 30)])
def test_in_build_without_a_run_to_measure_by_half_an_hour_is_the_most(
    phase: Phase, minutes: float, left: float
) -> None:
    answered = (entry(-20), entry(-18))

    out = passed(seen(*answered, others=(AMPLE,)), plan(run(0, minutes), phase=phase))

    assert lengths(out) == [left]


@pytest.mark.parametrize(("minutes", "left"), [(30, 30), (31, 30)])
def test_on_the_ladder_half_an_hour_is_the_most(minutes: float, left: float) -> None:
    out = passed(runner(longest=60), plan(run(0, minutes), phase=Phase.WALK_RUN))

    assert lengths(out) == [left]


@pytest.mark.parametrize(("minutes", "left"), [(40, 40), (41, 40)])
def test_in_calm_the_usual_run_is_the_most(minutes: float, left: float) -> None:
    out = passed(runner(longest=60), plan(run(0, minutes), phase=Phase.CALM))

    assert (USUAL_MIN, lengths(out)) == (40, [left])


def test_in_calm_without_a_usual_run_there_is_none() -> None:
    out = passed(replace(runner(), baseline=None), plan(run(0, 10), phase=Phase.CALM))

    assert (out.sessions, out.may_run) == ((rest(0),), False)


def test_in_triage_there_is_no_run() -> None:
    out = passed(runner(), plan(run(0, 10), phase=Phase.TRIAGE))

    assert (out.sessions, out.refused) == ((rest(0),), LAW_8)


# ---------------------------------------------------------------------------------- which runs are a measure


@pytest.mark.parametrize(("days_ago", "most"), [(29, 55), (30, 55), (31, 33)])
def test_the_longest_run_is_one_of_the_last_thirty_days(days_ago: int, most: float) -> None:
    at = seen(entry(-days_ago, did(-days_ago, 50)), entry(-10, did(-10, 30)), others=(AMPLE,))

    assert lengths(passed(at, plan(run(0, 90)))) == [most]


@pytest.mark.parametrize(("started", "most"), [(-21, 55), (-20, 55), (-19, 33)])
def test_a_run_from_before_the_plan_is_no_measure(started: int, most: float) -> None:
    runs = (entry(-20, did(-20, 50)), entry(-10, did(-10, 30)), entry(-8, did(-8, 20)))

    at = seen(*runs, others=(AMPLE,), started_on=day(started))

    assert lengths(passed(at, plan(run(0, 90)))) == [most]


@pytest.mark.parametrize(
    "said",
    [
        {"during": None},
        {"during": score(None)},
        {"after_60min": None},
        {"after_60min": score(None)},
        {"morning": None},
        {"morning": score(None)},
        {"limp": True},
        {"limp": None},
        {"painkiller": True},
        {"painkiller": None},
    ],
    ids=str,
)
def test_a_run_that_was_not_wholly_answered_is_no_measure(said: dict[str, Any]) -> None:
    at = seen(entry(-20, did(-20, 50), **said), entry(-10, did(-10, 30)), entry(-8), others=(AMPLE,))

    assert lengths(passed(at, plan(run(0, 90)))) == [33]


def test_a_ride_is_no_measure_of_a_run() -> None:
    ride = entry(-6, did(-6, 90, sport=Sport.CYCLING))

    assert lengths(passed(seen(ride, entry(-10, did(-10, 30)), others=(AMPLE,)), plan(run(0, 90)))) == [33]


def test_a_run_of_which_nobody_knows_the_minutes_is_no_measure() -> None:
    at = seen(entry(-10, did(-10, None)), entry(-12), others=(AMPLE,))

    assert lengths(passed(at, plan(run(0, 90)))) == [30]


# ---------------------------------------------------------------------------------------- the plan's own caps


@pytest.mark.parametrize("phase", [Phase.CALM, Phase.WALK_RUN, Phase.BUILD, Phase.MAINTAIN])
@pytest.mark.parametrize(("own", "left"), [(19, 19), (20, 20), (21, 20)])
def test_a_lower_cap_of_the_plan_holds(phase: Phase, own: float, left: float) -> None:
    out = passed(runner(), plan(run(0, 20), phase=phase, caps=caps(run_min=own)))

    assert lengths(out) == [left]


def test_a_higher_cap_of_the_plan_does_not_hold() -> None:
    assert lengths(passed(runner(longest=40), plan(run(0, 90), caps=caps(run_min=90)))) == [44]


@pytest.mark.parametrize(("own", "cap"), [(None, 5000), (4999, 4999), (5000, 5000), (5001, 5000)])
def test_a_run_goes_no_further_than_the_plans_cap(own: float | None, cap: float) -> None:
    out = passed(runner(), plan(run(0, 20, cap_m=own), walk(1), caps=caps(run_m=5000)))

    assert [session.cap_m for session in out.sessions] == [cap, None]


def test_without_a_cap_in_metres_a_runs_own_stays() -> None:
    assert passed(runner(), plan(run(0, 20, cap_m=9000))).sessions[0].cap_m == 9000


@pytest.mark.parametrize(("own", "left"), [(49, 19), (50, 20), (51, 20)])
def test_todays_run_is_within_the_plans_cap_on_the_week(own: float, left: float) -> None:
    at = seen(entry(-3, did(-3, 30)), entry(-9, did(-9, 30)), others=(AMPLE,))

    out = passed(at, plan(run(0, 20), run(1, 20), caps=caps(week_min=own)))

    assert lengths(out) == [left, 20]


# --------------------------------------------------------------------------------------------------- the week


@pytest.mark.parametrize("phase", GROWN)
def test_a_week_is_a_fifth_more_than_the_largest(phase: Phase) -> None:
    at = seen(entry(-24, did(-24, 100)), entry(-22, did(-22, 100)), LATELY)

    out = passed(at, plan(run(0, 110), run(1, 110), run(2, 110), phase=phase))

    assert lengths(out) == [110, 110, 20]
    assert out.refused == LAW_8


def test_of_a_week_whole_minutes_are_left() -> None:
    at = seen(entry(-24, did(-24, 49.95)), entry(-22, did(-22, 49.95)), LATELY)

    assert lengths(passed(at, plan(run(0, 50), run(1, 50), run(2, 50)))) == [50, 50, 19]


def test_a_small_week_may_grow_by_ten_minutes() -> None:
    at = seen(entry(-24, did(-24, 15)), entry(-22, did(-22, 15)), LATELY)

    out = passed(at, plan(run(0, 16), run(1, 16), run(2, 16)))

    assert lengths(out) == [16, 16, 8]


def test_without_a_week_to_measure_by_ten_minutes_are_the_most() -> None:
    assert lengths(passed(seen(entry(-3), entry(-5)), plan(run(0, 30)))) == [10]


@pytest.mark.parametrize(("days_ago", "left"), [(83, 30), (84, 30), (85, 10)])
def test_the_largest_week_is_one_of_the_last_twelve(days_ago: int, left: float) -> None:
    at = seen(entry(-3), entry(-5), others=(did(-days_ago, 20),))

    assert lengths(passed(at, plan(run(0, 30)))) == [left]


@pytest.mark.parametrize(("days_ago", "left"), [(6, 0), (7, 30), (8, 30)])
def test_the_largest_week_is_one_before_these_seven_days(days_ago: int, left: float) -> None:
    at = seen(entry(-3), entry(-5), others=(did(-days_ago, 20),))

    assert lengths(passed(at, plan(run(0, 30)))) == [left]


def test_a_ride_is_no_part_of_a_week() -> None:
    ride = did(-20, 90, sport=Sport.CYCLING)

    assert lengths(passed(seen(entry(-3), entry(-5), others=(ride,)), plan(run(0, 30)))) == [10]


def test_a_ride_fills_no_week_and_is_no_other_run() -> None:
    rides = tuple(did(number, 20, sport=Sport.CYCLING) for number in (-1, -2))

    assert lengths(passed(seen(entry(-3), entry(-5), others=(*rides, did(-20, 50))), plan(run(0, 30)))) == [
        30
    ]


@pytest.mark.parametrize(("days_ago", "left"), [(5, 20), (6, 20), (7, 25)])
def test_a_week_is_seven_days_with_the_day_itself(days_ago: int, left: float) -> None:
    largest = (entry(-30, did(-30, 50)), entry(-31))
    at = seen(*largest, others=(did(-days_ago, 40),))

    assert lengths(passed(at, plan(run(0, 25)))) == [left]


@pytest.mark.parametrize(("days_later", "base"), [(6, 60), (7, 40)])
def test_the_largest_week_is_seven_days(days_later: int, base: float) -> None:
    at = seen(entry(-40), LATELY, others=(did(-30, 40), did(-30 + days_later, 20)))

    out = passed(at, plan(run(0, 30), run(1, 30), run(2, 30)))

    assert sum(lengths(out)) == max(base * 1.2, base + 10)


def test_two_runs_of_one_day_are_both_of_the_week() -> None:
    at = seen(entry(-40), LATELY, others=(did(-30, 20, hour=8), did(-30, 20, hour=18)))

    assert sum(lengths(passed(at, plan(run(0, 30), run(1, 30))))) == 50


def test_what_was_run_today_is_of_todays_week() -> None:
    at = seen(entry(-40), LATELY, others=(did(-30, 50), did(0, 45)))

    assert lengths(passed(at, plan(run(0, 30), run(1, 30)))) == [15, 0]


def test_a_full_week_leaves_no_run() -> None:
    at = seen(entry(-40), entry(-41), others=(did(-30, 50), did(-1, 60)))

    out = passed(at, plan(run(0, 5)))

    assert (out.sessions, out.may_run, out.refused) == ((rest(0),), False, LAW_8)


def test_a_run_of_no_said_length_goes_where_nothing_is_left() -> None:
    at = seen(entry(-3), entry(-5), others=(did(-1, 60),))

    assert passed(at, plan(run(0, 0, blocks=()))).sessions == (rest(0),)


def test_on_the_ladder_the_stage_is_the_measure_and_not_the_week() -> None:
    planned = tuple(run(number, 30) for number in range(7))

    assert passed(seen(entry(-3), entry(-5)), plan(*planned, phase=Phase.WALK_RUN)).sessions == planned


def test_a_week_of_calm_is_a_fifth_less_than_the_usual_one() -> None:
    """The usual one is 120 minutes."""
    planned = tuple(run(number, 40) for number in (0, 2, 4, 7))

    out = passed(seen(LATELY), plan(*planned, phase=Phase.CALM))

    assert lengths(out) == [40, 40, 16, 40]
    assert out.refused == LAW_8


@pytest.mark.parametrize(("started", "left"), [(-4, 16), (-3, 16), (-2, 40)])
def test_what_was_run_before_the_plan_is_of_no_week_of_calm(started: int, left: float) -> None:
    at = seen(LATELY, others=(did(-3, 80),), started_on=day(started))

    assert lengths(passed(at, plan(run(0, 40), phase=Phase.CALM))) == [left]


@pytest.mark.parametrize(("days_ago", "left"), [(6, 16), (7, 40)])
def test_a_week_of_calm_is_seven_days_with_the_day_itself(days_ago: int, left: float) -> None:
    assert lengths(
        passed(seen(LATELY, others=(did(-days_ago, 80),)), plan(run(0, 40), phase=Phase.CALM))
    ) == [left]


def test_a_week_of_calm_is_so_to_the_minute() -> None:
    usual = Baseline(measured=True, weeks=6, run_min=600, week_min=600, days_per_week=1)

    assert lengths(passed(seen(LATELY, baseline=usual), plan(run(0, 600), phase=Phase.CALM))) == [480]


def test_nobody_runs_in_calm_who_has_no_usual_running() -> None:
    assert lengths(passed(seen(LATELY, baseline=None), plan(run(0, 10), phase=Phase.CALM))) == [0]


# ------------------------------------------------------------------------------------------------ after a gap


def ran(days_ago: int, longest: float) -> Observations:
    """Ample running once, and a longest run that ended it."""
    return seen(entry(-days_ago - 1), entry(-days_ago, did(-days_ago, longest)), others=(did(-80, 400),))


@pytest.mark.parametrize("phase", GROWN)
@pytest.mark.parametrize(
    ("whole_days", "left"), [(8, 44), (9, 30), (10, 30), (13, 30), (14, 22), (27, 22), (28, 20), (50, 20)]
)
def test_after_days_without_a_run_the_next_one_is_shorter(phase: Phase, whole_days: int, left: float) -> None:
    out = passed(ran(whole_days + 1, 40), plan(run(0, 60), phase=phase))

    assert lengths(out) == [left]
    assert out.caps.run_min == pytest.approx(left, abs=0.9)
    assert out.refused == LAW_8


USUAL = Baseline(measured=True, weeks=6, run_min=40, week_min=120, days_per_week=3)
SHORT = Baseline(measured=True, weeks=6, run_min=20, week_min=60, days_per_week=3)


@pytest.mark.parametrize(("whole_days", "left"), [(8, 30), (9, 21), (13, 21), (14, 15), (27, 15), (28, 20)])
def test_on_the_ladder_a_gap_leaves_a_share_of_half_an_hour(whole_days: int, left: float) -> None:
    at = replace(ran(whole_days + 1, 20), baseline=SHORT)

    assert lengths(passed(at, plan(run(0, 60), phase=Phase.WALK_RUN))) == [left]


@pytest.mark.parametrize(
    ("usual", "longest", "left"), [(SHORT, 27, 15), (SHORT, 29, 15), (SHORT, 36, 19), (USUAL, 20, 20)]
)
def test_on_the_ladder_it_is_a_share_of_what_was_run_before_where_that_is_more(
    usual: Baseline, longest: float, left: float
) -> None:
    """A length of Build that fell may have led there: a tenth more than the longest run, or the usual."""
    at = replace(ran(16, longest), baseline=usual)

    assert lengths(passed(at, plan(run(0, 60), phase=Phase.WALK_RUN))) == [left]


def test_a_length_of_build_that_a_gap_cut_to_the_ladder_is_let_through() -> None:
    plan = calm_week(Runner().usually(50).screened(), 34).each_week(30).decided(23).plan

    assert (plan.phase, plan.sessions[0].running_min, plan.refused) == (Phase.WALK_RUN, 16, ())


@pytest.mark.parametrize(("whole_days", "left"), [(8, 40), (9, 38), (13, 38), (14, 27), (27, 27), (28, 20)])
def test_in_calm_a_gap_leaves_a_share_of_the_longest_run_before_it(whole_days: int, left: float) -> None:
    """A tenth more than fifty minutes, or the usual forty."""
    assert lengths(passed(ran(whole_days + 1, 50), plan(run(0, 60), phase=Phase.CALM))) == [left]


@pytest.mark.parametrize(("longest", "left"), [(10, 28), (36, 28), (37, 28), (50, 38)])
def test_in_calm_it_is_a_share_of_no_less_than_the_usual_run(longest: float, left: float) -> None:
    assert lengths(passed(ran(11, longest), plan(run(0, 60), phase=Phase.CALM))) == [left]


def test_in_calm_half_an_hour_is_no_measure() -> None:
    at = replace(ran(16, 20), baseline=SHORT)

    assert lengths(passed(at, plan(run(0, 60), phase=Phase.CALM))) == [11]


@pytest.mark.parametrize(("days_before", "left"), [(29, 38), (30, 38), (31, 28)])
def test_the_longest_run_before_a_gap_is_one_of_thirty_days(days_before: int, left: float) -> None:
    at = seen(entry(-11, did(-11, 20)), others=(did(-11 - days_before, 50),))

    assert lengths(passed(at, plan(run(0, 60), phase=Phase.CALM))) == [left]


@pytest.mark.parametrize("phase", GROWN)
@pytest.mark.parametrize(("days_before", "left"), [(20, 22), (30, 22), (31, 15)])
def test_in_build_it_is_an_answered_one_of_thirty_days_before_the_gap(
    phase: Phase, days_before: int, left: float
) -> None:
    """It is the length that fell then; a tenth more than the twenty of late is the most anyway."""
    of_old = entry(-11 - days_before, did(-11 - days_before, 40))
    at = seen(entry(-11, did(-11, 20)), of_old, others=(did(-70, 400),))

    assert lengths(passed(at, plan(run(0, 60), phase=phase))) == [left]


@pytest.mark.parametrize("phase", [Phase.CALM, Phase.WALK_RUN, *GROWN])
def test_who_never_ran_begins_short(phase: Phase) -> None:
    at = seen(*(morning(-number) for number in (1, 2)))

    assert lengths(passed(at, plan(run(0, 40), run(3, 20), phase=phase)))[0] == (10 if phase in GROWN else 20)


@pytest.mark.parametrize("phase", [Phase.CALM, Phase.WALK_RUN])
def test_a_run_that_is_let_through_ends_the_gap_for_those_behind_it(phase: Phase) -> None:
    out = passed(ran(31, 60), plan(run(0, 25), run(2, 25), phase=phase))

    assert lengths(out) == [20, 25]


def test_a_walk_ends_no_gap() -> None:
    at = seen(entry(-40, did(-40, 30)), entry(-3, walked_min=30.0))

    assert lengths(passed(at, plan(run(2, 25), phase=Phase.CALM))) == [20]


@pytest.mark.parametrize(("last_ran", "left"), [(14, 385), (15, 240)])
def test_more_than_two_weeks_after_the_last_run_half_of_the_largest_week_counts(
    last_ran: int, left: float
) -> None:
    """Four hundred minutes in the largest week, or two hundred, and a fifth more; by the gap 385, or 275."""
    at = seen(entry(-20, did(-20, 500)), entry(-last_ran), entry(-40))

    out = passed(replace(at, activities=(did(-60, 400),)), plan(run(0, 600)))

    assert lengths(out) == [left]


def test_a_run_of_today_ends_no_gap_for_another_one_today() -> None:
    calm = seen(entry(-20, did(-20, 40)), others=(did(0, 5),))
    grown = replace(
        seen(entry(-20, did(-20, 500)), entry(-15), entry(-40)), activities=(did(-60, 400), did(0, 5))
    )

    assert lengths(passed(calm, plan(run(0, 40), phase=Phase.CALM))) == [22]
    assert lengths(passed(grown, plan(run(0, 600)))) == [235]


def test_a_gap_after_runs_that_nobody_measured_leaves_a_share_of_the_usual_run() -> None:
    assert lengths(passed(seen(entry(-11)), plan(run(0, 60), phase=Phase.CALM))) == [28]


# ----------------------------------------------------------------------------- one run beside the others


@pytest.mark.parametrize("phase", GROWN)
@pytest.mark.parametrize(("minutes", "left"), [(20, 20), (21, 20)])
def test_one_run_is_no_more_than_the_two_others_of_its_week_together(
    phase: Phase, minutes: float, left: float
) -> None:
    at = seen(entry(-20, did(-20, 60)), entry(-5, did(-5, 10)), entry(-3, did(-3, 10)))

    assert lengths(passed(at, plan(run(0, minutes), phase=phase))) == [left]


def test_beside_one_other_run_a_run_may_be_the_longer() -> None:
    at = seen(entry(-20, did(-20, 60)), entry(-22), entry(-3, did(-3, 10)))

    assert lengths(passed(at, plan(run(0, 40)))) == [40]


@pytest.mark.parametrize(("days_ago", "left"), [(6, 20), (7, 40)])
def test_the_others_are_those_of_seven_days(days_ago: int, left: float) -> None:
    at = seen(
        entry(-20, did(-20, 60)),
        entry(-days_ago, did(-days_ago, 10)),
        entry(-3, did(-3, 10)),
        others=(AMPLE,),
    )

    assert lengths(passed(at, plan(run(0, 40)))) == [left]


def test_two_runs_of_one_day_are_two_others_and_so_are_planned_ones() -> None:
    at = seen(entry(-20, did(-20, 60)), entry(-22), others=(did(0, 10, hour=6), did(0, 10, hour=8)))

    assert lengths(passed(at, plan(run(0, 40)))) == [20]
    assert lengths(passed(runner(longest=40), plan(run(3, 10), run(4, 10), run(6, 40)))) == [10, 10, 20]


def test_on_the_ladder_a_run_is_not_measured_by_the_others() -> None:
    at = seen(entry(-5, did(-5, 8)), entry(-3, did(-3, 8)))

    assert lengths(passed(at, plan(run(0, 24), phase=Phase.WALK_RUN))) == [24]


def test_a_run_that_was_taken_out_is_no_other_run() -> None:
    at = seen(entry(-20, did(-20, 60)), entry(-22), entry(-3, did(-3, 10)))

    out = passed(at, plan(run(0, 20, kind=walk(0).kind), run(1, 40)))

    assert lengths(out) == [0, 40]


# --------------------------------------------------------------------------------------------- made shorter


def test_a_shorter_run_takes_less_time() -> None:
    out = passed(runner(longest=40), plan(run(0, 60, duration_min=75)))

    assert (out.sessions[0].duration_min, out.sessions[0].running_min) == (59, 44)
    assert out.sessions[0].blocks == (Block(run_min=44, walk_min=0, times=1),)


def test_a_run_takes_as_long_as_it_is_at_the_least() -> None:
    out = passed(runner(longest=40), plan(run(0, 60, duration_min=20)))

    assert out.sessions[0].duration_min == 44


def test_whole_minutes_are_left() -> None:
    assert lengths(passed(runner(longest=36), plan(run(0, 60)))) == [39]
    assert lengths(passed(runner(longest=49.97), plan(run(0, 60)))) == [54]


@pytest.mark.parametrize(
    ("planted", "left"), [(20.0, 20.0), (20.01, 20.01), (20.02, 20.0), (20.9, 20.0), (21.0, 20.0)]
)
def test_a_hundredth_of_a_minute_more_is_rounding(planted: float, left: float) -> None:
    out = passed(runner(), plan(run(0, planted), caps=caps(run_min=20)))

    assert lengths(out) == [left]


@pytest.mark.parametrize(("own", "left"), [(0.98, 0), (0.99, 1), (1, 1), (1.98, 1), (1.99, 2)])
def test_less_than_a_minute_is_no_run(own: float, left: float) -> None:
    out = passed(runner(), plan(run(0, 5), caps=caps(run_min=own)))

    assert lengths(out) == [left]
    assert out.may_run is (left > 0)


def blocks(*parts: tuple[float, int]) -> tuple[Block, ...]:
    return tuple(Block(run_min=minutes, walk_min=1, times=times) for minutes, times in parts)


@pytest.mark.parametrize(
    ("planned", "left"),
    [
        (blocks((5, 10)), blocks((5, 4))),
        (blocks((6, 10)), blocks((6, 3))),
        (blocks((30, 2)), blocks((20, 1))),
        (blocks((50, 1)), blocks((20, 1))),
        (blocks((15, 1), (15, 1)), blocks((15, 1), (5, 1))),
        (blocks((5, 2), (5, 4)), blocks((5, 2), (5, 2))),
        (blocks((10, 2), (5, 2)), blocks((10, 2))),
        (blocks((0, 3), (30, 1)), blocks((20, 1))),
        (blocks((5, 0), (30, 1)), blocks((20, 1))),
    ],
    ids=str,
)
def test_what_is_too_much_is_left_out_from_the_end(
    planned: tuple[Block, ...], left: tuple[Block, ...]
) -> None:
    minutes = sum(block.run_min * block.times for block in planned)

    out = passed(runner(), plan(run(0, minutes, blocks=planned), caps=caps(run_min=20)))

    assert out.sessions[0].blocks == left


def test_sessions_are_judged_in_the_order_of_their_days() -> None:
    at = seen(entry(-24, did(-24, 50)), entry(-22), LATELY)

    out = passed(at, plan(run(2, 40), run(0, 40)))

    assert [(session.on, session.running_min) for session in out.sessions] == [(TODAY, 40), (day(2), 20)]


# ----------------------------------------------------------------------------------------------- after a red


@pytest.mark.parametrize(("after", "runs"), [(-1, True), (0, False), (1, False), (2, False), (3, True)])
def test_no_run_within_two_days_of_a_red_one(after: int, runs: bool) -> None:
    proposed = plan(run(after, 20), walk(after))

    out = passed(runner(), proposed, colours=(colour(0, Colour.RED),))

    assert out.sessions == (run(after, 20) if runs else rest(after), walk(after))
    assert out.refused == (() if runs else ("gate.rest_after_red",))


@pytest.mark.parametrize("of", [Colour.GREEN, Colour.NEUTRAL, Colour.UNKNOWN, Colour.AMBER])
def test_after_another_colour_the_gate_lets_run(of: Colour) -> None:
    assert passed(runner(), plan(run(1, 20)), colours=(colour(0, of),)).sessions == (run(1, 20),)
