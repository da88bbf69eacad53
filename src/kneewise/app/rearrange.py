"""Bring sessions into line with what the runner said of their recordings, in the transaction of saying it."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, cast

from django.utils.translation import gettext as _

from kneewise.app import clock
from kneewise.app.look import rank
from kneewise.app.numbers import house_numbers
from kneewise.files import as_sport, read_recordings
from kneewise.model.activity import Activity, Measured
from kneewise.model.errors import UsageError
from kneewise.model.recording import Recording
from kneewise.model.sport import Sport
from kneewise.observe.measure import measure_activity
from kneewise.store.activities import Rank, activities_of, keep_activity, kept_named
from kneewise.store.codec import Json
from kneewise.store.history import recall_settings
from kneewise.store.originals import OriginalLostError, recall_original
from kneewise.store.records import RecordKind, recall_records
from kneewise.store.ref import RunnerRef
from kneewise.store.sessions import Recorded, activity_of, join, move, recordings_of, tell_ledger

Key = tuple[str, int]
"""The hash of a file, and which of its recordings."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Again:
    """A recording that was read again from its original."""

    recorded: Recorded
    recording: Recording
    measured: Measured
    rank: Rank


def rearrange(runner: RunnerRef, said: Mapping[str, Json], step: int) -> None:
    """Put the recordings of a choice, said or taken back, to the sessions that they belong to now.

    Args:
        runner: Whose.
        said: The payload of the choice.
        step: Of the write.

    Raises:
        UsageError: An original is lost, so that nothing can be measured.
    """
    targets = _targets(runner, {activity_of(runner, *key) for key in _named(said)})
    if all(target == one.activity_id for one, target in targets.items()):
        return
    rows = {
        name: _keep(runner, step, name, [_again(runner, one) for one in targets if targets[one] == name])
        for name in dict.fromkeys(targets.values())
    }
    for one, target in targets.items():
        if one.activity_id not in rows and (gone := kept_named(runner, one.activity_id)) is not None:
            join(runner, step, gone.row, rows[target])
    _tell_ledger(runner, targets)


def _targets(runner: RunnerRef, names: AbstractSet[str]) -> Mapping[Recorded, str]:
    """Say where each recording of some sessions belongs, with those of the sessions that it goes to."""
    chosen = _chosen(runner)
    recordings = recordings_of(runner, names)
    targets = {one: chosen.get((one.sha256, one.member), one.found_id) for one in recordings}
    others = set(targets.values()) - names
    # Only sessions that are present have recordings.
    more = {one.activity_id for one in recordings_of(runner, others)}
    return _targets(runner, names | more) if more else targets


def _named(said: Mapping[str, Json]) -> Iterable[Key]:
    for one in cast("list[dict[str, Any]]", said["recordings"]):
        yield one["sha256"], one["member"]


def _chosen(runner: RunnerRef) -> Mapping[Key, str]:
    """Say of recordings where the last choice that stands puts them."""
    return {
        (one["sha256"], one["member"]): one["activity_id"]
        for said in recall_records(runner)
        if said.kind is RecordKind.SESSION
        for one in cast("list[dict[str, Any]]", said.payload["recordings"])
    }


def _keep(runner: RunnerRef, step: int, name: str, members: Sequence[Again]) -> int:
    """Write a session with the best of its recordings."""
    best = max(members, key=lambda one: one.rank)
    known = kept_named(runner, name)
    activity = _told(runner, name, best, members, known=None if known is None else known.activity)
    if known is not None and known.joined is None and activity == known.activity:
        row = known.row
    else:
        row = keep_activity(runner, step, activity, best.rank, known=known)
    for one in members:
        move(runner, one.recorded, row, wins=one is best)
    return row


def _told(
    runner: RunnerRef, name: str, best: Again, members: Iterable[Again], *, known: Activity | None
) -> Activity:
    """Put together a session: what is measured is the recordings', what was told stays with the name.

    Nothing is taken over from the one that it is joined to: taking the choice back leaves what was before.
    """
    found = kept_named(runner, best.recorded.found_id)
    assert found is not None  # noqa: S101 - the import made it.
    beside, recording = found.activity, best.recording
    told = {"name": recording.name, "shoe": "", "description": "", "exertion_0_10": None}
    sub_sports = (one.recording.sub_sport for one in (best, *members))
    own_offsets = (one.recording.utc_offset_s for one in (best, *members))
    own_offset_s = next((offset_s for offset_s in own_offsets if offset_s is not None), None)
    return replace(
        replace(beside, **told) if known is None else known,  # type: ignore[arg-type]  # Fields of the model.
        activity_id=name,
        start=recording.start,
        utc_offset_s=_home_offset_s(runner, recording) if own_offset_s is None else own_offset_s,
        sport=recording.sport,
        sub_sport=next(filter(None, sub_sports), ""),
        measured=best.measured,
        clock_wrong=beside.clock_wrong,
    )


def _home_offset_s(runner: RunnerRef, recording: Recording) -> int:
    return clock.offset_s(recording.start, recall_settings(runner))


def _again(runner: RunnerRef, one: Recorded) -> Again:
    """Read a recording from its original, and measure it."""
    try:
        found = read_recordings(one.name, recall_original(runner, one.sha256)).recordings
    except OriginalLostError as fault:
        raise _lost(one) from fault
    if one.member >= len(found):
        raise _lost(one)
    recording, taken_for = found[one.member], kept_named(runner, one.found_id)
    if recording.sport is Sport.OTHER and taken_for is not None:
        recording = as_sport(recording, taken_for.activity.sport)
    return Again(
        recorded=one,
        recording=recording,
        measured=measure_activity(recording, house_numbers().observe),
        rank=rank(recording),
    )


def _lost(one: Recorded) -> UsageError:
    return UsageError(
        _("The original of %(path)s is lost: import the same file again, then say this once more.")
        % {"path": one.name}
    )


def _tell_ledger(runner: RunnerRef, targets: Mapping[Recorded, str]) -> None:
    for sha256 in {one.sha256 for one in targets}:
        own = {target for one, target in targets.items() if one.sha256 == sha256}
        shared = {target for one, target in targets.items() if one.sha256 != sha256}
        names = tuple(dict.fromkeys(activities_of(runner, sha256)))
        tell_ledger(runner, sha256, names, is_own=bool(own - shared))
