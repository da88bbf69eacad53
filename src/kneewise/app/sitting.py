"""Write down one sitting of the diary: scores of a knee, and signs seen with them, in one transaction."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from threading import Lock

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_some, whole, words
from kneewise.app.screen_answers import parse_answers
from kneewise.app.writing import Logged, append, said_already
from kneewise.model.answers import Origin
from kneewise.model.errors import UsageError
from kneewise.store.activities import recall_activity
from kneewise.store.codec import Json, to_json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, Written, new_record, recall_records
from kneewise.store.ref import RunnerRef

SAME_SITTING = timedelta(hours=1)
"""Sent twice within it, the very same scores and signs are one sitting: two clicks, or back and save."""

ONLY_NAMING = frozenset({"side", "about_run", "activity_id"})
"""These say what is spoken of, and nothing of it: with a sign alone there is no line of pain."""

ONE_AT_A_TIME = Lock()


def log_sitting(
    runner: RunnerRef,
    *,
    at: datetime,
    on: date | str | None,
    pain: Mapping[str, object],
    signs: Mapping[str, object],
) -> Logged:
    """Write down scores and signs together; each only where it was told.

    Args:
        runner: Whose knee.
        at: Now.
        on: The day the scores speak of; the day of ``at`` where it is not said.
        pain: Fields of `PainLog` as they were typed.
        signs: Answers to questions of the screening, as in an answers file; they speak of today.
    """
    local = clock.local(at, recall_settings(runner))
    today = local.date()
    with parse.part("on"):
        day = parse.day(words("on"), on, today=today) or today
    payload = read_some(RecordKind.PAIN, pain, today=today)
    told = {name for name, value in payload.items() if value is not None}
    named = payload.get("activity_id")
    if isinstance(named, str) and recall_activity(runner, named) is None:
        raise UsageError(
            _("There is no run “%(name)s”: `kneewise runs` lists them.") % {"name": named},
            field="activity_id",
        )
    all_said = []
    if not signs or told - ONLY_NAMING:
        scores = whole(RecordKind.PAIN, payload)
        all_said.append(new_record(RecordKind.PAIN, at=local, on=day, payload=scores))
    if signs:
        all_said.append(_signs(signs, local))
    with ONE_AT_A_TIME:
        return _told_lately(runner, all_said, local) or append(runner, tuple(all_said), at=local)


def log_signs(runner: RunnerRef, *, at: datetime, signs: Mapping[str, object]) -> Logged:
    """Write down signs alone, such as swelling; what hangs on them is asked with the day's answer."""
    local = clock.local(at, recall_settings(runner))
    said = _signs(signs, local)
    return append(runner, (said,), at=local)


def _signs(signs: Mapping[str, object], at: datetime) -> Written:
    told: Mapping[str, Json] = {
        "origin": Origin.DIARY.value,
        "answers": to_json(parse_answers(signs, on=at.date())),
    }
    return new_record(RecordKind.ANSWERS, at=at, on=at.date(), payload=told)


def _told_lately(runner: RunnerRef, all_said: list[Written], at: datetime) -> Logged | None:
    """Find the very same sitting of a moment ago: a form that was sent twice is one sitting."""
    lately = [(one.kind, one.on, one.payload) for one in recall_records(runner) if at - one.at < SAME_SITTING]
    if not all((one.kind, one.on, one.payload) in lately for one in all_said):
        return None
    first = all_said[0]
    found = next(
        one
        for one in recall_records(runner)
        if (one.kind, one.on, one.payload) == (first.kind, first.on, first.payload)
    )
    return said_already(runner, found.record_id, at=at)
