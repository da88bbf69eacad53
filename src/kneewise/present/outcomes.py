"""How the last week went, in five sentences; what is not known is said as that."""

from collections.abc import Iterator, Sequence

from kneewise.model.outcome import WeekSeen
from kneewise.model.places import Side
from kneewise.present.words import ngettext, sentence


def say_week(weeks: Sequence[WeekSeen]) -> tuple[str, ...]:
    """Say pain, runs, exercises, knee to the wall, and what nobody told; nothing where there is no week."""
    if not weeks:
        return ()
    this, before = weeks[0], weeks[1] if weeks[1:] else None
    return tuple(_sentences(this, before))


def _sentences(this: WeekSeen, before: WeekSeen | None) -> Iterator[str]:
    if this.pain_0_10 is None:
        yield sentence("week_seen.no_pain")
    else:
        last = None if before is None else before.pain_0_10
        yield sentence("week_seen.pain", days=this.scored_days, now=this.pain_0_10, before=last)
    yield sentence(
        "week_seen.runs",
        runs=_say_runs(this),
        now=_whole(this.running_min),
        before=_whole(this.running_min_before),
    )
    yield sentence("week_seen.sets", now=this.sets, before=None if before is None else before.sets)
    yield _say_walls(this)
    yield sentence("week_seen.unknown", unknown=this.unscored_days, pills=this.painkiller_days)


def _say_runs(this: WeekSeen) -> str:
    unknown = say_unknown_minutes(this.runs_without_min)
    return f"{this.runs} ({unknown})" if unknown else str(this.runs)


def say_unknown_minutes(runs: int) -> str:
    """Say of how many runs the minutes are not known; nothing where there is none."""
    said = ngettext("of %(count)s the minutes are not known", "of %(count)s the minutes are not known", runs)
    return said % {"count": runs} if runs else ""


def _whole(minutes: float | None) -> int | None:
    return None if minutes is None else round(minutes)


def _say_walls(this: WeekSeen) -> str:
    if not this.knee_to_wall_cm:
        return sentence("week_seen.no_walls")
    return sentence("week_seen.walls", **{side.value: say_wall(this, side) for side in Side})


def say_wall(week: WeekSeen, side: Side) -> str:
    """Say how far one knee reached."""
    reached = week.knee_to_wall_cm.get(side)
    return sentence("week_seen.not_tested") if reached is None else sentence("week_seen.cm", cm=reached)
