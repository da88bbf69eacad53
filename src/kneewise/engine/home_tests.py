"""What has to go well at home before Calm ends: stairs, hops and squats, each within the green line."""

from collections.abc import Sequence
from datetime import date, datetime
from math import inf

from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.places import Side
from kneewise.model.plan import HomeTest, HomeTestState

Latest = dict[tuple[TestKind, Side], TestResult]


def tests_passed(knee: Knee, on: date, green: int, frame: Frame) -> bool:
    """Whether all of them went well, by the last of each before the first run of a day."""
    closes = frame.first_start.get(on)
    told = [one for one in frame.seen.tests if one.on < on or closes is None or one.at <= closes]
    return all(test.passed for test in home_tests(knee, on, green, frame, told=told))


def home_tests(
    knee: Knee, on: date, green: int, frame: Frame, *, told: Sequence[TestResult] | None = None
) -> tuple[HomeTest, ...]:
    """Say of each how many are wanted, and how the last one stands.

    Args:
        knee: In Calm.
        on: The day.
        green: The most it may hurt, 0 to 10.
        frame: What stays the same.
        told: The tests that are heard; all that were told where nothing else is said.
    """
    heard = sorted(frame.seen.tests if told is None else told, key=_order)
    latest: Latest = {(test.kind, test.side): test for test in heard if knee.since <= test.on <= on}
    return tuple(
        HomeTest(
            side=knee.side,
            kind=kind,
            count=count,
            pain_0_10=green,
            told_on=None if test is None else test.on,
            state=_state(test, count, green, knee.bad_on),
        )
        for kind, (test, count) in _stand(knee, on, latest, frame).items()
    )


def _order(test: TestResult) -> tuple[date, datetime, float, int]:
    """Put tests in the order of their telling; of one instant the worse one last, or one not known."""
    pain = test.pain_0_10 if isinstance(test.pain_0_10, int) else inf
    return test.on, test.at, pain, -(test.count or 0)


def _stand(
    knee: Knee, on: date, latest: Latest, frame: Frame
) -> dict[TestKind, tuple[TestResult | None, int | None]]:
    """Give the last of each, and how many are wanted."""
    wanted = {
        TestKind.STAIRS: None,
        TestKind.HOPS: int(frame.numbers.hops.value),
        TestKind.SQUATS: _usual_squats(knee, on, latest, frame),
    }
    return {kind: (latest.get((kind, knee.side)), count) for kind, count in wanted.items()}


def _usual_squats(knee: Knee, on: date, latest: Latest, frame: Frame) -> int:
    """As many as the other side does; where that is not known, a usual number."""
    other = Side.LEFT if knee.side is Side.RIGHT else Side.RIGHT
    test = latest.get((TestKind.SQUATS, other))
    sore = frame.seen.sore_since.get(other, date.max) <= on
    if sore or test is None or not test.count or _is_of_a_bad_day(test, knee.bad_on):
        return int(frame.numbers.squats.value)
    return test.count


def _state(test: TestResult | None, count: int | None, green: int, bad_on: date | None) -> HomeTestState:
    if test is None:
        return HomeTestState.OPEN
    if _is_of_a_bad_day(test, bad_on):
        return HomeTestState.AGAIN
    if not isinstance(test.pain_0_10, int):
        return HomeTestState.NOT_KNOWN
    if test.pain_0_10 > green:
        return HomeTestState.TOO_SORE
    enough = count is None or (test.count or 0) >= count
    return HomeTestState.PASSED if enough else HomeTestState.TOO_FEW


def _is_of_a_bad_day(test: TestResult, bad_on: date | None) -> bool:
    """Of a bad day itself no test counts: what was passed at noon may have hurt by the evening."""
    return bad_on is not None and test.on <= bad_on
