"""What a report for a physio or a doctor is made from."""

from dataclasses import dataclass
from datetime import date, timedelta

from kneewise.model.diary import PainLog
from kneewise.model.findings import Urgency
from kneewise.model.ledger import Load
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision, Phase, RunColour
from kneewise.model.runner import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseBegin:
    """A phase of the way back, and the day of the first decision that had it."""

    on: date
    phase: Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFlag:
    """A red flag that was in force and is not any more; ``last_on`` is the last day that was decided so."""

    key: str
    urgency: Urgency
    since: date
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Everything that a report says, of the days from ``since`` to ``on``, both included.

    Attributes:
        seen: What is observed on the last day.
        colours: Of all its runs and mornings.
        weeks: Both ledgers, the latest seven days first.
        phases: In the order in which they began; the first may have begun before ``since``.
        notes: What the runner wrote beside scores, oldest first.
    """

    on: date
    since: date
    settings: Settings
    decision: Decision
    seen: Observations
    colours: tuple[RunColour, ...] = ()
    weeks: tuple[Load, ...] = ()
    phases: tuple[PhaseBegin, ...] = ()
    past_flags: tuple[PastFlag, ...] = ()
    notes: tuple[PainLog, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Name every day of it."""
        return tuple(self.since + timedelta(days=day) for day in range((self.on - self.since).days + 1))
