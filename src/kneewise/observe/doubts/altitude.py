"""Heights that jump: a barometer that was set anew, a satellite's guess, nought before the first fix."""

import numpy as np

from kneewise.model.doubt import Done, DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import ON_FOOT, TRAVELS
from kneewise.observe.doubts.stretches import Found, Mask, doubt_on, spans_of, with_columns, within
from kneewise.observe.numbers import Numbers


def doubt_altitude(recording: Recording, numbers: Numbers) -> Found:
    """Take jumps out of the height, so that what follows goes on from the height before."""
    altitude_m = recording.columns.get("altitude_m")
    if recording.sport not in TRAVELS or altitude_m is None:
        return recording, ()
    known = np.flatnonzero(np.isfinite(altitude_m))
    if len(known) <= 1:
        return recording, ()
    time_s, heights_m = recording.time_s[known], altitude_m[known]
    steps_m = np.diff(heights_m)
    jumps = _jumps(time_s, heights_m, numbers, on_foot=recording.sport in ON_FOOT)
    if not jumps.any():
        return recording, ()
    mended = altitude_m.copy()
    mended[known[1:]] -= np.cumsum(np.where(jumps, steps_m, 0.0))
    spans = [(float(time_s[at]), float(time_s[at + 1])) for at in np.flatnonzero(jumps)]
    merged = spans_of(within(spans, recording.time_s), recording.time_s)
    facts = {"most_m": round(float(np.abs(steps_m[jumps]).max()))}
    doubt = doubt_on(recording, DoubtCode.ALTITUDE_JUMP, Done.LEVELLED, merged, facts=facts)
    return with_columns(recording, altitude_m=mended), (doubt,)


def _jumps(time_s: Column, heights_m: Column, numbers: Numbers, *, on_foot: bool) -> Mask:
    """Say which steps nobody climbs: steeper than any in one lump or, on foot, for several seconds."""
    steps_m = np.diff(heights_m)
    limit = numbers.fastest_climb.value
    steep = np.abs(steps_m) > limit * np.maximum(np.diff(time_s), 1.0)
    if not steep.any():
        return steep
    lumps = np.abs(steps_m) >= numbers.altitude_step.value
    if not on_foot:
        return steep & lumps
    half_s = numbers.smoothing.value / 2
    middle_s = (time_s[:-1] + time_s[1:]) / 2
    above_m, below_m = (np.interp(middle_s + by_s, time_s, heights_m) for by_s in (half_s, -half_s))
    return steep & (lumps | (np.abs(above_m - below_m) > limit * numbers.smoothing.value))
