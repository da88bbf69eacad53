"""Days and times that are spoken of: what lies behind is heard, what is still to come is refused."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from kneewise.app.home import RunnerRef
from kneewise.cli.open import Opened, instant
from kneewise.model.errors import UsageError
from kneewise.model.runner import Settings
from tests.app.samples import BERLIN, NOW
from tests.cli.conftest import Shell

OPENED = Opened(runner=RunnerRef(1), settings=Settings(), now=NOW, today=NOW.date())


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def test_days_of_illness_that_lie_behind_are_heard_later(shell: Shell) -> None:
    shell.ran("log", "illness", "--on", days_ago(16), "--until", days_ago(14))

    (entry,) = [one for one in shell.ran("log", "list", "--json").json["entries"] if one["kind"] == "illness"]

    assert (entry["on"], entry["payload"]["until"]) == (str(days_ago(16)), {"date": str(days_ago(14))})


@pytest.mark.parametrize(("until", "sentence"), [(17, "cannot lie before its first"), (-2, "in the future")])
def test_an_illness_cannot_end_before_it_began_nor_after_today(
    shell: Shell, until: int, sentence: str
) -> None:
    answered = shell("log", "illness", "--on", days_ago(16), "--until", days_ago(until))

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert sentence in answered.err


def test_an_illness_that_is_corrected_cannot_end_before_it_began(shell: Shell) -> None:
    entry = shell.ran("log", "illness", "--on", days_ago(3), "--json").json["id"]

    answered = shell("log", "edit", entry, f"until={days_ago(4)}")

    assert "cannot lie before its first" in answered.err


def test_a_time_of_today_that_is_still_to_come_is_refused_and_one_that_was_is_heard() -> None:
    told_at = instant(OPENED, None, time(20, 0))

    with pytest.raises(UsageError, match="20:01 is still to come today"):
        instant(OPENED, NOW.date(), time(20, 1))

    assert told_at == datetime(2026, 11, 23, 20, 0, tzinfo=BERLIN)


def test_a_late_time_of_a_day_that_lies_behind_is_heard() -> None:
    assert instant(OPENED, NOW.date() - timedelta(days=1), time(23, 59)).hour == 23
