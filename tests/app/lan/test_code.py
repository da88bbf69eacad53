"""The code that pairs a phone: once, for minutes, and for a few tries."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from kneewise.app.lan.code import FILE, LASTS, TRIES, Tried, end_code, make_code, try_code

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
RIGHT, WRONG, OVER = Tried.RIGHT, Tried.WRONG, Tried.OVER


def another(shown: str) -> str:
    return shown.translate(str.maketrans("0123456789", "1234567890"))


def test_a_code_opens_once(tmp_path: Path) -> None:
    code = make_code(tmp_path, NOW)

    assert re.fullmatch(r"\d{4} \d{4}", code.shown)
    assert [try_code(tmp_path, code.shown, NOW) for _time in range(2)] == [RIGHT, OVER]


@pytest.mark.parametrize("between", ["", " ", "-", "  "])
def test_it_may_be_typed_with_a_gap_or_without(tmp_path: Path, between: str) -> None:
    code = make_code(tmp_path, NOW)

    assert try_code(tmp_path, code.shown.replace(" ", between), NOW) is RIGHT


@pytest.mark.parametrize("typed", ["", "1", "0" * 100, "١٢٣٤٥٦٧٨", "\x00"])
def test_what_is_no_code_is_wrong(tmp_path: Path, typed: str) -> None:
    make_code(tmp_path, NOW)

    assert try_code(tmp_path, typed, NOW) is WRONG


def test_without_a_code_nothing_opens(tmp_path: Path) -> None:
    assert try_code(tmp_path, "", NOW) is OVER


def test_a_few_wrong_tries_end_it(tmp_path: Path) -> None:
    code = make_code(tmp_path, NOW)

    tried = [try_code(tmp_path, another(code.shown), NOW) for _time in range(TRIES)]

    assert tried == [WRONG] * TRIES
    assert try_code(tmp_path, code.shown, NOW) is OVER


def test_the_last_try_may_be_the_right_one(tmp_path: Path) -> None:
    code = make_code(tmp_path, NOW)
    for _time in range(TRIES - 1):
        try_code(tmp_path, another(code.shown), NOW)

    assert try_code(tmp_path, code.shown, NOW) is RIGHT


@pytest.mark.parametrize(
    ("after", "tried"),
    [
        (LASTS - timedelta(seconds=1), RIGHT),
        (LASTS, OVER),
        (timedelta(days=1), OVER),
        (timedelta(seconds=-1), OVER),
    ],
    ids=["at the end", "expired", "long ago", "a clock that was set back"],
)
def test_it_lasts_some_minutes(tmp_path: Path, after: timedelta, tried: Tried) -> None:
    code = make_code(tmp_path, NOW)

    assert try_code(tmp_path, code.shown, NOW + after) is tried


def test_a_new_code_voids_the_one_before(tmp_path: Path) -> None:
    first = make_code(tmp_path, NOW)
    second = make_code(tmp_path, NOW)

    assert try_code(tmp_path, first.shown, NOW) is WRONG
    assert try_code(tmp_path, second.shown, NOW) is RIGHT


def test_a_code_that_was_ended_opens_nothing(tmp_path: Path) -> None:
    code = make_code(tmp_path, NOW)
    end_code(tmp_path)

    assert try_code(tmp_path, code.shown, NOW) is OVER


def test_the_home_never_holds_the_code_itself(tmp_path: Path) -> None:
    code = make_code(tmp_path, NOW)

    assert code.shown.replace(" ", "") not in (tmp_path / FILE).read_text()
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_many_at_once_have_no_more_tries_and_one_of_them_gets_in(tmp_path: Path) -> None:
    code = make_code(tmp_path, NOW)
    came: list[Tried] = []
    typed = [code.shown] * 4 + [another(code.shown)] * 12
    crowd = [Thread(target=lambda one=one: came.append(try_code(tmp_path, one, NOW))) for one in typed]

    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert len(came) == len(typed)
    assert came.count(RIGHT) <= 1
    assert came.count(RIGHT) + came.count(WRONG) <= TRIES
