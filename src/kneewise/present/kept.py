"""What was written down, for programs: with what it does to the day's answer."""

from collections.abc import Iterable

from kneewise.model.plan import Decision, Difference, MoveAnswer
from kneewise.present.difference import difference_json
from kneewise.present.json import Json, decision_json, move_json, only, week_json


def kept_json(
    record_id: str, done: str, decision: Decision, difference: Difference | None
) -> dict[str, Json]:
    """Say what became of an entry, and the day's answer with it."""
    changed = None if difference is None else difference_json(difference)
    return {"id": record_id, "done": done, "decision": decision_json(decision), "difference": changed}


def kept_move_json(
    record_id: str, answer: MoveAnswer, decision: Decision, difference: Difference
) -> dict[str, Json]:
    """Say what became of the wish to move a run."""
    return {
        "id": record_id or None,
        "move": move_json(answer),
        "week": week_json(decision),
        "difference": difference_json(difference),
    }


def diary_json(said: Iterable[tuple[str, object]]) -> dict[str, Json]:
    """List entries, each after its name."""
    names = ("kind", "on", "at", "payload")
    return {"entries": [{"id": record_id, **only(line, *names)} for record_id, line in said]}
