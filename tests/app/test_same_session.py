"""When two recordings are of one session, at the edges of the rule."""

from datetime import UTC, datetime, timedelta

import pytest

from kneewise.app.same_session import same_as
from kneewise.model.activity import Activity, Measured
from kneewise.model.sport import Sport
from kneewise.store.activities import Kept
from kneewise.store.ids import activity_id

START = datetime(2026, 11, 20, 16, 45, tzinfo=UTC)


def session(*, after_s: float = 0, minutes: float = 60, sport: Sport = Sport.RUNNING) -> Activity:
    start = START + timedelta(seconds=after_s)
    return Activity(
        activity_id=activity_id(sport, start),
        start=start,
        utc_offset_s=0,
        sport=sport,
        measured=Measured(version="1", elapsed_s=minutes * 60),
    )


def kept(*activities: Activity) -> list[Kept]:
    return [Kept(row=row, activity=activity, rank=(1.0,)) for row, activity in enumerate(activities)]


@pytest.mark.parametrize(
    ("known", "new", "same"),
    [
        (session(), session(after_s=120), True),
        (session(), session(after_s=121), False),
        (session(), session(after_s=60, minutes=10), True),
        (session(minutes=5), session(after_s=60, minutes=60), True),
        (session(minutes=5), session(after_s=61, minutes=60), False),
        (session(sport=Sport.CYCLING), session(after_s=60, minutes=10), False),
        (session(sport=Sport.CYCLING), session(after_s=60, minutes=50), True),
        (session(sport=Sport.CYCLING), session(minutes=40), False),
        (session(sport=Sport.WALKING), session(), True),
        (session(sport=Sport.OTHER), session(minutes=55), True),
        (session(sport=Sport.SWIMMING, minutes=30), session(after_s=1800, minutes=1.5), False),
        (session(sport=Sport.OTHER, minutes=1.5), session(after_s=90, sport=Sport.CYCLING), False),
    ],
    ids=[
        "two minutes apart",
        "a second more than that",
        "one that was stopped early",
        "four of the five minutes of the shorter one",
        "a second less than that",
        "a run within a ride",
        "a ride that the watch took for a run",
        "a run that begins with a ride and is done before it",
        "a run that a website calls a walk",
        "a track without a sport",
        "the swim and the change after it",
        "the change and the ride after it",
    ],
)
def test_at_the_edges(known: Activity, new: Activity, same: bool) -> None:
    assert (same_as(new, kept(known)) is not None) is same


def test_of_several_the_one_of_its_sport_and_then_the_nearest() -> None:
    near = kept(session(after_s=1, sport=Sport.WALKING), session(after_s=90), session(after_s=20))

    found = same_as(session(), near)

    assert found is not None
    assert found.row == 2
