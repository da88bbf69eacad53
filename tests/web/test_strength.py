"""Strength: what is due, a session in one form, the morning after, and nothing but the stop in a stop."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from kneewise.app import log, training
from kneewise.app.exercise_words import exercise_names
from kneewise.app.review import review
from kneewise.model.places import Side
from kneewise.store.history import recall_history
from kneewise.web.pages.ring import show_ticks
from kneewise.web.pages.session_sent import find_slips, read_session
from tests.web.told import AT, screened

if TYPE_CHECKING:
    from kneewise.app.home import RunnerRef

KEY = "0b5f4b5e-6d1c-4c0e-9a51-2f1b1f3f8a10"
FIRST = ("single_leg_bridge", "clamshell", "split_squat", "eccentric_squat", "calf_raise")
NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def due(page: Client, runner: RunnerRef, run_id: str) -> Client:
    """A runner with a calm knee, whose exercises are due."""
    screened(runner)
    return page


def text(client: Client, path: str) -> str:
    answer = client.get(path)

    assert answer.status_code == 200, path
    return answer.content.decode().replace(NB, " ")


def send(client: Client, path: str = "/strength/go/", **changed: object) -> tuple[int, str]:
    """Send a session of two exercises, changed as named; empty takes a field away."""
    filled: dict[str, object] = {
        "key": KEY,
        "on": str(AT.date()),
        "exercise": ["clamshell", "eccentric_squat"],
        "clamshell-left": "12, 12",
        "clamshell-right": "12 12",
        "clamshell-reserve": "3",
        "clamshell-pain": "1",
        "eccentric_squat-both": "10",
    }
    fields = {name.replace("__", "-"): value for name, value in changed.items()}
    sent = {name: value for name, value in (filled | fields).items() if value != ""}
    answer = client.post(path, sent)
    return answer.status_code, answer.content.decode().replace(NB, " ")


def stop(runner: RunnerRef) -> None:
    log.log_pain(runner, at=AT, side="right", during=9, about_run=True)


def logged(runner: RunnerRef) -> list[tuple[str, Side | None, tuple[int, ...]]]:
    return [(one.exercise, one.side, one.repetitions) for one in recall_history(runner).exercises]


# ---- What is due


def test_every_exercise_of_the_day_says_how_why_and_what_comes_next(due: Client) -> None:
    said = text(due, "/strength/")

    assert "5 exercises today." in said
    assert [name for name in FIRST if f'id="{name}"' in said] == list(FIRST)
    assert said.count("2–3 × 8–15") == len(FIRST)
    assert "3 s down, 2 s up" in said
    assert "Stop each set while 2 to 3 more would still go." in said
    assert said.count("What leads on, and back") == len(FIRST)
    assert "a last set of 17 in 2 sessions one after the other" in said
    assert 'href="/strength/go/"' in said


def test_each_shows_its_start_and_its_end_and_moves_when_asked(due: Client) -> None:
    still, moving = text(due, "/strength/"), text(due, "/strength/?moving=clamshell")

    assert 'aria-labelledby="squat-up-t"' in still
    assert 'aria-labelledby="squat-down-t"' in still
    assert "<animate" not in still
    assert 'href="?moving=clamshell#clamshell"' in still
    assert "<animate" in moving
    assert 'href="?#clamshell"' in moving
    assert moving.count('class="kf-moving"') == 1


def test_the_guide_stands_beside_the_evidence(due: Client) -> None:
    said = text(due, "/strength/")

    assert "What the guide says" in said
    assert "Where they differ" in said


def test_before_the_questions_there_is_no_exercise(page: Client) -> None:
    said = text(page, "/strength/")

    assert "Some answers first." in said
    assert 'href="/screen/"' in said
    assert 'href="/strength/go/"' not in said
    assert page.get("/strength/go/").status_code == 302


@pytest.mark.parametrize(
    "path", ["/strength/", "/strength/go/", "/strength/go/?exercise=clamshell", "/ankle/", "/ankle/go/"]
)
def test_in_a_stop_there_is_nothing_but_the_stop(due: Client, runner: RunnerRef, path: str) -> None:
    stop(runner)

    said = text(due, path)

    assert 'class="alarm"' in said
    assert "clamshell" not in said.lower()
    assert "Begin" not in said


def test_a_done_day_says_when_the_next_one_is(due: Client, runner: RunnerRef) -> None:
    for place in training.programme(runner, review(runner, AT.date())):
        log.log_exercise(runner, at=AT, exercise=place.exercise.id, sets=2, repetitions="12 12", during=0)

    said = text(due, "/strength/")

    assert "Done for today." in said
    assert "2 sets, the last of 12, pain at worst 0" in said
    assert re.search(r"Next on \w+ \d+ \w+\.", said)
    assert 'href="/strength/go/"' not in said


def test_a_day_between_says_so(due: Client, runner: RunnerRef) -> None:
    before = AT - timedelta(days=1)
    for place in training.programme(runner, review(runner, AT.date())):
        log.log_exercise(runner, at=before, exercise=place.exercise.id, sets=2, repetitions="12", during=0)

    assert "No exercises today." in text(due, "/strength/")


def test_part_of_a_session_leaves_the_rest_for_the_same_day(due: Client, runner: RunnerRef) -> None:
    log.log_exercise(runner, at=AT, exercise="clamshell", sets=2, repetitions="12", during=0)

    said = text(due, "/strength/")

    assert "More for today." in said
    assert 'id="clamshell"' not in said


def test_what_was_taken_out_says_so(due: Client, runner: RunnerRef) -> None:
    for days in (2, 1):
        at = AT - timedelta(days=days)
        log.log_exercise(runner, at=at, exercise="clamshell", sets=2, repetitions="12", during=5)

    said = text(due, "/strength/")

    assert "Clamshell: taken out" in said
    assert 'id="clamshell"' not in said


# ---- A session in one form


def test_what_holds_for_every_exercise_of_a_session_is_said_once(due: Client) -> None:
    text = due.get("/strength/go/").content.decode()

    assert text.count('data-work="') > 1
    assert text.count("<dt>How hard</dt>") == 1
    assert text.count("<dt>How much</dt>") == 1
    assert text.index("<dt>How hard</dt>") < text.index('data-work="')
    assert text.count("<dt>Tempo</dt>") == text.count('data-work="')


def test_what_hurts_can_be_said_whenever_the_limit_is_shown(due: Client) -> None:
    text = due.get("/strength/go/").content.decode()

    assert 'data-act="hurts" data-in="ready set rest"' in text
    assert 'aria-label="Timer" data-in="ready set rest"' in text


def test_the_form_of_a_session_asks_every_exercise_that_is_due(due: Client) -> None:
    said = text(due, "/strength/go/")

    assert re.findall(r'name="exercise" value="(\w+)"', said) == list(FIRST)
    assert 'name="clamshell-left"' in said
    assert 'name="clamshell-right"' in said
    assert 'name="eccentric_squat-both"' in said
    assert 'aria-label="down 3 s, up 2 s"' in said
    assert 'data-rest="60"' in said
    assert 'data-last="17"' in said


def test_a_session_that_was_left_has_its_own_exercises_on_a_day_without_any(
    page: Client, runner: RunnerRef, run_id: str
) -> None:
    screened(runner)
    for name in FIRST:
        log.log_exercise(runner, at=AT, exercise=name, sets=2, repetitions="10", in_reserve=3)

    said = text(page, "/strength/go/?exercise=clamshell&exercise=calf_raise&exercise=nonsense")

    assert page.get("/strength/go/").status_code == 302
    assert re.findall(r'name="exercise" value="(\w+)"', said) == ["clamshell", "calf_raise"]
    assert 'data-rest="60"' in said
    assert "data-circuit" not in said
    assert "data-circuit" in text(page, "/strength/go/?exercise=clamshell&circuit=1")


def test_a_session_is_one_write_and_is_shown(due: Client, runner: RunnerRef) -> None:
    status, _body = send(due)

    assert status == 302
    assert sorted(logged(runner), key=str) == [
        ("clamshell", None, (12, 12)),
        ("eccentric_squat", None, (10,)),
    ]
    assert "2 sets, the last of 12, 3 in reserve" in text(due, "/strength/")


def test_sent_twice_it_is_stored_once(due: Client, runner: RunnerRef) -> None:
    assert [send(due)[0], send(due, clamshell__left="9")[0]] == [302, 302]

    assert len(logged(runner)) == 2


def test_legs_that_did_differently_are_two_entries(due: Client, runner: RunnerRef) -> None:
    send(due, clamshell__right="12, 9", eccentric_squat__both="")

    assert logged(runner) == [("clamshell", Side.LEFT, (12, 12)), ("clamshell", Side.RIGHT, (12, 9))]
    assert [one.sets for one in recall_history(runner).exercises] == [2, 2]


def test_one_leg_alone_is_that_leg(due: Client, runner: RunnerRef) -> None:
    send(due, clamshell__left="", eccentric_squat__both="")

    assert logged(runner) == [("clamshell", Side.RIGHT, (12, 12))]


def test_an_exercise_of_which_nothing_was_said_is_left_out(due: Client, runner: RunnerRef) -> None:
    send(due, eccentric_squat__both="")

    assert [one.exercise for one in recall_history(runner).exercises] == ["clamshell"]


@pytest.mark.parametrize(
    ("changed", "said", "field"),
    [
        ({"clamshell__right": "many"}, "“many” is no number", "clamshell-right"),
        ({"eccentric_squat__both": "9999"}, "“9999” is no number", "eccentric_squat-both"),
        ({"clamshell__reserve": "lots"}, "“lots” is no score", "clamshell-reserve"),
        ({"clamshell__pain": "11"}, "“11” is no score", "clamshell-pain"),
        ({"on": "2999-01-01"}, "in the future", ""),
        ({"key": "x"}, "open its page once more", ""),
    ],
)
def test_a_slip_is_one_sentence_and_what_was_typed_stays(
    due: Client, runner: RunnerRef, changed: dict[str, str], said: str, field: str
) -> None:
    status, body = send(due, **changed)

    assert status == 422
    assert said in body
    assert f'id="slip-{field}"' in body or not field
    assert 'value="12, 12"' in body
    assert "data-problem" in body
    assert logged(runner) == []


def test_an_empty_session_is_not_saved(due: Client, runner: RunnerRef) -> None:
    answer = due.post("/strength/go/", {"key": KEY, "exercise": ["clamshell"]})

    assert answer.status_code == 422
    assert "Nothing was filled in" in answer.content.decode()
    assert logged(runner) == []


def test_a_session_done_before_a_stop_can_still_be_told(due: Client, runner: RunnerRef) -> None:
    stop(runner)

    assert send(due)[0] == 302
    assert len(logged(runner)) == 2


def test_a_name_that_is_no_exercise_is_left_out(due: Client, runner: RunnerRef) -> None:
    send(due, exercise=["<script>", "clamshell"])

    assert [one.exercise for one in recall_history(runner).exercises] == ["clamshell"]


def test_the_page_after_a_session_lets_the_browser_forget_it(due: Client) -> None:
    assert 'session/forget.js" defer data-kind="strength"' in text(due, "/strength/?logged=1")
    assert "forget.js" not in text(due, "/strength/")


# ---- One exercise, and the morning after


def test_any_exercise_can_be_told_the_programmes_own_first(due: Client) -> None:
    named = re.findall(r"\?exercise=(\w+)", text(due, "/strength/log/"))

    assert tuple(named[: len(FIRST)]) == FIRST
    assert sorted(named) == sorted(exercise_names())


def test_one_exercise_is_told_of_an_earlier_day(due: Client, runner: RunnerRef) -> None:
    day = str(AT.date() - timedelta(days=1))

    status, _body = send(
        due,
        "/strength/log/",
        exercise=["squat_weight"],
        on=day,
        **{"squat_weight-both": "8", "squat_weight-load": "7,5"},
    )

    (told,) = recall_history(runner).exercises
    assert status == 302
    assert (told.exercise, str(told.on), told.load_kg) == ("squat_weight", day, 7.5)


def test_a_slip_of_one_exercise_keeps_what_was_typed(due: Client) -> None:
    status, body = send(due, "/strength/log/", exercise=["clamshell"], clamshell__left="12, x")

    assert status == 422
    assert 'value="12, x"' in body
    assert 'aria-invalid="true"' in body


@pytest.mark.parametrize("name", ["press_up", "%3Cscript%3E"])
def test_no_other_exercise_has_a_form(due: Client, name: str) -> None:
    assert due.get(f"/strength/log/?exercise={name}").status_code == 404
    assert due.post("/strength/log/", {"key": KEY, "exercise": name}).status_code == 404


def test_in_a_stop_the_form_says_to_begin_nothing(due: Client, runner: RunnerRef) -> None:
    stop(runner)

    assert "Begin nothing now." in text(due, "/strength/log/?exercise=clamshell")


def before_today(runner: RunnerRef, days: int = 1) -> None:
    before = AT - timedelta(days=days)
    for name in ("clamshell", "calf_raise"):
        log.log_exercise(runner, at=before, exercise=name, sets=2, repetitions="12", during=1)


def test_the_next_morning_is_asked_once_for_all_of_a_day(due: Client, runner: RunnerRef) -> None:
    before_today(runner)
    asked = "How was the knee on the morning after"
    before = text(due, "/strength/")
    form = text(due, "/strength/morning/")

    answer = due.post(
        "/strength/morning/",
        {
            "key": KEY,
            "on": str(AT.date() - timedelta(days=1)),
            "exercise": ["clamshell", "calf_raise"],
            "morning": "1",
        },
    )

    assert asked in before
    assert "Clamshell, calf raise on both legs" in form
    assert answer.status_code == 302
    assert [one.morning for one in recall_history(runner).exercises if one.morning is not None] == [1, 1]
    assert asked not in text(due, "/strength/")
    assert due.get("/strength/morning/").status_code == 302


@pytest.mark.parametrize("morning", ["", "11"])
def test_a_morning_without_a_step_is_not_saved(due: Client, runner: RunnerRef, morning: str) -> None:
    before_today(runner)
    sent = {"key": KEY, "on": str(AT.date() - timedelta(days=1)), "exercise": "clamshell", "morning": morning}

    answer = due.post("/strength/morning/", sent)

    assert answer.status_code == 422
    assert [one.morning for one in recall_history(runner).exercises] == [None, None]


def test_a_morning_of_long_ago_is_not_asked_for(due: Client, runner: RunnerRef) -> None:
    log.log_exercise(runner, at=AT - timedelta(days=4), exercise="clamshell", sets=2, during=1)

    assert training.unanswered(runner, AT.date()) is None


# ---- Looking writes nothing; small parts


def test_looking_at_what_is_due_writes_nothing(due: Client, runner: RunnerRef, sqlite_database: Path) -> None:
    before_today(runner, days=2)
    files = [sqlite_database, sqlite_database.with_name(f"{sqlite_database.name}-wal")]
    before = [file.read_bytes() for file in files if file.exists()]

    for path in ("/strength/?logged=1", "/strength/go/", "/strength/morning/", "/ankle/", "/ankle/go/"):
        assert due.get(path).status_code == 200
        due.head(path)

    assert [file.read_bytes() for file in files if file.exists()] == before


def test_pain_alone_is_an_entry_too() -> None:
    (told,) = read_session(["clamshell"], {"clamshell-pain": "6"})

    assert told.entry == {"exercise": "clamshell", "in_reserve": None, "load_kg": None, "during": "6"}


def test_a_hold_is_told_in_seconds() -> None:
    (told,) = read_session(["wall_sit"], {"wall_sit-both": "45, 40"})

    assert (told.entry["hold_s"], told.entry["sets"]) == ("45 40", "2")


def test_a_slip_of_the_whole_form_has_no_field() -> None:
    assert find_slips("", "said", ()) == {}
    assert find_slips("on", "said", ()) == {"on": "said"}


def test_the_ring_has_sixty_ticks_and_the_first_is_at_the_top() -> None:
    ring = show_ticks()

    assert len(ring) == 60
    assert (ring[0].x1, ring[0].y2) == (100, 6)
    assert (ring[15].x2, ring[15].y2) == (194, 100)
