"""A run on another day: granted where every rule allows it, else the rule is named."""

from dataclasses import replace

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.engine import difference, pause
from kneewise.engine.moves import settle
from kneewise.model.plan import Plan, Session, SessionKind
from kneewise.model.runner import Settings
from tests.engine.made import Runner, out_of_calm, sore_runner

FIRST = 11
"""The day that most of it is looked at: Build at 28 minutes, with runs planned on days 11, 13 and 15."""


def built(settings: Settings | None = None) -> Runner:
    runner = out_of_calm().each_week(40)
    return replace(runner, settings=settings) if settings is not None else runner


def runs(plan: Plan, runner: Runner) -> list[int]:
    return [(one.on - runner.start).days for one in plan.sessions if one.kind is SessionKind.RUN]


def answers(plan: Plan) -> list[str | None]:
    return [answer.because.rule if answer.because else None for answer in plan.moves]


def moved(from_day: int, to_day: int, runner: Runner | None = None) -> tuple[list[int], list[str | None]]:
    runner = (runner or built()).moved(FIRST, from_day, to_day)
    plan = runner.decided(FIRST).plan
    return runs(plan, runner), answers(plan)


def test_without_a_wish_nothing_is_moved() -> None:
    plan = built().decided(FIRST).plan

    assert (runs(plan, built()), plan.moves) == ([11, 13, 15], ())


@pytest.mark.parametrize(
    ("from_day", "to_day", "days"),
    [
        (15, 16, [11, 13, 16]),
        (13, 14, [11, 14, 16]),
        (11, 12, [12, 14, 16]),
        (11, 13, [13, 15, 17]),
        (11, 14, [12, 14, 16]),
    ],
)
def test_a_run_goes_to_the_day_it_is_wished_on_and_the_others_make_room(
    from_day: int, to_day: int, days: list[int]
) -> None:
    assert moved(from_day, to_day) == (days, [None])


@pytest.mark.parametrize(
    ("from_day", "to_day", "rule"), [(15, 14, "move.rest_days"), (13, 12, "move.rest_days")]
)
def test_a_day_beside_an_earlier_run_is_refused_and_the_plan_stays(
    from_day: int, to_day: int, rule: str
) -> None:
    assert moved(from_day, to_day) == ([11, 13, 15], [rule])


def test_the_days_of_a_week_refuse_one_too_many() -> None:
    runner = sore_runner().run(1, 28).run(3, 28).run(5, 28).each_week(20).moved(6, 8, 7)

    plan = runner.decided(6).plan

    assert runs(plan, runner)[0] == 8
    assert answers(plan) == ["move.week_days"]


def test_a_full_week_refuses_by_its_limit() -> None:
    runner = built().run(11, 28).run(13, 110).moved(14, 17, 15)

    plan = runner.decided(14).plan

    assert answers(plan) == ["move.caps"]


def test_the_rest_after_a_red_run_refuses() -> None:
    runner = built().run(11, 28, during=6).moved(12, 15, 13)

    plan = runner.decided(12).plan

    assert answers(plan) == ["move.after_bad"]
    assert min(runs(plan, runner)) >= 14


def test_an_ill_day_refuses() -> None:
    runner = built().ill(FIRST)

    assert moved(13, 14, runner) == ([], ["move.ill"])


def test_a_day_that_begins_too_sore_refuses() -> None:
    runner = built().log(FIRST, 13, before=5).moved(FIRST, 13, FIRST)

    assert answers(runner.decided(FIRST).plan) == ["move.sore"]


def test_while_running_is_out_nothing_can_be_moved() -> None:
    runner = built().told(FIRST, {"night_pain": True})

    assert moved(13, 14, runner) == ([], ["move.out"])


def test_the_runners_own_word_goes_before_the_days_of_the_settings() -> None:
    runner = built(Settings(running_days=(0, 2, 4)))  # Day 14 is a Monday.

    assert runs(runner.decided(FIRST).plan, runner) == [11, 14, 16]
    assert moved(14, 15, runner) == ([11, 15], [None])


def test_a_run_that_was_moved_can_be_moved_on_and_back() -> None:
    on = built().moved(FIRST, 15, 16).moved(FIRST, 16, 17, hour=8)
    back = built().moved(FIRST, 15, 16).moved(FIRST, 16, 15, hour=8)

    plan = on.decided(FIRST).plan
    assert runs(plan, on) == [11, 13, 17]
    assert [(one.from_day, one.to_day, one.done) for one in plan.moves] == [(on.date(15), on.date(17), True)]
    assert back.decided(FIRST).plan == built().decided(FIRST).plan


def test_a_second_wish_gives_way_to_the_first() -> None:
    runner = built().moved(FIRST, 13, 14).moved(FIRST, 11, 13, hour=8)

    plan = runner.decided(FIRST).plan

    assert answers(plan) == [None, "move.other"]
    assert 14 in runs(plan, runner)


def test_what_a_later_entry_makes_impossible_is_planned_anew_and_told_as_a_difference() -> None:
    runner = built().moved(FIRST, 13, 14)
    before = runner.decided(13)

    after = runner.run(13, 20).decided(13)

    found = difference(before, after)
    assert (answers(before.plan), answers(after.plan)) == ([None], [])
    sore = built().moved(FIRST, 13, 14)
    hurt = replace(sore, pain=[*sore.pain]).run(12, 10, during=6)
    told = difference(sore.decided(12), hurt.decided(12))
    assert [answer.because.rule for answer in told.moves if answer.because] == ["move.after_bad"]
    assert told.sessions
    assert not found.is_none


def test_a_wish_is_over_once_its_day_is_behind() -> None:
    runner = built().moved(FIRST, 13, 14)

    assert runner.decided(15).plan.moves == ()


def test_the_gate_has_the_last_word() -> None:
    plan = built().moved(FIRST, 13, 14).decided(FIRST).plan
    rest = tuple(Session(on=one.on, kind=SessionKind.REST) for one in plan.sessions)

    refused = settle(replace(plan, sessions=rest, refused=("gate.law_8",)))

    assert answers(plan) == [None]
    assert answers(refused) == ["gate.law_8"]


def test_a_pause_for_the_clock_answers_no_wish() -> None:
    decision = built().moved(FIRST, 13, 14).decided(FIRST)

    paused = pause(decision, "clock.behind", house_numbers().engine.clock_behind_h)

    assert paused.plan.moves == ()
