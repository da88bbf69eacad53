"""The table of poses, and what lies between two of them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Final, TypeVar, cast

from kneewise.figure.body.pose import Arm, Leg, Pin, Pose, Rest
from kneewise.figure.data import read

T = TypeVar("T")
LIMBS: Final = {"leg_r": Leg, "leg_l": Leg, "arm_r": Arm, "arm_l": Arm}


@cache
def pose(name: str) -> Pose:
    """Read a pose of the table."""
    table = _filled(name)
    makers = {**LIMBS, "pin": Pin}
    parts = {key: make(**_frozen(table.pop(key))) for key, make in makers.items() if key in table}
    rest = tuple(Rest(**_frozen(one)) for one in table.pop("rest", ()))
    return Pose(rest=rest, **parts, **_frozen(table))


def between(start: T, end: T, share: float) -> T:
    """Find the pose a share of the way: angles and places are mixed, contacts are solved anew from them."""
    return cast("T", _mixed(start, end, share))


def _mixed(start: object, end: object, share: float) -> object:
    if isinstance(start, float) and isinstance(end, float):
        return start + (end - start) * share
    if isinstance(start, tuple) and isinstance(end, tuple):
        return tuple(_mixed(one, other, share) for one, other in zip(start, end, strict=True))
    if is_dataclass(end) and not isinstance(end, type):
        names = [field.name for field in fields(end)]
        return replace(
            end, **{name: _mixed(getattr(start, name), getattr(end, name), share) for name in names}
        )
    if (start is None) is not (end is None):
        raise ValueError(f"Nothing lies between {start} and {end}: pose both by angles, or both by places.")
    return end


def _filled(name: str) -> dict[str, Any]:
    """Fill a pose up from the one it is like; limbs are merged angle by angle."""
    own: dict[str, Any] = dict(read("poses")[name])
    if "like" not in own:
        return own
    base = _filled(own.pop("like"))
    limbs = {key: {**base.get(key, {}), **own[key]} for key in LIMBS if key in own}
    return {**base, **own, **limbs}


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(value) for key, value in table.items()}


def _value(value: object) -> object:
    if isinstance(value, list):
        return tuple(_value(one) for one in value)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
