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
from kneewise.store.records import RecordKind, Written, new_record, recall_lines
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
    form = _Form(runner, at=at, on=on, key=key)
    return append(runner, _some(form.read(RecordKind.EXERCISE, _numbered(entries))), at=form.at)


def log_tests(
    runner: RunnerRef,
    *,
    at: datetime,
    on: date | str | None,
    key: str,
    entries: Sequence[Entry],
    after: Entry | None = None,
) -> Logged:
    """Write down tests at home that were made together, such as both sides, in one step.

    Args:
        runner: Who made them.
        at: Now.
        on: The day; that of ``at`` where it is not said.
        key: Made by whoever filled the form in. The same under it is said already.
        entries: Fields of `TestResult`.
        after: Fields of `PainLog` that colour a walk.

    Raises:
        UsageError: Something cannot be that; ``field`` is its name, of an entry with its place. Or other
            answers came under this key before: a pain among these might stop running, and would be lost.
    """
    form = _Form(runner, at=at, on=on, key=key)
    beside = form.read(RecordKind.PAIN, {"after": after} if after else {})
    every = _some((*form.read(RecordKind.TEST, _numbered(entries)), *beside))
    see_same(runner, every)
    return append(runner, every, at=form.at)


class _Form:
    """What came under one key: when, of which day, and its entries as records."""

    def __init__(self, runner: RunnerRef, *, at: datetime, on: date | str | None, key: str) -> None:
        self.at = clock.local(at, recall_settings(runner))
        self._key = see_key(key)
        with parse.part("on"):
            self._on = parse.day(words("on"), on, today=self.at.date()) or self.at.date()

    def read(self, kind: RecordKind, entries: Mapping[str, Entry]) -> tuple[Written, ...]:
        """Read entries, each by its place in the form."""
        return tuple(
            new_record(
                kind,
                at=self.at,
                on=self._on,
                payload=_one(kind, entry, place, self.at.date()),
                key=f"{self._key}/{place}",
            )
            for place, entry in entries.items()
        )


def _numbered(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    return {str(place): entry for place, entry in enumerate(entries)}


def _some(records: tuple[Written, ...]) -> tuple[Written, ...]:
    if not records:
        raise UsageError(_("Nothing was filled in: say at least one thing that you did."))
    return records


def see_same(runner: RunnerRef, records: Sequence[Written]) -> None:
    """See that nothing else was said under the key of a form before.

    Raises:
        UsageError: It was, and what the form holds now would be lost; ``field`` is ``key``.
    """
    said = {one.record_id: (one.on, one.payload) for one, root in recall_lines(runner, None) if not root}
    if not any(one.record_id in said for one in records):
        return
    if any(said.get(one.record_id) != (one.on, one.payload) for one in records):
        raise UsageError(
            _("This form was kept before, with other answers. Save it once more to keep these as well."),
            field="key",
        )


def see_key(key: str) -> str:
    """See that this can be the key of a form.

    Raises:
        UsageError: It cannot.
    """
    if KEY.fullmatch(key) is None:
        raise UsageError(_("This form is not whole: open its page once more."))
    return key


def _one(kind: RecordKind, entry: Entry, place: str, today: date) -> dict[str, Json]:
    try:
        return read_fields(kind, entry, today=today)
    except UsageError as slip:
        slip.field = f"{slip.field} {place}"
        raise
