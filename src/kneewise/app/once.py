"""Write down what one form says, once: it comes with a key of its own, and sent again it changes nothing."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_fields
from kneewise.app.diary_parts import words
from kneewise.app.writing import Logged, append
from kneewise.model.errors import UsageError
from kneewise.store.codec import Json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, new_record
from kneewise.store.ref import RunnerRef

KEY: Final = re.compile(r"[0-9a-f-]{16,64}")

Entry = Mapping[str, object]
"""The fields of one record, as they were typed."""


def log_exercises(
    runner: RunnerRef, *, at: datetime, on: date | str | None, key: str, entries: Sequence[Entry]
) -> Logged:
    """Write down the exercises of one session, in one step with the one decision they cause.

    Args:
        runner: Who did them.
        at: Now.
        on: The day; that of ``at`` where it is not said.
        key: Made by whoever filled the form in; what was said under it already is said already, whatever
            it holds this time.
        entries: Fields of `ExerciseLog`, an exercise and a leg each.

    Raises:
        UsageError: Something cannot be that; ``field`` is its name and its place, such as ``during 2``.
    """
    return _log(runner, RecordKind.EXERCISE, at=at, on=on, key=key, entries=entries)


def log_tests(
    runner: RunnerRef, *, at: datetime, on: date | str | None, key: str, entries: Sequence[Entry]
) -> Logged:
    """Write down tests at home that were made together, such as both sides; see `log_exercises`."""
    return _log(runner, RecordKind.TEST, at=at, on=on, key=key, entries=entries)


def _log(
    runner: RunnerRef,
    kind: RecordKind,
    *,
    at: datetime,
    on: date | str | None,
    key: str,
    entries: Sequence[Entry],
) -> Logged:
    local = clock.local(at, recall_settings(runner))
    see_key(key)
    if not entries:
        raise UsageError(_("Nothing was filled in: say at least one thing that you did."))
    with parse.part("on"):
        day = parse.day(words("on"), on, today=local.date()) or local.date()
    every = tuple(
        new_record(kind, at=local, on=day, payload=payload, key=f"{key}/{place}")
        for place, payload in enumerate(_read(kind, entries, local.date()))
    )
    return append(runner, every, at=local)


def see_key(key: str) -> str:
    """See that this can be the key of a form.

    Raises:
        UsageError: It cannot.
    """
    if KEY.fullmatch(key) is None:
        raise UsageError(_("This form is not whole: open its page once more."))
    return key


def _read(kind: RecordKind, entries: Sequence[Entry], today: date) -> list[dict[str, Json]]:
    return [_one(kind, entry, place, today) for place, entry in enumerate(entries)]


def _one(kind: RecordKind, entry: Entry, place: int, today: date) -> dict[str, Json]:
    try:
        return read_fields(kind, entry, today=today)
    except UsageError as slip:
        slip.field = f"{slip.field} {place}"
        raise
