"""Correct what was said: an amendment is a record of its own, and the old values stay."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import cast

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import SCORES, read_some, whole
from kneewise.app.rearrange import rearrange
from kneewise.app.screen_answers import parse_answers
from kneewise.app.settings import parse_changes
from kneewise.app.writing import Logged, append
from kneewise.model.errors import UsageError
from kneewise.store.codec import Json, to_json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, Written, recall_past, recall_records
from kneewise.store.ref import RunnerRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record of the diary as it stands.

    Attributes:
        payload: What was said, as plain JSON.
        amended: Whether older values of it are kept.
    """

    record_id: str
    kind: str
    on: date
    at: datetime
    payload: Mapping[str, Json]
    amended: bool = False


def lines(runner: RunnerRef, *, limit: int | None = None) -> tuple[Line, ...]:
    """List what was said, newest first, with the names that `edit` and `undo` take."""
    records = sorted(recall_records(runner), key=lambda said: said.at, reverse=True)
    return tuple(
        Line(record_id=said.record_id, kind=said.kind.value, on=said.on, at=said.at, payload=said.payload)
        for said in records[:limit]
    )


def past(runner: RunnerRef, record_id: str) -> tuple[Line, ...]:
    """List one record with all its amendments, oldest first."""
    return tuple(
        Line(
            record_id=said.record_id,
            kind=said.kind.value,
            on=said.on,
            at=said.at,
            payload=said.payload,
            amended=True,
        )
        for said in recall_past(runner, record_id)
    )


def edit(runner: RunnerRef, record_id: str, changes: Mapping[str, object], *, at: datetime) -> Logged:
    """Change some parts of a record; ``on`` moves it to another day, and an empty answer is taken out.

    Raises:
        UsageError: There is no such record, or a part cannot be that.
    """
    said = _find(runner, record_id)
    local = clock.local(at, recall_settings(runner))
    if said.kind is RecordKind.SESSION:
        raise UsageError(_("Take it back with `kneewise log undo`, then split or join with `kneewise run`."))
    if not changes:
        raise UsageError(_("Say what to change, such as during=3."))
    parts = {name: raw for name, raw in changes.items() if name != "on"}
    moved = parse.day("on", changes.get("on"), today=local.date()) or said.on
    payload = {**said.payload, **_changed(said, parts, local)}
    kept = whole(said.kind, payload)
    return append(runner, (replace(said, on=moved, payload=kept),), at=local, root=said.record_id)


def undo(runner: RunnerRef, record_id: str, *, at: datetime) -> Logged:
    """Take a record back; it stays, and counts no more."""
    said = _find(runner, record_id)
    local = clock.local(at, recall_settings(runner))
    taken_back = replace(said, kind=RecordKind.UNDO, payload={})
    also = partial(rearrange, runner, said.payload) if said.kind is RecordKind.SESSION else None
    return append(runner, (taken_back,), at=local, root=said.record_id, also=also)


def _find(runner: RunnerRef, record_id: str) -> Written:
    """Find a record by its name or the beginning of it."""
    wanted = record_id.strip().lower()
    found = [said for said in recall_records(runner) if wanted and said.record_id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(
            _("There is no single record “%(name)s” to change: it may have been undone.")
            % {"name": record_id}
        )
    return found[0]


def _changed(said: Written, parts: Mapping[str, object], at: datetime) -> Mapping[str, Json]:
    """Read the changed parts by the kind of record."""
    if said.kind is RecordKind.ANSWERS:
        before = cast("Mapping[str, Json]", said.payload["answers"])
        told = _plain_answers(parts, at.date())
        return {"answers": {key: each for key, each in before.items() if key not in parts} | told}
    if said.kind is RecordKind.SETTINGS:
        return parse_changes(parts)
    payload = read_some(said.kind, parts, today=at.date())
    if said.kind is RecordKind.PAIN:
        return payload | _timed(said, payload, at)
    return payload


def _plain_answers(parts: Mapping[str, object], on: date) -> dict[str, Json]:
    return cast("dict[str, Json]", to_json(parse_answers(parts, on=on)))


def _timed(said: Written, payload: Mapping[str, Json], at: datetime) -> dict[str, Json]:
    """Give a score that is added later the time of adding; a corrected one keeps its own."""
    added = [name for name in SCORES if payload.get(name) is not None and said.payload.get(name) is None]
    known = cast("Mapping[str, Json]", payload.get("scored_at") or said.payload.get("scored_at") or {})
    times = {name: at.isoformat() for name in added} | dict(known)
    return {"scored_at": times} if times else {}
