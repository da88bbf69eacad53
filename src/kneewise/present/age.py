"""A stop for an age that was not told: telling it may end the stop at once, and that is said first."""

from typing import Final

from kneewise.model.plan import Decision

OF_AGE: Final = "under_18"


def is_for_age_alone(decision: Decision) -> bool:
    """Whether nothing stops running but an age that is not known."""
    stopping = [flag for flag in decision.found.safety.flags if flag.urgency.stops_running]
    return bool(stopping) and all(flag.key == OF_AGE and flag.assumed for flag in stopping)
