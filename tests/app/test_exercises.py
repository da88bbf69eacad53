"""Exercises in the diary: what can be said of one, that it is amended and undone, and as an event."""

from typing import Any

import pytest
from django.utils import translation

from kneewise.app import log, replay
from kneewise.app.events import decide_events
from kneewise.app.exercise_words import exercise_named, exercise_names
from kneewise.app.home import RunnerRef
from kneewise.app.settings import languages
from kneewise.model.answers import UNKNOWN
from kneewise.model.errors import UsageError
from kneewise.model.findings import Course
from kneewise.model.places import Side
from kneewise.model.plan import ChangeKind
from kneewise.present.diary import say_entry
from kneewise.present.words import has_sentence, sentence
from kneewise.store.history import recall_history
from kneewise.store.runners import last_step
from tests.app.samples import NOW
from tests.app.test_events import SCREENING, decided


def test_what_was_done_comes_back_as_it_was_said(quick_runner: RunnerRef) -> None:
    said: dict[str, Any] = {"exercise": "Split squat", "side": "left", "sets": 3, "repetitions": "12, 12, 10"}
    said |= {"in_reserve": "unknown", "load_kg": "7.5", "during": 1, "morning": "unknown"}

    log.log_exercise(quick_runner, at=NOW, **said)

    (told,) = recall_history(quick_runner).exercises
    assert (told.exercise, told.side, told.sets) == ("split_squat", Side.LEFT, 3)
    assert (told.repetitions, told.in_reserve, told.load_kg) == ((12, 12, 10), UNKNOWN, 7.5)
    assert (told.during, told.morning, told.after_24h) == (1, UNKNOWN, None)


@pytest.mark.parametrize(
    ("given", "row"), [("12", (12,)), (12, (12,)), ([12, 10], (12, 10)), ("12 10", (12, 10)), ("", ())]
)
def test_repetitions_are_a_row_or_one_number(
    quick_runner: RunnerRef, given: Any, row: tuple[int, ...]
) -> None:
    log.log_exercise(quick_runner, at=NOW, exercise="clamshell", repetitions=given, during=0)

    assert recall_history(quick_runner).exercises[0].repetitions == row


