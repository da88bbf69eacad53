"""One day's decision: look, ask all rooms, fold the days, propose, and let the gate have the last word."""

from collections.abc import Callable
from datetime import date

from kneewise.engine.assess import assess
from kneewise.engine.frame import frame_of
from kneewise.engine.gate import gate
from kneewise.engine.house import HouseNumbers
from kneewise.engine.phases import walk_the_days
from kneewise.engine.plan import never_screened, propose
from kneewise.guide import red_flags, step1_pain
from kneewise.model.findings import Assessment, SafetyFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision, RunColour

ENGINE_VERSION = "2"
"""Raised with every change that may make an old decision come out differently."""

SHOWN_DAYS = 42
"""Colours of so many days are kept with a decision; older ones come out of the history."""


def decide(
    look: Callable[[date], Observations],
    *,
    on: date,
    numbers: HouseNumbers,
    knowledge_hash: str,
    shown_days: int | None = SHOWN_DAYS,
) -> Decision:
    """Make the decision of one day from the history alone.

    Args:
        look: Observes any day of the history.
        on: The day.
        numbers: Of every room, the engine and the gate.
        knowledge_hash: Of those numbers.
        shown_days: How far back colours are kept with the decision; ``None`` for all.
    """
    seen = look(on)
    found = assess(seen, numbers)
    colours: tuple[RunColour, ...] = ()
    if seen.started_on is None:
        proposed = never_screened(seen, found, numbers)
    else:
        frame = frame_of(seen, found, numbers)
        way = walk_the_days(_Past(look, seen, found, numbers), frame)
        proposed = propose(way, frame, numbers)
        shown = (on - seen.started_on).days + 1 if shown_days is None else shown_days
        colours = tuple(colour for colour in way.colours if (on - colour.on).days < shown)
    return Decision(
        plan=gate(seen, found, proposed, colours=colours, numbers=numbers.gate),
        found=found,
        colours=colours,
        engine_version=ENGINE_VERSION,
        knowledge_hash=knowledge_hash,
    )


class _Past:
    """What past days permitted; each is looked at only where somebody asks, and once."""

    def __init__(
        self,
        look: Callable[[date], Observations],
        seen: Observations,
        found: Assessment,
        numbers: HouseNumbers,
    ) -> None:
        self._look = look
        self._numbers = numbers
        self._days = red_flags.Days(numbers.red_flags)
        self._safety = {seen.on: found.safety}
        self._greens = {len(seen.answer_sets): found.pain.green_pain_0_10}
        self._answered_on = [answered.on for answered in seen.answer_sets]

    def safety(self, on: date) -> SafetyFinding:
        """Give the red flags of a day."""
        if on not in self._safety:
            self._safety[on] = self._days.assess(self._look(on))
        return self._safety[on]

    def green(self, on: date) -> int:
        """Give the green line of a day's profile, which only answers change."""
        answered = sum(day <= on for day in self._answered_on)
        if answered not in self._greens:
            found = step1_pain.assess(self._look(on), self._numbers.step1_pain)
            self._greens[answered] = found.green_pain_0_10
        return self._greens[answered]
