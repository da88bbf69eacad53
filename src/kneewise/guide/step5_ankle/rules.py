"""Step 5: the daily ankle drill, called optional where the ankle is not stiff."""

from kneewise.guide.step5_ankle.numbers import Numbers
from kneewise.model.diary import TestKind
from kneewise.model.evidence import because, because_row
from kneewise.model.findings import Assessment, RoomFinding
from kneewise.model.observations import Observations
from kneewise.model.places import Side
from kneewise.model.plan import Advice

ROOM = "step5_ankle"

DRILLS = ("calf_stretch", "wall_pulses", "step_ups")


def assess(seen: Observations, numbers: Numbers) -> RoomFinding:
    """Hold the latest knee-to-wall test of both sides against the limits."""
    left, right = (_latest_cm(seen, side) for side in (Side.LEFT, Side.RIGHT))
    optional = _is_supple(left, right, numbers)
    shortest = None if left is None or right is None else min(left, right)
    rule = "supple" if optional else "not_tested" if shortest is None else "stiff"
    return RoomFinding(
        room=ROOM,
        facts={"left_cm": left, "right_cm": right, "optional": optional},
        because=(because(f"{ROOM}.{rule}", numbers.optional_from_cm, seen=shortest),),
    )


def _latest_cm(seen: Observations, side: Side) -> float | None:
    tests = [
        test
        for test in seen.tests
        if test.kind is TestKind.KNEE_TO_WALL and test.side is side and test.distance_cm is not None
    ]
    return max(tests, key=lambda test: (test.on, test.at)).distance_cm if tests else None


def _is_supple(left: float | None, right: float | None, numbers: Numbers) -> bool:
    if left is None or right is None:
        return False
    far_enough = min(left, right) >= numbers.optional_from_cm.value
    return far_enough and abs(left - right) < numbers.sides_differ_from_cm.value


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Give the drill, and say honestly where it is optional."""
    if found.safety.urgency.stops_running:
        return ()
    optional = found.ankle.facts.get("optional") is True
    low, high = numbers.drill_min.values
    drill = because_row(f"{ROOM}.guide_drill", numbers.drill_min, low_min=low, high_min=high)
    amounts = {"low_min": low, "high_min": high, "step_ups": numbers.step_ups.value}
    return tuple(
        Advice(
            room=ROOM,
            action=f"ankle.{name}",
            amounts=amounts,
            because=(drill, *found.ankle.because),
            optional=optional,
        )
        for name in DRILLS
    )
