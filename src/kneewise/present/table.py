"""Tables for other programs: CSV whose cells no spreadsheet runs, and what each column is."""

import csv
import inspect
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from typing import IO, Any, Final, cast, get_type_hints

from kneewise.model.diary import Score

RUN_BY_SPREADSHEETS: Final = ("=", "+", "-", "@", "\t", "\r")
QUOTE: Final = "'"

UNITS: Final[Mapping[str, str]] = {
    "_0_10": "0 to 10",
    "_spm": "steps a minute, both feet",
    "_m_s": "metres a second",
    "_bpm": "beats a minute",
    "_percent": "percent",
    "_repetitions": "repetitions",
    "_bytes": "bytes",
    "hours": "hours",
    "_ms": "milliseconds",
    "_mm": "millimetres",
    "_cm": "centimetres",
    "_km": "kilometres",
    "_kg": "kilograms",
    "_min": "minutes",
    "_s": "seconds",
    "_m": "metres",
}
"""How the last part of a name says its unit; the longer ones come first."""

CALLED: Final[Mapping[str, str]] = {"in_reserve": "in_reserve_repetitions"}
"""Columns whose unit is not in the name of the field, nor in its kind."""

ABOUT: Final = re.compile(r"^\s{4,8}(\w+): (.+?)(?=^\s{4,8}\w+: |\Z)", re.MULTILINE | re.DOTALL)


def cell(value: object) -> str:
    """Write one value so that no spreadsheet runs it: text that would be a formula begins with an apostrophe.

    A number is no formula, whatever its sign.
    """
    written = _written(value)
    is_run = isinstance(value, str) and written.startswith(RUN_BY_SPREADSHEETS)
    return f"{QUOTE}{written}" if is_run else written


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case IntEnum():
            return value.name.lower()
        case Enum():
            return str(value.value)
        case str() | int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return json.dumps(_json(value), sort_keys=True, ensure_ascii=False)


def _json(value: Any) -> Any:  # noqa: ANN401 - any part of a value of the model.
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _json(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_json(part) for part in value]
    return value if isinstance(value, bool | int | float | str | None) else _written(value)


def write_csv(file: IO[str], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a table; give how many rows there were."""
    into, count = csv.writer(file, lineterminator="\n"), 0
    into.writerow(columns)
    for row in rows:
        into.writerow([cell(value) for value in row])
        count += 1
    return count


def columns_of(shape: type) -> dict[str, Callable[[Any], object]]:
    """Name the columns of a dataclass, each with how its value is read; an inner one is laid out beside."""
    hints = get_type_hints(shape)
    columns: dict[str, Callable[[Any], object]] = {}
    for field in fields(cast("Any", shape)):
        if isinstance(hints[field.name], type) and is_dataclass(hints[field.name]):
            inner = columns_of(hints[field.name])
            columns |= {
                f"{field.name}_{name}": _of_part(field.name, reader) for name, reader in inner.items()
            }
        else:
            columns[_called(field, hints[field.name])] = _of_field(field.name)
    return columns


def _called(field: "Field[Any]", hint: object) -> str:
    if field.name in CALLED:
        return CALLED[field.name]
    return f"{field.name}_0_10" if hint == Score and not field.name.endswith("_0_10") else field.name


def _of_field(name: str) -> Callable[[Any], object]:
    return lambda value: getattr(value, name)


def _of_part(name: str, reader: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda value: reader(getattr(value, name))


def unit_of(column: str) -> str:
    """Say the unit that a column's name ends in; empty for what has none."""
    return next((said for ending, said in UNITS.items() if column.endswith(ending)), "")


def about(shape: type, column: str) -> str:
    """Say what a column is, in the words of the class that it comes from."""
    told = {name: " ".join(said.split()) for name, said in ABOUT.findall(inspect.getdoc(shape) or "")}
    own = [name for name in told if column == name or column.removesuffix("_0_10") == name]
    inner = [hint for hint in get_type_hints(shape).values() if isinstance(hint, type) and is_dataclass(hint)]
    within = (about(part, column.partition("_")[2]) for part in inner)
    return told[own[0]] if own else next((said for said in within if said), "")
