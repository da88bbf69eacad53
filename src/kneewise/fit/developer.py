"""Developer fields: columns that apps and sensors describe in the file itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kneewise.fit.base_types import BY_CODE, BYTE
from kneewise.fit.profile import Field, fields_by_number, message_names

if TYPE_CHECKING:
    from kneewise.fit.layout import Descriptions
    from kneewise.fit.values import Table


def describe(table: Table) -> Descriptions:
    """Read the field descriptions of a file; where a field is described twice, the last one counts."""
    found: Descriptions = {}
    apps, numbers = table.number("developer_data_index"), table.number("field_definition_number")
    for row, (app, number) in enumerate(zip(apps.ravel(), numbers.ravel(), strict=False)):
        if not math.isnan(app + number):
            found[int(app), int(number)] = _field(table, row, int(app), int(number))
    return _with_distinct_names(found)


def _field(table: Table, row: int, app: int, number: int) -> Field:
    return Field(
        number=number,
        name=str(table.word("field_name")[row]) or f"unknown_{app}_{number}",
        base=BY_CODE.get(int(_known(table, row, "fit_base_type_id", -1.0)), BYTE),
        unit=str(table.word("units")[row]),
        scale=_known(table, row, "scale", 1.0) or 1.0,
        offset=_known(table, row, "offset", 0.0),
        native=_native(table, row),
    )


def _native(table: Table, row: int) -> str:
    """Name the field of the protocol that a developer field says it is; "" where it is none that we know."""
    message = message_names().get(int(_known(table, row, "native_mesg_num", -1.0)), "")
    field = fields_by_number(message).get(int(_known(table, row, "native_field_num", -1.0)))
    return "" if field is None else field.name


def _known(table: Table, row: int, name: str, otherwise: float) -> float:
    value = float(table.number(name)[row].flat[0])
    return otherwise if math.isnan(value) else value


def _with_distinct_names(found: Descriptions) -> Descriptions:
    """Two apps may choose the same name; the second one's gets its app's index behind it."""
    taken: set[str] = set()
    for key, field in found.items():
        if field.name in taken:
            found[key] = field._replace(name=f"{field.name} #{key[0]}.{key[1]}")
        taken.add(found[key].name)
    return found
