"""What one answer does to a plan: the days, limits and standing that are not what they were, and why."""

from kneewise.model.plan import Decision, Difference, Moved


def difference(before: Decision, after: Decision) -> Difference:
    """Compare two decisions; of the days, those that both plans cover."""
    old, new = before.plan, after.plan
    planned = {session.on: session for session in old.sessions}
    known = {reason.rule for reason in (*old.because, *before.found.safety.because)}
    said = (*after.found.safety.because, *new.because)
    return Difference(
        urgency=None if old.urgency is new.urgency else (old.urgency, new.urgency),
        may_run=None if old.may_run is new.may_run else (old.may_run, new.may_run),
        stage=None if (old.phase, old.stage) == (new.phase, new.stage) else (old, new),
        sessions=tuple(
            Moved(before=planned[session.on], after=session)
            for session in new.sessions
            if session.on in planned and planned[session.on] != session
        ),
        run_cap_min=None if old.caps.run_min == new.caps.run_min else (old.caps.run_min, new.caps.run_min),
        week_cap_min=(
            None if old.caps.week_min == new.caps.week_min else (old.caps.week_min, new.caps.week_min)
        ),
        moves=tuple(answer for answer in new.moves if answer not in old.moves),
        because=tuple({reason.rule: reason for reason in said if reason.rule not in known}.values()),
    )
