"""Write the diary: what was said, checked, with the decision it causes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.amend import Line, edit, line_of, lines, put_back, step_back, take_back, undo
from kneewise.app.clinicians import see_clinician, see_prescriber
from kneewise.app.diary_fields import read_fields, read_some, see_order
from kneewise.app.diary_parts import words
from kneewise.app.named_pair import named_pair, with_pair
from kneewise.app.once import see_key
from kneewise.app.with_run import with_run
from kneewise.app.writing import Done, Logged, said_already, write
from kneewise.model.errors import UsageError
from kneewise.present.dates import say_date
from kneewise.store.codec import Json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, recall_records
from kneewise.store.ref import RunnerRef

__all__ = [
    "Done",
    "Line",
    "Logged",
    "check",
    "edit",
    "lasting_illness",
    "line_of",
    "lines",
    "log_clearance",
    "log_exercise",
    "log_illness",
    "log_insert",
    "log_pain",
    "log_painkiller",
    "log_run",
    "log_shoe",
    "log_sleep",
    "log_test",
    "put_back",
    "step_back",
    "take_back",
    "undo",
]

Typed = Any
"""A word, a number, a value of the model, or ``None`` for not said."""

LATER = ("morning", "after_24h")
"""Scores that follow a session of exercises."""


def log_pain(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down scores of one knee, about a run or a rest day.

    Args:
        runner: Whose knee.
        at: Now.
        on: The day they speak of; the day of ``at`` where it is not said.
        **said: Fields of `PainLog`: side, before, during, after_60min, morning, after_24h, limp ...
    """
    return _log(runner, RecordKind.PAIN, at=at, on=on, **said)


