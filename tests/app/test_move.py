"""`plan --move`: written down only where the rules allow it, and taken back like any entry."""

from datetime import date, timedelta

import pytest

from kneewise.app import log
from kneewise.app.home import RunnerRef
from kneewise.app.move import MovedRun, ask, kept, move
from kneewise.app.review import review
from kneewise.app.screen import screen
from kneewise.model.errors import UsageError
from kneewise.model.plan import SessionKind
from kneewise.store.history import recall_history
from tests.app.samples import NOW
from tests.guide.made import noes

TODAY = NOW.date()
"""A Monday."""


@pytest.fixture
def calm(quick_runner: RunnerRef) -> RunnerRef:
    """Screened today: three runs of twenty minutes are planned, on Monday, Wednesday and Friday."""
    usual = {"usual_runs_per_week": 3, "usual_run_min": 40, "pain_during_last_run": 4}
    screen(quick_runner, noes(**usual), at=NOW)
    return quick_runner


def runs(runner: RunnerRef, on: date = TODAY) -> list[int]:
    return [
        (session.on - TODAY).days
        for session in review(runner, on).plan.sessions
        if session.kind is SessionKind.RUN
    ]


def moved(runner: RunnerRef, from_day: object, to_day: object) -> MovedRun:
    return move(runner, from_day, to_day, at=NOW)


def test_a_run_is_moved_by_the_names_of_the_days_and_taken_back(calm: RunnerRef) -> None:
    before = runs(calm)

    found = moved(calm, "fri", "saturday")

    assert (before, runs(calm)) == ([0, 2, 4], [0, 2, 5])
    assert found.answer.done
    assert [answer.done for answer in found.difference.moves] == [True]
    log.undo(calm, found.record_id, at=NOW)
    assert runs(calm) == before


def test_what_is_not_allowed_names_the_rule_and_keeps_nothing(calm: RunnerRef) -> None:
    found = moved(calm, TODAY + timedelta(days=4), "2026-11-26")

    assert (found.answer.done, found.record_id) == (False, "")
    assert found.answer.because is not None
    assert found.answer.because.rule == "move.rest_days"
    assert recall_history(calm).moves == ()
    assert runs(calm) == [0, 2, 4]


@pytest.mark.parametrize(
    ("from_day", "to_day", "sentence"),
    [
        ("tue", "sat", "There is no run in the plan on 24 November 2026"),
        ("mon", "fri", "On 27 November 2026 there is a run already"),
        ("mon", "mon", "The two days of a move are the same"),
        ("mon", "2026-11-30", "Say a day from 2026-11-23 to 2026-11-29 for the day to run on instead"),
        ("2026-11-22", "tue", "for the day whose run is moved"),
        ("soon", "tue", "“soon” is no date"),
    ],
)
def test_what_cannot_be_is_one_sentence(calm: RunnerRef, from_day: str, to_day: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        moved(calm, from_day, to_day)


def test_a_later_entry_that_makes_it_impossible_says_so_in_its_difference(calm: RunnerRef) -> None:
    moved(calm, "wed", "thu")

    told = log.log_illness(calm, at=NOW + timedelta(minutes=1))

    assert told.difference is not None
    assert [one.because.rule for one in told.difference.moves if one.because] == ["move.ill"]


def test_a_move_can_be_corrected(calm: RunnerRef) -> None:
    found = moved(calm, "fri", "sat")

    log.edit(calm, found.record_id, {"to_day": "2026-11-29"}, at=NOW + timedelta(minutes=1))

    assert runs(calm) == [0, 2, 6]


def test_asking_first_keeps_nothing_and_tells_the_same(calm: RunnerRef) -> None:
    asked = ask(calm, "fri", "sat", at=NOW)
    before = recall_history(calm).moves

    found = moved(calm, "fri", "sat")

    assert (asked.record_id, before) == ("", ())
    assert (asked.answer, asked.difference) == (found.answer, found.difference)


def test_the_last_wish_for_a_day_is_the_one_to_take_back(calm: RunnerRef) -> None:
    first, again = moved(calm, "fri", "sat"), move(calm, "sat", "sun", at=NOW + timedelta(minutes=1))

    assert kept(calm) == {
        TODAY + timedelta(days=5): first.record_id,
        TODAY + timedelta(days=6): again.record_id,
    }
