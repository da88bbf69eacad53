"""Compare a stored decision with the one that comes out today."""

from collections.abc import Iterator, Mapping
from typing import Any


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """List the places, such as ``plan.sessions.0.kind``, at which two decisions are not the same."""
    return tuple(_places("", old, new))


def _places(where: str, old: object, new: object) -> Iterator[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted({*old, *new}, key=str):
            inside = f"{where}.{key}" if where else str(key)
            if key not in old or key not in new:
                yield inside
            else:
                yield from _places(inside, old[key], new[key])
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple):
        if len(old) != len(new):
            yield where
        for index, (before, after) in enumerate(zip(old, new, strict=False)):
            yield from _places(f"{where}.{index}", before, after)
    elif old != new:
        yield where
