"""Model values as plain JSON and back, by their type hints: what is stored is what the dataclass says."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum, IntEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kneewise.model.answers import UNKNOWN, Unknown

T = TypeVar("T")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Reader = Callable[[Any], Any]


def to_json(value: object) -> Json:
    """Write any value of the model as plain JSON; the same value gives the same JSON."""
    plain: Json
    match value:
        case IntEnum():
            plain = value.name.lower()
        case Enum():
            plain = cast("Json", value.value)
        case None | bool() | str() | int() | float():
            plain = value
        case datetime():
            plain = value.isoformat()
        case date():
            # Marked, because an answer may be a date or a text that looks like one.
            plain = {"date": value.isoformat()}
        case Mapping():
            plain = {str(key): to_json(part) for key, part in value.items()}
        case tuple() | list():
            plain = [to_json(part) for part in value]
        case _:
            plain = {field.name: to_json(getattr(value, field.name)) for field in fields(cast("Any", value))}
    return plain


def from_json(shape: type[T], plain: object) -> T:
    """Read plain JSON as a value of the model.

    Raises:
        TypeError: A name that the shape does not have, or one that it misses.
        ValueError: A word that an enumeration does not have, or a value of another kind.
    """
    return cast("T", _reader(cast("Any", shape))(plain))


@cache
def _reader(shape: Any) -> Reader:  # noqa: ANN401 - a type hint may be any object.
    """Make the function that reads one type hint, once."""
    if get_origin(shape) in {Union, UnionType}:
        return _one_of(get_args(shape))
    if is_dataclass(shape):
        return _dataclass_reader(cast("type", shape))
    if get_origin(shape) is tuple:
        part = _reader(get_args(shape)[0])
        return lambda plain: tuple(part(one) for one in _as(list, plain))
    if get_origin(shape) is not None and issubclass(get_origin(shape), Mapping):
        part = _reader(get_args(shape)[1])
        return lambda plain: {key: part(one) for key, one in _as(dict, plain).items()}
    return _scalar_reader(shape)


def _scalar_reader(shape: Any) -> Reader:  # noqa: ANN401 - see above.
    if shape is float:
        return lambda plain: float(_as(int, plain)) if isinstance(plain, int) else _as(float, plain)
    if shape is datetime:
        return lambda plain: datetime.fromisoformat(_as(str, plain))
    if shape is date:
        return lambda plain: date.fromisoformat(_as(str, _as(dict, plain)["date"]))
    if isinstance(shape, type) and issubclass(shape, IntEnum):
        return lambda plain: shape[_as(str, plain).upper()]
    if isinstance(shape, type) and issubclass(shape, Enum):
        return shape
    return lambda plain: _as(shape, plain)


def _dataclass_reader(shape: type) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(shape).items()}
    names = [field.name for field in fields(shape)]

    def read(plain: object) -> object:
        given = _as(dict, plain)
        unknown = given.keys() - set(names)
        if unknown:
            raise TypeError(f"{shape.__name__} has no {min(unknown)}")
        return shape(**{name: readers[name](part) for name, part in given.items()})

    return read


def _one_of(shapes: tuple[Any, ...]) -> Reader:
    """Try the kinds of a union in an order in which none shadows another."""
    ordered = sorted(shapes, key=lambda shape: (shape is str, shape is float, shape is int))
    readers = [(shape, _reader(shape)) for shape in ordered]

    def read(plain: object) -> object:
        if plain is None and NoneType in shapes:
            return None
        if plain == UNKNOWN.value and Unknown in shapes:
            return UNKNOWN
        for shape, reader in readers:
            if shape in {NoneType, Unknown}:
                continue
            try:
                return reader(plain)
            except (ValueError, KeyError):
                continue
        raise ValueError(f"{plain!r} is none of the kinds it may be")

    return read


def _as(kind: type[T], plain: object) -> T:
    """Insist on a kind; true and false are no numbers."""
    if not isinstance(plain, kind) or (isinstance(plain, bool) and kind is not bool):
        raise ValueError(f"{plain!r} is no {kind.__name__}")
    return plain
