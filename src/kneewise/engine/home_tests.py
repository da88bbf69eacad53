"""What has to go well at home before Calm ends: stairs, hops and squats, each within the green line."""

from collections.abc import Iterable
from datetime import date

from kneewise.engine.caps import ONE_DAY
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.places import Side
from kneewise.model.plan import HomeTest

Latest = dict[tuple[TestKind, Side], TestResult]


def tests_passed(knee: Knee, on: date, green: int, frame: Frame) -> bool:
    """Whether all of them went well, by the last of each before the first run of a day."""
    closes = frame.first_start.get(on)
    told = (one for one in frame.seen.tests if one.on < on or closes is None or one.at <= closes)
    latest = _latest(knee, on, told)
    return all(_went_well(*one, green) for one in _stand(knee, on, latest, frame).values())


def home_tests(knee: Knee, on: date, green: int, frame: Frame) -> tuple[HomeTest, ...]:
    """Say of each how many are wanted, and whether the last one went well.

    Args:
        knee: In Calm.
        on: The day.
        green: The most it may hurt, 0 to 10.
        frame: What stays the same.
    """
    latest = _latest(knee, on, frame.seen.tests)
    return tuple(
        HomeTest(
            side=knee.side,
            kind=kind,
            count=count,
            pain_0_10=green,
            told_on=None if told is None else told.on,
            passed=_went_well(told, count, green),
        )
        for kind, (told, count) in _stand(knee, on, latest, frame).items()
    )


def _latest(knee: Knee, on: date, told: Iterable[TestResult]) -> Latest:
    # Of a bad day itself no test counts, because what was passed at noon may have hurt by the evening.
    opens = knee.since if knee.bad_on is None else max(knee.since, knee.bad_on + ONE_DAY)
    return {(test.kind, test.side): test for test in told if opens <= test.on <= on}


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
    if sore or test is None or not test.count:
        return int(frame.numbers.squats.value)
    return test.count


def _went_well(test: TestResult | None, count: int | None, green: int) -> bool:
    if test is None or not isinstance(test.pain_0_10, int) or test.pain_0_10 > green:
        return False
    return count is None or (test.count or 0) >= count
