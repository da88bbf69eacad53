"""The cadence block as it stands on a day: when it began or may begin, its end, the band of each run in it.

No decision holds it: it is asked for by those who show how the block went.
"""

from collections.abc import Callable, Iterator
from datetime import date

from kneewise.engine.assess import assess
from kneewise.engine.bone_pause import BonePause
from kneewise.engine.cadence import band_on, calf_is_sore, end_of_block, is_dropped_before
from kneewise.engine.frame import Frame, frame_of
from kneewise.engine.house import HouseNumbers
from kneewise.engine.known_past import KnownPast
from kneewise.engine.past import Past
from kneewise.engine.phases import walk_the_days
from kneewise.engine.way import Way
from kneewise.model.cadence import CadenceBlock, TargetBand
from kneewise.model.observations import Observations


def cadence_block(
    look: Callable[[date], Observations], *, on: date, numbers: HouseNumbers, past: KnownPast | None = None
) -> CadenceBlock:
    """Find the block from the history alone, as `decide` does.

    Args:
        look: Observes any day of the history.
        on: The day.
        numbers: Of every room and the engine.
        past: Of this history and these numbers, where more is asked of it.
    """
    seen = look(on)
    found = assess(seen, numbers)
    if seen.started_on is None or not found.cadence.wanted:
        return CadenceBlock()
    frame = frame_of(seen, found, numbers)
    past = past or KnownPast(look, numbers)
    past.take(seen, found)
    way = walk_the_days(past, frame)
    began_on = way.cadence_on
    if began_on is None:
        return CadenceBlock(not_before=_not_before(way, frame), calf_waits=calf_is_sore(on, frame))
    ended = end_of_block(began_on, frame)
    return CadenceBlock(
        began_on=began_on,
        ended=ended,
        band=band_on(on, began_on, frame) if ended is None else None,
        bands=dict(_bands(began_on, way, past, frame)),
    )


def _not_before(way: Way, frame: Frame) -> date:
    """Give the first day that is calm long enough for every knee, today at the soonest."""
    calm = max(knee.calm_since for knee in way.knees)
    return max(calm + frame.cadence_after_days, frame.seen.on)


def _bands(began_on: date, way: Way, past: Past, frame: Frame) -> Iterator[tuple[str, TargetBand]]:
    pause = BonePause(frame.seen, past, frame.numbers)
    for run in frame.seen.activities:
        if run.is_run and run.on >= began_on and not is_dropped_before(run, began_on, frame):
            band = band_on(run.on, began_on, frame)
            if band is not None and pause.let_run_that_morning(way.knees, run.on):
                yield run.activity_id, band
