"""The beat as a sound file: read back by another reader, and held against the clock."""

import io
import wave

import numpy as np
import pytest
from numpy.typing import NDArray

from kneewise.present.beats import Part
from kneewise.present.click_track import RATE_HZ, SOUNDS, ClickTrack, loop_of, track_of, wav

SESSION = (
    Part(kind="warm", from_s=0, to_s=10),
    Part(kind="beat", from_s=10, to_s=20),
    Part(kind="walk", from_s=20, to_s=25),
)


def heard(track: ClickTrack) -> NDArray[np.int16]:
    with wave.open(io.BytesIO(b"".join(wav(track)))) as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, RATE_HZ)
        assert read.getnframes() == track.samples
        return np.frombuffer(read.readframes(track.samples), dtype="<i2")


def onsets_s(samples: NDArray[np.int16]) -> NDArray[np.float64]:
    """Find where sound begins after silence."""
    loud = np.flatnonzero(np.abs(samples) > 2000)
    return loud[np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 10] / RATE_HZ


@pytest.mark.parametrize("spm", [150, 172, 176, 190])
def test_ten_minutes_keep_time_to_less_than_a_tenth_of_a_millisecond(spm: int) -> None:
    found = onsets_s(heard(loop_of(spm, 10, stress=False)))

    meant = np.arange(10 * spm) * 60 / spm
    assert len(found) == len(meant)
    assert np.abs(found - meant).max() < 1e-4
    assert abs(found[-1] - meant[-1]) < 1e-4


def test_a_session_is_silent_but_for_its_beats_and_its_signals() -> None:
    found = onsets_s(heard(track_of(SESSION, 120, stress=False)))

    beats = found[(found > 11.2) & (found < 19.8)]
    assert beats.tolist() == pytest.approx([11.5 + half / 2 for half in range(17)])
    assert (found[0], found[-1]) == pytest.approx((10, 25))
    assert not ((found > 21) & (found < 25)).any()


def test_every_fourth_step_is_stressed_where_it_is_wished() -> None:
    plain, stressed = (heard(loop_of(120, 4, stress=stress)) for stress in (False, True))

    louder = [int(plain[round(at * RATE_HZ)] < stressed[round(at * RATE_HZ)]) for at in np.arange(8) / 2]
    assert louder == [1, 0, 0, 0, 1, 0, 0, 0]


@pytest.mark.parametrize(("first", "end"), [(0, 1), (0, 44), (10, 60), (43, 46), (45, 2001), (2000, 99_999)])
def test_any_stretch_is_the_same_as_in_the_whole_file(first: int, end: int) -> None:
    track = track_of(SESSION, 172, stress=True)
    whole = b"".join(wav(track))

    assert len(whole) == track.bytes_in_all
    assert b"".join(wav(track, first, end)) == whole[first:end]


def test_a_loop_holds_whole_beats_so_that_its_end_meets_its_start() -> None:
    track = loop_of(173, 4, stress=True)

    assert track.samples == 4 * 60 * RATE_HZ
    starts = np.sort(np.concatenate([starts for _sound, starts in track.hits]))
    assert len(starts) == 4 * 173
    assert track.samples - starts[-1] == pytest.approx(60 / 173 * RATE_HZ, abs=1)


def test_no_sound_is_louder_than_the_file_can_hold() -> None:
    assert all(np.abs(sound.astype(np.int32)).max() <= 32_767 for sound in SOUNDS.values())
