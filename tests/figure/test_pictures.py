"""Pictures as SVG: well formed, small, alike each time, and painted by the stylesheet alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from kneewise.figure import BODIES, PICTURES, TONES, Element, draw, has_motion, render, style
from kneewise.figure.__main__ import write_pictures
from kneewise.figure.data import read
from kneewise.figure.motion import Motion, UnlikeFramesError, animated, motions
from kneewise.figure.svg import element, written

if TYPE_CHECKING:
    from pathlib import Path

STILL_BYTES = 25_000
MOVING_BYTES = 130_000
MOVING = tuple(name for name in PICTURES if has_motion(name))
# The exercises of the guide and of the strength programme, start and end.
PAIRS = (
    ("bridge-down", "bridge-up"),
    ("clamshell-closed", "clamshell-open"),
    ("split-squat-up", "split-squat-down"),
    ("squat-up", "squat-down"),
    ("step-up-start", "step-up-end"),
    ("step-down-start", "step-down-end"),
    ("hip-abduction-start", "hip-abduction-end"),
    ("band-start", "band-end"),
    ("calf-raise-down", "calf-raise-up"),
    ("calf-stretch-straight", "calf-stretch-bent"),
    ("ankle-pulse-start", "ankle-pulse-end"),
    ("hop-start", "hop"),
    ("bridge-both-down", "bridge-both-up"),
    ("bridge-step-down", "bridge-step-up"),
    ("bridge-weight-down", "bridge-weight-up"),
    ("band-leg-start", "band-leg-end"),
    ("cable-start", "cable-end"),
    ("rear-foot-up", "rear-foot-down"),
    ("rear-foot-weight-up", "rear-foot-weight-down"),
    ("wall-sit-start", "wall-sit"),
    ("chair-squat-up", "chair-squat-down"),
    ("one-leg-chair-up", "one-leg-chair-down"),
    ("squat-weight-up", "squat-weight-down"),
    ("leg-press-start", "leg-press-end"),
    ("calf-one-down", "calf-one-up"),
    ("calf-step-down", "calf-step-up"),
    ("calf-weight-down", "calf-weight-up"),
)
HELD = ("isometric", "foam-roll", "leg-swing", "ice", "bike", "swim", "walk", "run", "stand")
TESTS = ("single-leg-squat", "cadence")


@cache
def drawn(name: str, body: str = "light", *, moving: bool = False) -> str:
    return written(draw(name, body=body, tone="3", moving=moving))


def every() -> list[str]:
    stills = [drawn(name, body) for name in PICTURES for body in BODIES]
    return stills + [drawn(name, moving=True) for name in MOVING]


def test_there_is_a_start_and_an_end_for_every_exercise_and_one_for_every_step() -> None:
    steps = [f"step-{step}" for step in range(1, 8)]

    assert Counter(PICTURES) == Counter([name for pair in PAIRS for name in pair] + [*HELD, *TESTS, *steps])


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_file_of_its_own_is_small_and_well_formed(name: str, body: str) -> None:
    text = render(name, body=body)
    root = etree.fromstring(text.encode())

    assert len(text.encode()) < STILL_BYTES
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("role") == "img"
    assert root.xpath("*[local-name() = 'title' or local-name() = 'desc']/@id") == [f"{name}-t", f"{name}-d"]
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (f"{name}-t", f"{name}-d")


@pytest.mark.parametrize("name", MOVING)
def test_a_moving_picture_holds_its_still_and_stays_small(name: str) -> None:
    text = render(name, moving=True)
    root = etree.fromstring(text.encode())
    within = root.xpath("*[@class='kf-moving']//*[local-name() = 'animate']")

    assert len(text.encode()) < MOVING_BYTES
    assert root.find("./{*}g[@class='kf-still']") is not None
    assert within == root.findall(".//{*}animate")
    assert len(within) > 5


@pytest.mark.parametrize("name", MOVING)
def test_a_movement_goes_there_and_back_in_order(name: str) -> None:
    for move in etree.fromstring(drawn(name, moving=True).encode()).findall(".//{*}animate"):
        times = [float(time) for time in move.get("keyTimes", "").split(";")]
        values = move.get("values", "").split(";")

        assert times[0] == 0
        assert times[-1] == 1
        assert all(one <= other for one, other in pairwise(times))
        assert len(values) == len(times)
        assert values == values[::-1]


def test_all_pictures_can_be_on_one_page() -> None:
    page = "".join(drawn(name, moving=has_motion(name)) for name in PICTURES)
    ids = re.findall(r'\sid="([^"]+)"', page)
    asked = re.findall(r'(?:href="|url\()#([^")]+)', page) + re.findall(r'aria-\w+="([^"]+)"', page)

    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert set(asked) <= set(ids)


def test_one_picture_can_be_on_a_page_twice() -> None:
    page = "".join(written(draw("squat-down", body=body, name=f"squat-{body}")) for body in BODIES)
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert len(ids) == len(set(ids))


def test_every_number_is_one() -> None:
    text = "".join(every())
    numbers = re.findall(r'\s(?:d|values|transform|c?[xy]|r[xy]?|width|height)="([^"]*)"', text)

    assert len(numbers) > 1000
    assert re.findall(r"nan|inf|\de-?\d", "".join(numbers)) == []


def test_every_kind_has_its_paint_and_no_style_is_inline() -> None:
    text = "".join(every())
    used = {name for names in re.findall(r'class="([^"]+)"', text) for name in names.split()}
    paints = set(re.findall(r"var\((--kf-[\w-]+)\)", style()))

    assert {name for name in used if f".{name}" not in style()} == set()
    assert {paint for paint in paints if f"{paint}:" not in style()} == set()
    assert re.findall(r"<style|\sstyle=|\sfill=|\son\w+=", text) == []


def test_every_tone_and_every_hair_is_painted() -> None:
    hair = {body["hair"] for name, body in read("bodies").items() if name in BODIES}

    assert len(TONES) == 4
    assert [tone for tone in TONES if f".kf-tone-{tone})" not in style()] == []
    assert [one for one in hair if f".kf-hair-{one})" not in style()] == []


def test_a_body_and_a_tone_can_be_told_from_another() -> None:
    assert len({drawn("run", body) for body in BODIES}) == len(BODIES)
    assert len({render("run", tone=tone) for tone in TONES}) == len(TONES)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_picture_comes_out_in_every_process(seed: str) -> None:
    program = (
        "import sys; from kneewise.figure import render;"
        "sys.stdout.write(render('band-start') + render('band-end', moving=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout == render("band-start") + render("band-end", moving=True)


def test_words_are_asked_for_and_escaped() -> None:
    asked: list[str] = []

    def say(key: str) -> str:
        asked.append(key)
        return 'a < b & "c"'

    text = written(draw("step-6", say=say))

    assert asked == ["picture.mileage", "picture.step-6.title", "picture.step-6.desc"]
    assert '<title id="step-6-t">a &lt; b &amp; "c"</title>' in text


def test_a_value_cannot_leave_its_attribute() -> None:
    assert written(element("g", id='"><script>')) == '<g id="&quot;&gt;&lt;script&gt;"/>'


def frame(inner: Element) -> Element:
    return element("g", inner)


MOVE = Motion(start="stand", go_s=1.0, rest_s=1.0, back_s=2.0)


def test_only_what_moves_is_animated() -> None:
    one, other = (frame(element("path", d=d, class_="kf-s")) for d in ("M0 0l1 1", "M0 0l2 2"))

    moving = written(animated([one, other], MOVE))

    assert moving.count("<animate") == 1
    assert 'attributeName="d" dur="4s"' in moving
    assert 'values="M0 0l1 1;M0 0l2 2;M0 0l2 2;M0 0l1 1"' in moving


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (element("path", d="M0 0l1 1"), element("circle", r="1")),
        (element("path", d="M0 0l1 1"), element("path", d="M0 0c1 1 1 1 1 1")),
        (element("g", element("path", d="M0 0")), element("g")),
        (element("g", transform="rotate(1)"), element("g", transform="rotate(2)")),
        (element("path", d="M0 0l1 1", class_="kf-s"), element("path", d="M0 0l1 1", class_="kf-t")),
    ],
)
def test_frames_that_are_not_drawn_alike_are_refused(one: Element, other: Element) -> None:
    with pytest.raises(UnlikeFramesError):
        animated([frame(one), frame(other)], MOVE)


def test_every_movement_ends_in_a_picture_of_one_runner() -> None:
    assert set(motions()) <= set(PICTURES)
    assert len(MOVING) >= 26


def test_every_picture_is_written_to_a_folder(tmp_path: Path) -> None:
    write_pictures(tmp_path / "pictures", "older", "1")

    names = {file.name for file in (tmp_path / "pictures").iterdir()}
    assert names == {f"{name}-older.svg" for name in PICTURES} | {
        f"{name}-older-moving.svg" for name in MOVING
    }
