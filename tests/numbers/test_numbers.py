"""The page of the numbers is what the rooms go by."""

from dataclasses import fields

from kneewise.app.numbers import house_numbers
from kneewise.model.evidence import Grade
from tests.numbers.page import PAGE, TITLES, grades, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make numbers"


def test_every_room_has_a_title_and_every_grade_is_explained() -> None:
    assert {room.name for room in fields(house_numbers())} == set(TITLES)
    assert grades() == set(Grade)


def test_a_number_stands_with_its_unit_its_grade_and_its_source() -> None:
    plan = page().split("## The plan\n")[1].split("\n## ")[0]

    assert "| `run_more_percent` | 10 percent | B | [runsafe-2025](#runsafe-2025) | " in plan
    assert "| `hot_joint` | same day | C |" in page()
