"""Every row of a runner as plain JSON, by names and not by numbers of this database, and back.

The columns come from the tables themselves, so that a new one cannot be forgotten.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Field, ForeignKey, JSONField, Model
from django.utils.translation import gettext as _

from kneewise.model.errors import KneewiseError
from kneewise.store.codec import Json
from kneewise.store.erase import erase_runner
from kneewise.store.history import recall_history
from kneewise.store.models import (
    DecisionAhead,
    KnownNumbers,
    OfferedFile,
    Original,
    PastReading,
    Record,
    Runner,
    Source,
    StoredActivity,
    StoredDecision,
    StoredNight,
    Token,
)
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import first_step, label_of

Row = dict[str, Json]

TABLES: Final[Mapping[str, type[Model]]] = {
    "runner": Runner,
    "original": Original,
    "activity": StoredActivity,
    "past_reading": PastReading,
    "source": Source,
    "night": StoredNight,
    "offered_file": OfferedFile,
    "record": Record,
    "known_numbers": KnownNumbers,
    "decision": StoredDecision,
}
"""In an order in which none points at a later one."""

LEFT_OUT: Final[Mapping[str, str]] = {
    "id": "a number of this database; content names the row",
    "runner": "a record is of one runner",
}
"""The columns that do not leave, each with the reason."""

TABLES_LEFT_OUT: Final[Mapping[type[Model], str]] = {
    DecisionAhead: "it is made again from the rest",
    Token: "it opens the API of this home; another home makes its own",
}
"""The tables that do not leave, each with the reason."""

NAMED_BY: Final[Mapping[type[Model], str]] = {Original: "sha256", StoredActivity: "activity_id"}
"""What stands for a row that another one points at."""


NOT_AS_WRITTEN: Final = (
    *(AttributeError, IntegrityError, KeyError, OverflowError, TypeError, ValidationError, ValueError),
)
"""What the tables say to values that are none of theirs."""


class BadRecordError(KneewiseError):
    """A record cannot be taken in."""


def columns_of(model: type[Model]) -> "tuple[Field[Any, Any], ...]":
    """List the columns of a table that leave with a record."""
    fields = cast("Iterable[Field[Any, Any]]", model._meta.concrete_fields)  # noqa: SLF001 - Django's own way.
    return tuple(field for field in fields if field.name not in LEFT_OUT)


def plain_columns(table: str) -> tuple[str, ...]:
    """Name the columns of a table that hold one plain value."""
    return tuple(field.name for field in columns_of(TABLES[table]) if not isinstance(field, JSONField))


def rows_of(runner: RunnerRef, table: str) -> Iterator[Row]:
    """Read a table, row by row, in the order in which it was written."""
    model = TABLES[table]
    mine = {"pk": runner.runner_id} if model is Runner else {"runner_id": runner.runner_id}
    columns = {field.name: _path_of(field) for field in columns_of(model)}
    for row in model._default_manager.filter(**mine).order_by("pk").values_list(*columns.values()).iterator():  # noqa: SLF001 - see above.
        yield {name: _plain(value) for name, value in zip(columns, row, strict=True)}


def _path_of(field: "Field[Any, Any]") -> str:
    """Say where a column's value is: of a row that is pointed at, its name."""
    if isinstance(field, ForeignKey):
        return f"{field.name}__{NAMED_BY[field.related_model]}"
    return field.name


def _plain(value: object) -> Json:
    return value.isoformat() if isinstance(value, date) else cast("Json", value)


def put_back(
    rows_of_table: Callable[[str], Iterable[Row]], instead: RunnerRef, *, put_originals: Callable[[], None]
) -> RunnerRef:
    """Make a runner of the rows of a record, all of them or nothing, in the place of one who said nothing.

    Args:
        rows_of_table: Gives the rows of a table, by its name.
        instead: Who goes.
        put_originals: Puts the watch files in their place, before any row speaks of them.

    Raises:
        BadRecordError: They are not what a record holds; nothing was kept.
    """
    try:
        with transaction.atomic():
            label = label_of(instead)
            erase_runner(instead)
            put_originals()
            with first_step(label) as (runner, _step):
                known: dict[type[Model], dict[str, int]] = {}
                for table, model in TABLES.items():
                    _put_table(runner, model, rows_of_table(table), known)
            recall_history(runner)
    except NOT_AS_WRITTEN as fault:
        raise BadRecordError(
            _("This record is not as kneewise export record writes it (%(why)s): use another copy of it.")
            % {"why": " ".join(str(fault).split())[:120]}
        ) from fault
    return runner


def _put_table(
    runner: RunnerRef, model: type[Model], rows: Iterable[Row], known: dict[type[Model], dict[str, int]]
) -> None:
    columns = {field.name: field for field in columns_of(model)}
    points_at_itself: dict[str, str] = {}
    for row in rows:
        if extra := row.keys() - columns.keys():
            raise TypeError(f"no column {min(extra)}")
        if model is Runner:
            Runner.objects.filter(pk=runner.runner_id).update(**_values(columns, row, known))
            continue
        name = str(row.get(NAMED_BY.get(model, ""), ""))
        if row.get("joined") is not None:
            points_at_itself[name] = str(row["joined"])
            row = row | {"joined": None}  # noqa: PLW2901 - the other one may come later.
        made = model(runner_id=runner.runner_id, **_values(columns, row, known))
        made.save(force_insert=True)
        if name:
            known.setdefault(model, {})[name] = cast("int", made.pk)
    for name, other in points_at_itself.items():
        StoredActivity.objects.filter(pk=known[model][name]).update(joined=known[model][other])


def _values(
    columns: Mapping[str, "Field[Any, Any]"], row: Row, known: Mapping[type[Model], Mapping[str, int]]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, told in row.items():
        field = columns[name]
        if isinstance(field, ForeignKey):
            pointed = known[field.related_model] if told is not None else {}
            values[field.attname] = None if told is None else pointed[str(told)]
        else:
            values[name] = field.to_python(told)
    return values
