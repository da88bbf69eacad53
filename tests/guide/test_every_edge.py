"""Every number that something is held against has a test at its edge."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.guide.edges import EDGES, compared
from tests.guide.made import ROOMS, numbers

for path in sorted(Path(__file__).parent.glob("test_*.py")):
    if path.stem != Path(__file__).stem:
        import_module(f"tests.guide.{path.stem}")

LEVELS = "urgency"
"""Numbers of this unit are levels that are given, no lines that something is held against."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_number_that_is_compared_has_a_test_at_its_edge(room: str) -> None:
    lines = {name for name in compared(room) if getattr(numbers(room), name).unit != LEVELS}

    assert sorted(f"{room}.{name}" for name in lines if f"{room}.{name}" not in EDGES) == []


def test_a_test_names_only_numbers_that_there_are() -> None:
    named = [number.split(".") for number in EDGES]

    assert [".".join(one) for one in named if not hasattr(numbers(one[0]), one[1])] == []


def test_what_is_compared_is_found_in_the_code() -> None:
    assert compared("step3_cadence") == {
        "skip_from_spm",
        "known_percent",
        "inside_percent",
        "minute_of_each",
    }
    assert {"feature_ratio_most", "first_share_from", "ask_from_bits"} <= compared("step1_pain")
    assert {"pain_stop_above_0_10", "clear_apart_hours", "injury_recent_days"} <= compared("red_flags")
    assert compared("tips") == set()
