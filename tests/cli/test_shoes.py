"""`kneewise shoes`: what each pair has run, by files and as told, in words and in JSON."""

from pathlib import Path

import pytest

from kneewise.present.page import WIDTH
from tests.cli.conftest import Shell


@pytest.fixture
def worn(shell: Shell) -> Shell:
    """Three pairs by hand: one for which it is time, a new one, and one that is put away."""
    shell.ran("log", "shoe", "Grey pair", "--km-before", 520)
    shell.ran(
        "log", "shoe", "A pair with a name that is longer than any shop would ever print", "--km-before", 3
    )
    shell.ran("log", "shoe", "Old pair", "--km-before", 900, "--retired")
    shell.ran("log", "insert", "wedge", "--by", "podiatrist")
    return shell


def test_a_home_without_shoes_says_how_they_come_in(shell: Shell) -> None:
    said = shell.ran("shoes").out

    assert "Pairs come in with an export that names them." in said
    assert "kneewise log shoe" in said
    assert shell.ran("shoes", "--json").json["pairs"] == []


def test_each_pair_says_what_it_has_run_and_whether_to_look_at_the_wear(worn: Shell) -> None:
    said = worn.ran("shoes").out
    pairs = {pair["name"]: pair for pair in worn.ran("shoes", "--json").json["pairs"]}

    in_use, away = said.split("Kept, not worn")
    assert "Grey pair" in in_use
    assert in_use.count("A reminder to look at the wear: 520 km.") == 1
    assert "Old pair" in away
    assert (pairs["Grey pair"]["km"], pairs["Grey pair"]["check_wear"]) == (520, True)
    assert (pairs["Old pair"]["retired"], pairs["Old pair"]["check_wear"]) == (True, False)
    assert list(pairs)[-1] == "Old pair"


def test_an_insert_stands_with_who_prescribed_it(worn: Shell) -> None:
    (insert,) = worn.ran("shoes", "--json").json["inserts"]

    assert "Wedge, prescribed by podiatrist on" in worn.ran("shoes").out
    assert (insert["insert"], insert["prescribed_by"], insert["worn_until"]) == ("wedge", "podiatrist", None)


def test_no_line_is_wider_than_a_terminal(worn: Shell) -> None:
    assert max(map(len, worn.ran("shoes").out.splitlines())) <= WIDTH


def test_a_stop_that_is_in_force_stands_first_and_no_pair_has_a_turn(worn: Shell) -> None:
    worn.ran("log", "sign", "swelling")

    said = worn.ran("shoes").out

    assert said.startswith("■ Do not run.")
    assert not any(pair["next_on"] for pair in worn.ran("shoes", "--json").json["pairs"])


def test_miles_are_said_as_miles(worn: Shell) -> None:
    worn.ran("settings", "miles", "yes")

    assert "323.1 miles" in worn.ran("shoes").out


def test_a_change_of_shoes_that_was_told_without_a_name_leaves_no_empty_place(
    shell: Shell, answers_file: Path
) -> None:
    shell.ran("screen", "--answers", answers_file)

    said = shell.ran("shoes").out

    assert "days before the pain began." in said
    assert "()" not in said


def test_a_name_in_other_capitals_is_that_of_the_known_pair(worn: Shell) -> None:
    worn.ran("log", "shoe", "grey  PAIR", "--km-before", 530)
    worn.ran("log", "shoe", "Grey pair 2")

    names = [pair["name"] for pair in worn.ran("shoes", "--json").json["pairs"]]

    assert sorted(name for name in names if name.lower().startswith("grey")) == ["Grey pair", "Grey pair 2"]


def test_a_pair_is_put_away_and_worn_again_with_what_it_had_run(worn: Shell) -> None:
    worn.ran("log", "shoe", "grey pair", "--retired")
    away = {pair["name"]: pair for pair in worn.ran("shoes", "--json").json["pairs"]}
    worn.ran("log", "shoe", "Grey pair", "--in-use")

    again = {pair["name"]: pair for pair in worn.ran("shoes", "--json").json["pairs"]}

    assert [(one["Grey pair"]["km"], one["Grey pair"]["retired"]) for one in (away, again)] == [
        (520, True),
        (520, False),
    ]
