"""The command line speaks the language that its home chose, and takes answers in it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from django.utils.translation import override

from kneewise.app import parse
from kneewise.cli.usage import say_usage
from kneewise.model.places import Side
from kneewise.present.diary import say_entry
from tests.e2e.served import command, environment, kneewise

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


@pytest.fixture(scope="module")
def german_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("german") / "home"
    kneewise(home, "settings", "language", "de")
    return home


def test_a_home_that_is_not_there_yet_is_answered_in_english_and_not_made(tmp_path: Path) -> None:
    said = kneewise(tmp_path / "home", "--help")

    assert "Every day" in said
    assert not (tmp_path / "home").exists()


def test_the_page_of_commands_is_german(german_home: Path) -> None:
    said = kneewise(german_home, "--help")

    assert "Jeden Tag" in said
    assert "Deine Einstellungen zeigen oder ändern." in said
    assert "Das ist keine Diagnose" in said
    assert "Every day" not in said


def test_a_command_and_its_options_are_german(german_home: Path) -> None:
    said = " ".join(kneewise(german_home, "log", "pain", "--help").split())

    assert "Notieren, wie ein Knie war" in said
    assert "Am schlimmsten beim Lauf." in said


def test_today_is_german(german_home: Path) -> None:
    said = kneewise(german_home, "today", "--on", "2026-11-26")

    assert said.startswith("Donnerstag, 26. November")
    assert "Noch kein Laufen. Beantworte erst die Fragen." in said
    assert "This is not a diagnosis" not in said


def test_what_is_typed_in_german_is_understood(german_home: Path) -> None:
    assert (parse.side("Links"), parse.side("rechts"), parse.knee("beide")) == (Side.LEFT, Side.RIGHT, "both")
    assert (parse.yes_no("limp", "ja"), parse.yes_no("limp", "Nein")) == (True, False)
    assert "Gespeichert." in kneewise(german_home, "log", "pain", "--knee", "links", "--morning", "2")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("diary",), "Den Befehl 'diary' gibt es nicht. Meinst du 'today'?"),
        (("today", "--jason"), "Die Option gibt es nicht: --jason (es gibt: --"),
        (("report",), "Es fehlt die Option '--output' / '-o'."),
        (("run",), "Es fehlt 'ID'."),
        (("today", "--on", "gestern"), "Falscher Wert für '--on': "),
        (("log", "pain", "--knee"), "Die Option '--knee' braucht einen Wert."),
    ],
)
def test_what_the_parser_says_of_a_line_is_known_in_german(
    shell: Shell, typed: tuple[str, ...], said: str
) -> None:
    english = shell(*typed).err.strip()

    with override("de"):
        german = say_usage(english)

    assert said in german


@pytest.mark.parametrize(
    ("parser", "said"),
    [
        ("Input should be greater than or equal to 1", "sag 1 oder mehr."),
        ("Input should be a valid integer, unable to parse string as an integer", "sag eine ganze Zahl."),
        ("Option '--move' requires 2 arguments.", "Die Option '--move' braucht 2 Wörter."),
    ],
)
def test_what_the_parser_says_of_a_value_is_known_in_german(parser: str, said: str) -> None:
    with override("de"):
        assert say_usage(parser) == said


def test_the_diary_quotes_as_german_does() -> None:
    with override("de"):
        assert say_entry("pain", {"side": "right", "note": "windig"}, miles=False).endswith("„windig“")


def test_a_line_that_cannot_be_read_is_answered_in_german(german_home: Path) -> None:
    done = subprocess.run(
        command(german_home, "report"), capture_output=True, text=True, check=False, env=environment()
    )

    assert done.returncode == 2
    assert done.stderr == "Es fehlt die Option '--output' / '-o'. Hilfe: kneewise report --help\n"
