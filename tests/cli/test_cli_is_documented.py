"""``docs/cli.md`` names every command, each in its group, with every option and what it takes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
ANSWERS = PAGE.with_name("how-do-i.md")
TYPED = re.compile(r"^(kneewise .+)$|`(kneewise [^`]+)`", re.MULTILINE)
OPTION = re.compile(r"--[a-z-]+")
COMMAND = re.compile(r"^### (.+)$", re.MULTILINE)
FIRST_CELL = re.compile(r"^\| (`.+?`) \|", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")

INDEX = re.compile(r"^\| [^|`]+ \| \[`([^`]+)`\]\(#([a-z-]+)\) \|$", re.MULTILINE)


def documented() -> dict[str, set[str]]:
    """Read the page: by command, what it takes."""
    _, *parts = COMMAND.split(PAGE.read_text(encoding="utf-8"))
    return {name: set(_taken(text)) for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _taken(text: str) -> Iterator[str]:
    for cell in FIRST_CELL.findall(text):
        for code in CODE.findall(cell):
            yield code.replace(r"\|", "|")


def real() -> dict[str, set[str]]:
    """Ask the program the same."""
    from kneewise.cli.root import command

    return {
        name: {taken for each in one.params for taken in _names(each)}
        for name, one in _commands(command(), "kneewise")
    }


def _commands(one: Any, name: str) -> Iterator[tuple[str, Any]]:
    if not hasattr(one, "commands"):
        yield name, one
        return
    for word, inner in one.commands.items():
        yield from _commands(inner, f"{name} {word}")


def _names(parameter: Any) -> Iterator[str]:
    if parameter.param_type_name == "argument":
        yield parameter.metavar
        return
    for option in (*parameter.opts, *parameter.secondary_opts):
        yield f"{option} {parameter.metavar}" if parameter.metavar else option


def is_there(line: str, takes: dict[str, set[str]]) -> bool:
    """Say whether a line names a command that is there, and options of it alone."""
    named = [name for name in takes if f"{line} ".startswith(f"{name} ")]
    return bool(named) and takes[max(named, key=len)].issuperset(OPTION.findall(line))


@pytest.mark.usefixtures("shell")
def test_the_page_names_every_command_and_no_other() -> None:
    assert sorted(documented()) == sorted(real())


@pytest.mark.usefixtures("shell")
def test_the_index_leads_to_every_command_once() -> None:
    index = INDEX.findall(PAGE.read_text(encoding="utf-8"))

    assert sorted(f"kneewise {name}" for name, _ in index) == sorted(real())
    assert [anchor for name, anchor in index if anchor != f"kneewise-{name.replace(' ', '-')}"] == []


@pytest.mark.usefixtures("shell")
def test_the_short_answers_name_commands_and_options_that_are_there() -> None:
    takes = {name: {word.split()[0] for word in words} for name, words in real().items()}

    told = [fenced or inline for fenced, inline in TYPED.findall(ANSWERS.read_text(encoding="utf-8"))]

    assert len(told) > 25
    assert [line for line in told if not is_there(line, takes)] == []


@pytest.mark.usefixtures("shell")
def test_the_page_names_every_option_and_no_other() -> None:
    assert documented() == real()


@pytest.mark.usefixtures("shell")
def test_the_page_has_the_groups_of_the_short_help() -> None:
    from kneewise.cli.root import EVERY_DAY, LOOKING, SETTING_UP, YOUR_DATA

    groups = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert groups == ["In every command", EVERY_DAY, SETTING_UP, YOUR_DATA, LOOKING]
