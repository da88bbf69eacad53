"""The four questions of the week: asked once in seven days, beside the weekly form; no plan looks at them."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.diary_fields import read_fields
from kneewise.app.diary_parts import words
from kneewise.app.known import known
from kneewise.app.numbers import house_numbers
from kneewise.app.once import see_key
from kneewise.app.writing import Logged, write
from kneewise.model.diary import WeekCheck
from kneewise.model.errors import UsageError
from kneewise.present.dates import say_date
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, has_record, new_record
from kneewise.store.ref import RunnerRef


class TooSoonError(UsageError):
    """The week was answered less than seven days before or after."""


def log_week(
    runner: RunnerRef, *, at: datetime, on: date | str | None = None, key: str = "", **said: object
) -> Logged:
    """Write down how seven days were, ``on`` the last of them.

    Args:
        runner: Whose.
        at: Now.
        on: The day of ``at`` where it is not said.
        key: Of the form it came with, if one: sent again under it, nothing is written.
        **said: Fields of `WeekCheck`, each a score or "unknown"; what is left out was not said.

    Raises:
        TooSoonError: They were answered within seven days of that day.
    """
    local = clock.local(at, recall_settings(runner))
    day = parse.day(words("on"), on, today=local.date()) or local.date()
    payload = read_fields(RecordKind.WEEK, said, today=local.date())
    if key:
        see_key(key)
    told = new_record(RecordKind.WEEK, at=local, on=day, payload=payload, key=key)
    if not has_record(runner, told.record_id):
        see_distance(runner, day)
    return write(runner, RecordKind.WEEK, payload, at=at, on=day, key=key)


def is_due(runner: RunnerRef, on: date) -> bool:
    """Whether the four questions can be answered again; looking writes nothing."""
    from kneewise.insight.outcomes import is_check_due

    return is_check_due(known(runner).look(on), house_numbers().insight)


def answered(runner: RunnerRef, on: date) -> tuple[WeekCheck, ...]:
    """List every answer up to a day, the newest first."""
    return known(runner).look(on).week_checks[::-1]


def see_distance(runner: RunnerRef, day: date) -> None:
    """Look whether the week that ends on a day can be answered.

    Raises:
        TooSoonError: It was answered within seven days of that day.
    """
    told = known(runner).history.week_checks
    every = timedelta(days=house_numbers().insight.check_every.value)
    near = next((one for one in told if abs(one.on - day) < every), None)
    if near is not None:
        raise TooSoonError(
            _(
                "The week was answered on %(day)s, and is asked once in seven days: "
                "`kneewise log edit %(name)s held_back=…` changes that answer."
            )
            % {"day": say_date(near.on, "j F Y"), "name": near.record_id[:12]},
            field="on",
        )
