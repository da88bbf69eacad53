"""Pictures with their words: every one can be told, and each step of the guide has its own."""

from __future__ import annotations

import re

import pytest

from kneewise.figure import BODIES, PICTURES, TONES
from kneewise.figure.svg import written
from kneewise.figure.table import pictures
from kneewise.knowledge.toml import ROOT, read_toml
from kneewise.present import guide
from kneewise.present.figures import EXERCISES, ROOM_OF, STEPS, draw_figure, say
from kneewise.present.words import has_sentence, sentences


def test_every_picture_has_a_title_and_is_told() -> None:
    keys = [f"picture.{name}.{part}" for name in PICTURES for part in ("title", "desc")]

    assert [key for key in keys if not has_sentence(key)] == []


def test_no_words_are_left_of_a_picture_that_is_gone() -> None:
    told = {f"picture.{name}.{part}" for name in PICTURES for part in ("title", "desc")}

    assert {key for key in sentences() if key.startswith("picture.")} == told | set(ROOM_OF)


def test_what_is_written_in_a_picture_is_known_with_its_room() -> None:
    texts = {prop["text"] for picture in pictures().values() for prop in picture.prop if "text" in prop}

    assert texts == set(ROOM_OF)
    assert [say(key) for key in sorted(texts)] == ["+5 %", "10–15 min", "3 s", "480–800 km"]


def test_no_title_and_no_telling_is_said_twice_over() -> None:
    told = [say(f"picture.{name}.desc") for name in PICTURES]

    assert len(set(told)) == len(PICTURES)
    assert [said for said in told if not said.endswith(".")] == []


def test_every_step_of_the_guide_has_its_picture() -> None:
    assert set(STEPS) == set(guide.STEPS)
    assert [shown.first for shown in STEPS.values()] == [f"step-{number}" for number in range(1, 8)]


def test_every_exercise_has_a_start_and_an_end() -> None:
    assert {len(pair) for pair in EXERCISES.values()} == {2}
    assert [name for pair in EXERCISES.values() for name in pair if name not in PICTURES] == []


def test_no_exercise_of_the_programme_is_left_out() -> None:
    table = ROOT / "guide" / "step4_strength" / "exercises.toml"
    assert set(read_toml(table)) - {"review"} <= set(EXERCISES)


def test_the_guide_shows_every_body_and_every_tone() -> None:
    assert {shown.body for shown in STEPS.values()} == set(BODIES)
    assert {shown.tone for shown in STEPS.values()} == set(TONES)


@pytest.mark.parametrize("step", STEPS)
def test_the_pictures_of_a_step_are_drawn_with_words_and_not_with_keys(step: str) -> None:
    shown = STEPS[step]
    for name in (shown.first, *shown.more):
        text = written(draw_figure(name, body=shown.body, tone=shown.tone))

        assert re.findall(r">[^<]*\bpicture\.[^<]*<", text) == []
