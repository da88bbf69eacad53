"""Write down a run that no file tells of; it is a session like any other until its file is there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import FARTHEST_RUN_KM, read_fields
from kneewise.app.diary_parts import words
from kneewise.app.known import known
from kneewise.app.named_pair import with_pair
from kneewise.app.numbers import house_numbers
from kneewise.app.once import see_key
from kneewise.app.writing import Logged, write
from kneewise.model.activity import Activity
from kneewise.model.errors import UsageError
from kneewise.present.dates import say_date
from kneewise.store.codec import Json
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, ToldRun, Written, has_record, new_record
from kneewise.store.ref import RunnerRef
from kneewise.store.told_runs import same_run

__all__ = ["FARTHEST_RUN_KM", "log_told_run", "new_told_run", "see_another_run", "see_moved_run", "see_speed"]


def log_told_run(
    runner: RunnerRef, *, at: datetime, on: date | str | None = None, key: str = "", **said: object
) -> Logged:
    """Write down one run: ``running_min``, ``distance_m``, ``began``, ``shoe``.

    Raises:
        UsageError: A part cannot be that, or a run of that day is known, and this one is not
            said to have been at another hour.
    """
    local = clock.local(at, recall_settings(runner))
    day = parse.day(words("on"), on, today=local.date()) or local.date()
    told = new_told_run(runner, said, at=local, on=day, key=see_key(key) if key else "")
    see_another_run(runner, told)
    return write(runner, told.kind, told.payload, at=local, on=day, key=key)


def new_told_run(
    runner: RunnerRef, said: Mapping[str, object], *, at: datetime, on: date, key: str
) -> Written:
    """Read the parts of a run as they were typed.

    Raises:
        UsageError: One of them cannot be that, nobody runs so fast, or the run is still to come.
    """
    payload = with_pair(runner, read_fields(RecordKind.TOLD_RUN, said, today=at.date()))
    see_speed(payload)
    _see_begun(payload, at=at, on=on)
    return new_record(RecordKind.TOLD_RUN, at=at, on=on, payload=payload, key=key)


def _see_begun(run: Mapping[str, Json], *, at: datetime, on: date) -> None:
    began = run.get("began")
    if isinstance(began, str) and on == at.date() and began > f"{at:%H:%M}":
        raise UsageError(
            _("%(began)s is still to come: say when the run began.") % {"began": began}, field="began"
        )


def see_speed(run: Mapping[str, Json]) -> None:
    """See that somebody could have run so far in these minutes.

    Raises:
        UsageError: It is faster than anybody runs.
    """
    metres, minutes = cast("float", run.get("distance_m") or 0.0), cast("float", run["running_min"])
    if metres > minutes * 60 * house_numbers().observe.fastest_on_foot.value:
        raise UsageError(
            _("Nobody runs %(km)s km in %(minutes)s minutes: say both as they were.")
            % {"km": f"{metres / 1000:g}", "minutes": f"{minutes:g}"},
            field="distance_m",
        )


def see_another_run(runner: RunnerRef, told: Written) -> None:
    """See that no run is told twice, nor one that a file holds; what was said already is said already.

    Raises:
        UsageError: A run of that day is known, at its hour or at an hour that is not told.
    """
    if has_record(runner, told.record_id):
        return
    found = same_run(cast("ToldRun", told.value()), known(runner).history.activities)
    if found is not None:
        has_hour = cast("ToldRun", told.value()).began is not None
        raise UsageError(_refusal(found, told.on, has_hour=has_hour), field="running_min")


def see_moved_run(runner: RunnerRef, told: Written, *, at: datetime) -> None:
    """See that a run that is told to have been at another time has begun, and is no other run that was told.

    Moved to the time of a file it is that file's run.

    Raises:
        UsageError: It is still to come, or another run was told of that time.
    """
    _see_begun(told.payload, at=at, on=told.on)
    others = (one for one in known(runner).history.activities if one.activity_id != told.record_id)
    run = cast("ToldRun", told.value())
    found = same_run(run, (one for one in others if one.hand_entered))
    if found is not None:
        raise UsageError(_refusal(found, told.on, has_hour=run.began is not None), field="began")


def _refusal(found: Activity, on: date, *, has_hour: bool) -> str:
    known_by = (
        _("A run of %(day)s is told already") if found.hand_entered else _("A file holds a run of %(day)s")
    )
    if has_hour and not found.start_known:
        remedy = _("nobody knows at what hour. Say of that one first when it began.")
    elif has_hour:
        remedy = _("this one would be at the same time. If it was another one, look at when it began.")
    else:
        remedy = _("if this was another one, say when it began.")
    return f"{known_by % {'day': say_date(on, 'j F')}}: {remedy}"
