"""What hangs on one record: whether taking it back lets somebody run who does not now."""

from datetime import date

from kneewise.app.review import decide_on, review
from kneewise.model.plan import Decision
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef


def lifted_by(runner: RunnerRef, record_id: str, on: date) -> Decision | None:
    """Look at the day without a record; ``None`` where nothing is lifted with it. Nothing is stored.

    Args:
        runner: Whose.
        record_id: Its whole name.
        on: The day.
    """
    now, then = review(runner, on), decide_on(recall_history(runner, without=record_id), on)
    eased = (
        then.plan.urgency < now.plan.urgency
        or (then.plan.may_run and not now.plan.may_run)
        or (then.plan.runs_today and not now.plan.runs_today)
    )
    return then if eased else None
