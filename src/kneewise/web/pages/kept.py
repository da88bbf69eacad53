"""What became of a record that was written, taken back or put back just now, and what it does to the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kneewise.app.log import Done, Line, Logged
from kneewise.model.plan import Difference, Plan, SessionKind
from kneewise.present.dates import say_date
from kneewise.present.difference import changes, say_day
from kneewise.present.rest import done_today
from kneewise.web.pages.parts import NB
from kneewise.web.pages.said import name_line

MOST_CHANGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A banner of what was just done.

    Attributes:
        said: What became of what.
        follows: What it does to the plan.
        stands: Whether the record counts; else it can be put back.
    """

    record_id: str
    said: str
    follows: str
    stands: bool


def show_kept(logged: Logged, told: Sequence[Line]) -> Kept | None:
    """Say what became of a record, and of those that were told with it; nothing where it was said already."""
    words = {
        Done.KEPT: _("Kept: %(what)s."),
        Done.TAKEN_BACK: _("Taken back: %(what)s."),
        Done.PUT_BACK: _("Put back: %(what)s."),
    }
    if logged.done not in words:
        return None
    what = "; ".join(filter(None, map(name_line, told)))
    return Kept(
        record_id=logged.record_id,
        said=words[logged.done] % {"what": what},
        follows=say_follows(logged),
        stands=logged.done is not Done.TAKEN_BACK,
    )


def told_with(lines: Iterable[Line], record_id: str) -> tuple[Line, ...]:
    """Find a record and those that were told with it, in the order of telling."""
    every = tuple(lines)
    at = next((line.at for line in every if line.record_id == record_id), None)
    return tuple(line for line in reversed(every) if line.at == at)


def say_follows(logged: Logged) -> str:
    """Say what a write does to the plan: whether there is running, and today; else what else changed."""
    plan, found = logged.decision.plan, logged.difference
    if plan.urgency.stops_running:
        return _("Running is off.")
    if plan.ask:
        return _("Running waits until the questions are answered.")
    if found is None:
        return ""
    if found.may_run == (True, False):
        return _("Running waits.")
    if found.may_run is not None and (run := next_run(plan)):
        return _("Running is in the plan again: %(run)s.") % {"run": run}
    changed = _changed(found, plan, is_done=bool(done_today(logged.decision)))
    was_stopped = found.urgency is not None and found.urgency[0].stops_running
    return f"{_('Nothing stops running any more.')} {changed}" if was_stopped else changed


def next_run(plan: Plan) -> str:
    """Say the next run; the day only where it is not today."""
    run = next((one for one in plan.sessions if one.kind is SessionKind.RUN), None)
    if run is None:
        return ""
    return (
        say_day(run) if run.on == plan.on else f"{say_date(run.on, 'D j M').replace(' ', NB)}, {say_day(run)}"
    )


def _changed(found: Difference, plan: Plan, *, is_done: bool) -> str:
    if is_done:
        # The day's run was not taken out of the plan: it was made.
        found = replace(found, sessions=tuple(one for one in found.sessions if one.after.on != plan.on))
    today = say_date(plan.on, "D j M")
    said = [
        f"{_('Today') if name == today else name.replace(' ', NB)}: {what}" for name, what in changes(found)
    ]
    return "; ".join(said[:MOST_CHANGES]) + "." if said else _("Nothing in the plan changed.")
