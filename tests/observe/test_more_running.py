from datetime import UTC, date, datetime, time, timedelta

from kneewise.knowledge import read_numbers
from kneewise.model.activity import Activity, Measured
from kneewise.model.answers import AnswerSet, Origin
from kneewise.model.diary import History
from kneewise.model.runner import Settings
from kneewise.model.sport import Sport
from kneewise.observe import Numbers, observer

DAY = date(2026, 11, 23)
NUMBERS = read_numbers("kneewise.observe", Numbers)


def run(on: date, minutes: float) -> Activity:
    return Activity(
        activity_id=str(on),
        start=datetime.combine(on, time(9), tzinfo=UTC),
        utc_offset_s=0,
        sport=Sport.RUNNING,
        measured=Measured(version="1", elapsed_s=minutes * 60, running_s=minutes * 60),
    )


def history() -> History:
    """Eight steady weeks, then a fortnight of twice as much, then nothing."""
    steady = [run(DAY - timedelta(days=days), 40) for days in range(15, 71, 2)]
    more = [run(DAY - timedelta(days=days), 80) for days in range(1, 15, 2)]
    at = datetime.combine(DAY, time(8), tzinfo=UTC)
    screened = AnswerSet(record_id="1", at=at, on=DAY, origin=Origin.SCREENING, answers={"knee": "left"})
    return History(settings=Settings(), activities=(*steady, *more), answers=(screened,))


def test_days_of_more_running_stay_known_when_there_is_less_again() -> None:
    look = observer(history(), NUMBERS)

    first, later = look(DAY), look(DAY + timedelta(days=30))

    assert first.more_running_lately is True
    assert first.more_running_days == (DAY,)
    assert later.more_running_lately is not True
    assert DAY in later.more_running_days
    assert all(day <= later.on for day in later.more_running_days)


def test_no_day_after_the_one_looked_at_is_told() -> None:
    look = observer(history(), NUMBERS)

    days = look(DAY + timedelta(days=2)).more_running_days

    assert max(days) <= DAY + timedelta(days=2)
