"""What step 2 finds, as it stands by now: the advice and the caps of Calm say one thing."""

from dataclasses import replace

from kneewise.engine.calm import DEPTHS
from kneewise.engine.frame import Frame
from kneewise.engine.house import HouseNumbers
from kneewise.engine.knee import Knee
from kneewise.engine.way import Way
from kneewise.engine.week import run_limit, week_limit
from kneewise.guide import step2_load
from kneewise.model.findings import LoadFinding
from kneewise.model.plan import Phase


def load_by_now(way: Way, frame: Frame, numbers: HouseNumbers) -> LoadFinding:
    """Judge the load by how irritable the worse knee was when its Calm began, and by what came since."""
    knee, room = way.worse, numbers.step2_load
    began = step2_load.assess(replace(frame.seen, irritability=knee.irritability), room)
    if knee.phase is not Phase.CALM or frame.seen.baseline is None:
        return began
    level = DEPTHS[min(knee.depth, len(DEPTHS) - 1)]
    deeper = step2_load.assess(replace(frame.seen, irritability=level), room)
    # How long a calm run is hangs on whether runs are swapped, which ends with the level.
    at_level = replace(frame, found=replace(frame.found, load=deeper))
    return step2_load.hold_to(began, deeper, _left(way, at_level), room)


def _left(way: Way, frame: Frame) -> step2_load.Left:
    on = frame.seen.on
    run_min = round(run_limit(way.knees, on, frame), 2)
    if run_min < frame.numbers.run_least_min.value:
        return step2_load.Left(cut_percent=100.0, run_min=0.0, week_min=0.0)
    shares = [_share(knee, frame) for knee in way.knees if knee.phase is Phase.CALM]
    week_min = round(week_limit(way.knees, on, frame) or 0.0, 2)
    return step2_load.Left(cut_percent=_percent_off(min(shares)), run_min=run_min, week_min=week_min)


def _share(knee: Knee, frame: Frame) -> float:
    """Give what is left of the usual running in Calm, 0-1."""
    return (1 - frame.cuts[knee.depth]) * knee.share


def _percent_off(share: float) -> float:
    return float(round(100 * (1 - share)))
