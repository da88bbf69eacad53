"""Step 7: calm and recover; swelling is a question of care before it is one of ice."""

from kneewise.guide.step7_recovery.numbers import Numbers
from kneewise.model.diary import days_ill
from kneewise.model.evidence import Grade, Reason, because, because_row
from kneewise.model.findings import Assessment, RoomFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice

ROOM = "step7_recovery"
SWELLING = "swelling"
ILL = frozenset({"fever_or_chills", "feels_unwell"})


def assess(seen: Observations, numbers: Numbers) -> RoomFinding:
    """Look for an illness that was told and not noted, and give what sleep rests on."""
    low, high = numbers.sleep_h.values
    return RoomFinding(
        room=ROOM,
        facts={"ill_told": _is_ill_told(seen)},
        because=(
            because_row(f"{ROOM}.guide_sleep", numbers.sleep_h, low_h=low, high_h=high),
            because(f"{ROOM}.sleep_quality", numbers.sleep_hazard),
        ),
    )


def _is_ill_told(seen: Observations) -> bool:
    told = any(seen.answers.get(key) is True for key in ILL)
    return told and seen.on not in days_ill(seen.illnesses, seen.on)


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Ask about swelling before ice; sleep; gentle movement; painkillers without a dose."""
    low, high = numbers.sleep_h.values
    sleep = Advice(
        room=ROOM,
        action="recovery.sleep",
        amounts={"low_h": low, "high_h": high},
        because=found.recovery.because[:1],
        daily_life=True,
    )
    if found.safety.urgency.stops_running:
        return (sleep,)
    # What was found of the quality of sleep bears out no number of hours.
    because = found.recovery.because[1:]
    quality = Advice(room=ROOM, action="recovery.sleep_well", because=because, optional=True)
    ice = () if SWELLING in found.safety.ask else (_ice(numbers),)
    ill = (_ill(numbers),) if found.recovery.facts["ill_told"] else ()
    return (*ill, sleep, quality, *ice, _gentle(numbers), _painkillers(numbers))


def _ill(numbers: Numbers) -> Advice:
    """Answers plan no run away, as they may be of last week; a noted illness does."""
    reason = because(f"{ROOM}.ill_told", numbers.runs_while_ill, seen=True)
    return Advice(room=ROOM, action="recovery.ill", because=(reason,))


def _ice(numbers: Numbers) -> Advice:
    """Ice comes after the swelling questions; with swelling in force running is stopped and it waits, too."""
    low, high = numbers.ice_min.values
    look = numbers.ice_look_after_min.value
    reason = because_row(f"{ROOM}.guide_ice", numbers.ice_min, low_min=low, high_min=high)
    amounts = {"low_min": low, "high_min": high, "look_after_min": look}
    return Advice(room=ROOM, action="recovery.ice", amounts=amounts, because=(reason,), optional=True)


def _gentle(numbers: Numbers) -> Advice:
    low, high = numbers.stretch_min.values
    reason = because_row(f"{ROOM}.guide_stretch", numbers.stretch_min, low_min=low, high_min=high)
    amounts = {"low_min": low, "high_min": high}
    return Advice(room=ROOM, action="recovery.gentle", amounts=amounts, because=(reason,), optional=True)


def _painkillers(numbers: Numbers) -> Advice:
    reason = because(f"{ROOM}.painkillers", numbers.kidney_share_percent)
    # Who should not take them is common knowledge of pharmacies, and was checked against no text.
    block = Reason(
        rule=f"{ROOM}.block_list",
        grade=Grade.D,
        sources=("clinical-memory",),
        reviewed_by=numbers.kidney_share_percent.reviewed_by,
    )
    return Advice(room=ROOM, action="recovery.ask_pharmacist", because=(reason, block))
