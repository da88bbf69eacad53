"""What the description of the API promises of each part of an entry is what is read."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from kneewise.app.diary_fields import FIELDS
from kneewise.app.exercise_words import exercise_names
from kneewise.model.errors import UsageError

TODAY = date(2026, 3, 2)
PARTS = {f"{kind}-{name}": part for kind, parts in FIELDS.items() for name, part in parts.items()}
TEXTS = {"date": ["2026-03-02"], "date-time": ["2026-03-02T18:30:00+01:00"]}


def fitting(schema: Mapping[str, Any], name: str) -> Iterator[Any]:
    """Give what a schema allows: every word, both ends of what has ends."""
    if "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from fitting(one, name)
    elif "enum" in schema or "const" in schema:
        yield from schema.get("enum", [schema.get("const")])
    elif schema["type"] in {"integer", "number"}:
        yield from (schema["minimum"], schema["maximum"])
    elif schema["type"] == "boolean":
        yield from (True, False)
    elif schema["type"] == "array":
        yield [*fitting(schema["items"], name)]
        yield [schema["items"]["maximum"]] * schema["maxItems"]
    elif schema["type"] == "object":
        yield {key: next(fitting(one, name)) for key, one in schema["properties"].items()}
    elif "pattern" in schema:
        clocks = ("00:00", "09:05", "23:59")
        assert all(re.fullmatch(schema["pattern"], one) for one in clocks)
        yield from clocks
    else:
        texts = exercise_names() if name == "exercise" else ("something",)
        yield from TEXTS.get(schema.get("format", ""), texts)


def beyond(schema: Mapping[str, Any]) -> Iterator[Any]:
    """Give what lies just outside."""
    for one in schema.get("anyOf", [schema]):
        if "maximum" in one:
            yield from (one["minimum"] - 1, one["maximum"] + 1)
        if "items" in one:
            yield [one["items"]["maximum"] + 1]
            yield [1] * (one["maxItems"] + 1)
        if "enum" in one or one.get("type") == "boolean":
            yield "something else"
        if "pattern" in one:
            assert not re.fullmatch(one["pattern"], "24:00")
            yield "24:00"
        if "properties" in one:
            yield {"something": "2026-03-02T18:30:00+01:00"}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_takes_what_its_description_says(name: str) -> None:
    part, called = PARTS[name], name.partition("-")[2]

    for value in fitting(part.schema, called):
        assert part.read(called, value, TODAY) is not None or value == "both", value
    for value in beyond(part.schema):
        with pytest.raises(UsageError):
            part.read(called, value, TODAY)
