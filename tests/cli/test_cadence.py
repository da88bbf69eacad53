"""The quicker steps on the command line: where they stand, that they were dropped and why, and their beat."""

from __future__ import annotations

import wave
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.present.click_track import RATE_HZ
from kneewise.present.page import WIDTH
from tests.web.told import AT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell
    from tests.made_once import SampleRunner


@pytest.fixture
def led(shell: Shell, sample_runner: SampleRunner) -> Shell:
    """The home of the sample runner, who is in the first weeks of the block."""
    sample_runner(AT)
    return shell


@pytest.mark.parametrize("command", ["week", "plan"])
def test_a_block_that_was_dropped_is_said_to_be(led: Shell, command: str) -> None:
    before = led.ran(command).out
    led.ran("log", "sign", "calf_pain")

    after = led.ran(command).out

    assert "min inside" in before
    assert "Your calf complained, so the quicker steps are out of the plan." in after
    assert "min inside" not in after


def test_the_block_is_told_with_own_steps_the_band_and_its_runs(led: Shell) -> None:
    said, told = led.ran("cadence").out, led.ran("cadence", "--json").json
    band = told["cadence"]["band"]

    assert f"{told['cadence']['own_spm']:.0f} steps a minute at your easy pace" in said
    assert f"{band['low_spm']:.0f} to {band['high_spm']:.0f} steps a minute" in said
    assert said.count("min inside") == len(told["cadence"]["runs"]) == 1
    assert "At first in one minute of every 5." in said
    assert max(map(len, said.splitlines())) <= WIDTH


def test_what_was_seen_in_steps_is_not_held_against_percent(led: Shell) -> None:
    said = led.ran("cadence").out

    assert "The rule: 5 %." in said
    assert "Yours: " not in said


def test_a_home_that_was_never_asked_is_led_to_the_questions(shell: Shell) -> None:
    assert "kneewise screen" in shell.ran("cadence").out


def test_a_stop_stands_before_the_steps(led: Shell) -> None:
    led.ran("log", "sign", "swelling")

    said = led.ran("cadence").out

    assert said.startswith("■ Do not run.")
    assert "Running is out of the plan, so this waits." in said
    assert "kneewise metronome" not in said


def test_a_dropped_block_has_no_band(led: Shell) -> None:
    led.ran("log", "sign", "calf_pain")

    said = led.ran("cadence").out

    assert "Your calf complained" in said
    assert "Your band" not in said


def frames_of(path: Path) -> tuple[int, float]:
    with wave.open(str(path)) as read:
        return read.getframerate(), read.getnframes() / read.getframerate()


def test_the_beat_of_the_run_of_today_is_written(led: Shell, tmp_path: Path) -> None:
    (today, *_) = led.ran("plan", "--json").json["sessions"]
    path = tmp_path / "beat.wav"

    said = led.ran("metronome", "--output", path).out

    rate_hz, lasts_s = frames_of(path)
    assert rate_hz == RATE_HZ
    assert lasts_s == pytest.approx(60 * today["duration_min"], abs=2)
    words = " ".join(said.split())
    assert "in one minute of every 5." in words
    assert "168 steps a minute" in words


def test_without_a_name_it_lies_where_one_stands_and_has_its_tempo_as_name(
    led: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    today = led.ran("plan", "--json").json["on"]
    yesterday = (date.fromisoformat(today) - timedelta(days=1)).isoformat()

    said = led.ran("metronome", "--spm", 172, "--on", yesterday).out

    assert frames_of(tmp_path / "kneewise-172.wav")[1] == 600
    assert "There is no run on this day: it is plain beat." in said


def test_a_day_before_the_block_is_beaten_at_the_own_steps(led: Shell, tmp_path: Path) -> None:
    told = led.ran("cadence", "--json").json["cadence"]
    before = date.fromisoformat(told["began_on"]) - timedelta(days=1)

    said = led.ran("metronome", "--on", before, "--output", tmp_path / "beat.wav").out

    assert f"{told['own_spm']:.0f} steps a minute" in " ".join(said.split())


@pytest.mark.parametrize("spm", ["99", "241", "17.5", "quick"])
def test_a_tempo_that_nobody_runs_is_refused(shell: Shell, tmp_path: Path, spm: str) -> None:
    answered = shell("metronome", "--spm", spm, "--output", tmp_path / "beat.wav")

    assert answered.code == 2
    assert "steps a minute" in answered.err
    assert not (tmp_path / "beat.wav").exists()


def test_while_running_is_off_no_beat_is_written(led: Shell, tmp_path: Path) -> None:
    led.ran("log", "sign", "night_pain")

    answered = led("metronome", "--output", tmp_path / "beat.wav")

    assert answered.code == 1
    assert "Nothing was written" in answered.out
    assert "Do not run." in answered.out
    assert not (tmp_path / "beat.wav").exists()
