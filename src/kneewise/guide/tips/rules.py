"""The guide's six tips."""

from dataclasses import replace

from kneewise.guide.tips.numbers import Numbers
from kneewise.model.evidence import Number, Row, Shown, because, because_row
from kneewise.model.findings import Assessment, RoomFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice
from kneewise.model.runner import GrowthPace

ROOM = "tips"


def assess(seen: Observations, numbers: Numbers) -> RoomFinding:
    """Give what the tips rest on: the guide's weekly pace, and the single run that weighs more."""
    return RoomFinding(
        room=ROOM,
        facts={"wider_pace": seen.settings.growth_pace is GrowthPace.EVIDENCE},
        because=(
            because(f"{ROOM}.week_pace", numbers.week_more_percent),
            because(f"{ROOM}.single_run", numbers.run_more_percent),
        ),
    )


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Give the six tips with their grades; where the evidence differs, both are shown."""
    if found.safety.urgency.stops_running:
        return ()
    still = (
        _span("circuit", numbers.circuit_min, "min", per_week=numbers.circuit_per_week.value),
        _single("shoe_log", numbers.pairs, "pairs"),
    )
    if not found.safety.may_run:
        return still
    pace: dict[str, Shown] = {
        "week_percent": numbers.week_more_percent.value,
        "run_percent": numbers.run_more_percent.value,
    }
    if found.tips.facts["wider_pace"]:
        pace["wider"] = True
    return (
        replace(_span("warm_up", numbers.warm_up_min, "min"), optional=False),
        Advice(room=ROOM, action="tip.week_pace", amounts=pace, because=found.tips.because),
        *still,
        _span("soft_surface", numbers.soft_per_week, "times"),
        _span("cadence_slowly", numbers.cadence_weeks, "weeks"),
    )


def advise_circuit(numbers: Numbers) -> tuple[Advice, ...]:
    """Give the circuit of Maintain, when it is its time."""
    per_week = numbers.circuit_per_week.value
    circuit = _span("circuit", numbers.circuit_min, "min", per_week=per_week)
    return (replace(circuit, action="tip.circuit_now", optional=False),)


def _span(name: str, row: Row, unit: str, **more: float) -> Advice:
    low, high = row.values
    amounts: dict[str, Shown] = {f"low_{unit}": low, f"high_{unit}": high, **more}
    reason = because_row(f"{ROOM}.{name}", row, limit=high, **amounts)
    return Advice(room=ROOM, action=f"tip.{name}", amounts=amounts, because=(reason,), optional=True)


def _single(name: str, number: Number, unit: str) -> Advice:
    reason = because(f"{ROOM}.{name}", number)
    amounts: dict[str, Shown] = {unit: number.value}
    return Advice(room=ROOM, action=f"tip.{name}", amounts=amounts, because=(reason,), optional=True)
