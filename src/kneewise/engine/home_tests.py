"""What has to go well at home before Calm ends: stairs, hops and squats, each within the green line."""

from collections.abc import Iterable, Sequence
from datetime import date

from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.places import Side
from kneewise.model.plan import HomeTest, HomeTestState

Latest = dict[tuple[TestKind, Side], list[TestResult]]
"""The last result of each test, or those of one instant."""


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
    latest = _latest(
        test for test in (frame.seen.tests if told is None else told) if knee.since <= test.on <= on
    )
    return tuple(
        HomeTest(
            side=knee.side,
            kind=kind,
            count=count,
            pain_0_10=green,
            told_on=tests[-1].on if tests else None,
            state=_state_of(tests, count, green, knee.bad_on),
        )
        for kind, (tests, count) in _stand(knee, on, latest, frame).items()
    )


def _latest(told: Iterable[TestResult]) -> Latest:
    latest: Latest = {}
    for test in told:
        known = latest.setdefault((test.kind, test.side), [])
        if known and (known[0].on, known[0].at) != (test.on, test.at):
            known.clear()
        known.append(test)
    return latest


def _stand(
    knee: Knee, on: date, latest: Latest, frame: Frame
) -> dict[TestKind, tuple[Sequence[TestResult], int | None]]:
    """Give the last of each, and how many are wanted."""
    wanted = {
        TestKind.STAIRS: None,
        TestKind.HOPS: int(frame.numbers.hops.value),
        TestKind.SQUATS: _usual_squats(knee, on, latest, frame),
    }
    return {kind: (latest.get((kind, knee.side), ()), count) for kind, count in wanted.items()}


def _usual_squats(knee: Knee, on: date, latest: Latest, frame: Frame) -> int:
    """As many as the other side does; where that is not known, a usual number."""
    other = Side.LEFT if knee.side is Side.RIGHT else Side.RIGHT
    tests = latest.get((TestKind.SQUATS, other), ())
    sore = frame.seen.sore_since.get(other, date.max) <= on
    most = max((test.count or 0 for test in tests if not _is_of_a_bad_day(test, knee.bad_on)), default=0)
    return most if most and not sore else int(frame.numbers.squats.value)


def _state_of(
    tests: Sequence[TestResult], count: int | None, green: int, bad_on: date | None
) -> HomeTestState:
    """Say how a test stands: of two results of one instant, one that did not pass counts."""
    states = [_state(test, count, green, bad_on) for test in tests] or [HomeTestState.OPEN]
    return next((one for one in states if one is not HomeTestState.PASSED), HomeTestState.PASSED)


def _state(test: TestResult, count: int | None, green: int, bad_on: date | None) -> HomeTestState:
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
