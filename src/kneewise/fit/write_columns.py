"""From columns of values to the numbers and texts a FIT file stores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from kneewise.fit.base_types import BY_NAME, STRING, BaseType
from kneewise.fit.derive import FRACTIONS
from kneewise.fit.layout import EVERYWHERE
from kneewise.fit.messages import MESSAGES
from kneewise.fit.profile import Field, fields_by_name
from kneewise.fit.values import FitEncodeError, Numbers, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

Column = float | str | npt.NDArray[np.floating[Any]] | Words | Sequence[float] | Sequence[str]
"""Values for ``n`` messages, or one value for all of them."""

_UNKNOWN: Final = "unknown_"
_MOST_BYTES: Final = 255


class Stored(NamedTuple):
    """A column as the file holds it: ``raw`` has shape ``(n,)``, or ``(n, k)`` for array fields."""

    field: Field
    raw: npt.NDArray[np.generic]

    @property
    def size_b(self) -> int:
        """Bytes of this column in one message."""
        return self.raw.itemsize * (self.raw.shape[1] if self.raw.ndim > 1 else 1)

    def kind(self, order: str) -> tuple[str] | tuple[str, tuple[int, ...]]:
        """Return numpy's name of the element type in a byte order, and the shape of an array field."""
        element = f"S{self.raw.itemsize}" if self.field.base is STRING else order + self.field.base.numpy_code
        return (element,) if self.raw.ndim == 1 else (element, self.raw.shape[1:])


def native_columns(
    name: str, columns: Mapping[str, Column], bases: Mapping[str, str]
) -> tuple[int, list[tuple[Field, Column]]]:
    """Return the number of a kind of message, and its columns with the fields they go to."""
    number = _message_number(name)
    whole = _split_fractions(name, columns)
    return number, [(_field(name, column, bases), values) for column, values in whole.items()]


def store(columns: Sequence[tuple[Field, Column]]) -> list[Stored]:
    """Turn values into stored numbers, all of the same length ``n``."""
    arrays = [(field, _array(field, column)) for field, column in columns]
    lengths = {len(values) for _, values in arrays if values.ndim}
    if len(lengths) > 1:
        message = (
            f"The columns of a message differ in length ({sorted(lengths)}); give one value for each message."
        )
        raise FitEncodeError(message)
    rows = lengths.pop() if lengths else 1
    return [
        _stored(field, values if values.ndim else np.repeat(values[np.newaxis], rows))
        for field, values in arrays
    ]


def _message_number(name: str) -> int:
    if name in MESSAGES:
        return MESSAGES[name][0]
    number = _unknown_number(name)
    if number is None or number >= 0xFFFF:
        message = f"There is no kind of message {name!r}; use a known name or unknown_<number>."
        raise FitEncodeError(message)
    return number


def _field(message: str, name: str, bases: Mapping[str, str]) -> Field:
    everywhere = {field.name: field for field in EVERYWHERE.values()}
    field = fields_by_name(message).get(name) or everywhere.get(name)
    base = BY_NAME.get(bases.get(name, ""))
    if field is not None:
        return field if base is None else field._replace(base=base)
    number = _unknown_number(name)
    if number is None or number > _MOST_BYTES or base is None:
        fault = f"{message} has no column {name!r}; use a known name, or unknown_<number> and its base type."
        raise FitEncodeError(fault)
    return Field(number, name, base)


def _unknown_number(name: str) -> int | None:
    digits = name.removeprefix(_UNKNOWN)
    return int(digits) if name.startswith(_UNKNOWN) and digits.isdecimal() else None


def _split_fractions(message: str, columns: Mapping[str, Column]) -> dict[str, Column]:
    split = dict(columns)
    for whole, fraction in FRACTIONS.get(message, {}).items():
        if whole not in split or fraction in split:
            continue
        steps = fields_by_name(message)[fraction].scale
        values = np.asarray(split[whole], np.float64)
        rounded = np.rint(values * steps) / steps
        if not (np.floor(rounded) == rounded)[~np.isnan(rounded)].all():
            split[whole] = np.floor(rounded)
            split[fraction] = rounded - np.floor(rounded)
    return split


def _array(field: Field, column: Column) -> npt.NDArray[np.generic]:
    if field.base is STRING:
        return np.asarray(column, dtype=object)
    if field.words and np.asarray(column).dtype.kind in "OU":
        return _codes(field, np.asarray(column, dtype=object))
    return np.asarray(column, np.float64)


def _codes(field: Field, words: Words) -> Numbers:
    numbers: dict[str, float] = {word: float(code) for code, word in field.words.items()}
    numbers[""] = np.nan
    try:
        codes = [numbers[word] if word in numbers else float(int(word)) for word in words.ravel().tolist()]
    except ValueError as error:
        message = (
            f"{field.name} knows no {error.args[0].rpartition(' ')[2]}; use one of {', '.join(numbers)}."
        )
        raise FitEncodeError(message) from error
    return np.array(codes).reshape(words.shape)


def _stored(field: Field, values: npt.NDArray[np.generic]) -> Stored:
    if field.base is STRING:
        return Stored(field, _texts(values))
    raw = (values.astype(np.float64) + field.offset) * field.scale
    if field.base.numpy_code[0] == "f":
        return _within_bounds(Stored(field, raw.astype(field.base.numpy_code)))
    return _within_bounds(Stored(field, _whole_numbers(field, raw)))


def _whole_numbers(field: Field, raw: Numbers) -> npt.NDArray[np.generic]:
    missing = np.isnan(raw)
    rounded = np.rint(raw)
    lowest, highest = _limits(field.base)
    known = rounded[~missing]
    if known.size and not (known.min() >= lowest and known.max() <= highest):
        message = (
            f"A value of {field.name} does not fit {field.base.name}; correct it or choose a wider column."
        )
        raise FitEncodeError(message)
    stored = np.where(missing, 0, rounded).astype(field.base.numpy_code)
    if field.base.invalid is not None:
        stored[missing] = field.base.invalid
    return stored


def _limits(base: BaseType) -> tuple[int, int]:
    limits = np.iinfo(base.numpy_code)
    return int(limits.min), int(limits.max)


def _texts(values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    encoded = [str(text).encode()[: _MOST_BYTES - 1] for text in values.tolist()]
    # A cut may go through a character of several bytes; what is left of it is dropped.
    whole = [text.decode("utf-8", "ignore").encode() for text in encoded]
    return np.array(whole, f"S{max(map(len, whole), default=0) + 1}")


def _within_bounds(stored: Stored) -> Stored:
    if stored.size_b > _MOST_BYTES:
        message = f"{stored.field.name} takes {stored.size_b} bytes in each message; FIT has room for 255."
        raise FitEncodeError(message)
    return stored
