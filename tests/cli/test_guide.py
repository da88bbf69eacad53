"""The guide in a terminal: every step in full, tips and warnings with their grades, and nothing of a home."""

import re

import pytest

from kneewise.present import guide
from tests.cli.conftest import Shell

HEADS = ("What the evidence says", "Where they differ")


def test_the_whole_guide_needs_no_home_and_names_every_step(shell: Shell) -> None:
    said = shell.ran("guide").out

    assert all(guide.say(step, "title") in said for step in guide.STEPS)
    assert "Its rules have not been reviewed by a clinician yet." in said
    assert not shell.home.exists()


@pytest.mark.parametrize("step", guide.STEPS)
def test_a_step_is_set_out_with_both_sides(shell: Shell, step: str) -> None:
    said = shell.ran("guide", step).out

    heads = ["What the guide says", "What the evidence says", "Where they differ", "What Kneewise does"]
    assert [head for head in heads if head in said] == heads
    assert "Grades and sources" in said


def test_a_step_that_does_not_exist_is_refused_in_one_sentence(shell: Shell) -> None:
    answered = shell("guide", "step9")

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert "There is no step “step9”: there are step1, step2" in answered.err


@pytest.mark.parametrize(
    ("step", "evidence", "differs"),
    [("step1", "B", "D"), ("step2", "B", "D"), ("step4", "A C", "D"), ("step7", "B D", "")],
)
def test_what_is_better_and_less_well_supported_has_letters_of_its_own(
    shell: Shell, step: str, evidence: str, differs: str
) -> None:
    said = shell.ran("guide", step).out
    known, other = (said.partition(head)[2].partition("\n\n")[0] for head in HEADS)

    assert " ".join(re.findall(r"(?<=[\[ ])([A-DX])(?= \d)", known.replace("\xa0", " "))) == evidence
    assert " ".join(re.findall(r"\[([A-DX])\]", other)) == differs
