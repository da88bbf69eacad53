"""Write down one sitting of the diary: scores of a knee, and signs seen with them, in one transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_some, whole
from kneewise.app.diary_parts import words
from kneewise.app.heard_anyway import heard_anyway
from kneewise.app.once import see_same
from kneewise.app.review import look
from kneewise.app.screen_answers import parse_answers
from kneewise.app.told_run import new_told_run, see_another_run
from kneewise.app.with_run import with_run
from kneewise.app.writing import ONE_AT_A_TIME, Logged, append, said_already
from kneewise.model.answers import Origin
from kneewise.model.errors import UsageError
from kneewise.model.places import Side
from kneewise.store.codec import Json, to_json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, Written, has_record, new_record, recall_records
from kneewise.store.ref import RunnerRef

SAME_SITTING = timedelta(hours=1)
"""Sent twice within it, the very same scores and signs are one sitting: two clicks, or back and save."""

NEW_SIGNS: Final = ("swelling", "locked_knee", "giving_way", "catching_or_clicking", "night_pain")
"""Questions that a sitting may answer with yes, and in no other way: so it can alarm and never reassure."""

OTHER_KNEE: Final = {"places": "places_other_knee", "places_other_knee": "places"}
"""The places of one knee, and those of the other."""

ONLY_NAMING = frozenset({"side", "about_run", "activity_id"})
"""These say what is spoken of, and nothing of it: with a sign alone there is no line of pain."""


def log_sitting(  # noqa: PLR0913 - a form holds this much.
    runner: RunnerRef,
    *,
    at: datetime,
    on: date | str | None,
    pain: Mapping[str, object],
    signs: Mapping[str, object],
    ran: Mapping[str, object] | None = None,
    key: str = "",
    told_at: datetime | None = None,
) -> Logged:
    """Write down scores and signs together; each only where it was told.

    Args:
        runner: Whose knee.
        at: Now.
        on: The day the scores speak of; the day of ``at`` where it is not said.
        pain: Fields of `PainLog` as they were typed.
        signs: Answers to questions of the screening, as in an answers file; they speak of the day of telling,
            and their places first of the knee that the scores are of.
        ran: The run that the scores speak of, where no file tells of it: fields of a told run.
        key: Of the form it came with: sent again under it, nothing is written.
        told_at: When it was said, where it waited for a connection since.

    Raises:
        UsageError: Something cannot be that, or was told on a day that is still to come; or the key came with
            other answers before.
    """
    local = clock.local(at, recall_settings(runner))
    today = local.date()
    told = _told_at(told_at, local)
    with parse.part("on"):
        day = parse.day(words("on"), on, today=today) or told.date()
    payload = read_some(RecordKind.PAIN, pain, today=today)
    filled = {name for name, value in payload.items() if value is not None}
    with parse.part("activity_id"):
        payload = with_run(runner, payload)
    all_said, run = [], None
    if ran:
        run = new_told_run(runner, ran, at=told, on=day, key=_place(key, 2))
        payload |= {"about_run": True, "activity_id": run.record_id}
        all_said.append(run)
    if filled - ONLY_NAMING or not (signs or run):
        scores = whole(RecordKind.PAIN, payload)
        all_said.append(new_record(RecordKind.PAIN, at=told, on=day, payload=scores, key=_place(key, 0)))
    if signs:
        signs = _of_asked_knee(runner, signs, payload.get("side"), on=told.date())
        all_said.append(_signs(signs, told, key=_place(key, 1)))
    with ONE_AT_A_TIME:
        before = _told_under(runner, all_said, local) or _told_lately(runner, all_said, told, now=local)
        if before is not None:
            return before
        if run is not None:
            see_another_run(runner, run)
        return append(runner, tuple(all_said), at=local)


def _of_asked_knee(
    runner: RunnerRef, signs: Mapping[str, object], side: Json, *, on: date
) -> Mapping[str, object]:
    """Put places to the knee that they are of: a sitting's own may be the other one of the screening."""
    asked = look(runner, on).answers.get("knee") if signs.keys() & OTHER_KNEE.keys() else None
    if asked not in set(Side) or side in {asked, None}:
        return signs
    return {OTHER_KNEE.get(name, name): said for name, said in signs.items()}


def _place(key: str, place: int) -> str:
    return f"{key}/{place}" if key else ""


def _told_at(told_at: datetime | None, now: datetime) -> datetime:
    """Take the instant of telling; a clock that is ahead of ours on the same day tells of now."""
    told = told_at.astimezone(now.tzinfo) if told_at else now
    if told.date() > now.date():
        raise UsageError(_("This was told on a day that is still to come: look at the clock."), field="on")
    return min(told, now)


def log_signs(
    runner: RunnerRef,
    *,
    at: datetime,
    signs: Mapping[str, object],
    on: date | None = None,
    key: str = "",
) -> Logged:
    """Write down signs alone, such as swelling; what hangs on them is asked with the day's answer.

    They are heard from the moment they are told, whatever day ``on`` they speak of.
    """
    local = clock.local(at, recall_settings(runner))
    with heard_anyway(runner, signs, at=at):
        said = _signs(signs, local, key=key)
    return append(runner, (said if on is None else replace(said, on=on),), at=local)


def _signs(signs: Mapping[str, object], at: datetime, *, key: str) -> Written:
    told: Mapping[str, Json] = {
        "origin": Origin.DIARY.value,
        "answers": to_json(parse_answers(signs, on=at.date())),
    }
    return new_record(RecordKind.ANSWERS, at=at, on=at.date(), payload=told, key=key)


def _told_under(runner: RunnerRef, all_said: list[Written], at: datetime) -> Logged | None:
    """Find what was written under the same key; other answers under it are refused, and so not lost."""
    see_same(runner, all_said)
    found = next((one.record_id for one in all_said if has_record(runner, one.record_id)), None)
    return said_already(runner, found, at=at) if found else None


def _told_lately(runner: RunnerRef, all_said: list[Written], at: datetime, *, now: datetime) -> Logged | None:
    """Find the very same sitting of a moment ago: a form that was sent twice is one sitting."""
    lately = [
        (one.kind, one.on, one.payload) for one in recall_records(runner) if abs(at - one.at) < SAME_SITTING
    ]
    if not all((one.kind, one.on, one.payload) in lately for one in all_said):
        return None
    first = all_said[0]
    found = next(
        one
        for one in recall_records(runner)
        if (one.kind, one.on, one.payload) == (first.kind, first.on, first.payload)
    )
    return said_already(runner, found.record_id, at=now)
