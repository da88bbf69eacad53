"""What the diary answers: which runs it looks at, which it leaves out, and when it says something."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kneewise.app.numbers import house_numbers
from kneewise.insight.ask import ask
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import PainkillerUse, Sleep
from kneewise.model.insight import Asked, Insight, Insights, Lag, LeftOut, Verdict
from kneewise.model.places import Side
from tests.engine.made import Runner, sore_runner

NUMBERS = house_numbers().insight


def asked(runner: Runner, day: int = 120) -> Insights:
    return ask(runner.seen(day), NUMBERS)


def one(found: Insights, name: Asked, lag: Lag = Lag.DURING, subject: str = "") -> Insight:
    (answer,) = (
        each for each in found.answers if (each.asked, each.lag, each.subject) == (name, lag, subject)
    )
    return answer


def quick_runs(count: int = 24, **felt: Any) -> Runner:
    """Every other day, by turns at 160, 166 and 172 steps a minute, and sorer the quicker they are."""
    runner = sore_runner()
    for number in range(count):
        quicker = number % 3
        runner.ran(1 + 2 * number, 30, cadence_spm=160 + 6 * quicker)
        runner.felt(1 + 2 * number, **{"during": 1 + quicker, **felt})
    return runner


def measured(runner: Runner, **figures: Any) -> Runner:
    """The same runs with further figures, each the same in all."""
    runner.activities = [replace(run, measured=replace(run.measured, **figures)) for run in runner.activities]
    return runner


def test_what_always_went_with_more_pain_is_said_with_its_pairs() -> None:
    answer = one(asked(quick_runs()), Asked.CADENCE)

    assert answer.verdict is Verdict.MORE_PAIN
    assert answer.runs == 24
    assert (answer.pairs.more, answer.pairs.less, answer.pairs.same) == (24, 0, 0)
    assert answer.strength is not None
    assert answer.strength.value == 1
    assert answer.strength.low > 0.7


def test_what_goes_the_other_way_went_with_less_pain() -> None:
    runner = quick_runs()
    runner.pain = [
        replace(log, during=4 - log.during) if isinstance(log.during, int) else log for log in runner.pain
    ]

    assert one(asked(runner), Asked.CADENCE).verdict is Verdict.LESS_PAIN


def test_a_score_that_stays_the_same_cannot_be_compared() -> None:
    answer = one(asked(quick_runs()), Asked.CADENCE, Lag.AFTER_60MIN)

    assert answer.verdict is Verdict.NOTHING_TO_COMPARE
    assert answer.strength is None
    assert answer.runs_more is None


def test_too_few_runs_say_how_many_more_are_needed() -> None:
    answer = one(asked(quick_runs(9)), Asked.CADENCE)

    assert answer.verdict is Verdict.NOT_ENOUGH
    assert (answer.runs, answer.runs_more) == (9, 3)


def test_one_run_less_than_enough_is_not_enough() -> None:
    assert one(asked(quick_runs(11)), Asked.CADENCE).verdict is Verdict.NOT_ENOUGH
    assert one(asked(quick_runs(12)), Asked.CADENCE).verdict is Verdict.MORE_PAIN


def test_a_runner_who_told_nothing_is_asked_about_no_knee() -> None:
    found = ask(Runner().seen(0), NUMBERS)

    assert found.answers == ()
    assert found.asked_at_once == 0


def test_a_knee_that_heals_while_runs_grow_quicker_says_nothing() -> None:
    runner = sore_runner()
    for number in range(24):
        runner.ran(1 + 2 * number, 30, cadence_spm=160 + number // 3)
        runner.felt(1 + 2 * number, during=8 - number // 3)

    assert one(asked(runner), Asked.CADENCE).pairs.all == 0


def test_runs_that_began_more_sore_are_compared_among_themselves() -> None:
    runner = sore_runner()
    for number in range(24):
        sore = number % 2
        runner.ran(1 + 2 * number, 30, cadence_spm=160 + 6 * sore)
        runner.felt(1 + 2 * number, before=2 * sore, during=1 + 3 * sore)

    answer = one(asked(runner), Asked.CADENCE)

    assert answer.pairs.all == 0
    assert answer.verdict is Verdict.NOTHING_TO_COMPARE


def test_the_morning_speaks_where_nothing_was_said_just_before_a_run() -> None:
    runner = sore_runner().morning(5, 3)
    runner.ran(5, 30)
    runner.felt(5, before=None)

    (point,) = one(asked(runner), Asked.DAY_BEFORE).points

    assert point.before_0_10 == 3


def test_runs_before_and_after_a_gap_are_not_compared() -> None:
    runner = sore_runner()
    for day, cadence_spm, during in ((1, 160, 1), (16, 166, 2), (18, 172, 3)):
        runner.ran(day, 30, cadence_spm=cadence_spm)
        runner.felt(day, during=during)

    assert one(asked(runner, 20), Asked.CADENCE).pairs.all == 1


def test_a_score_that_is_not_known_is_left_out_and_counted() -> None:
    runner = quick_runs(12).run(30, 30, during=UNKNOWN).run(32, 30, during=None)

    answer = one(asked(runner), Asked.CADENCE)

    assert answer.left_out == LeftOut(no_score=2)
    assert answer.runs == 12


def test_an_amount_that_is_not_known_is_left_out_and_counted() -> None:
    answer = one(asked(quick_runs(12).run(30, 30)), Asked.CADENCE)

    assert answer.left_out == LeftOut(no_amount=1)


@pytest.mark.parametrize("said", [True, UNKNOWN])
def test_a_run_that_a_painkiller_may_have_coloured_is_shown_and_not_compared(said: Any) -> None:
    runner = quick_runs(12)
    runner.ran(30, 30, cadence_spm=180)
    runner.felt(30, during=0, painkiller=said)

    answer = one(asked(runner), Asked.CADENCE)

    assert answer.left_out == LeftOut(painkiller=1)
    assert answer.runs == 12
    assert [point.on for point in answer.points if not point.counts] == [runner.date(30)]
    assert answer.pairs.less == 0


def test_a_painkiller_noted_apart_from_the_run_counts_as_well() -> None:
    runner = quick_runs(12)
    at = runner.at(23, 16)
    runner.painkillers.append(PainkillerUse(record_id="pill", at=at, on=at.date()))

    assert one(asked(runner), Asked.CADENCE).left_out.painkiller == 1


def test_a_run_while_ill_is_left_out() -> None:
    answer = one(asked(quick_runs(12).ill(1, 3)), Asked.CADENCE)

    assert answer.left_out == LeftOut(ill=2)
    assert answer.runs == 10


def test_a_year_is_looked_at_and_no_more() -> None:
    runner = quick_runs(12)

    assert one(asked(runner, 365), Asked.CADENCE).runs == 12
    assert one(asked(runner, 368), Asked.CADENCE).runs == 11


def test_only_the_newest_runs_are_looked_at() -> None:
    numbers = replace(NUMBERS, most_runs=replace(NUMBERS.most_runs, value=12))

    answer = one(ask(quick_runs(24).seen(120), numbers), Asked.CADENCE)

    assert answer.runs == 12
    assert answer.points[0].on == quick_runs().date(25)


def test_a_knee_speaks_for_itself() -> None:
    found = asked(quick_runs(12))

    assert {answer.side for answer in found.answers} == {Side.RIGHT}


def test_the_night_before_a_run_is_the_one_that_is_asked_about() -> None:
    runner = quick_runs(1)
    at: datetime = runner.at(1, 7)
    night = Sleep(record_id="a", at=at, on=at.date(), hours=6.5, quality_0_10=4)
    later = Sleep(
        record_id="b", at=at + timedelta(days=1), on=runner.date(2), hours=9.0, quality_0_10=UNKNOWN
    )
    runner.sleeps.extend([night, later])

    found = asked(runner)

    assert [point.amount for point in one(found, Asked.SLEEP_HOURS).points] == [6.5]
    assert [point.amount for point in one(found, Asked.SLEEP_QUALITY).points] == [4]


def test_two_days_in_a_row_are_told_from_one() -> None:
    runner = sore_runner().run(1, 30).run(2, 30).run(5, 30)

    points = one(asked(runner), Asked.DAY_BEFORE).points

    assert [point.amount for point in points] == [0, 1, 0]


def test_a_run_is_measured_against_the_longest_of_thirty_days() -> None:
    runner = Runner().usually(40, weeks=1, days=(0,)).screened(0)
    runner.run(1, 30).run(23, 60).run(24, 30).run(60, 30)

    points = one(asked(runner), Asked.LONGEST).points

    assert [point.amount for point in points] == [0.75, 1.5, 0.5]


def test_of_two_pairs_of_shoes_one_question_says_it_all_and_of_three_each_is_asked() -> None:
    runner = quick_runs(12)
    for names, subjects in (("A", []), ("AB", ["B"]), ("ABC", ["A", "B", "C"])):
        runner.activities = [
            replace(run, shoe=names[number % len(names)]) for number, run in enumerate(runner.activities)
        ]
        found = asked(runner)

        assert [
            each.subject for each in found.answers if each.asked is Asked.SHOE and each.lag is Lag.DURING
        ] == subjects


def test_soft_ground_is_told_from_hard_and_unknown_ground_from_both() -> None:
    runner = quick_runs(3)
    grounds = dict(
        zip([run.activity_id for run in runner.activities[-3:]], ("trail", "street", ""), strict=True)
    )
    runner.activities = [
        replace(run, sub_sport=grounds.get(run.activity_id, "")) for run in runner.activities
    ]

    answer = one(asked(runner), Asked.SURFACE)

    assert [point.amount for point in answer.points] == [1, 0]
    assert answer.left_out.no_amount == 1


def test_figures_of_the_file_are_taken_as_they_are() -> None:
    found = asked(measured(quick_runs(1), descent_m=120.0, speed_m_s=2.9))

    assert [point.amount for point in one(found, Asked.DESCENT).points] == [120]
    assert [point.amount for point in one(found, Asked.PACE).points] == [2.9]


def test_the_first_pain_of_a_run_goes_with_later_scores_only() -> None:
    found = asked(quick_runs(1, first_pain_min=12))

    lags = [each.lag for each in found.answers if each.asked is Asked.FIRST_PAIN]

    assert lags == [Lag.AFTER_60MIN, Lag.MORNING]
    assert [point.amount for point in one(found, Asked.FIRST_PAIN, Lag.MORNING).points] == [12]


def test_the_morning_after_is_that_of_the_next_day() -> None:
    runner = sore_runner().run(1, 30, morning=5)

    (point,) = one(asked(runner), Asked.DAY_BEFORE, Lag.MORNING).points

    assert (point.on, point.score_0_10) == (runner.date(1), 5)


def test_a_walk_is_no_run() -> None:
    runner = sore_runner().walk(5)

    assert one(asked(runner), Asked.DAY_BEFORE, Lag.AFTER_60MIN).runs == 0


def test_the_same_history_gives_the_same_answer_whatever_its_order() -> None:
    runner = quick_runs()
    first = asked(runner)
    runner.pain.reverse()
    runner.activities.reverse()

    assert asked(runner) == first


def test_no_more_is_claimed_than_the_rate_allows_over_all_questions() -> None:
    found = asked(quick_runs())

    claimed = [each for each in found.answers if each.verdict in {Verdict.MORE_PAIN, Verdict.LESS_PAIN}]

    assert [each.asked for each in claimed] == [Asked.CADENCE]
    assert found.asked_at_once == sum(each.strength is not None for each in found.answers)
    assert found.false_percent == 10
