"""What of the way so far should be shown to somebody: two reds, a long Calm, a long way, a knee no better."""

from collections.abc import Iterator

from kneewise.engine.better import is_no_better
from kneewise.engine.frame import Frame
from kneewise.engine.knee import Knee
from kneewise.engine.way import Way
from kneewise.model.evidence import Reason, because, of_side
from kneewise.model.findings import Urgency
from kneewise.model.plan import Advice, Phase

ROOM = "engine"


def urgency_of_way(way: Way, frame: Frame) -> Urgency:
    """Any of it is routine; two reds beside a point of the bone rule are within days."""
    if way.bone_paused:
        return Urgency.WITHIN_DAYS
    return Urgency.ROUTINE if any(_found(way, frame)) else Urgency.NONE


def advice_of_way(way: Way, frame: Frame) -> tuple[Advice, ...]:
    """Say what should be shown, and why; of two sore knees by each of which it holds."""
    found: dict[str, tuple[Reason, ...]] = {}
    for action, reason in _found(way, frame):
        found[action] = (*found.get(action, ()), reason)
    return tuple(
        Advice(room=ROOM, action=action, because=reasons, daily_life=True)
        for action, reasons in found.items()
    )


def _found(way: Way, frame: Frame) -> Iterator[tuple[str, Reason]]:
    numbers, on = frame.numbers, frame.seen.on
    days = (on - (frame.seen.started_on or on)).days
    for knee in way.knees:
        for action, reason in _of_knee(knee, way, frame, days=days):
            yield action, of_side(reason, knee.side) if len(way.knees) > 1 else reason
    if days >= numbers.long_way_days.value and way.worse.phase in {Phase.CALM, Phase.WALK_RUN}:
        yield "care.long_way", because("way.long", numbers.long_way_days, seen=days)


def _of_knee(knee: Knee, way: Way, frame: Frame, *, days: int) -> Iterator[tuple[str, Reason]]:
    numbers, calm_days = frame.numbers, (frame.seen.on - knee.since).days
    if knee.phase is Phase.CALM and calm_days >= numbers.calm_long_days.value:
        yield "care.calm_long", because("calm.long", numbers.calm_long_days, seen=calm_days)
    if _red_twice(knee, way, frame):
        yield "care.red_twice", because("events.red_twice", numbers.red_pause_days, seen=len(knee.reds))
    if knee.phase is Phase.CALM and is_no_better(knee.side, frame):
        yield "care.no_better", because("way.no_better", numbers.better_after_days, seen=days)


def _red_twice(knee: Knee, way: Way, frame: Frame) -> bool:
    """Whether two reds paused the running lately, and nobody has said since that it may go on."""
    seen = frame.seen
    cleared = max((one.on for one in seen.clearances if one.may_run), default=None)
    pauses = [on for on in knee.pauses if cleared is None or on > cleared]
    recent = any((seen.on - on).days <= frame.numbers.red_window_days.value for on in pauses)
    return recent or (way.bone_paused and bool(knee.pauses))
