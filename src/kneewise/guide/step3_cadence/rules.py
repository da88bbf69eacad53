"""Step 3: slightly quicker, shorter steps, from the runner's own cadence at the runner's own easy pace."""

from kneewise.guide.step3_cadence.numbers import Numbers
from kneewise.model.cadence import TargetBand
from kneewise.model.evidence import Reason, because, because_row
from kneewise.model.findings import Assessment, CadenceFinding
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice

ROOM = "step3_cadence"


def assess(seen: Observations, numbers: Numbers) -> CadenceFinding:
    """Find the band a little above the runner's own cadence; the engine decides the day it begins."""
    if seen.cadence is None:
        reason = because(f"{ROOM}.not_known", numbers.first_raise_percent)
        return CadenceFinding(own_spm=None, low_spm=None, high_spm=None, wanted=False, because=(reason,))
    own = seen.cadence.cadence_spm
    if own >= numbers.skip_from_spm.value:
        reason = because(f"{ROOM}.quick_already", numbers.skip_from_spm, seen=round(own))
        return CadenceFinding(own_spm=own, low_spm=None, high_spm=None, wanted=False, because=(reason,))
    goal = own * (1 + numbers.first_raise_percent.value / 100)
    slow, quick = numbers.guide_range_spm.values
    half = numbers.band_half_width_spm.value
    return CadenceFinding(
        own_spm=own,
        low_spm=float(round(goal - half)),
        high_spm=float(round(goal + half)),
        later_low_spm=float(round(own * (1 + numbers.later_raise_percent.values[0] / 100))),
        later_high_spm=float(round(own * (1 + numbers.later_raise_percent.values[-1] / 100))),
        wanted=True,
        because=(
            because(f"{ROOM}.own_raise", numbers.first_raise_percent, seen=round(own)),
            because_row(f"{ROOM}.guide_range", numbers.guide_range_spm, low_spm=slow, high_spm=quick),
        ),
    )


def advise(found: Assessment, numbers: Numbers, band: TargetBand | None = None) -> tuple[Advice, ...]:
    """Name the band of the day, or the first one where none is told, and what to expect of it."""
    cadence = found.cadence
    if not found.safety.may_run or not cadence.wanted or cadence.own_spm is None:
        return ()
    calf = because(f"{ROOM}.calf_load", numbers.first_raise_percent)
    return (
        _raise(cadence, cadence.own_spm, band, numbers),
        Advice(room=ROOM, action="cadence.calf", because=(calf,)),
    )


def _raise(cadence: CadenceFinding, own_spm: float, band: TargetBand | None, numbers: Numbers) -> Advice:
    low_weeks, high_weeks = numbers.guide_weeks.values
    begin = because(f"{ROOM}.a_week_later", numbers.begin_after_days)
    effect = because(f"{ROOM}.lower_force", numbers.patella_force_percent)
    relief = because(f"{ROOM}.relief_share", numbers.relief_share_percent)
    later = band is not None and not band.first
    amounts = {
        "own_spm": round(own_spm),
        "low_spm": cadence.low_spm if band is None else band.low_spm,
        "high_spm": cadence.high_spm if band is None else band.high_spm,
        "raise_percent": _percent(own_spm, band, numbers),
        "minute_of_each_min": numbers.minute_of_each.value,
        "low_weeks": low_weeks,
        "high_weeks": high_weeks,
    }
    why = _later_reasons(cadence, own_spm, numbers) if later else cadence.because
    because_of = (*why, begin, effect, relief)
    return Advice(room=ROOM, action="cadence.raise", amounts=amounts, because=because_of, optional=True)


def _percent(own_spm: float, band: TargetBand | None, numbers: Numbers) -> float:
    """Say how much more that is: of the later band the middle."""
    if band is None or band.first:
        return numbers.first_raise_percent.value
    return round(100 * ((band.low_spm + band.high_spm) / 2 / own_spm - 1))


def _later_reasons(cadence: CadenceFinding, own_spm: float, numbers: Numbers) -> tuple[Reason, ...]:
    low, high = numbers.later_raise_percent.values
    row = numbers.later_raise_percent
    more = because_row(f"{ROOM}.later_raise", row, seen=round(own_spm), low_percent=low, high_percent=high)
    return (more, *cadence.because[1:])
