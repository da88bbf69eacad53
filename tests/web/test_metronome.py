"""The dial, and the sound file of the beat."""

from __future__ import annotations

import io
import wave
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kneewise.model.cadence import CadenceBlock, TargetBand
from kneewise.model.findings import CadenceFinding
from kneewise.present.beats import Part, run_of_today
from kneewise.web.pages.metronome import Metronome, show_metronome
from tests.made_once import SampleRunner
from tests.web.made import ON, make_decision
from tests.web.told import AT, make_link, screened, visit

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import Client

    from kneewise.app.home import RunnerRef

NOTHING = CadenceFinding(own_spm=None, low_spm=None, high_spm=None, wanted=False)


def dial(low: float | None = None, own: float | None = None) -> Metronome:
    band = None if low is None else TargetBand(low_spm=low, high_spm=low + 4, first=True)
    found = CadenceFinding(own_spm=own, low_spm=low, high_spm=None, wanted=True)
    return show_metronome(found, CadenceBlock(began_on=ON, band=band), ())


def content(answer: HttpResponseBase) -> bytes:
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # A streaming answer has it.


def test_the_dial_begins_in_the_middle_of_the_band_and_shows_it() -> None:
    made = dial(166, own=160)

    assert (made.spm, made.low, made.high, made.target) == (168, 150, 190, "166–170")
    assert [tick.spm for tick in made.ticks if tick.is_in] == [166, 167, 168, 169, 170]
    assert made.turn == -12


@pytest.mark.parametrize(
    ("low", "own", "spm", "ends"),
    [
        (None, 161.4, 161, (150, 190)),
        (None, None, 170, (150, 190)),
        (143, 138, 145, (140, 180)),
        (190, 177, 192, (150, 200)),
    ],
)
def test_the_dial_always_holds_what_it_shows(
    low: float | None, own: float | None, spm: int, ends: tuple[int, int]
) -> None:
    made = dial(low, own)

    assert (made.spm, (made.low, made.high)) == (spm, ends)


def test_the_session_is_written_for_the_script() -> None:
    parts = (Part(kind="warm", from_s=0, to_s=480), Part(kind="beat", from_s=480, to_s=720.5))

    made = show_metronome(NOTHING, CadenceBlock(), parts)

    assert (made.session, made.whole_min) == ("warm 0 480;beat 480 720.5", 12)


def test_only_the_run_of_today_can_be_followed() -> None:
    plan = make_decision().plan

    assert run_of_today(plan) == plan.sessions[0]
    assert run_of_today(make_decision(on=ON + timedelta(days=1)).plan) is None
    assert run_of_today(make_decision(may_run=False).plan) is None


def test_the_sound_file_is_a_file_of_sound(page: Client) -> None:
    answer = page.get("/cadence/click.wav?spm=172")
    sent = content(answer)

    assert answer["Content-Type"] == "audio/wav"
    assert answer["Content-Disposition"] == 'attachment; filename="kneewise-172.wav"'
    assert answer["Content-Length"] == str(len(sent))
    with wave.open(io.BytesIO(sent)) as read:
        assert read.getnframes() / read.getframerate() == 600


def test_the_session_of_today_is_the_file(page: Client, runner: RunnerRef, run_id: str) -> None:
    screened(runner)

    whole = int(page.get("/cadence/click.wav?spm=172")["Content-Length"])
    loop = page.get("/cadence/click.wav?spm=172&loop=1")

    assert "Content-Disposition" not in loop
    assert int(loop["Content-Length"]) == 44 + 4 * 60 * 8000 * 2
    assert whole > 1_000_000


def test_a_player_may_ask_for_a_stretch(page: Client) -> None:
    whole = content(page.get("/cadence/click.wav?spm=180&loop=1"))

    answer = page.get("/cadence/click.wav?spm=180&loop=1", headers={"range": "bytes=1000-1999"})

    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes 1000-1999/{len(whole)}"
    assert content(answer) == whole[1000:2000]


@pytest.mark.parametrize(
    "asked", ["bytes=-5", "bytes=9999999999-", "lines=1-2", "bytes=5-2", "bytes=1-2,4-5"]
)
def test_an_odd_stretch_is_the_whole_file(page: Client, asked: str) -> None:
    answer = page.get("/cadence/click.wav?loop=1", headers={"range": asked})

    assert answer.status_code == 200
    assert len(content(answer)) == int(answer["Content-Length"])


@pytest.mark.parametrize("spm", ["99", "241", "0172", "17.2", "x", "-170", "", "１７０"])
def test_a_tempo_that_nobody_runs_is_refused(page: Client, spm: str) -> None:
    assert page.get("/cadence/click.wav", {"spm": spm}).status_code == 400


def test_a_wrong_tempo_comes_back_with_what_would_be_right_beside_its_field(
    sample_runner: SampleRunner,
) -> None:
    sample_runner(AT)
    page = visit()
    page.get(make_link())

    answer = page.get("/cadence/click.wav", {"spm": "999"})

    text = answer.content.decode()
    assert answer.status_code == 400
    assert 'aria-describedby="slip-spm"' in text
    assert "Give a number from 100 to 240." in text
    assert " required" not in text


def test_without_a_plan_there_is_no_metronome(page: Client) -> None:
    assert "data-metronome" not in page.get("/cadence/").content.decode()


def test_with_a_plan_there_is_one(sample_runner: SampleRunner) -> None:
    sample_runner(AT)
    page = visit()
    page.get(make_link())

    text = page.get("/cadence/").content.decode()

    assert "data-metronome" in text
    assert 'action="/cadence/click.wav"' in text
