"""How the steps of one run lay to the band that was asked for: in words, never a mark."""

from kneewise.guide.step3_cadence.numbers import Numbers
from kneewise.model.cadence import BandFinding, BandFit, BandMinutes
from kneewise.model.evidence import because

ROOM = "step3_cadence"


def judge_run(seen: BandMinutes | None, numbers: Numbers, *, first: bool) -> BandFinding:
    """Hold the minutes inside the band against what was asked for.

    Args:
        seen: ``None`` where no steps are known.
        numbers: Of this room.
        first: In the first weeks, when one minute of every few is asked for.
    """
    share = 0.0 if seen is None else 100 * seen.coverage
    if seen is None or share < numbers.known_percent.value:
        unknown = because(f"{ROOM}.steps_unknown", numbers.known_percent, seen=round(share))
        return BandFinding(fit=BandFit.UNKNOWN, asked_min=None, because=(unknown,))
    asked_min = seen.known_min / numbers.minute_of_each.value if first else seen.known_min
    least_min = asked_min * numbers.inside_percent.value / 100
    # More minutes inside than were asked for are all that were asked for.
    share = min(100 * seen.inside_min / asked_min, 100)
    asked = because(f"{ROOM}.minutes_inside", numbers.inside_percent, seen=round(share))
    fit = BandFit.INSIDE if seen.inside_min >= least_min else _side(seen)
    return BandFinding(fit=fit, asked_min=asked_min, because=(asked,))


def _side(seen: BandMinutes) -> BandFit:
    return BandFit.BELOW if seen.below_min >= seen.above_min else BandFit.ABOVE
