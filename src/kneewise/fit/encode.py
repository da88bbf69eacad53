"""Writes tables of columns as a FIT file.

The same messages always give the same bytes. Definitions are written once and again only when more than
sixteen of them take turns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from kneewise.fit.base_types import BY_NAME
from kneewise.fit.crc import crc16
from kneewise.fit.messages import MESSAGES
from kneewise.fit.profile import Field, fields_by_name
from kneewise.fit.values import FitEncodeError
from kneewise.fit.write_columns import Column, Stored, native_columns, store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LOCAL_TYPES: Final = 16
_HEADER_B: Final = 14
_PROTOCOL: Final = 0x10
_PROTOCOL_WITH_DEVELOPER_FIELDS: Final = 0x20
_PROFILE: Final = 2100
_MOST_FIELDS: Final = 255
_DEVELOPER_FLAG: Final = 0x20
_DEFINITION: Final = 0x40


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Who adds developer fields to a file.

    Attributes:
        index: Number of the app within the file, from 0.
        application_id: Sixteen bytes that name the app wherever it is installed.
        version: Version number of the app.
    """

    index: int = 0
    application_id: bytes = bytes(16)
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeveloperField:
    """A column that the protocol does not know, described in the file itself.

    Attributes:
        number: Number of the field within its app, from 0.
        name: What readers call the column.
        unit: Unit of its values, such as ``ms``.
        base: How a value is stored, such as ``uint16``; see ``base_types.py``.
        scale: Stored are ``(value + offset) * scale``; a whole number up to 254.
        offset: See ``scale``; a whole number from -128 to 126.
        native: The message and the field of the protocol that it is, such as ``("record", "cadence")``.
        app: Who adds it.
    """

    number: int
    name: str
    unit: str = ""
    base: str = "float32"
    scale: int = 1
    offset: int = 0
    native: tuple[str, str] | None = None
    app: App = field(default_factory=App)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Messages of one kind that follow each other, as columns.

    Attributes:
        name: Kind of message, such as ``record``; ``unknown_<number>`` for kinds without a name.
        columns: By field name (``unknown_<number>`` for fields without one): floats of shape ``(n,)`` or
            ``(n, k)``, words as sequences of ``str``, or one value for all ``n``; NaN and "" are "no
            value". Units as ``decode`` gives them. A fractional ``cadence`` also fills the field for the
            part behind its point.
        developer: Columns of developer fields; the file describes them by itself.
        bases: How to store columns where not as usual; needed for ``unknown_<number>``.
    """

    name: str
    columns: Mapping[str, Column]
    developer: Mapping[DeveloperField, Column] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)


def encode(messages: Sequence[Message], *, big_endian: bool = False) -> bytes:
    """Write one FIT file with these messages in this order.

    Args:
        messages: The first one should be ``file_id``, as readers expect.
        big_endian: Byte order of the values; watches write little-endian.

    Returns:
        The whole file, with header and checksums.

    Raises:
        FitEncodeError: A name is unknown, columns differ in length, or a value does not fit its field.
    """
    writer = _Writer(big_endian=big_endian)
    for message in messages:
        writer.write(message)
    body = b"".join(writer.parts)
    header = _header(len(body), with_developer_fields=bool(writer.described))
    return header + body + crc16(header + body).to_bytes(2, "little")


def _header(body_b: int, *, with_developer_fields: bool) -> bytes:
    protocol = _PROTOCOL_WITH_DEVELOPER_FIELDS if with_developer_fields else _PROTOCOL
    start = (
        bytes((_HEADER_B, protocol)) + _PROFILE.to_bytes(2, "little") + body_b.to_bytes(4, "little") + b".FIT"
    )
    return start + crc16(start).to_bytes(2, "little")


class _Writer:
    """The state of a file being written: which local type means which definition."""

    def __init__(self, *, big_endian: bool) -> None:
        self.order = ">" if big_endian else "<"
        self.parts: list[bytes] = []
        self.described: set[DeveloperField] = set()
        self._apps: set[App] = set()
        self._locals: dict[bytes, int] = {}

    def write(self, message: Message) -> None:
        for developer in message.developer:
            self._describe(developer)
        number, native = native_columns(message.name, message.columns, message.bases)
        added = [(_as_field(developer), column) for developer, column in message.developer.items()]
        stored = store([*native, *added])
        self._write_rows(number, stored[: len(native)], stored[len(native) :], list(message.developer))

    def _write_rows(
        self,
        number: int,
        native: Sequence[Stored],
        added: Sequence[Stored],
        developers: Sequence[DeveloperField],
    ) -> None:
        definition = self._definition(number, native, added, developers)
        local = self._local(definition, has_developer_fields=bool(added))
        columns = [*native, *added]
        kinds = [(f"c{i}", *stored.kind(self.order)) for i, stored in enumerate(columns)]
        rows = np.zeros(len(columns[0].raw) if columns else 1, [("header", "u1"), *kinds])
        rows["header"] = local
        for i, stored in enumerate(columns):
            rows[f"c{i}"] = stored.raw
        self.parts.append(rows.tobytes())

    def _definition(
        self,
        number: int,
        native: Sequence[Stored],
        added: Sequence[Stored],
        developers: Sequence[DeveloperField],
    ) -> bytes:
        if max(len(native), len(added)) > _MOST_FIELDS:
            message = "A message has more than 255 columns; split it."
            raise FitEncodeError(message)
        big = self.order == ">"
        fields = (bytes((s.field.number, s.size_b, s.field.base.code)) for s in native)
        start = bytes((0, big)) + number.to_bytes(2, "big" if big else "little") + bytes((len(native),))
        definition = start + b"".join(fields)
        if added:
            own = (bytes((d.number, s.size_b, d.app.index)) for d, s in zip(developers, added, strict=True))
            definition += bytes((len(added),)) + b"".join(own)
        return definition

    def _local(self, definition: bytes, *, has_developer_fields: bool) -> int:
        """Return the local type of a definition; write it first if it has none."""
        local = self._locals.pop(definition, None)
        if local is None:
            # The one that was not used for longest stands first, and makes room.
            free = len(self._locals) < _LOCAL_TYPES
            local = len(self._locals) if free else self._locals.pop(next(iter(self._locals)))
            flag = _DEVELOPER_FLAG if has_developer_fields else 0
            self.parts.append(bytes((_DEFINITION | flag | local,)) + definition)
        self._locals[definition] = local
        return local

    def _describe(self, developer: DeveloperField) -> None:
        if developer.app not in self._apps:
            self._apps.add(developer.app)
            self.write(_app_message(developer.app))
        if developer not in self.described:
            self.described.add(developer)
            self.write(_description(developer))


def _as_field(developer: DeveloperField) -> Field:
    if developer.base not in BY_NAME:
        message = f"There is no base type {developer.base!r}; use one of {', '.join(BY_NAME)}."
        raise FitEncodeError(message)
    base = BY_NAME[developer.base]
    return Field(developer.number, developer.name, base, developer.unit, developer.scale, developer.offset)


def _app_message(app: App) -> Message:
    application_id = np.frombuffer(app.application_id, np.uint8).astype(np.float64)[np.newaxis]
    columns: dict[str, Column] = {
        "application_id": application_id,
        "developer_data_index": float(app.index),
        "application_version": float(app.version),
    }
    return Message(name="developer_data_id", columns=columns)


def _description(developer: DeveloperField) -> Message:
    columns: dict[str, Column] = {
        "developer_data_index": float(developer.app.index),
        "field_definition_number": float(developer.number),
        "fit_base_type_id": float(_as_field(developer).base.code),
        "field_name": developer.name,
    }
    if developer.unit:
        columns["units"] = developer.unit
    # No scale means 1; watches leave it out as well.
    if (developer.scale, developer.offset) != (1, 0):
        columns |= {"scale": float(developer.scale), "offset": float(developer.offset)}
    if developer.native is not None:
        columns |= _native_numbers(*developer.native)
    return Message(name="field_description", columns=columns)


def _native_numbers(message: str, name: str) -> Mapping[str, Column]:
    field = fields_by_name(message).get(name)
    if field is None:
        fault = f"There is no field {name!r} of {message!r} that a developer field could be; use known names."
        raise FitEncodeError(fault)
    return {"native_mesg_num": float(MESSAGES[message][0]), "native_field_num": float(field.number)}
