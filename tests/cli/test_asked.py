"""Who leaves something out at a terminal is asked for it; a slip is asked again and loses nothing."""

from pathlib import Path
from typing import Any

import pytest

from kneewise.app.screen import ask_next
from kneewise.app.screen_answers import SETTLED
from kneewise.cli.ask import laid_out
from kneewise.knowledge import read_questions
from kneewise.model.answers import QuestionKind
from kneewise.present.page import WIDTH
from kneewise.present.words import sentence
from tests.cli.typed_ahead import Terminal

LISTED = [one for one in read_questions() if not one.tells_apart and not one.only_if]
"""What is put to somebody who answers nothing with yes, before the patterns are told apart."""

EMERGENCIES = [one.key for one in LISTED if one.asked == "emergency"]

ABOUT = len(LISTED) + len(ask_next({}))


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "home")


ASKED: dict[str, tuple[tuple[str, ...], str, dict[str, Any]]] = {
    "shoe": (("shoe",), "\nBlue Racer\na lot\n120\n", {"name": "Blue Racer", "distance_before_m": 120000.0}),
    "illness": (
        ("illness", "--on", "2026-01-09"),
        "soon\n2026-01-08\n2026-01-12\n",
        {"until": {"date": "2026-01-12"}},
    ),
    "test": (
        ("test",),
        "jumps\nhops\nmiddle\nright\n20\n11\n2\n",
        {"kind": "hops", "side": "right", "count": 20, "pain_0_10": 2},
    ),
    "painkiller": (("painkiller",), "perhaps\nyes\n", {"before_run": True}),
    "sleep": (("sleep",), "long\n7.5\n11\n6\n", {"hours": 7.5, "quality_0_10": 6}),
    "clearance": (("clearance",), "\nphysiotherapist\n?\nyes\n", {"by": "physiotherapist", "may_run": True}),
    "exercise": (
        ("session",),
        "press-up\nsplit_squat\nleft\n3\n12 12 x\n12 12 10\n?\n1\n",
        {
            "exercise": "split_squat",
            "side": "left",
            "sets": 3,
            "repetitions": [12, 12, 10],
            "in_reserve": "unknown",
        },
    ),
    "pain": (
        ("pain",),
        "both\nright\n\n12\n3\n?\n\nno\nperhaps\nno\n",
        {"side": "right", "during": 3, "after_60min": "unknown", "limp": False, "painkiller": False},
    ),
    "insert": (
        ("insert",),
        "sock\northotic\n\npodiatrist\n",
        {"insert": "orthotic", "prescribed_by": "podiatrist"},
    ),
    "beside_plan": (("beside",), "\nit felt good\n", {"why": "it felt good"}),
    "week": (("week",), "much\n4\n?\n\n10\n", {"held_back": 4, "doubt": "unknown", "from_usual": 10}),
}


def test_what_a_command_needs_is_asked_for_and_a_slip_is_asked_again(terminal: Terminal) -> None:
    screens = [terminal("log", *arguments, types=types) for arguments, types, _said in ASKED.values()]

    entries = terminal.entries()
    assert all("Kept." in screen and "?:" not in screen for screen in screens)
    assert entries.keys() == ASKED.keys()
    for kind, (_arguments, _types, said) in ASKED.items():
        assert said.items() <= entries[kind][0].items()


def test_settings_are_asked_for_one_by_one_until_enter_leaves(terminal: Terminal) -> None:
    types = "colour\nrunning-days\nfunday\nmon,wed\nmiles\n\nlanguage\nfr\nen\n\n"

    screen = terminal("settings", types=types)

    assert "There is no setting “colour”" in screen
    assert "“funday” is no day of the week" in screen
    assert "running_days Monday, Wednesday" in screen
    assert "“fr” is not one of the answers for language: say en, de." in screen
    assert [set(one) for one in terminal.entries()["settings"]] == [{"language"}, {"running_days"}]


def test_what_was_said_on_the_line_is_not_asked_for(terminal: Terminal) -> None:
    screen = terminal("log", "painkiller", "--no-before-run", types="")

    assert "Was it taken" not in screen
    assert terminal.entries() == {"painkiller": [{"before_run": False}]}


def test_a_yes_to_an_emergency_sign_is_answered_before_anything_else_is_asked(terminal: Terminal) -> None:
    screen = terminal("screen", types="yes\n\n")

    before, _, after = screen.partition("Do not run. Get emergency help now.")
    assert before.endswith(f"{sentence(f'question.{EMERGENCIES[0]}')} (yes, no, ?; 1 of about {ABOUT}) ■ ")
    assert "Call your emergency number now" in after
    assert "Your answers are kept." in after
    assert not any(sentence(f"question.{one.key}") in after for one in LISTED)
    assert "not answered yet" not in after
    assert terminal.answers() == {EMERGENCIES[0]: True}


def test_who_does_not_know_an_emergency_sign_is_told_at_once_not_to_wait(terminal: Terminal) -> None:
    screen = " ".join(terminal("screen", types="?\nno\nq\n").split())

    _, asked, after = screen.partition("get emergency help now.")
    assert asked
    assert sentence(f"question.{EMERGENCIES[0]}") not in after
    assert sentence(f"question.{EMERGENCIES[1]}") in after


