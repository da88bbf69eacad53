"""A heart rate at the wrist that counts the steps instead of the beats."""

import numpy as np

from kneewise.model.doubt import Done, DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe.doubts.stretches import Found, Span, doubt_on, spans_of, with_columns, within
from kneewise.observe.numbers import Numbers

LEAST_POINTS = 10
"""A correlation of fewer says nothing."""


def doubt_heart(recording: Recording, numbers: Numbers) -> Found:
    """Leave out a heart rate that goes up and down with the cadence.

    Both are often alike by chance: a heart at 165 beats and feet at 165 steps. What no heart does is to
    follow when the steps change by many from one moment to the next, within a beat or three.
    """
    heart, cadence = recording.columns.get("heart_rate_bpm"), recording.columns.get("cadence_spm")
    if recording.sport is not Sport.RUNNING or heart is None or cadence is None:
        return recording, ()
    near = np.abs(heart - cadence) <= numbers.locked_within.value
    alike = spans_of(near, recording.time_s, at_least_s=numbers.locked_after.value)
    spans = [span for span in alike if _follows(heart, cadence, _points(recording, span), numbers)]
    if not spans:
        return recording, ()
    kept = np.where(within(spans, recording.time_s), np.nan, heart)
    doubt = doubt_on(recording, DoubtCode.HEART_LOCKED, Done.LEFT_OUT, spans)
    return with_columns(recording, heart_rate_bpm=kept), (doubt,)


def _points(recording: Recording, span: Span) -> slice:
    first, behind = np.searchsorted(recording.time_s, span)
    return slice(first, behind)


def _follows(heart: Column, cadence: Column, points: slice, numbers: Numbers) -> bool:
    beats, steps = heart[points], cadence[points]
    moved = np.ptp(np.quantile(steps, (0.05, 0.95)))
    if len(beats) < LEAST_POINTS or moved < numbers.locked_range.value or not np.ptp(beats):
        return False
    return float(np.corrcoef(beats, steps)[0, 1]) >= numbers.locked_correlation.value
