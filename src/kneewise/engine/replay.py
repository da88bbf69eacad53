"""Compare a stored decision with the one that comes out today, and the numbers of both times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

VALUES = ("value", "values")
"""What a number is; the rest of its record says where it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedNumber:
    """One number that is not what it was; ``None`` where there was, or is, no such number.

    Attributes:
        room: The room whose number it is, or ``engine``, ``gate``, ``observe``, ``patterns``, ``questions``.
        key: Its name there; of anything but a plain number with the part that changed, as ``prior``.
    """

    room: str
    key: str
    before: Any
    after: Any


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """List the places, such as ``plan.sessions.0.kind``, at which two decisions are not the same."""
    return tuple(_places("", old, new))


def changed_numbers(
    old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]
) -> tuple[ChangedNumber, ...]:
    """List the numbers, by room and key, that are not the same; a grade or a source counts as well."""
    return tuple(
        changed
        for room in sorted({*old, *new})
        for key in sorted({*old.get(room, {}), *new.get(room, {})})
        for changed in _changed(room, key, old.get(room, {}).get(key), new.get(room, {}).get(key))
    )


def _changed(room: str, key: str, before: Any, after: Any) -> Iterator[ChangedNumber]:  # noqa: ANN401 - JSON.
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        if before != after:
            yield ChangedNumber(room=room, key=key, before=_value(before), after=_value(after))
        return
    for part in sorted({*before, *after}):
        named = key if part in VALUES else f"{key}.{part}"
        yield from _changed(room, named, before.get(part), after.get(part))


def _value(number: Any) -> Any:  # noqa: ANN401 - JSON.
    """Give the value of a number that the other time does not have, without the rest of its record."""
    record = number if isinstance(number, Mapping) else {}
    return next((record[part] for part in VALUES if part in record), number)


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
