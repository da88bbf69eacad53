"""Two pairs of shoes in turn (rules 5)."""

from datetime import timedelta

from kneewise.engine.numbers import Numbers
from kneewise.model.observations import Observations


def pairs_in_turn(seen: Observations, numbers: Numbers) -> tuple[str, ...]:
    """Name the pairs that are run in at present, the one that rested longest first; none where there is one.

    A pair that is retired is left out, and so is one that was never run in: its first use is a change that
    the runner begins and the plan only observes.
    """
    opens = seen.on - timedelta(days=numbers.shoe_in_use_days.value)
    retired = {shoe.name: shoe.retired for shoe in seen.shoes}
    lately = {name: on for name, on in seen.shoes_last_used.items() if on > opens and not retired.get(name)}
    return tuple(sorted(lately, key=lambda name: (lately[name], name))) if len(lately) > 1 else ()
