"""Step 6: shoes, by their kilometres and by when they were changed."""

from datetime import date

from kneewise.guide.step6_footwear.numbers import Numbers
from kneewise.model.diary import InsertKind
from kneewise.model.evidence import Reason, Shown, because, because_row
from kneewise.model.findings import Assessment, RoomFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice

ROOM = "step6_footwear"

UNNAMED = ""
"""Of a day that was told nobody knows which pair it was."""


def assess(seen: Observations, numbers: Numbers) -> RoomFinding:
    """Find the most worn pair in use, and a change of shoes shortly before the pain began."""
    retired = {shoe.name for shoe in seen.shoes if shoe.retired}
    in_use = {name: km for name, km in seen.shoe_km.items() if name not in retired}
    worn = max(in_use, key=lambda name: in_use[name], default=None)
    days, shoe = _changed_before(seen, numbers)
    reasons = [_life(numbers, in_use[worn] if worn is not None else None)]
    told = days is None and seen.answers.get("new_shoes_before_onset") is True
    if told:
        reasons.append(because(f"{ROOM}.changed_before_told", numbers.changed_before_onset_days))
    if days is not None:
        reasons.append(
            because(f"{ROOM}.changed_before", numbers.changed_before_onset_days, seen=days, shoe=shoe)
        )
    return RoomFinding(
        room=ROOM,
        facts={
            "most_worn": worn,
            "most_worn_km": in_use[worn] if worn is not None else None,
            "check_wear": worn is not None and in_use[worn] >= numbers.life_km.values[0],
            "pairs": float(len(in_use)),
            "changed_days_before": None if days is None else float(days),
            "changed_before": days is not None or told,
            **_prescribed(seen),
        },
        because=tuple(reasons),
    )


def _prescribed(seen: Observations) -> dict[str, str | None]:
    """Say of each kind of insert that is worn who prescribed it, and when; the last said of a kind counts."""
    worn = {one.insert: one for one in seen.inserts if one.worn_until is None or one.worn_until >= seen.on}
    facts: dict[str, str | None] = {}
    for kind in InsertKind:
        insert = worn.get(kind)
        facts[f"{kind.value}_by"] = None if insert is None else insert.prescribed_by
        facts[f"{kind.value}_prescribed_on"] = None if insert is None else insert.on.isoformat()
    return facts


def _changed_before(seen: Observations, numbers: Numbers) -> tuple[int | None, str]:
    """Give the days from a change of shoes to the onset, if it was shortly before, and name the pair."""
    onset = seen.answers.get("pain_started_on")
    began = onset if isinstance(onset, date) else seen.started_on
    if began is None:
        return None, UNNAMED
    told = seen.answers.get("shoe_changed_on")
    new = [(one.on, one.name) for one in seen.shoes_first_used if one.on <= began]
    on, shoe = (told, UNNAMED) if isinstance(told, date) else max(new, default=(None, UNNAMED))
    days = -1 if on is None else (began - on).days
    return (days, shoe) if 0 <= days <= numbers.changed_before_onset_days.value else (None, UNNAMED)


def _life(numbers: Numbers, km: float | None) -> Reason:
    low, high = numbers.life_km.values
    seen = None if km is None else round(km)
    return because_row(f"{ROOM}.life", numbers.life_km, seen=seen, low_km=round(low), high_km=round(high))


def advise(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Remind of wear, of the change that came before the pain, and of turns between two pairs."""
    if found.safety.urgency.stops_running:
        return ()
    facts, reasons = found.footwear.facts, found.footwear.because
    advice: list[Advice] = []
    if facts["check_wear"]:
        amounts = {"shoe": facts["most_worn"], "km": _whole(facts["most_worn_km"])}
        advice.append(Advice(room=ROOM, action="shoes.check_wear", amounts=amounts, because=reasons[:1]))
    pairs = facts["pairs"]
    takes_turns = isinstance(pairs, float) and pairs >= numbers.rotation_pairs.value
    if facts["changed_before"]:
        # In turns the old ones are tried in any case: then it is the knee that tells.
        action = "shoes.compare" if takes_turns else "shoes.changed_before"
        advice.append(_changed(action, facts["changed_days_before"], reasons[1:]))
    if takes_turns:
        turns = because(f"{ROOM}.rotation", numbers.rotation_hazard)
        advice.append(
            Advice(
                room=ROOM,
                action="shoes.rotate",
                amounts={"pairs": int(numbers.rotation_pairs.value)},
                because=(turns,),
            )
        )
    choose = because(f"{ROOM}.gait_matched", numbers.gait_matched)
    advice.append(Advice(room=ROOM, action="shoes.comfort", because=(choose,), optional=True))
    return (*advice, *_inserts(found, numbers))


def _inserts(found: Assessment, numbers: Numbers) -> tuple[Advice, ...]:
    """Name what was prescribed, by whom and when; of anything else, that it has to be."""
    low, high = numbers.wedge_mm.values
    because = (because_row(f"{ROOM}.wedge", numbers.wedge_mm, low_mm=low, high_mm=high),)
    facts = found.footwear.facts
    worn = tuple(
        Advice(
            room=ROOM,
            action=f"shoes.{kind.value}_prescribed",
            amounts={"by": by, "prescribed_on": facts[f"{kind.value}_prescribed_on"]},
            because=because,
        )
        for kind in InsertKind
        if (by := facts[f"{kind.value}_by"]) is not None
    )
    amounts = {"low_mm": low, "high_mm": high}
    only = Advice(room=ROOM, action="shoes.prescribed_only", amounts=amounts, because=because)
    return worn or (only,)


def _changed(action: str, days: Shown, reasons: tuple[Reason, ...]) -> Advice:
    """Say that the shoes were changed before the pain began; without a day, shortly before."""
    if days is None:
        return Advice(room=ROOM, action=f"{action}_told", because=reasons)
    return Advice(room=ROOM, action=action, amounts={"days": _whole(days)}, because=reasons)


def _whole(amount: Shown) -> int | None:
    return round(amount) if isinstance(amount, float) else None