@pytest.mark.parametrize("side", ["both", "", None])
def test_both_legs_are_what_is_left_unsaid(quick_runner: RunnerRef, side: str | None) -> None:
    log.log_exercise(quick_runner, at=NOW, exercise="clamshell", side=side, during=0)

    assert recall_history(quick_runner).exercises[0].side is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"exercise": "press_up", "during": 1},
            "“press_up” is not one of the answers",
        ),
        ({"during": 1}, "Say which exercise it was as well."),
        ({"exercise": "clamshell"}, "Say at least one thing"),
        ({"exercise": "clamshell", "during": 11}, "no score for the worst pain in the exercise"),
        ({"exercise": "clamshell", "morning": -1}, "no score for the pain on the morning after the exercise"),
        ({"exercise": "clamshell", "in_reserve": 11}, "no score for the repetitions in reserve"),
        ({"exercise": "clamshell", "side": "middle"}, "for which leg: say left, right, both"),
        ({"exercise": "clamshell", "sets": 21}, "no number for how many sets"),
        (
            {"exercise": "clamshell", "repetitions": "12,x"},
            "“x” is no number for the repetitions",
        ),
        ({"exercise": "clamshell", "repetitions": 201}, "no number for the repetitions of each set"),
        ({"exercise": "clamshell", "repetitions": [1] * 21}, "“21” is no number for how many sets"),
        (
            {"exercise": "wall_sit", "hold_s": "45.5"},
            "“45.5” is no whole number for the seconds",
        ),
        ({"exercise": "leg_press", "load_kg": 501}, "no number for the weight in kilograms"),
        ({"exercise": "clamshell", "after_60min": 1}, "There is no “after_60min” here"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_stored(
    quick_runner: RunnerRef, said: dict[str, Any], sentence: str
) -> None:
    before = last_step(quick_runner)

    with pytest.raises(UsageError, match=sentence):
        log.log_exercise(quick_runner, at=NOW, **said)

    assert last_step(quick_runner) == before


def test_it_is_corrected_taken_back_and_put_back_like_any_entry(quick_runner: RunnerRef) -> None:
    kept = log.log_exercise(quick_runner, at=NOW, exercise="clamshell", side="left", during=4)

    log.edit(quick_runner, kept.record_id, {"during": 1, "side": "both", "repetitions": "15,15"}, at=NOW)
    (edited,) = recall_history(quick_runner).exercises
    log.undo(quick_runner, kept.record_id, at=NOW)
    undone = recall_history(quick_runner).exercises
    log.step_back(quick_runner, kept.record_id, at=NOW)
    (back,) = recall_history(quick_runner).exercises

    assert (edited.during, edited.side, edited.repetitions) == (1, None, (15, 15))
    assert undone == ()
    assert back == edited


def test_a_decision_that_a_session_caused_comes_out_the_same_again(runner: RunnerRef) -> None:
    log.log_exercise(runner, at=NOW, exercise="clamshell", during=4)

    made = replay.replay(runner)

    assert [one.cause for one in made][-1] == "exercise"
    assert all(one.same for one in made)


def test_an_entry_is_said_with_everything_in_it() -> None:
    payload = {
        "exercise": "wall_sit",
        "side": "left",
        "sets": 2,
        "repetitions": [12, 10],
        "hold_s": [45],
        "in_reserve": "unknown",
        "load_kg": 5.0,
        "before": 0,
        "during": 1,
        "morning": 2,
        "after_24h": 3,
    }

    said = say_entry("exercise", payload, miles=False)

    assert said == (
        "Exercise: wall sit, left, 2 sets, 12 + 10 repetitions, held 45 s, not known in reserve, 5 kg, "
        "pain before 0, pain 1, next morning 2, a day later 3"
    )


def test_every_exercise_and_drill_that_can_be_logged_has_a_name() -> None:
    assert [name for name in exercise_names() if not has_sentence(f"exercise.{name}")] == []


def session(day: int, **said: Any) -> list[dict[str, Any]]:
    done = {"exercise": "split_squat", "sets": 3, "repetitions": 17, "in_reserve": 2, "during": 1, **said}
    return [
        {"event": "exercise", "at": f"2026-03-{day:02}T12:00+00:00", **done},
        {"event": "pain", "at": f"2026-03-{day + 1:02}T08:00+00:00", "side": "right", "morning": 1},
    ]


def test_an_event_of_an_exercise_counts_like_the_diary() -> None:
    form = {"event": "weekly", "at": "2026-03-08T20:00+00:00", "others": False, "answers": {}}

    decision = decided(SCREENING, form, *session(6), *session(8))

    assert [(one.kind, one.on.day) for one in decision.plan.changes] == [(ChangeKind.EXERCISE, 9)]
    found = {one.exercise: one for one in decision.found.strength.standings}
    assert found["step_down"].course is Course.HARDER


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("slow squat", "eccentric_squat"),
        ("Single-leg bridge, each side", "single_leg_bridge"),
        ("split squat with the rear foot raised, and weights", "rear_foot_split_squat_weight"),
        ("ankle pulses against a wall", "wall_pulses"),
        ("langsame Kniebeuge", "eccentric_squat"),
        ("split-squat", "split_squat"),
    ],
)
def test_an_exercise_is_logged_in_the_words_of_the_plan(typed: str, meant: str) -> None:
    assert exercise_named(typed) == meant


def test_no_two_exercises_have_the_same_words() -> None:
    for language in languages():
        with translation.override(language):
            words = [sentence(f"exercise.{name}") for name in exercise_names()]
            assert len(words) == len(set(words))


def test_a_slip_in_an_event_of_an_exercise_names_the_event() -> None:
    with pytest.raises(UsageError, match="Event 2: “press_up” is not one of the answers"):
        decide_events({"version": 1, "events": [SCREENING, *session(6, exercise="press_up")]})
