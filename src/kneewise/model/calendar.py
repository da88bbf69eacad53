"""What a calendar is told of a plan."""

from dataclasses import dataclass
from datetime import date

from kneewise.model.plan import Session, SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The days of a plan, as a calendar is told of them.

    Attributes:
        owner: Names the runner's events among those of others; it says nothing of the runner.
        on: The first day of the plan.
        step: How many writes the history had: with the day, it makes the number of the version.
        sessions: Of the days of the plan; those with nothing to do are left out.
        gone: Days of the plan that had something to do earlier and have nothing now.
    """

    owner: str
    on: date
    step: int
    sessions: tuple[Session, ...]
    gone: tuple[date, ...] = ()


def has_something(session: Session) -> bool:
    """Whether a day has anything to do."""
    return session.kind is not SessionKind.REST or bool(session.exercises)
