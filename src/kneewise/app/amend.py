"""Correct what was said: an amendment is a record of its own, and the old values stay."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import cast

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.answered_since import answered_since
from kneewise.app.clinicians import see_clinician, see_prescriber
from kneewise.app.diary_fields import read_some, see_open, see_order, whole
from kneewise.app.diary_parts import words
from kneewise.app.heard_anyway import heard_anyway
from kneewise.app.late import stops_running
from kneewise.app.named_pair import named_pair, with_pair
from kneewise.app.screen_answers import parse_answers
from kneewise.app.settings import parse_changes
from kneewise.app.told_run import see_moved_run, see_speed
from kneewise.app.with_run import with_run
from kneewise.app.writing import Done, Logged, append, said_already
from kneewise.model.diary import SCORES, Illness
from kneewise.model.errors import UsageError
from kneewise.store.codec import Json, to_json
from kneewise.store.history import recall_settings
from kneewise.store.records import (
    RecordKind,
    Written,
    first_name,
    recall_names,
    recall_past,
    recall_records,
)
from kneewise.store.ref import RunnerRef

SEED = "seed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record of the diary as it stands.

    Attributes:
        payload: What was said, as plain JSON; of a test by lot without what its order follows from.
        amended: Whether older values of it are kept.
    """

    record_id: str
    kind: str
    on: date
    at: datetime
    payload: Mapping[str, Json]
    amended: bool = False


def lines(runner: RunnerRef, *, limit: int | None = None, kind: RecordKind | None = None) -> tuple[Line, ...]:
    """List what was said, newest first, with the names that `edit` and `undo` take."""
    first = first_name(runner)
    entered = (said for said in recall_records(runner, kind=kind) if not _is_of_the_home(said, first))
    records = sorted(entered, key=lambda said: said.at)[::-1]
    return tuple(map(_line, records[:limit]))


def line_of(runner: RunnerRef, record_id: str) -> Line:
    """Give one entry by its name or the beginning of it.

    Raises:
        UsageError: There is no such entry, or more than one, or it was taken back.
    """
    return _line(_find(runner, record_id))


def _line(said: Written) -> Line:
    return Line(record_id=said.record_id, kind=said.kind.value, on=said.on, at=said.at, payload=_shown(said))


def _shown(said: Written) -> Mapping[str, Json]:
    """Leave out the seed: whoever has it knows every run to come of a test that goes on."""
    return {name: value for name, value in said.payload.items() if name != SEED}


def _is_of_the_home(said: Written, first: str) -> bool:
    """Whether it is the zone that the home was made with, which nobody entered."""
    return said.record_id == first and said.kind is RecordKind.SETTINGS and set(said.payload) == {"home_zone"}