def test_who_wants_to_goes_on_after_it_and_each_answer_is_kept_once(terminal: Terminal) -> None:
    screen = terminal("screen", types="no\nyes\nyes\nno\nno\nyes\n\n")

    assert sentence(f"question.{EMERGENCIES[3]}") in screen
    assert screen.count("Go on with the questions all the same?") == 2
    assert terminal.answers() == dict(zip(EMERGENCIES, (False, True, False, False, True), strict=True))
    kept = [key for one in terminal.entries()["answers"] for key in one["answers"]]
    assert sorted(kept) == sorted(EMERGENCIES)
    told = terminal.instants()
    assert len(told) == len(set(told)) == 2, "Of two answers at one instant the worse one would stand."


def test_a_key_stops_the_questions_keeps_the_answers_and_reassures_nobody(terminal: Terminal) -> None:
    screen = terminal("screen", types="no\nyes please\nno\nQ\n")

    (answers,) = (one["answers"] for one in terminal.entries()["answers"])
    assert [*answers.values()] == [False, False]
    assert "Your answers are kept." in screen
    assert "No running today. Some questions need an answer first." in screen


def test_the_questions_that_tell_most_come_last_and_the_key_stops_there_too(terminal: Terminal) -> None:
    places = [one.key for one in LISTED].index("places")
    typed = ["" for _one in LISTED] + ["yes", "?", "q"]
    typed[places] = "outer_corner"

    screen = terminal("screen", types="\n".join(typed) + "\n")

    before, _, after = screen.partition("What tells the patterns apart, the most telling first")
    (answers,) = (one["answers"] for one in terminal.entries()["answers"])
    first = ask_next({"places": ("outer_corner",)})[0].key
    assert sentence(f"question.{first}") not in before
    assert after.strip().startswith(sentence(f"question.{first}"))
    second = ask_next({"places": ("outer_corner",), first: True})[0].key
    assert answers == {"places": ["outer_corner"], first: True, second: "unknown"}
    assert screen.count("the most telling first") == 1


def test_the_weekly_questions_end_without_those_of_the_patterns(terminal: Terminal) -> None:
    screen = terminal("screen", "--weekly", types="\n" * len(LISTED))

    assert "the most telling first" not in screen


def test_the_weekly_questions_ask_what_hangs_on_a_sign_that_is_new(terminal: Terminal) -> None:
    weekly = [one.key for one in LISTED if one.weekly]
    typed = ["yes", *("" for _key in weekly[: weekly.index("pain_walking")]), "yes", "2", "q"]

    terminal("screen", "--weekly", types="\n".join(typed) + "\n")

    (answers,) = (one["answers"] for one in terminal.entries()["answers"])
    assert answers == {"pain_walking": True, "pain_walking_0_10": 2}


def test_one_no_to_the_weekly_list_answers_every_sign_of_it(terminal: Terminal) -> None:
    signs = {one.key for one in LISTED if one.weekly and one.kind is QuestionKind.YES_NO}

    screen = terminal("screen", "--weekly", types="no\n" + "\n" * len(LISTED))

    assert "- The foot on that side is cold, pale or numb" in screen
    assert "Is any of these new? (no: none of them; yes: each is asked by itself)" in screen
    assert {key for key, said in terminal.answers().items() if said is False} == signs


@pytest.mark.parametrize("word", ["yes", "?", ""])
def test_no_other_word_answers_the_weekly_list(terminal: Terminal, word: str) -> None:
    terminal("screen", "--weekly", types=f"{word}\nno\nq\n")

    assert terminal.answers() == {EMERGENCIES[0]: False}


def test_who_stops_after_a_yes_to_an_emergency_sign_is_told_where_to_go(terminal: Terminal) -> None:
    screen = terminal("screen", types="yes\nq\n")

    assert "Do not run. Get emergency help now." in screen
    assert "Call your emergency number now" in screen


def test_what_an_earlier_answer_settles_is_not_asked_and_the_way_left_is_said(terminal: Terminal) -> None:
    known = {
        "earlier_bone_stress_injury": "nein",
        "knee": "2",
        "hurts_during": "no",
        "new_shoes_before_onset": "no",
        "sex": "male",
    }
    keys = [one.key for one in LISTED if one.key not in SETTLED]

    screen = terminal("screen", types="\n".join([known.get(key, "") for key in keys] + ["q", ""]))

    assert not any(sentence(f"question.{key}") in screen for key in SETTLED)
    assert terminal.answers() == {
        "earlier_bone_stress_injury": False,
        "knee": "right",
        "hurts_during": False,
        "new_shoes_before_onset": False,
        "sex": "male",
    }
    assert f"1 of about {ABOUT})" in screen
    assert f"{len(keys)} of about " in screen
    assert "5 answers are kept. To correct one: kneewise log edit " in screen
    last = next(key for key in reversed(keys) if key in known)
    assert f" {last}=… " in screen


def test_a_long_question_breaks_between_words() -> None:
    said = laid_out("Does it hurt " * 12 + "there?", "yes, no, ?").plain

    assert max(map(len, said.splitlines())) < WIDTH
    assert said.replace("\n", " ") == "Does it hurt " * 12 + "there? (yes, no, ?)"


def test_a_week_that_was_answered_is_not_asked_once_more(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Terminal(home)("log", "week", types="4\n?\n\n10\n")

    screen = Terminal(home)("log", "week", types="", ends_with=2)

    assert "asked once in seven days" in screen
    assert "held_back=…` changes that answer" in screen
    assert "(0 " not in screen