def log_clearance(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down what a clinician said: ``by`` and ``may_run``."""
    return _log(runner, RecordKind.CLEARANCE, at=at, on=on, **said)


def log_painkiller(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down that a painkiller was taken: ``before_run``."""
    return _log(runner, RecordKind.PAINKILLER, at=at, on=on, **said)


def log_illness(
    runner: RunnerRef,
    *,
    at: datetime,
    on: date | str | None = None,
    today: date | None = None,
    key: str = "",
    **said: Typed,
) -> Logged:
    """Write down days of illness from ``on``: ``until``; where one lasts, that ends it, once.

    Args:
        runner: Who was ill.
        at: Now, or an evening that lies behind.
        on: The first day; of an illness that lasts it may be told again.
        today: The day by the clock, where ``at`` lies behind: an illness may have ended since.
        key: Made by whoever sends it: what was said under it is said already.
        **said: ``until``, the last day.
    """
    local = clock.local(at, recall_settings(runner))
    clock_day = today or local.date()
    until = read_some(RecordKind.ILLNESS, {"until": said.get("until")}, today=clock_day)["until"]
    first, lasts = parse.day(words("on"), on, today=clock_day), lasting_illness(runner)
    if lasts is not None and until and (first is None or max(str(first), str(lasts.on)) <= str(until)):
        ended = edit(runner, lasts.record_id, said, at=at)
        if first is None or first >= lasts.on:
            return ended
    known = _ended(runner, until, first) or (lasts if first is None else None)
    if known is not None:
        return said_already(runner, known.record_id, at=local)
    return _log(runner, RecordKind.ILLNESS, at=at, on=on, today=today, key=key, **said)


def lasting_illness(runner: RunnerRef) -> Line | None:
    """Find the illness of which no last day was told, the newest where there are more."""
    illnesses = lines(runner, kind=RecordKind.ILLNESS)
    return next((one for one in illnesses if one.payload["until"] is None), None)


def _ended(runner: RunnerRef, until: Json, first: date | None) -> Line | None:
    """Find the illness of those days that ended on that day: to say so once more says nothing new."""
    ended = (one for one in lines(runner, kind=RecordKind.ILLNESS) if one.payload["until"] == until)
    return next((one for one in ended if first is None or one.on <= first), None) if until else None


def log_sleep(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down the night that ended on ``on``: ``hours``, ``quality_0_10``."""
    return _log(runner, RecordKind.SLEEP, at=at, on=on, **said)


def log_shoe(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down a pair of shoes: ``name``, ``distance_before_m``, ``retired``.

    A name that differs from that of a known pair in its capitals alone is that pair's. What is not said of a
    known pair stays as it was told last.
    """
    if isinstance(name := said.get("name"), str):
        said |= {"name": named_pair(runner, name)}
    new = {part: typed for part, typed in said.items() if typed is not None}
    return _log(runner, RecordKind.SHOE, at=at, on=on, **{**_told_of_pair(runner, new.get("name")), **new})


def _told_of_pair(runner: RunnerRef, name: Typed) -> Mapping[str, Typed]:
    told = [one for one in recall_records(runner, kind=RecordKind.SHOE) if one.payload["name"] == name]
    return told[-1].payload if told else {}


def log_insert(
    runner: RunnerRef,
    *,
    at: datetime,
    on: date | str | None = None,
    today: date | None = None,
    **said: Typed,
) -> Logged:
    """Write down a wedge or an orthotic that was prescribed on ``on``: ``insert``, ``prescribed_by``.

    Args:
        runner: Who wears it.
        at: Now, or an evening that lies behind.
        on: The day it was prescribed.
        today: The day by the clock, where ``at`` lies behind.
        **said: ``worn_until`` is the last day it was worn.
    """
    return _log(runner, RecordKind.INSERT, at=at, on=on, today=today, **said)


def log_test(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down a test at home: ``side``, ``kind``, ``pain_0_10``, and what was counted or measured."""
    return _log(runner, RecordKind.TEST, at=at, on=on, **said)


def log_exercise(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down an exercise or a drill: ``exercise``, ``side``, ``sets``, ``repetitions``, ``during`` ..."""
    return _log(runner, RecordKind.EXERCISE, at=at, on=on, **said)


def log_run(runner: RunnerRef, *, at: datetime, on: date | str | None = None, **said: Typed) -> Logged:
    """Write down what a file does not say of a run.

    That is ``activity_id`` with ``all_running``, ``soft_surface``, or ``shoe``, the pair it was in.
    """
    return _log(runner, RecordKind.RUN, at=at, on=on, **said)


def check(
    kind: str, said: Mapping[str, Typed], *, today: date, on: date | None = None, must: bool = False
) -> None:
    """See that parts of an entry can be read, for those who ask for them one by one.

    Args:
        kind: Of the entry.
        said: The parts, as they were typed.
        today: No day may lie after it.
        on: The day it speaks of, where another of its days hangs on it.
        must: "Not known" is not enough.

    Raises:
        UsageError: One of them cannot be that.
    """
    read = read_some(RecordKind(kind), said, today=today)
    if on is not None:
        see_order(RecordKind(kind), read, on=on)
    if must and None in read.values():
        raise UsageError(_("“%(said)s” does not say it.") % {"said": next(iter(said.values()))})


def _log(
    runner: RunnerRef,
    kind: RecordKind,
    /,
    *,
    at: datetime,
    on: date | str | None,
    today: date | None = None,
    key: str = "",
    **said: Typed,
) -> Logged:
    told_on = clock.local(at, recall_settings(runner)).date()
    day = parse.day(words("on"), on, today=told_on)
    payload = read_fields(kind, said, today=today or told_on)
    see_order(kind, payload, on=day or told_on)
    if kind is RecordKind.CLEARANCE:
        see_clinician(payload)
    if kind is RecordKind.INSERT:
        see_prescriber(payload)
    if kind is RecordKind.EXERCISE:
        _see_session(runner, payload, on=day or told_on)
    payload = with_pair(runner, with_run(runner, payload))
    if key:
        see_key(key)
    return write(runner, kind, payload, at=at, on=day, key=key)


def _see_session(runner: RunnerRef, payload: Mapping[str, Json], *, on: date) -> None:
    """See that there was a session of which only a later score is told."""
    if payload.keys() - {"exercise", "side", *LATER}:
        return
    told = recall_records(runner, kind=RecordKind.EXERCISE)
    if not any(one.on == on and one.payload["exercise"] == payload["exercise"] for one in told):
        raise UsageError(
            _("No %(exercise)s of %(day)s is in the diary: name the day on which you did it with --on.")
            % {"exercise": payload["exercise"], "day": say_date(on, "j F Y")}
        )