def past(runner: RunnerRef, record_id: str) -> tuple[Line, ...]:
    """List one record with all its amendments, oldest first."""
    return tuple(
        Line(
            record_id=said.record_id,
            kind=said.kind.value,
            on=said.on,
            at=said.at,
            payload=_shown(said),
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
    see_open(said.kind, changes)
    parts = {name: raw for name, raw in changes.items() if name != "on"}
    moved = parse.day(words("on"), changes.get("on"), today=local.date()) or said.on
    changed = with_run(runner, _changed(runner, said, parts, local))
    payload = {**said.payload, **with_pair(runner, changed)}
    if said.kind is RecordKind.SHOE and isinstance(name := payload.get("name"), str):
        payload["name"] = named_pair(runner, name)
    kept = whole(said.kind, payload)
    see_order(said.kind, kept, on=moved)
    _see_changed(said.kind, kept, parts)
    if said.kind is RecordKind.TOLD_RUN and ("began" in parts or moved != said.on):
        see_moved_run(runner, replace(said, on=moved, payload=kept), at=local)
    if (moved, kept) == (said.on, said.payload):
        return said_already(runner, said.record_id, at=local)
    return append(
        runner,
        (replace(said, on=moved, payload=kept),),
        at=local,
        root=said.record_id,
        done=Done.CHANGED,
        also=partial(_see_unchanged, runner, said),
    )


def _see_changed(kind: RecordKind, kept: Mapping[str, Json], parts: Collection[str]) -> None:
    """See what is changed now; what stood there before stays as it was heard then.

    Raises:
        UsageError: It cannot be that.
    """
    if kind is RecordKind.CLEARANCE:
        see_clinician(kept)
    if kind is RecordKind.INSERT and "prescribed_by" in parts:
        see_prescriber(kept)
    if kind is RecordKind.TOLD_RUN and {"running_min", "distance_m"} & {*parts}:
        see_speed(kept)


def _see_unchanged(runner: RunnerRef, said: Written, _step: int) -> None:
    """See, within the write, that nobody changed the entry since it was read: all of it is said anew.

    Raises:
        UsageError: Somebody did.
    """
    if not _says_the_same(recall_past(runner, said.record_id)[-2], said):
        raise UsageError(_("Something else changed this entry just now: look at it, then say it again."))


def undo(runner: RunnerRef, record_id: str, *, at: datetime) -> Logged:
    """Take a record back; it stays, and counts no more."""
    return _take_back(runner, _find(runner, record_id), at=at)


def take_back(runner: RunnerRef, record_id: str, *, at: datetime) -> Logged:
    """Take a record back where it counts; said again, it changes nothing.

    Raises:
        UsageError: There is no such record.
    """
    name = _name(runner, record_id)
    if any(said.record_id == name for said in recall_records(runner)):
        return undo(runner, name, at=at)
    return said_already(runner, name, at=clock.local(at, recall_settings(runner)))


def put_back(runner: RunnerRef, record_id: str, *, at: datetime) -> Logged:
    """Put back a record that was taken back; where it counts, nothing is done.

    Raises:
        UsageError: There is no such record.
    """
    name = _name(runner, record_id)
    if any(said.record_id == name for said in recall_records(runner)):
        return said_already(runner, name, at=clock.local(at, recall_settings(runner)))
    return step_back(runner, name, at=at)


def step_back(runner: RunnerRef, record_id: str, *, at: datetime) -> Logged:
    """Undo the last thing that was done with a record: its taking back, an edit, or the saying itself.

    Raises:
        UsageError: There is no such record.
    """
    name = _name(runner, record_id)
    layers = _layers(recall_past(runner, name))
    said = replace(layers.kept[-1], record_id=name)
    local = clock.local(at, recall_settings(runner))
    if layers.is_gone:
        return append(runner, (said,), at=local, root=name, done=Done.PUT_BACK, also=_also(runner, said))
    if len(layers.kept) == 1:
        return _take_back(runner, said, at=at)
    before = replace(layers.kept[-2], record_id=name)
    return append(runner, (before,), at=local, root=name, done=Done.RESTORED)


def _take_back(runner: RunnerRef, said: Written, *, at: datetime) -> Logged:
    local = clock.local(at, recall_settings(runner))
    taken_back = replace(said, kind=RecordKind.UNDO, payload={})
    also = _also(runner, said)
    return append(runner, (taken_back,), at=local, root=said.record_id, done=Done.TAKEN_BACK, also=also)


def _also(runner: RunnerRef, said: Written) -> Callable[[int], None] | None:
    """Say what else follows from a record that counts, or counts no more: its sessions are put in order."""
    if said.kind is not RecordKind.SESSION:
        return None
    from kneewise.app.rearrange import rearrange

    return partial(rearrange, runner, said.payload)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layers:
    """What a record said and says, oldest first, without what was undone since."""

    kept: tuple[Written, ...]
    is_gone: bool


def _layers(past: Sequence[Written]) -> _Layers:
    """Fold a record's past: an edit lays a value on top, saying the one below again takes it off."""
    kept: list[Written] = []
    is_gone = False
    for said in past:
        if said.kind is RecordKind.UNDO:
            is_gone = True
            continue
        if len(kept) > 1 and not is_gone and _says_the_same(said, kept[-2]):
            kept.pop()
        elif not kept or not _says_the_same(said, kept[-1]):
            kept.append(said)
        is_gone = False
    return _Layers(kept=tuple(kept), is_gone=is_gone)


def _says_the_same(one: Written, other: Written) -> bool:
    return (one.on, one.payload) == (other.on, other.payload)


def _find(runner: RunnerRef, record_id: str) -> Written:
    """Find a record that counts by its name or the beginning of it."""
    name = _name(runner, record_id)
    for said in recall_records(runner):
        if said.record_id == name:
            return said
    raise UsageError(
        _("The entry “%(name)s” was taken back: kneewise log undo %(name)s puts it back.")
        % {"name": record_id}
    )


def _name(runner: RunnerRef, record_id: str) -> str:
    """Find the whole name of a record by its beginning."""
    wanted = record_id.strip().lower()
    found = [name for name in recall_names(runner) if wanted and name.startswith(wanted)]
    if not found:
        raise UsageError(
            _("There is no entry “%(name)s”: kneewise log list shows them.") % {"name": record_id}
        )
    if len(found) > 1:
        raise UsageError(
            _("More than one entry begins with “%(name)s”: say more of its letters.") % {"name": record_id}
        )
    return found[0]


def _changed(
    runner: RunnerRef, said: Written, parts: Mapping[str, object], at: datetime
) -> Mapping[str, Json]:
    """Read the changed parts by the kind of record."""
    if said.kind is RecordKind.ANSWERS:
        before = cast("Mapping[str, Json]", said.payload["answers"])
        with heard_anyway(runner, parts, at=at):
            told = _plain_answers(parts, at.date())
        after = {key: each for key, each in before.items() if key not in parts} | told
        return {"answers": after, "answered_at": _heard_at(runner, said, after, at) or None}
    if said.kind is RecordKind.SETTINGS:
        return parse_changes(parts)
    payload = read_some(said.kind, parts, today=at.date())
    if said.kind is RecordKind.PAIN:
        return payload | _timed(said, payload, at)
    if said.kind is RecordKind.ILLNESS and "until" in payload:
        return payload | _ended(said, payload, at)
    return payload


def _ended(said: Written, payload: Mapping[str, Json], at: datetime) -> dict[str, Json]:
    """Give the end of an illness that lasts the time of telling it; what it raised until then was raised."""
    if payload["until"] is None:
        return {"ended_at": None}
    until = cast("Illness", said.value()).until
    lasts = until is None or until >= at.date()
    return {"ended_at": at.isoformat()} if lasts and payload["until"] != said.payload.get("until") else {}


def _heard_at(runner: RunnerRef, said: Written, after: Mapping[str, Json], at: datetime) -> dict[str, Json]:
    """Give an answer that a correction turns to yes the time of it, where others were told since the entry.

    What was told between the entry and now, such as a clearance, knew nothing of it. An undo takes the time
    back as well.
    """
    before = cast("Mapping[str, Json]", said.payload["answers"])
    known = cast("Mapping[str, Json]", said.payload.get("answered_at") or {})
    times = {key: told for key, told in known.items() if after.get(key) is True}
    if answered_since(runner, said.at):
        yes = (key for key in after if after[key] is True and before.get(key) is not True)
        times |= dict.fromkeys(yes, at.isoformat())
    return times


def _plain_answers(parts: Mapping[str, object], on: date) -> dict[str, Json]:
    return cast("dict[str, Json]", to_json(parse_answers(parts, on=on)))


def _timed(said: Written, payload: Mapping[str, Json], at: datetime) -> dict[str, Json]:
    """Give a score that is added later, or that stops running now, the time of it; others keep their own."""
    added = [name for name in SCORES if payload.get(name) is not None and said.payload.get(name) is None]
    known = cast("Mapping[str, Json]", payload.get("scored_at") or said.payload.get("scored_at") or {})
    heard = [
        name
        for name in SCORES
        if stops_running(payload.get(name)) and payload[name] != said.payload.get(name)
    ]
    now = at.isoformat()
    times = dict.fromkeys(added, now) | dict(known) | dict.fromkeys(heard, now)
    return {"scored_at": times} if times else {}
