"""Ask all rooms: first what they find, then, with everything found, what they advise."""

from kneewise.engine.house import HouseNumbers
from kneewise.guide import (
    red_flags,
    step1_pain,
    step2_load,
    step3_cadence,
    step4_strength,
    step5_ankle,
    step6_footwear,
    step7_recovery,
    tips,
)
from kneewise.model.cadence import TargetBand
from kneewise.model.findings import Assessment
from kneewise.model.observations import Observations
from kneewise.model.plan import Advice


def assess(seen: Observations, numbers: HouseNumbers) -> Assessment:
    """Let every room judge the same day."""
    return Assessment(
        safety=red_flags.assess(seen, numbers.red_flags),
        pain=step1_pain.assess(seen, numbers.step1_pain),
        load=step2_load.assess(seen, numbers.step2_load),
        cadence=step3_cadence.assess(seen, numbers.step3_cadence),
        strength=step4_strength.assess(seen, numbers.step4_strength),
        ankle=step5_ankle.assess(seen, numbers.step5_ankle),
        footwear=step6_footwear.assess(seen, numbers.step6_footwear),
        recovery=step7_recovery.assess(seen, numbers.step7_recovery),
        tips=tips.assess(seen, numbers.tips),
    )


def advise(found: Assessment, numbers: HouseNumbers, *, band: TargetBand | None = None) -> tuple[Advice, ...]:
    """Let every room advise, in the order of the guide; red flags first."""
    return (
        *red_flags.advise(found, numbers.red_flags),
        *step1_pain.advise(found, numbers.step1_pain),
        *step2_load.advise(found, numbers.step2_load),
        *step3_cadence.advise(found, numbers.step3_cadence, band),
        *step4_strength.advise(found, numbers.step4_strength),
        *step5_ankle.advise(found, numbers.step5_ankle),
        *step6_footwear.advise(found, numbers.step6_footwear),
        *step7_recovery.advise(found, numbers.step7_recovery),
        *tips.advise(found, numbers.tips),
    )
