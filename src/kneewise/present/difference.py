"""What changed in a plan, day by day and limit by limit, and why."""

from collections.abc import Iterator
from itertools import starmap

from django.utils.translation import gettext as _

from kneewise.model.plan import Difference, Session, SessionKind
from kneewise.present.dates import say_date
from kneewise.present.day import name_session, say_minutes, say_stage, whole_minutes
from kneewise.present.json import Json, move_json, plain, reason_json
from kneewise.present.moves import move_lines
from kneewise.present.page import Lines, bullet, fact, wrapped
from kneewise.present.reasons import reason_sentence
from kneewise.present.words import sentence

Said = tuple[str, str]
"""What changed, and what it is now beside what it was."""


def difference_lines(found: Difference) -> tuple[Lines, ...]:
    """Say every change beside what it was, and the reasons that were not there before."""
    if found.is_none:
        return (wrapped(_("Nothing in the plan."), first="  "),)
    # After a stop every reason of the plan is new, though none of them is what changed.
    was_stopped = found.urgency is not None and found.urgency[0].stops_running
    because = () if was_stopped else tuple(bullet(reason_sentence(reason)) for reason in found.because)
    first, then = (*_standing(found), *changed_days(found)), (*_caps(found), *_exercises(found))
    return (*starmap(fact, first), *move_lines(found.moves), *starmap(fact, then), *because)


def changes(found: Difference) -> tuple[Said, ...]:
    """Say every change beside what it was, but for the wishes to have a run on another day."""
    return (*_standing(found), *changed_days(found), *_caps(found), *_exercises(found))


def changed_days(found: Difference) -> Iterator[Said]:
    """Say the days that hold something else."""
    for moved in found.sessions:
        before, after = say_day(moved.before), say_day(moved.after)
        if before != after:
            yield say_date(moved.after.on, "D j M"), _was(after, before)


def difference_json(found: Difference) -> Json:
    """Say the same as pairs of before and after; null where nothing changed."""
    stage = found.stage
    return {
        "urgency": plain(found.urgency),
        "may_run": plain(found.may_run),
        "phase": plain(stage and [plan.phase for plan in stage]),
        "stage": plain(stage and [plan.stage for plan in stage]),
        "sessions": [plain(moved) for moved in found.sessions],
        "moves": [move_json(answer) for answer in found.moves],
        "exercises": [plain(moved) for moved in found.exercises],
        "run_cap_min": plain(found.run_cap_min),
        "week_cap_min": plain(found.week_cap_min),
        "because": [reason_json(reason) for reason in found.because],
    }


def say_day(session: Session) -> str:
    """Say what a day holds, in a few words."""
    minutes = "" if session.kind is SessionKind.REST else say_minutes(session)
    # The name of a run with walks ends in a figure of its own.
    between = ", " if any(block.walk_min for block in session.blocks) else " "
    return between.join(filter(None, (name_session(session), minutes)))


def _standing(found: Difference) -> Iterator[Said]:
    if found.urgency is not None and found.urgency[1].stops_running:
        yield _("Running"), sentence("standing.stopped")
    if found.stage is not None:
        before, after = (say_stage(plan) for plan in found.stage)
        if before != after:
            yield _("Where"), _was(after, before)


def _exercises(found: Difference) -> Iterator[Said]:
    for moved in found.exercises:
        before, after = (
            sentence(f"exercise.{name}") if name else _("none") for name in (moved.before, moved.after)
        )
        yield _("Exercise"), _was(after, before)


def _caps(found: Difference) -> Iterator[Said]:
    named = ((_("One run"), found.run_cap_min), (_("The week"), found.week_cap_min))
    for name, pair in named:
        if pair is not None:
            before, after = (_("no limit") if cap is None else _minutes(cap) for cap in pair)
            yield name, _was(after, before)


def _minutes(cap_min: float) -> str:
    return _("at most %(minutes)s min") % {"minutes": whole_minutes(cap_min)}


def _was(after: str, before: str) -> str:
    return _("%(after)s (was: %(before)s)") % {"after": after, "before": before}
