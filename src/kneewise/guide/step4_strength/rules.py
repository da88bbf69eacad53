"""Step 4: strengthen hip and thigh, three times a week."""

from kneewise.guide.step4_strength.numbers import Numbers
from kneewise.model.evidence import Number, because, because_row
from kneewise.model.findings import Assessment, Profile, RoomFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice

ROOM = "step4_strength"

EXERCISES = ("single_leg_bridge", "clamshell", "split_squat", "eccentric_squat")


def assess(seen: Observations, numbers: Numbers) -> RoomFinding:
    """Give the programme's figures; strength belongs to day one, whatever the knee is called."""
    low, high = numbers.weeks.values
    return RoomFinding(
        room=ROOM,
        facts={"days_known": (seen.on - seen.started_on).days if seen.started_on else None},
        because=(
            because(f"{ROOM}.best_evidence", numbers.trials),
            because_row(f"{ROOM}.weeks_needed", numbers.weeks, low_weeks=low, high_weeks=high),
        ),
    )


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Give the guide's exercises with sets, repetitions and tempo, and the pain they may bring."""
    if found.safety.urgency.stops_running:
        return ()
    return (
        *(_exercise(name, found, numbers) for name in EXERCISES),
        Advice(
            room=ROOM,
            action="strength.effort",
            amounts={"low": numbers.in_reserve.values[0], "high": numbers.in_reserve.values[1]},
            because=(because_row(f"{ROOM}.in_reserve", numbers.in_reserve),),
        ),
    )


def _exercise(name: str, found: Assessment, numbers: Numbers) -> Advice:
    amounts = {
        "low_sets": numbers.sets.values[0],
        "high_sets": numbers.sets.values[1],
        "low_repetitions": numbers.repetitions.values[0],
        "high_repetitions": numbers.repetitions.values[1],
        "per_week": numbers.per_week.value,
        "pain_0_10": _allowed(found.pain.profile, numbers).value,
    }
    if name == "eccentric_squat":
        amounts["lowering_s"] = numbers.lowering_s.value
    dose = because_row(
        f"{ROOM}.guide_dose",
        numbers.repetitions,
        sets=numbers.sets.values[1],
        per_week=numbers.per_week.value,
    )
    limit = because(f"{ROOM}.pain_allowed", _allowed(found.pain.profile, numbers))
    because_of = (dose, limit, *found.strength.because)
    return Advice(room=ROOM, action=f"strength.{name}", amounts=amounts, because=because_of)


def _allowed(profile: Profile, numbers: Numbers) -> Number:
    match profile:
        case Profile.STEADY:
            return numbers.pain_steady_0_10
        case Profile.TENDON:
            return numbers.pain_tendon_0_10
