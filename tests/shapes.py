"""The shapes of docs/json.md and docs/api.md, read from their tables, where each key has its one place."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

DOCS = Path(__file__).parents[1] / "docs"
JSON_PAGE: Final = DOCS / "json.md"
API_PAGE: Final = DOCS / "api.md"
API_SHAPES: Final = "\n## Shapes\n"
"""Where the shapes of the API's page begin; the other page is all shapes."""

SHAPE = re.compile(r"^##+ (.+)$", re.MULTILINE)
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \|.*\|$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\((?:json\.md)?#[^)]+\)")
EVERYTHING_OF = re.compile(r"^Everything of \[([^\]]+)\]\((?:json\.md)?#[^)]+\), and:$", re.MULTILINE)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def _is_instant(value: Any) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


TYPES: Final[dict[str, Callable[[Any], object]]] = {
    "text": lambda value: isinstance(value, str),
    "word": lambda value: isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_.:-]*", value),
    "id": lambda value: isinstance(value, str) and re.fullmatch(r"[0-9a-zA-Z-]*", value),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "whole number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "yes/no": lambda value: isinstance(value, bool),
    "day": _is_day,
    "instant": _is_instant,
    "map": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
    '"unknown"': lambda value: value == "unknown",
}


def shapes_of(page: Path, known: Mapping[str, dict[str, str]] | None = None) -> dict[str, dict[str, str]]:
    """Read a page: by the name of a shape, the type of each of its keys; ``known`` are shapes elsewhere."""
    text = page.read_text(encoding="utf-8")
    _, *parts = SHAPE.split(text[max(0, text.find(API_SHAPES)) :])
    read: dict[str, dict[str, str]] = {}
    for name, rows in zip(parts[::2], parts[1::2], strict=True):
        wider = [{**(known or {}), **read}[other] for other in EVERYTHING_OF.findall(rows)]
        read[name] = {key: kind for more in wider for key, kind in more.items()} | dict(ROW.findall(rows))
    return read


@cache
def shapes() -> dict[str, dict[str, str]]:
    """Read both pages; of the API's, only what has keys is a shape."""
    told = shapes_of(JSON_PAGE)
    return {name: keys for name, keys in {**told, **shapes_of(API_PAGE, told)}.items() if keys}


def faults(value: Any, kind: str, at: str) -> list[str]:
    """Name the places where a value is not what the page says."""
    choices = kind.strip().split(" or ")
    whole = [choice for choice in choices if choice in TYPES]
    if any(TYPES[choice](value) for choice in whole):
        return []
    for choice in choices:
        if choice.startswith("list of ") and isinstance(value, list):
            return [
                fault for each in value for fault in faults(each, choice.removeprefix("list of "), f"{at}[]")
            ]
        if (link := LINK.fullmatch(choice)) and isinstance(value, dict):
            return shape_faults(value, link[1], at)
    return [f"{at} is no {kind}: {value!r}"]


def shape_faults(value: dict[str, Any], shape: str, at: str = "") -> list[str]:
    """Name the places where an object is not of a shape of the page."""
    keys = shapes()[shape]
    found = [f"{at}.{key} is not on the page" for key in value.keys() - keys.keys()]
    found += [f"{at}.{key} is on the page only" for key in keys.keys() - value.keys()]
    inner = (faults(value[key], keys[key], f"{at}.{key}") for key in value.keys() & keys.keys())
    return found + [fault for each in inner for fault in each]


SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    "word": {"type": "string", "pattern": "^[A-Za-z0-9_.:-]*$"},
    "id": {"type": "string", "pattern": "^[0-9a-zA-Z-]*$"},
    "number": {"type": "number"},
    "whole number": {"type": "integer"},
    "yes/no": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "instant": {"type": "string", "format": "date-time"},
    "map": {"type": "object"},
    "null": {"type": "null"},
    '"unknown"': {"const": "unknown"},
}


def schemas() -> dict[str, dict[str, Any]]:
    """Write every shape of both pages as JSON Schema, by the name that OpenAPI gives it."""
    return {shape_id(name): _object(keys) for name, keys in shapes().items()}


def shape_id(shape: str) -> str:
    """Write the name of a shape as OpenAPI takes it."""
    return "".join(word.capitalize() for word in shape.split())


def _object(keys: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [*keys],
        "properties": {key: _schema(kind.strip()) for key, kind in keys.items()},
    }


def _schema(kind: str) -> dict[str, Any]:
    """Write one type; of "list of number or null or null" the first null is in the list."""
    if kind.startswith("list of ") and kind.endswith(" or null or null"):
        inner = _schema(kind.removeprefix("list of ").removesuffix(" or null"))
        return {"anyOf": [{"type": "array", "items": inner}, SCHEMAS["null"]]}
    choices = [_one(choice) for choice in kind.split(" or ")]
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _one(choice: str) -> dict[str, Any]:
    if choice.startswith("list of "):
        return {"type": "array", "items": _one(choice.removeprefix("list of "))}
    if link := LINK.fullmatch(choice):
        return {"$ref": f"#/components/schemas/{shape_id(link[1])}"}
    return SCHEMAS[choice]
