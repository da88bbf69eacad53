"""The beat as a sound file: clicks on whole samples, each placed from the start, so that nothing drifts.

Any stretch of it can be made by itself: a player may ask for the middle of an hour.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kneewise.present.beats import BEAT, RUN, Part

RATE_HZ = 8000
SAMPLE_BYTES = 2
HEADER_BYTES = 44
CHUNK_SAMPLES = 60 * RATE_HZ
LOUD = 24_000
STRESS = 4
"""Every so many steps are stressed, if it is wished."""
PLAIN_MIN = 10
"""So long is the file on a day without a run."""

Sound = NDArray[np.int16]
Starts = NDArray[np.int64]


def _tone(hertz: float, lasts_s: float, loud: float) -> Sound:
    """Make a tone that begins at its loudest and dies away, shape ``(n,)``."""
    time_s = np.arange(round(lasts_s * RATE_HZ)) / RATE_HZ
    wave = np.cos(2 * np.pi * hertz * time_s) * np.exp(-5 * time_s / lasts_s)
    return (loud * LOUD * wave).astype(np.int16)


SOUNDS = {
    "beat": _tone(1200, 0.03, 0.8),
    "stress": _tone(1800, 0.03, 1.0),
    "to_run": np.concatenate((_tone(700, 0.2, 0.7), _tone(1050, 0.35, 0.7))),
    "to_walk": np.concatenate((_tone(1050, 0.2, 0.7), _tone(700, 0.35, 0.7))),
    "end": _tone(440, 0.9, 0.8),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClickTrack:
    """What is heard when: for each sound the samples at which it begins, in order."""

    samples: int
    hits: tuple[tuple[Sound, Starts], ...]

    @property
    def bytes_in_all(self) -> int:
        """The size of the file."""
        return HEADER_BYTES + self.samples * SAMPLE_BYTES


def track_of(parts: Sequence[Part], spm: int, *, stress: bool) -> ClickTrack:
    """Lay out a session: its beats, and a signal at each change between running and walking."""
    heard = {name: _samples(times) for name, times in _signals(parts).items()}
    beats = [_beats(part, spm) for part in parts if part.kind == BEAT]
    stressed = [each[::STRESS] if stress else each[:0] for each in beats]
    plain = [np.delete(each, np.s_[::STRESS]) if stress else each for each in beats]
    heard |= {"beat": _joined(plain), "stress": _joined(stressed)}
    end_s = parts[-1].to_s if parts else 0.0
    whole = round(end_s * RATE_HZ) + len(SOUNDS["end"])
    return ClickTrack(samples=whole, hits=tuple((SOUNDS[name], starts) for name, starts in heard.items()))


def file_of(parts: Sequence[Part], spm: int, *, stress: bool) -> ClickTrack:
    """Lay out what is taken along: the session, or without one some minutes of plain beat."""
    return track_of(parts, spm, stress=stress) if parts else loop_of(spm, PLAIN_MIN, stress=stress)


def loop_of(spm: int, minutes: int, *, stress: bool) -> ClickTrack:
    """Lay out whole minutes of plain beat: they hold whole beats, so that the end meets the start."""
    whole = Part(kind=BEAT, from_s=0.0, to_s=60.0 * minutes)
    track = track_of([whole], spm, stress=stress)
    beats = tuple(hit for hit in track.hits if hit[0] is not SOUNDS["end"])
    return ClickTrack(samples=60 * minutes * RATE_HZ, hits=beats)


def _beats(part: Part, spm: int) -> Starts:
    count = int(np.ceil(round((part.to_s - part.from_s) * spm / 60, 6)))
    return _samples(part.from_s + np.arange(count) * 60 / spm)


def _samples(times_s: Iterable[float]) -> Starts:
    return np.rint(np.asarray(list(times_s), dtype=np.float64) * RATE_HZ).astype(np.int64)


def _joined(rows: Sequence[Starts]) -> Starts:
    return np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)


def _signals(parts: Sequence[Part]) -> dict[str, list[float]]:
    """Find where running begins and where it gives way to walking."""
    signals: dict[str, list[float]] = {"to_run": [], "to_walk": [], "end": []}
    ran = False
    for part in parts:
        runs = part.kind in {BEAT, RUN}
        if runs != ran and part.from_s > 0:
            signals["to_run" if runs else "to_walk"].append(part.from_s)
        ran = runs
    if parts:
        signals["end"].append(parts[-1].to_s)
    return signals


def header(track: ClickTrack) -> bytes:
    """Write what stands before the samples of a WAV file: 16 bits, one channel."""
    size = track.samples * SAMPLE_BYTES
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE_HZ, RATE_HZ * SAMPLE_BYTES, SAMPLE_BYTES, 16)
    return struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE") + form + struct.pack("<4sI", b"data", size)


def wav(track: ClickTrack, first: int = 0, end: int | None = None) -> Iterator[bytes]:
    """Write a file piece by piece, or the bytes of it from ``first`` up to ``end``, which is left out."""
    end = track.bytes_in_all if end is None else min(end, track.bytes_in_all)
    if first < HEADER_BYTES:
        yield header(track)[first:end]
    at = max(first, HEADER_BYTES)
    while at < end:
        sample, odd = divmod(at - HEADER_BYTES, SAMPLE_BYTES)
        count = min(CHUNK_SAMPLES, -(-(end - HEADER_BYTES) // SAMPLE_BYTES) - sample)
        piece = _render(track, sample, count).astype("<i2").tobytes()[odd:][: end - at]
        yield piece
        at += len(piece)


def _render(track: ClickTrack, first: int, count: int) -> Sound:
    """Mix what is heard in some samples, sounds that began before them included."""
    mixed = np.zeros(count, dtype=np.int32)
    for sound, starts in track.hits:
        low, high = np.searchsorted(starts, (first - len(sound) + 1, first + count))
        for start in (starts[low:high] - first).tolist():
            cut = max(-start, 0)
            piece = sound[cut : count - start]
            mixed[start + cut : start + cut + len(piece)] += piece
    return mixed.clip(-32_768, 32_767).astype(np.int16)
