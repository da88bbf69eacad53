"""Split a session into its recordings, or join two that are one: a choice, kept like everything said."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import clock
from kneewise.app.rearrange import rearrange
from kneewise.app.with_run import find_run
from kneewise.app.writing import Logged, append
from kneewise.model.errors import UsageError
from kneewise.store.activities import recall_sources
from kneewise.store.codec import Json
from kneewise.store.history import recall_history
from kneewise.store.ids import recording_id
from kneewise.store.records import RecordKind, new_record
from kneewise.store.ref import RunnerRef
from kneewise.store.sessions import Recorded, recordings_of

FARTHEST: Final = timedelta(days=1)
"""Between the starts of two that are joined: a clock may be wrong by a zone, and not by more."""


def split(runner: RunnerRef, name: str, *, at: datetime) -> Logged:
    """Put each recording of a session into one of its own; the one that is used keeps the name.

    Raises:
        UsageError: There is no such session, or it came in one recording.
    """
    activity = find_run(recall_history(runner), name)
    recordings = recordings_of(runner, [activity.activity_id])
    if len(recordings) <= 1:
        raise UsageError(_("It came in one recording: there is nothing to split."))
    used = recall_sources(runner, activity.activity_id)[0]
    targets = {
        one: activity.activity_id
        if (one.sha256, one.member) == (used.sha256, used.member)
        else recording_id(one.sha256, one.member)
        for one in recordings
    }
    others = [target for target in targets.values() if target != activity.activity_id]
    return _say(runner, activity.activity_id, targets, same=False, others=others, at=at)


def join(runner: RunnerRef, name: str, other_name: str, *, at: datetime) -> Logged:
    """Take two sessions for one, under the name of the first; the best of all recordings is used.

    Raises:
        UsageError: One of them is not there or has no file, both are the same, or they lie too far apart.
    """
    history = recall_history(runner)
    one, other = find_run(history, name), find_run(history, other_name)
    if one.activity_id == other.activity_id:
        raise UsageError(_("Name two sessions: these are the same one."))
    if one.hand_entered or other.hand_entered:
        raise UsageError(_("A run that you told of came in no file: kneewise log edit or undo corrects it."))
    if abs(one.start - other.start) > FARTHEST:
        raise UsageError(_("More than a day lies between them: they cannot be one session."))
    both = (one.activity_id, other.activity_id)
    targets = dict.fromkeys(recordings_of(runner, both), one.activity_id)
    return _say(runner, one.activity_id, targets, same=True, others=[other.activity_id], at=at)


def _say(
    runner: RunnerRef,
    activity_id: str,
    targets: Mapping[Recorded, str],
    *,
    same: bool,
    others: Sequence[str],
    at: datetime,
) -> Logged:
    local = clock.local(at, recall_history(runner).settings)
    recordings: list[Json] = [
        {"sha256": one.sha256, "member": one.member, "activity_id": target} for one, target in targets.items()
    ]
    payload: dict[str, Json] = {
        "activity_id": activity_id,
        "same": same,
        "others": list(others),
        "recordings": recordings,
    }
    said = new_record(RecordKind.SESSION, at=local, on=local.date(), payload=payload)
    return append(runner, (said,), at=local, also=partial(rearrange, runner, payload))
