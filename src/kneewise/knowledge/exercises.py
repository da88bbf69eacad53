"""The exercises of step 4: chains from easier to harder, read from the room's TOML."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from kneewise.knowledge.toml import KnowledgeError, folder_of, read_toml
from kneewise.model.evidence import Grade
from kneewise.model.exercise import Dose, Equipment, Exercise, ExerciseTable, Load, Sides, Works

KEYS: Final = frozenset(
    {"works", "sides", "dose", "load", "needs", "easier", "harder", "starts", "grade", "sources"}
)


@cache
def read_exercises(package: str = "guide.step4_strength") -> ExerciseTable:
    """Read the table of a package's ``exercises.toml``."""
    records = dict(read_toml(folder_of(package) / "exercises.toml"))
    review = records.pop("review")
    made = {key: _exercise(key, record, review["reviewed_by"]) for key, record in records.items()}
    return ExerciseTable(by_id=made)


def _exercise(key: str, record: Mapping[str, Any], reviewed_by: str) -> Exercise:
    if unknown := sorted(record.keys() - KEYS):
        raise KnowledgeError(f"Exercise {key} has entries that nothing reads: {', '.join(unknown)}.")
    try:
        return Exercise(
            id=key,
            works=Works(record["works"]),
            sides=Sides(record["sides"]),
            dose=Dose(record["dose"]),
            load=Load(record["load"]),
            needs=Equipment(record["needs"]),
            easier=record.get("easier", ""),
            harder=record.get("harder", ""),
            starts=record.get("starts", False),
            grade=Grade(record["grade"]),
            sources=tuple(record["sources"]),
            reviewed_by=reviewed_by,
        )
    except (KeyError, ValueError) as error:
        raise KnowledgeError(f"Exercise {key} is not a whole record: {error}.") from error
