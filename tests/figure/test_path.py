"""Paths are short, do not drift, and are wound one way; a limb's outline follows its skin."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kneewise.figure.body.poses import pose
from kneewise.figure.body.stand import stand
from kneewise.figure.draw.camera import Camera
from kneewise.figure.draw.outline import edges, even, hull, tube
from kneewise.figure.draw.path import Pen, loop, number, wound
from kneewise.figure.vector import FRONT, RIGHT, UP, Frame, Vec

SQUARE = [0 + 0j, 10 + 0j, 10 + 10j, 0 + 10j]


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.5, ".5"), (-0.5, "-.5"), (-0.04, "0"), (3.0, "3"), (-12.25, "-12.2"), (10.06, "10.1")],
)
def test_a_number_says_no_more_than_it_needs(value: float, said: str) -> None:
    assert number(value) == said


def test_a_long_path_does_not_drift() -> None:
    places = [complex(step / 3, step / 7) for step in range(1, 200)]
    path = Pen().move(0j).line(*places).path()

    steps = re.findall(r"-?(?:\d+\.?\d*|\.\d+)", path)
    assert sum(map(float, steps[0::2])) == pytest.approx(places[-1].real, abs=0.06)
    assert sum(map(float, steps[1::2])) == pytest.approx(places[-1].imag, abs=0.06)


def area(points: list[complex]) -> float:
    return sum((one.conjugate() * other).imag for one, other in pairwise([*points, points[0]]))


def test_outlines_in_one_path_do_not_cut_holes_into_one_another() -> None:
    assert area(list(wound(SQUARE))) == area(list(wound(SQUARE[::-1])))
    assert loop(SQUARE).count("s") == 3


def test_every_frame_of_an_outline_has_as_many_corners() -> None:
    around = even(hull([*SQUARE, 5 + 5j]), 14, 1 + 0j)

    assert len(around) == 14
    assert all(1.9 < abs(other - one) < 3 for one, other in pairwise(around))


def test_a_calf_bulges_behind_from_the_side_and_on_both_sides_from_the_front() -> None:
    shank = stand(pose("stand"), "light").rings["shank_r"]
    calf, ankle = shank[2], shank[-1]

    assert calf.extent(-FRONT) > 1.8 * calf.extent(FRONT)
    assert calf.extent(RIGHT) == pytest.approx(calf.extent(-RIGHT), rel=0.1)
    assert calf.extent(RIGHT) > 1.5 * ankle.extent(RIGHT)


def test_a_limb_that_points_at_the_eye_is_round() -> None:
    thigh = stand(pose("wall-sit"), "light").rings["thigh_r"]

    from_the_side, end_on = tube(Camera(), thigh), tube(Camera(yaw=90), thigh)

    assert (from_the_side.count("s"), end_on.count("s")) == (8, 13)


def test_the_edges_of_a_thigh_are_as_far_apart_as_it_is_deep() -> None:
    thigh = stand(pose("stand"), "light").rings["thigh_r"]
    found = edges(Camera(), thigh)

    assert abs(found.left[0] - found.right[0]) == pytest.approx((0.048 + 0.055) * 232, rel=0.02)


@pytest.mark.parametrize("yaw", [0, 24, 80, 90, -20])
@pytest.mark.parametrize("pitch", [0, 23])
def test_a_camera_is_square(yaw: float, pitch: float) -> None:
    camera = Camera(yaw=yaw, pitch=pitch)
    axes = (camera.right, camera.up, camera.toward)

    assert [axis.length() for axis in axes] == pytest.approx([1, 1, 1])
    assert [one.dot(other) for one, other in pairwise((*axes, axes[0]))] == pytest.approx([0, 0, 0])
    assert camera.up.dot(UP) > 0


def test_a_camera_turned_a_quarter_sees_the_front() -> None:
    assert Camera(yaw=90).toward.dot(FRONT) == pytest.approx(1)
    assert Camera().toward.dot(RIGHT) == pytest.approx(1)


def test_a_frame_stays_square_when_it_is_turned() -> None:
    frame = Frame().turn(flex=30, abduct=-20, rotate=50)

    assert frame.x.cross(frame.y).dot(frame.z) == pytest.approx(1)
    assert frame.at(Vec(1.0, 0.0, 0.0)) == Vec(1.0, 0.0, 0.0)
