"""Lists in the terminal: what stands where there is nothing to list, and names that are long."""

import pytest

from kneewise.model.runner import LoadChoice, Settings
from kneewise.present.lists import no_runs_lines, setting_lines
from kneewise.present.page import fact


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (0, "No sessions yet."),
        (1, "1 session of another sport: kneewise runs --all-sports"),
        (3, "3 sessions of other sports: kneewise runs --all-sports"),
    ],
)
def test_without_a_run_it_is_said_what_else_came_in(others: int, said: str) -> None:
    (line, *_) = no_runs_lines(others)

    assert said in line.text


def test_a_name_that_is_longer_than_its_column_has_a_line_of_its_own() -> None:
    short = [line.text for line in fact("Sleep", "7 hours")]
    long = [line.text for line in fact("Warning signs", "none")]

    assert short == ["  Sleep        7 hours"]
    assert long == ["  Warning signs", "               none"]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Settings(load_choice=LoadChoice.SWAP), True),
        (Settings(load_choice=LoadChoice.SWAP, has_pool=True), False),
        (Settings(), False),
    ],
)
def test_who_swaps_and_has_nothing_to_swap_to_is_told(chosen: Settings, *, said: bool) -> None:
    lines = " ".join(line.text.strip() for line in setting_lines(chosen, "load_choice"))

    assert ("before has_bike or has_pool is yes" in lines) is said
