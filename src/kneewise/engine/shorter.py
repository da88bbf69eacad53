"""What shortens a run, or leaves a running day none: the first outer pain, and the other runs of its week."""

from kneewise.engine.calm import DEPTHS
from kneewise.engine.caps import ONE_DAY, whole
from kneewise.engine.frame import Frame, week_before
from kneewise.engine.house import HouseNumbers
from kneewise.engine.knee import Knee
from kneewise.engine.outer_pain import first_outer_pain_min, outer_pain_cap_min
from kneewise.engine.week import Extras, run_limit, week_is_full
from kneewise.guide import step2_load
from kneewise.model.evidence import Reason, because
from kneewise.model.plan import Phase, Session, SessionKind


def next_run_most_min(frame: Frame) -> float | None:
    """Give the cap on the next run, tomorrow's where today had one already."""
    return outer_pain_cap_min(frame.seen.on + ONE_DAY, frame, band=frame.found.pain.band)


def why_shorter(
    today: Session, knees: tuple[Knee, ...], frame: Frame, numbers: HouseNumbers
) -> tuple[Reason, ...]:
    """Why a run is shorter than it could be alone: the next by the first outer pain, today's by its week."""
    most, next_run_min = run_limit(knees, frame.seen.on, frame), next_run_most_min(frame)
    if next_run_min is not None and next_run_min < most:
        return (_outer_pain(frame),)
    if today.kind is not SessionKind.RUN or today.running_min >= whole(most):
        return ()
    return (_left_by_week(today, knees, frame, numbers),)


def why_none(today: Session, knees: tuple[Knee, ...], frame: Frame, extras: Extras) -> tuple[Reason, ...]:
    """Why a running day has no run, where the other runs of its week leave none."""
    if today.kind is SessionKind.RUN or not week_is_full(knees, frame, extras):
        return ()
    return (because("caps.week_full", frame.numbers.run_least_min),)


def _left_by_week(today: Session, knees: tuple[Knee, ...], frame: Frame, numbers: HouseNumbers) -> Reason:
    left_min = int(today.running_min)
    depths = [knee.depth for knee in knees if knee.phase is Phase.CALM]
    if depths:
        cut = step2_load.cut_for(DEPTHS[max(depths)], numbers.step2_load)
        return because("caps.week_left", cut, left_min=left_min)
    others = [load for day in week_before(frame.loads.keys(), today.on) for load in frame.loads[day]]
    if whole(sum(others)) == today.running_min:
        return because("caps.others", frame.numbers.others_from, left_min=left_min)
    return because("caps.week_left", frame.week_more_percent, left_min=left_min)


def _outer_pain(frame: Frame) -> Reason:
    first_min = first_outer_pain_min(frame.seen.on + ONE_DAY, frame, band=frame.found.pain.band)
    return because("caps.outer_pain", frame.numbers.outer_pain_share_percent, first_min=first_min)
