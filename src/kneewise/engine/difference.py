"""What one answer does to a plan: the days, limits and standing that are not what they were, and why."""

from collections.abc import Iterator
from dataclasses import replace

from kneewise.model.plan import Decision, Difference, Moved, MovedExercise, Session


def difference(before: Decision, after: Decision) -> Difference:
    """Compare two decisions; of the days, those that both plans cover, their exercises apart."""
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
            if session.on in planned and _beside(planned[session.on]) != _beside(session)
        ),
        run_cap_min=None if old.caps.run_min == new.caps.run_min else (old.caps.run_min, new.caps.run_min),
        week_cap_min=(
            None if old.caps.week_min == new.caps.week_min else (old.caps.week_min, new.caps.week_min)
        ),
        moves=tuple(answer for answer in new.moves if answer not in old.moves),
        because=tuple({reason.rule: reason for reason in said if reason.rule not in known}.values()),
        exercises=tuple(_exercises(before, after)),
    )


def _exercises(before: Decision, after: Decision) -> Iterator[MovedExercise]:
    """Name the exercises that others took the place of, and the drills that were taken out or came back."""
    stood = {at.chain: at.exercise for at in before.found.strength.standings}
    for at in after.found.strength.standings:
        if at.chain in stood and stood[at.chain] != at.exercise:
            yield MovedExercise(before=stood[at.chain], after=at.exercise)
    old, new = ({one.drill for one in each.found.ankle.out} for each in (before, after))
    yield from (MovedExercise(before=drill, after=None) for drill in sorted(new - old))
    yield from (MovedExercise(before=None, after=drill) for drill in sorted(old - new))


def _beside(session: Session) -> Session:
    """What a day holds beside its exercises: those move with every session that is logged."""
    return replace(session, exercises=(), circuit=False)
