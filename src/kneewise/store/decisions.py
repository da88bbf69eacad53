"""Decisions as they were made, with what is needed to make them again."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, cast

from django.db.models import Max

from kneewise.model.plan import Decision
from kneewise.store.codec import Json, from_json, to_json
from kneewise.store.models import DecisionAhead, KnownNumbers, StoredActivity, StoredDecision, StoredNight
from kneewise.store.ref import RunnerRef

Numbers = Mapping[str, Mapping[str, Json]]
"""Records of numbers as plain JSON, by room and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One stored decision.

    Attributes:
        cause: The kind of write: a kind of record, or ``import``.
        record_id: The record that caused it, if one did.
        decision: As plain JSON, to be compared with the same of a new one.
        step: The history that it was made from.
    """

    cause: str
    record_id: str
    on: date
    decided_at: datetime
    decision: Mapping[str, Json]
    engine_version: str
    knowledge_hash: str
    step: int


def plain_decision(decision: Decision) -> Mapping[str, Json]:
    """Write a decision as plain JSON."""
    return cast("Mapping[str, Json]", to_json(decision))


def keep_decision(
    runner: RunnerRef, step: int, decision: Decision, *, decided_at: datetime, cause: str, record_id: str = ""
) -> None:
    """Store a decision beside the write that caused it."""
    StoredDecision.objects.create(
        runner_id=runner.runner_id,
        cause=cause,
        record_id=record_id,
        decided_at=decided_at.astimezone(UTC),
        decision=plain_decision(decision),
        **_columns(decision, step),
    )


def keep_ahead(runner: RunnerRef, step: int, decisions: Iterable[Decision]) -> None:
    """Store what a write makes of the days after its own, in the place of what the last one made."""
    DecisionAhead.objects.filter(runner_id=runner.runner_id).delete()
    DecisionAhead.objects.bulk_create(
        DecisionAhead(
            runner_id=runner.runner_id, packed=_pack(plain_decision(decision)), **_columns(decision, step)
        )
        for decision in decisions
    )


def _pack(plain: Mapping[str, Json]) -> bytes:
    return zlib.compress(json.dumps(plain, separators=(",", ":")).encode())


def _columns(decision: Decision, step: int) -> dict[str, Any]:
    return {
        "on": decision.plan.on,
        "engine_version": decision.engine_version,
        "knowledge_hash": decision.knowledge_hash,
        "step": step,
    }


def keep_numbers(runner: RunnerRef, knowledge_hash: str, numbers: Numbers) -> None:
    """Keep the numbers behind a hash, once, beside the first decision that rests on them."""
    known = KnownNumbers.objects.filter(runner_id=runner.runner_id, knowledge_hash=knowledge_hash)
    if not known.exists():
        KnownNumbers.objects.create(
            runner_id=runner.runner_id, knowledge_hash=knowledge_hash, numbers=numbers
        )


def recall_numbers(runner: RunnerRef) -> Mapping[str, Numbers]:
    """Read the numbers of every hash; versions before the one that keeps them left none."""
    rows = KnownNumbers.objects.filter(runner_id=runner.runner_id)
    return dict(rows.values_list("knowledge_hash", "numbers"))


def decision_of(
    runner: RunnerRef, step: int, on: date, *, engine_version: str, knowledge_hash: str
) -> Decision | None:
    """Read the decision of a day that a step stored, or stored ahead, by this engine and these numbers.

    Returns:
        ``None`` where there is none, or a Kneewise stored it whose decisions held other things.
    """
    made = {"runner_id": runner.runner_id, "step": step, "on": on}
    by = {"engine_version": engine_version, "knowledge_hash": knowledge_hash}
    of_the_day = StoredDecision.objects.filter(**made, **by).values_list("decision", flat=True)
    ahead = DecisionAhead.objects.filter(**made, **by).values_list("packed", flat=True)
    try:
        plain = of_the_day.order_by("-pk").first() or _unpack(ahead.first())
        return None if plain is None else from_json(Decision, plain)
    except (KeyError, TypeError, ValueError, zlib.error):
        return None


def _unpack(packed: "bytes | memoryview[int] | None") -> Json:
    return None if packed is None else json.loads(zlib.decompress(packed))


def days_decided(runner: RunnerRef, step: int) -> tuple[date, ...]:
    """List the days of which a step stored a decision."""
    rows = StoredDecision.objects.filter(runner_id=runner.runner_id, step=step)
    return tuple(rows.values_list("on", flat=True).distinct())


def recall_decisions(runner: RunnerRef) -> Iterator[DecisionRow]:
    """Read the stored decisions, oldest first, one after the other."""
    rows = StoredDecision.objects.filter(runner_id=runner.runner_id).order_by("step", "pk")
    for row in rows.iterator():
        yield DecisionRow(
            cause=row.cause,
            record_id=row.record_id,
            on=row.on,
            decided_at=row.decided_at,
            decision=row.decision,
            engine_version=row.engine_version,
            knowledge_hash=row.knowledge_hash,
            step=row.step,
        )


def is_due(runner: RunnerRef) -> bool:
    """Whether there are activities or nights that no stored decision has seen: an import broke off."""
    seen = StoredDecision.objects.filter(runner_id=runner.runner_id).aggregate(last=Max("step"))["last"] or 0
    since = {"runner_id": runner.runner_id, "known_from__gt": seen}
    return StoredActivity.objects.filter(**since).exists() or StoredNight.objects.filter(**since).exists()


def last_decided_at(runner: RunnerRef) -> datetime | None:
    """Say when the last decision was stored; a clock that stands before it is wrong."""
    rows = StoredDecision.objects.filter(runner_id=runner.runner_id)
    return rows.order_by("-decided_at").values_list("decided_at", flat=True).first()
