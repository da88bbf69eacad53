"""Steps a minute that nobody makes: a sensor that hangs or falls silent, one leg counted, or both twice."""

from collections.abc import Callable
from typing import Final

import numpy as np

from kneewise.model.doubt import Done, Doubt, DoubtCode
from kneewise.model.recording import Column, Recording
from kneewise.model.sport import Sport
from kneewise.observe.doubts.stretches import Found, Mask, doubt_on, spans_of, stretches, with_columns
from kneewise.observe.numbers import Numbers
from kneewise.observe.weights import median_by_time, smoothed_speed_m_s, time_weights_s

LEAVE_OUT: Final = np.nan
"""Times nothing is nothing: what becomes of a cadence that cannot be mended."""


def doubt_cadence(recording: Recording, numbers: Numbers) -> Found:
    """Mend what was counted once or twice too often, and leave out what nobody counted."""
    cadence = recording.columns.get("cadence_spm")
    if recording.sport is not Sport.RUNNING or cadence is None or not (cadence > 0).any():
        return recording, ()
    steps = _Steps(recording, cadence, numbers)
    checks: tuple[tuple[DoubtCode, Done, float, Callable[[], Mask]], ...] = (
        (DoubtCode.CADENCE_STUCK, Done.LEFT_OUT, LEAVE_OUT, steps.stuck),
        (DoubtCode.CADENCE_SILENT, Done.LEFT_OUT, LEAVE_OUT, steps.silent),
        (DoubtCode.CADENCE_HALVED, Done.DOUBLED, 2.0, steps.halved),
        (DoubtCode.CADENCE_DOUBLED, Done.HALVED, 0.5, steps.doubled),
    )
    doubts: list[Doubt] = []
    mended = cadence
    for code, done, factor, find in checks:
        found = find()
        if found.any():
            doubts.append(doubt_on(recording, code, done, spans_of(found, recording.time_s)))
            mended = np.where(found, mended * factor, mended)
    recording = with_columns(recording, cadence_spm=mended) if doubts else recording
    recording, off = _doubt_step_length(recording, steps, numbers)
    return recording, (*doubts, *off)


class _Steps:
    """Cadence beside the speed of the same points, all of shape ``(n,)``."""

    def __init__(self, recording: Recording, cadence: Column, numbers: Numbers) -> None:
        self.speed = smoothed_speed_m_s(recording, numbers)
        self.weight_s = time_weights_s(recording, numbers)
        self._cadence, self._numbers = cadence, numbers
        self._fast = self.speed >= numbers.running_speed.value
        running = cadence >= numbers.running_cadence.value
        usual = median_by_time(cadence[running], self.weight_s[running])
        self._usual = np.nan if usual is None else usual

    def stuck(self) -> Mask:
        """Find minutes of one and the same value, while the speed was another."""
        numbers = self._numbers
        same = np.append(self._cadence[1:] == self._cadence[:-1], False) & (self._cadence > 0)
        found = np.zeros_like(same)
        for first, last in self._lasting(same, numbers.stuck_after.value):
            speeds = self.speed[first : last + 1]
            speeds = speeds[np.isfinite(speeds)]
            if speeds.size and np.ptp(np.quantile(speeds, (0.1, 0.9))) >= numbers.stuck_speed.value:
                found[first : last + 1] = True
        return found

    def silent(self) -> Mask:
        """Find stretches without any step at a running speed."""
        return self._long_enough((self._cadence == 0) & self._fast, self._numbers.silent_after.value)

    def halved(self) -> Mask:
        """Find stretches at a running speed with about half of this session's own steps: one leg's."""
        near = np.abs(2 * self._cadence / self._usual - 1) <= self._numbers.cadence_twice.value / 100
        return self._long_enough(near & self._fast, self._numbers.cadence_stretch.value)

    def doubled(self) -> Mask:
        """Find stretches of about twice the own steps, or of walking with each step counted twice."""
        numbers = self._numbers
        near = np.abs(self._cadence / self._usual / 2 - 1) <= numbers.cadence_twice.value / 100
        short = self.speed * 60 < numbers.short_step.value * self._cadence
        tripping = short & (self._cadence >= numbers.tripping_cadence.value)
        return self._long_enough(near | tripping, numbers.cadence_stretch.value)

    def _long_enough(self, mask: Mask, at_least_s: float) -> Mask:
        found = np.zeros_like(mask)
        for first, behind in self._lasting(mask, at_least_s):
            found[first:behind] = True
        return found

    def _lasting(self, mask: Mask, at_least_s: float) -> list[tuple[int, int]]:
        """List the stretches whose points count for so many seconds."""
        if not mask.any():
            return []
        upto_s = np.concatenate(([0.0], np.cumsum(self.weight_s)))
        ends = stretches(mask)
        lasting = upto_s[ends[:, 1]] - upto_s[ends[:, 0]] >= at_least_s
        return [(int(first), int(behind)) for first, behind in ends[lasting]]


def _doubt_step_length(recording: Recording, steps: _Steps, numbers: Numbers) -> Found:
    """Hold step length x cadence against speed; where they disagree all through, the length is left out."""
    length_mm = recording.columns.get("step_length_mm")
    if length_mm is None:
        return recording, ()
    running = steps.speed >= numbers.running_speed.value
    with np.errstate(invalid="ignore", divide="ignore"):
        share = length_mm / 1000 * recording.columns["cadence_spm"] / 60 / steps.speed
    middle = median_by_time(share[running], steps.weight_s[running])
    off = numbers.step_length_off.value
    if middle is None or 1 / off <= middle <= off:
        return recording, ()
    spans = ((0.0, float(recording.time_s[-1])),)
    facts = {"ratio": round(middle, 2)}
    doubt = doubt_on(recording, DoubtCode.STEP_LENGTH_OFF, Done.LEFT_OUT, spans, facts=facts)
    return with_columns(recording, step_length_mm=np.full_like(length_mm, np.nan)), (doubt,)
