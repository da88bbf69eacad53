"""`kneewise phone`: a code for one more, the list, and removing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kneewise.app.lan import certificate, code, phones
from kneewise.app.lan.phones import letting_in, pair

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PAGE = Path(__file__).parents[2] / "docs" / "on-your-phone.md"
SHOWN = "1a2b3c4d"
AT = datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_a_code_is_shown(shell: Shell) -> None:
    (shell.home / "lan").mkdir(parents=True)
    with letting_in(shell.home):
        said = shell.ran("phone", "code").out

    assert re.fullmatch(r"Code for one phone: \d{4} \d{4}\. It works once, for 10 minutes\.\n", said)


def test_a_code_that_no_page_asks_for_says_so(shell: Shell) -> None:
    said = shell.ran("phone", "code").out

    assert said.startswith("Code for one phone: ")
    assert "No page for phones seems to be running: kneewise serve --lan" in " ".join(said.split())


def test_phones_are_listed_and_removed(shell: Shell) -> None:
    before = shell.ran("phone", "list").out
    phone_id = pair(shell.home, "Mozilla/5.0 (iPhone)", at=AT).partition(".")[0]

    listed = shell.ran("phone", "list").out
    removed = shell.ran("phone", "remove", phone_id).out

    assert before == "No phone is paired: kneewise serve --lan\n"
    assert listed == f"  {phone_id}: iPhone, paired on 26 November 2026, until 24 February 2027\n"
    assert removed == f"Removed: {phone_id}\n"
    assert shell.ran("phone", "list", "--json").json == {"phones": []}


def test_a_phone_that_is_not_there_is_a_slip(shell: Shell) -> None:
    answered = shell("phone", "remove", "00000000")

    assert answered.code == 2
    assert "kneewise phone list" in answered.err


def test_without_a_network_lan_says_what_is_missing(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kneewise.app.lan.open.own_addresses", tuple)

    answered = shell("serve", "--lan", "--port", "0")

    assert answered.code == 1
    assert "join a network" in answered.err
    assert not (shell.home / "door.link").exists()


def test_the_page_about_phones_can_be_typed_as_it_stands(shell: Shell) -> None:
    text = PAGE.read_text(encoding="utf-8")
    typed = [
        line
        for block in re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    phone_id = pair(shell.home, "", at=AT).partition(".")[0]

    serves, *rest = typed
    said = [shell.ran(*line.replace(SHOWN, phone_id).split()[1:]).out for line in rest]

    assert serves == "kneewise serve --lan"
    assert [line.split()[2] for line in rest] == ["code", "list", "remove"]
    assert said[-1] == f"Removed: {phone_id}\n"


def test_the_page_about_phones_names_the_limits_that_hold() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())

    minutes, figures = code.LASTS.seconds // 60, {8: "eight"}[code.DIGITS]
    assert (
        f"a code** of {figures} figures. it lets one phone in, once, within {minutes} minutes."
        in text.lower()
    )
    assert f"After {code.TRIES} wrong tries" in text
    assert f"The phone is let in for {phones.LASTS.days} days" in text
    assert f"and {certificate.RENEWED_BEFORE.days} days before the old one ends" in text
    assert f"which lasts {certificate.LASTS.days} days" in text
