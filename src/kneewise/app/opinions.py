"""Was a step of the guide helpful? Kept here, sent nowhere, and no plan looks at it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from kneewise.app import clock
from kneewise.app.diary_fields import read_fields
from kneewise.app.once import see_key
from kneewise.app.writing import Logged, write
from kneewise.model.diary import GuideOpinion
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, recall_records
from kneewise.store.ref import RunnerRef


def log_opinion(runner: RunnerRef, *, at: datetime, step: object, helpful: object, key: str = "") -> Logged:
    """Write down whether a step was helpful; the newest word on each step counts.

    Raises:
        UsageError: There is no such step, or it is neither yes nor no.
    """
    today = clock.local(at, recall_settings(runner)).date()
    payload = read_fields(RecordKind.OPINION, {"step": step, "helpful": helpful}, today=today)
    return write(runner, RecordKind.OPINION, payload, at=at, key=see_key(key) if key else "")


def opinions(runner: RunnerRef, on: date) -> Mapping[str, bool]:
    """Say of each step that was judged up to a day whether it was helpful."""
    told = (cast("GuideOpinion", one.value()) for one in recall_records(runner, kind=RecordKind.OPINION))
    known = sorted((one for one in told if one.on <= on), key=lambda one: (one.at, one.record_id))
    return {one.step: one.helpful for one in known}
