"""Numbers of one room: TOML records -> a frozen dataclass with exactly the same names."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeVar, get_type_hints

from kneewise.knowledge.exercises import read_exercises
from kneewise.knowledge.patterns import read_patterns
from kneewise.knowledge.questions import read_questions
from kneewise.knowledge.toml import KnowledgeError, folder_of, read_toml
from kneewise.model.catalogue import Catalogue, catalogue
from kneewise.model.evidence import Grade, Number, Row
from kneewise.model.exercise import ExerciseTable
from kneewise.model.patterns import PatternTable

T = TypeVar("T")

REVIEW: Final = "review"
"""The table that says for a whole file when and by whom its numbers were reviewed."""

RECORDS: Final = frozenset({Number, Row})

KEYS: Final = frozenset({"value", "values", "unit", "grade", "sources", "reviewed_on", "reviewed_by", "note"})


def read_numbers(package: str, shape: type[T], *, name: str = "knowledge.toml") -> T:
    """Read the numbers of a package into its dataclass.

    A record may leave out ``reviewed_on`` and ``reviewed_by``: the file's ``[review]`` table then
    speaks for it. A field of type ``PatternTable`` is read from the package's ``patterns.toml``,
    ``ExerciseTable`` from its ``exercises.toml``, and ``Catalogue`` from the questions.

    Args:
        package: Such as ``kneewise.guide.step2_load``.
        shape: A dataclass whose fields are ``Number``, ``Row`` or one of those tables.
        name: The file, where a package has a second one.
    """
    records = dict(read_toml(folder_of(package) / name))
    review = records.pop(REVIEW, {})
    kinds = _kinds(shape)
    wanted = {field for field, kind in kinds.items() if kind in RECORDS}
    where = f"{package}/{name}"
    if extra := sorted(records.keys() - wanted):
        raise KnowledgeError(f"{where} has numbers that nothing reads: {', '.join(extra)}.")
    if missing := sorted(wanted - records.keys()):
        raise KnowledgeError(f"{where} lacks numbers: {', '.join(missing)}.")
    made = {
        field: _record(f"{where}: {field}", {**review, **records[field]}, kinds[field]) for field in wanted
    }
    tables = {field: _table(package, kinds[field]) for field in kinds.keys() - wanted}
    return shape(**made, **tables)


def read_all(package: str, *, name: str = "knowledge.toml") -> Mapping[str, Number | Row]:
    """Read the numbers of a package by name, for those who show numbers and decide nothing on them."""
    records = dict(read_toml(folder_of(package) / name))
    review = records.pop(REVIEW, {})
    return {
        field: _record(
            f"{package}/{name}: {field}", {**review, **record}, Number if "value" in record else Row
        )
        for field, record in records.items()
    }


def _table(package: str, kind: type) -> PatternTable | Catalogue | ExerciseTable:
    if kind is PatternTable:
        return read_patterns(package)
    if kind is ExerciseTable:
        return read_exercises(package)
    if kind is Catalogue:
        return catalogue(read_questions())
    raise KnowledgeError(f"{package} wants a {kind.__name__}, which is no kind of knowledge.")


def _kinds(shape: type[Any]) -> Mapping[str, type]:
    if not is_dataclass(shape):
        raise KnowledgeError(f"{shape.__name__} is not a dataclass of numbers.")
    hints = get_type_hints(shape)
    return {field.name: hints[field.name] for field in fields(shape)}


def _record(where: str, record: Mapping[str, Any], kind: type) -> Number | Row:
    _refuse_unknown(where, record)
    try:
        said: dict[str, Any] = {
            "unit": record["unit"],
            "grade": Grade(record["grade"]),
            "sources": tuple(record["sources"]),
            "reviewed_on": record["reviewed_on"],
            "reviewed_by": record["reviewed_by"],
            "note": record.get("note", ""),
        }
        if kind is Number:
            made: Number | Row = Number(value=float(record["value"]), **said)
        else:
            made = Row(values=tuple(float(each) for each in record["values"]), **said)
    except (KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{where} is not a whole record: {error}.") from error
    if not made.sources:
        raise KnowledgeError(f"{where} has no source.")
    return made


def _refuse_unknown(where: str, record: Mapping[str, Any]) -> None:
    if unknown := sorted(record.keys() - KEYS):
        raise KnowledgeError(f"{where} has entries that nothing reads: {', '.join(unknown)}.")
