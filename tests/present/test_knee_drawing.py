"""The drawn knee of the report lies where the page has it."""

import re
from pathlib import Path

import pytest

from kneewise.model.places import DRAWN_PLACES, Place, Side
from kneewise.present.knee_drawing import AT, VIEWS, draw_views
from kneewise.web.pages import knees

CSS = Path(knees.__file__).parents[1] / "static" / "web" / "kneewise.css"
HEIGHT = 17.67


def on_the_page(place: Place) -> tuple[float, float]:
    """Where the stylesheet draws a place, in a drawing of 200 by 300."""
    found = re.search(rf"\.at-{place.value} \{{ (.*?) \}}", CSS.read_text(encoding="utf-8"))
    assert found is not None
    parts = dict(re.findall(r"--(\w): ([\d.]+)%", found[1]))
    x, y = float(parts["x"]), float(parts["y"])
    width, dot = float(parts.get("w", 30)), float(parts.get("d", 50))
    return 2 * (x + width * dot / 100), 3 * (y + HEIGHT / 2)


@pytest.mark.parametrize("place", DRAWN_PLACES)
def test_a_place_is_where_the_page_has_it(place: Place) -> None:
    assert AT[place] == pytest.approx(on_the_page(place), abs=1.5)


def test_the_views_are_those_of_the_page() -> None:
    assert dict(VIEWS) == dict(knees.VIEWS)


def test_every_view_with_a_place_is_drawn_and_no_other() -> None:
    drawn = draw_views({Place.BACK_CALF, Place.SHIN_BUMP}, Side.RIGHT)

    assert [one.said for one in drawn] == ["right, front", "right, rear"]
    assert all(one.svg.count("<circle") == 2 for one in drawn)


def test_without_a_place_the_front_is_drawn_bare() -> None:
    (drawn,) = draw_views((), Side.RIGHT)

    assert "<circle" not in drawn.svg


def test_the_left_knee_is_turned() -> None:
    assert "matrix(-1 0 0 1 200 0)" in draw_views((), Side.LEFT)[0].svg
    assert "matrix(-1 0 0 1 200 0)" not in draw_views((), Side.RIGHT)[0].svg
