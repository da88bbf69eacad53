"""Which score counts where another one of the same thing was told before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kneewise.app.review import look
from kneewise.model.diary import SCORES
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.store.records import RecordKind, Written, recall_records
from kneewise.store.ref import RunnerRef

ALSO_SAID_AS: Final = {"morning": ("morning", "before"), "after_24h": ("after_24h", "before")}
"""A score before a run may be that of its morning, and of the day after another run."""

OF_A_RUN: Final = frozenset({"before", "during", "after_60min", "after_24h", "activity_id"})
"""With one of these a log speaks of a run, and its morning is the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A score that counts in place of the one that was just told.

    Attributes:
        name: Of what was told.
        score: The one that counts.
        record_id: Of the entry that holds it; empty where none is found.
        part: What it is called there.
    """

    name: str
    score: TimedScore
    record_id: str = ""
    part: str = ""


def counted_instead(runner: RunnerRef, record_id: str, *, today: date) -> tuple[Counted, ...]:
    """Find the scores of an entry beside which another one counts."""
    told = recall_records(runner, kind=RecordKind.PAIN)
    said = next((one for one in told if one.record_id == record_id), None)
    if said is None:
        return ()
    entries = [one for one in look(runner, today).entries if _is_of(one, said)]
    others = [
        one for one in told if one.record_id != record_id and one.payload["side"] == said.payload["side"]
    ]
    return tuple(_instead(said, entries, others))


def _is_of(entry: DiaryEntry, said: Written) -> bool:
    """Whether an entry holds what a log speaks of: its knee, its day or run, and the run that it names."""
    named = said.payload.get("activity_id")
    is_it = named is None or (entry.activity is not None and entry.activity.activity_id == named)
    of_run = bool(said.payload.get("about_run")) or not OF_A_RUN.isdisjoint(said.payload)
    about = (said.on, said.payload["side"], of_run)
    return (entry.on, entry.side.value, entry.about_run) == about and is_it


def _instead(said: Written, entries: list[DiaryEntry], others: list[Written]) -> Iterator[Counted]:
    for name in SCORES:
        if name not in said.payload:
            continue
        counting = [score for entry in entries if (score := getattr(entry, name)) is not None]
        if not counting or any(score.value == _value(said, name) for score in counting):
            continue
        yield _where_said(name, counting[0], others)


def _value(said: Written, name: str) -> int | None:
    """Read a score; ``None`` is not known."""
    value = said.payload.get(name)
    return value if isinstance(value, int) else None


def _where_said(name: str, score: TimedScore, others: list[Written]) -> Counted:
    """Find the entry that holds a score, the last one that was told."""
    around = [one for one in others if abs(one.on - score.at.date()) <= timedelta(days=1)]
    for part in ALSO_SAID_AS.get(name, (name,)):
        holding = [one for one in around if part in one.payload and _value(one, part) == score.value]
        if holding:
            found = max(holding, key=lambda one: (one.at == score.known_at, one.at))
            return Counted(name=name, score=score, record_id=found.record_id, part=part)
    return Counted(name=name, score=score)
