"""Step 5: the daily ankle drill, called optional where the ankle is not stiff; what hurts is taken out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kneewise.guide.step5_ankle.numbers import Numbers
from kneewise.model.diary import TestKind, TestResult
from kneewise.model.evidence import because, because_row
from kneewise.model.findings import AnkleFinding, Assessment, Colour, DrillOut, ExerciseColour, WallTests
from kneewise.model.observations import Observations
from kneewise.model.places import Side
from kneewise.model.plan import Advice

ROOM = "step5_ankle"

DRILLS = ("calf_stretch", "wall_pulses", "step_ups")


def assess(seen: Observations, numbers: Numbers) -> AnkleFinding:
    """Hold the latest knee-to-wall test of both sides against the limits."""
    walls = tuple(_walls(seen.tests))
    latest = {wall.side: wall.latest_cm for wall in walls}
    left, right = latest.get(Side.LEFT), latest.get(Side.RIGHT)
    optional = _is_supple(left, right, numbers)
    shortest = None if left is None or right is None else min(left, right)
    rule = "supple" if optional else "not_tested" if shortest is None else "stiff"
    return AnkleFinding(
        room=ROOM,
        optional=optional,
        walls=walls,
        because=(because(f"{ROOM}.{rule}", numbers.optional_from_cm, seen=shortest),),
    )


def _walls(tests: Sequence[TestResult]) -> Iterator[WallTests]:
    """Put the first and the latest test of each side beside one another."""
    for side in Side:
        told = [one for one in tests if one.kind is TestKind.KNEE_TO_WALL and one.side is side]
        row = [
            (one.on, one.distance_cm)
            for one in sorted(told, key=lambda test: (test.on, test.at))
            if one.distance_cm is not None
        ]
        if row:
            (first_on, first_cm), (latest_on, latest_cm) = row[0], row[-1]
            yield WallTests(
                side=side,
                first_on=first_on,
                first_cm=first_cm,
                latest_on=latest_on,
                latest_cm=latest_cm,
                tests=len(row),
            )


def _is_supple(left: float | None, right: float | None, numbers: Numbers) -> bool:
    if left is None or right is None:
        return False
    far_enough = min(left, right) >= numbers.optional_from_cm.value
    return far_enough and abs(left - right) < numbers.sides_differ_from_cm.value


def with_sessions(found: AnkleFinding, done: Iterable[ExerciseColour], numbers: Numbers) -> AnkleFinding:
    """Take out what hurt beyond the line of the knee's profile (W3), until it went well again."""
    out: dict[str, DrillOut] = {}
    well = dict.fromkeys(DRILLS, 0)
    for session in done:
        drill = session.done.exercise
        if drill not in well:
            continue
        if session.hurts:
            out[drill], well[drill] = DrillOut(drill=drill, on=session.done.on), 0
        elif session.colour is Colour.GREEN:
            well[drill] += 1
        if well[drill] >= numbers.back_in_sessions.value:
            out.pop(drill, None)
    return replace(found, out=tuple(out[drill] for drill in DRILLS if drill in out))


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Give the drill, say honestly where it is optional, and what of it was taken out."""
    if found.safety.urgency.stops_running:
        return ()
    out = {one.drill for one in found.ankle.out}
    return tuple(
        _taken_out(drill, numbers) if drill in out else _drill(drill, found, numbers) for drill in DRILLS
    )


def _drill(drill: str, found: Assessment, numbers: Numbers) -> Advice:
    low, high = numbers.drill_min.values
    guide = because_row(f"{ROOM}.guide_drill", numbers.drill_min, low_min=low, high_min=high)
    return Advice(
        room=ROOM,
        action=f"ankle.{drill}",
        amounts={"low_min": low, "high_min": high, "step_ups": numbers.step_ups.value},
        because=(guide, *found.ankle.because),
        optional=found.ankle.optional,
    )


def _taken_out(drill: str, numbers: Numbers) -> Advice:
    number = numbers.back_in_sessions
    reason = because(f"{ROOM}.out", number)
    return Advice(
        room=ROOM, action=f"ankle.out.{drill}", amounts={"sessions": number.value}, because=(reason,)
    )
