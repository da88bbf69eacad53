"""Phones that were let in: known by their pass, until their days are over or they are removed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.app.lan.phones import LASTS, every, kind_of, pair, phone_of, remove
from kneewise.model.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
AGENT = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) <script>"


def test_a_phone_is_known_by_its_pass(tmp_path: Path) -> None:
    passes = [pair(tmp_path, AGENT, at=NOW) for _phone in range(2)]

    found = [phone_of(tmp_path, one, at=NOW) for one in passes]

    assert [one.phone_id if one else "" for one in found] == [one.partition(".")[0] for one in passes]
    assert len(every(tmp_path)) == 2


def test_a_pass_that_was_not_given_opens_nothing(tmp_path: Path) -> None:
    given = pair(tmp_path, AGENT, at=NOW)
    phone_id, _, secret = given.partition(".")
    forged = [
        "",
        ".",
        "x",
        f"{phone_id}.",
        f"{phone_id}.{'x' * 43}",
        f"00000000.{secret}",
        f"{given} ",
        f"../{given}",
    ]

    assert [phone_of(tmp_path, one, at=NOW) for one in forged] == [None] * len(forged)


@pytest.mark.parametrize(
    ("after", "known"),
    [
        (timedelta(0), True),
        (LASTS - timedelta(seconds=1), True),
        (LASTS, False),
        (timedelta(seconds=-1), False),
    ],
)
def test_a_phone_is_let_in_for_its_days(tmp_path: Path, after: timedelta, *, known: bool) -> None:
    given = pair(tmp_path, AGENT, at=NOW)

    assert (phone_of(tmp_path, given, at=NOW + after) is not None) == known


def test_a_phone_that_was_removed_is_let_in_no_more_and_the_others_are(tmp_path: Path) -> None:
    gone, stays = (pair(tmp_path, AGENT, at=NOW) for _phone in range(2))
    remove(tmp_path, gone.partition(".")[0])

    assert phone_of(tmp_path, gone, at=NOW) is None
    assert phone_of(tmp_path, stays, at=NOW) is not None


@pytest.mark.parametrize("phone_id", ["", "00000000", "../key", "*", "../../secret-key"])
def test_a_phone_that_is_not_there_is_named(tmp_path: Path, phone_id: str) -> None:
    pair(tmp_path, AGENT, at=NOW)

    with pytest.raises(UsageError, match="kneewise phone list"):
        remove(tmp_path, phone_id)
    assert len(every(tmp_path)) == 1


def test_the_home_keeps_no_pass_and_nothing_else_that_the_browser_said(tmp_path: Path) -> None:
    given = pair(tmp_path, AGENT, at=NOW)
    (file,) = (tmp_path / "lan" / "phones").iterdir()

    assert given.partition(".")[2] not in file.read_text()
    assert "script" not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("agent", "kind"),
    [(AGENT, "iPhone"), ("Mozilla/5.0 (Linux; Android 15)", "Android"), ("curl", "?"), ("", "?")],
)
def test_a_phone_is_called_as_it_calls_itself(agent: str, kind: str) -> None:
    assert kind_of(agent) == kind
