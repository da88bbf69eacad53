"""The diary of the command line takes where it hurt and what brings it on, beside scores or alone."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from kneewise.model.places import DRAWN_PLACES
from tests.cli.conftest import Shell

RIGHT = ("log", "pain", "--knee", "right")


def kept(shell: Shell) -> dict[str, dict[str, object]]:
    """What the diary holds, by kind."""
    return {one["kind"]: one["payload"] for one in shell.ran("log", "list", "--json").json["entries"]}


def test_scores_and_where_it_hurt_are_one_sitting(shell: Shell) -> None:
    shell.ran(*RIGHT, "--morning", 2, "--where", "below_kneecap,shin_bump", "--hurts", "stairs_down,squat")

    assert kept(shell) == {
        "pain": {"side": "right", "morning": 2},
        "answers": {
            "origin": "diary",
            "answers": {
                "places": ["below_kneecap", "shin_bump"],
                "hurts_stairs_down": True,
                "hurts_squat": True,
            },
        },
    }


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        (("--where", "calf"), {"places": ["calf"]}),
        (("--where", "?"), {"places": "unknown"}),
        (("--hurts", "hop"), {"hurts_hop": True}),
    ],
)
def test_where_or_what_alone_is_an_entry_without_scores(
    shell: Shell, said: Sequence[str], answers: dict[str, object]
) -> None:
    shell.ran(*RIGHT, *said)

    assert kept(shell) == {"answers": {"origin": "diary", "answers": answers}}


def test_every_drawn_place_can_be_named(shell: Shell) -> None:
    shell.ran(*RIGHT, "--where", ",".join(DRAWN_PLACES))

    said = kept(shell)["answers"]["answers"]
    assert said == {"places": [place.value for place in DRAWN_PLACES]}
    assert len(DRAWN_PLACES) == 16


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("--where", "elbow"), "“elbow” is not one of the answers"),
        (("--hurts", "flying"), "“flying” is not known: --hurts takes at_start"),
    ],
)
def test_a_place_or_a_cause_that_does_not_exist_is_refused_and_nothing_is_kept(
    shell: Shell, said: Sequence[str], sentence: str
) -> None:
    answered = shell(*RIGHT, "--morning", 2, *said)

    assert (answered.code, answered.err.count("\n")) == (2, 1)
    assert sentence in answered.err
    assert kept(shell) == {}


@pytest.mark.parametrize(
    ("asked", "side", "key"),
    [
        ("right", "right", "places"),
        ("right", "left", "places_other_knee"),
        ("left", "right", "places_other_knee"),
        ("both", "left", "places"),
    ],
)
def test_the_places_of_a_knee_that_grows_sore_later_leave_those_of_the_first_as_they_are(
    shell: Shell, tmp_path: Path, asked: str, side: str, key: str
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"knee": asked}))
    shell.ran("screen", "--answers", answers)

    shell.ran("log", "pain", "--knee", side, "--morning", 2, "--where", "inner_joint")

    entries = shell.ran("log", "list", "--json").json["entries"]
    told = next(one["payload"] for one in entries if one["payload"].get("origin") == "diary")
    assert told["answers"] == {key: ["inner_joint"]}
