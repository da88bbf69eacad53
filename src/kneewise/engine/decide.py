"""One day's decision: look, ask all rooms, fold the days, propose, and let the gate have the last word."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kneewise.engine.assess import assess
from kneewise.engine.frame import frame_of
from kneewise.engine.gate import gate
from kneewise.engine.house import HouseNumbers
from kneewise.engine.known_past import KnownPast
from kneewise.engine.load_left import load_by_now
from kneewise.engine.moves import settle
from kneewise.engine.phases import walk_the_days
from kneewise.engine.plan import never_screened, propose
from kneewise.engine.way import Way
from kneewise.guide import step5_ankle
from kneewise.model.findings import Assessment
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision, Phase, RunColour

ENGINE_VERSION = "21"
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
    past: KnownPast | None = None,
) -> Decision:
    """Make the decision of one day from the history alone.

    Args:
        look: Observes any day of the history.
        on: The day.
        numbers: Of every room, the engine and the gate.
        knowledge_hash: Of those numbers.
        shown_days: How far back colours are kept with the decision; ``None`` for all.
        past: Of this history and these numbers, where more than one of its days is decided.
    """
    seen = look(on)
    found = assess(seen, numbers)
    colours: tuple[RunColour, ...] = ()
    if seen.started_on is None:
        proposed = never_screened(seen, found, numbers)
    else:
        frame = frame_of(seen, found, numbers)
        past = past or KnownPast(look, numbers)
        past.take(seen, found)
        way = walk_the_days(past, frame)
        found = replace(found, load=load_by_now(way, frame, numbers))
        found = _of_the_exercises(found, way, numbers)
        proposed = propose(way, replace(frame, found=found), numbers)
        shown = (on - seen.started_on).days + 1 if shown_days is None else shown_days
        colours = tuple(colour for colour in way.colours if (on - colour.on).days < shown)
    return Decision(
        plan=settle(gate(seen, found, proposed, colours=colours, numbers=numbers.gate)),
        found=found,
        colours=colours,
        engine_version=ENGINE_VERSION,
        knowledge_hash=knowledge_hash,
    )


def _of_the_exercises(found: Assessment, way: Way, numbers: HouseNumbers) -> Assessment:
    """Say where the exercises stand by now, and what of the drill is left."""
    maintains = way.worse.phase is Phase.MAINTAIN
    circuit = numbers.tips.circuit_per_week.value if maintains else None
    strength = replace(found.strength, standings=way.standings, circuit_per_week=circuit)
    ankle = step5_ankle.with_sessions(found.ankle, way.sessions, numbers.step5_ankle)
    return replace(found, strength=strength, ankle=ankle)
