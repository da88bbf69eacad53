"""Every pose is one that a body can take, and the review notices when it is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kneewise.figure import BODIES
from kneewise.figure.body.measure import angles
from kneewise.figure.body.pose import Pin, Rest
from kneewise.figure.body.poses import between, pose
from kneewise.figure.body.stand import stand
from kneewise.figure.data import read
from kneewise.figure.review import cut_off, problems, review
from kneewise.figure.table import pictures

if TYPE_CHECKING:
    from kneewise.figure.body.pose import Pose

STANDING = pose("stand")
SQUAT = pose("squat-down")
WALL = pose("stretch-straight")


@pytest.mark.parametrize("body", BODIES)
def test_every_pose_movement_and_picture_is_sound(body: str) -> None:
    assert problems(body) == []


@pytest.mark.parametrize(
    ("posed", "said"),
    [
        (replace(STANDING, leg_l=replace(STANDING.leg_l, knee=-20.0)), "knee_l is at -20 degrees"),
        (replace(SQUAT, leg_r=replace(SQUAT.leg_r, sole=40.0)), "ankle_r is at"),
        (replace(STANDING, pin=Pin(point="ankle_r", at=(0.0, 0.2))), "the soles are +0.155 off the ground"),
        (replace(STANDING, pin=Pin(point="ankle_r", at=(0.0, 0.0))), "0.045 below the ground"),
        (replace(WALL, hip_at=(-0.25, 0.467, 0.0)), "wrist_r misses its place"),
        (replace(WALL, hip_at=(-0.0295, 0.6, 0.0)), "heel_r misses its place"),
        (replace(SQUAT, lean=0.0), "the weight is at"),
    ],
)
def test_the_review_notices(posed: Pose, said: str) -> None:
    assert said in "\n".join(review(posed, "light"))


def test_the_review_notices_a_head_that_is_cut_off() -> None:
    picture = replace(pictures()["stand"], view={"zoom": 1.5})

    assert "head is at the edge" in "\n".join(cut_off(picture, "light"))


def test_angles_are_read_as_they_were_posed() -> None:
    read_off = angles(stand(pose("hop-down"), "light"))

    assert read_off["hip_l"] == pytest.approx(34)
    assert read_off["knee_l"] == pytest.approx(96)
    assert read_off["ankle_l"] == pytest.approx(-6)
    assert read_off["elbow_r"] == pytest.approx(40)


@pytest.mark.parametrize("body", BODIES)
def test_a_body_rests_by_its_skin_however_thick_it_is(body: str) -> None:
    leaning = stand(pose("wall-sit"), body)

    assert min(ring.at.x - ring.back for ring in leaning.rings["trunk"]) == pytest.approx(-0.177, abs=0.01)
    assert leaning.pose.rest == (Rest(on=("trunk",), side="back", at=-0.177),)


def test_halfway_every_angle_is_halfway_and_feet_stay_where_they_stand() -> None:
    halfway = between(pose("lunge-up"), pose("lunge-down"), 0.5)

    assert halfway.lean == pytest.approx(5.5)
    assert halfway.hip_at == pytest.approx((-0.0075, 0.393, 0.0))
    assert halfway.leg_r.foot == pose("lunge-up").leg_r.foot
    assert stand(halfway, "light").points["heel_r"].x == pytest.approx(0.175)


def test_nothing_lies_between_an_angle_and_a_place() -> None:
    with pytest.raises(ValueError, match="pose both by angles"):
        between(pose("stand"), pose("walk"), 0.5)


def test_every_number_of_the_skeleton_says_where_it_comes_from() -> None:
    tables = read("skeleton")
    numbers = [number for table in ("length", "mass", "joint") for number in tables[table].values()]

    assert len(numbers) > 20
    assert {number["source"] for number in numbers} == set(tables["source"])
    assert {number["grade"] for number in numbers} <= set("ABCDX")


def test_the_legs_and_the_trunk_come_to_a_persons_height() -> None:
    standing = stand(STANDING, "light")

    assert standing.points["hip"].y == pytest.approx(0.53, abs=0.01)
    assert standing.points["chest"].y == pytest.approx(0.80, abs=0.02)
    assert standing.points["head"].y + 0.064 == pytest.approx(1.0, abs=0.01)
