"""A form of exercises or tests with a key of its own: written once, whatever is sent after it."""

from threading import Thread
from typing import Any

import pytest
from django.db import connections

from kneewise.app import log
from kneewise.app.home import RunnerRef
from kneewise.app.once import log_exercises, log_tests
from kneewise.app.writing import Done, Logged
from kneewise.model.errors import UsageError
from kneewise.store.history import recall_history
from kneewise.store.runners import last_step
from tests.app.samples import NOW

KEY = "0b5f4b5e-6d1c-4c0e-9a51-2f1b1f3f8a10"
CLAMSHELL = {"exercise": "clamshell", "sets": "2", "repetitions": "12 10", "during": "1"}
SQUAT = {"exercise": "eccentric_squat", "sets": "1", "repetitions": "12", "in_reserve": "2"}


def send(runner: RunnerRef, *entries: Any, key: str = KEY, on: str = "") -> Logged:
    return log_exercises(runner, at=NOW, on=on, key=key, entries=entries)


def names(runner: RunnerRef) -> list[str]:
    return [one.exercise for one in recall_history(runner).exercises]


def test_a_session_is_one_step_with_all_its_exercises(runner: RunnerRef) -> None:
    before = last_step(runner)

    logged = send(runner, CLAMSHELL, SQUAT)

    assert logged.done is Done.KEPT
    assert sorted(names(runner)) == ["clamshell", "eccentric_squat"]
    assert last_step(runner) == before + 1


def test_sent_again_under_its_key_it_changes_nothing_whatever_it_holds(runner: RunnerRef) -> None:
    send(runner, CLAMSHELL)
    before = last_step(runner)

    again = send(runner, SQUAT, CLAMSHELL)

    assert again.done is Done.SAID_ALREADY
    assert names(runner) == ["clamshell"]
    assert last_step(runner) == before


def test_two_sessions_that_are_alike_are_two_where_their_keys_differ(quick_runner: RunnerRef) -> None:
    send(quick_runner, CLAMSHELL)
    send(quick_runner, CLAMSHELL, key=KEY.replace("0b", "1c"))

    assert names(quick_runner) == ["clamshell", "clamshell"]


def test_what_was_taken_back_does_not_come_back_by_sending_it_again(quick_runner: RunnerRef) -> None:
    log.undo(quick_runner, send(quick_runner, CLAMSHELL).record_id, at=NOW)

    send(quick_runner, CLAMSHELL)

    assert names(quick_runner) == []


def test_two_that_are_sent_at_once_are_one(runner: RunnerRef) -> None:
    def press() -> None:
        send(runner, CLAMSHELL)
        connections.close_all()

    presses = [Thread(target=press) for _ in range(2)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()

    assert names(runner) == ["clamshell"]


@pytest.mark.parametrize("key", ["", "short", "x" * 32, "0" * 65, "0b5f4b5e 6d1c-4c0e-9a51"])
def test_a_form_without_a_whole_key_is_not_written(quick_runner: RunnerRef, key: str) -> None:
    with pytest.raises(UsageError, match="open its page once more"):
        send(quick_runner, CLAMSHELL, key=key)

    assert names(quick_runner) == []


def test_an_empty_form_is_not_written(quick_runner: RunnerRef) -> None:
    with pytest.raises(UsageError, match="Nothing was filled in"):
        send(quick_runner)


def test_a_slip_names_its_part_and_its_place_and_nothing_of_the_form_is_written(
    quick_runner: RunnerRef,
) -> None:
    with pytest.raises(UsageError, match="“many” is no number") as slip:
        send(quick_runner, CLAMSHELL, SQUAT | {"repetitions": "many"})

    assert slip.value.field == "repetitions 1"
    assert names(quick_runner) == []


def test_a_day_to_come_is_a_slip_of_the_day(quick_runner: RunnerRef) -> None:
    with pytest.raises(UsageError, match="in the future") as slip:
        send(quick_runner, CLAMSHELL, on="2999-01-01")

    assert slip.value.field == "on"


def test_both_sides_of_a_test_are_one_form(quick_runner: RunnerRef) -> None:
    entries = [
        {"kind": "knee_to_wall", "side": side, "distance_cm": cm}
        for side, cm in (("left", "9,5"), ("right", "11"))
    ]

    for _twice in range(2):
        log_tests(quick_runner, at=NOW, on=None, key=KEY, entries=entries)

    assert [(one.side, one.distance_cm) for one in recall_history(quick_runner).tests] == [
        ("left", 9.5),
        ("right", 11.0),
    ]
