"""What most commands begin with: the home, the settings, and the day that is asked about."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kneewise.app import clock, home, settings
from kneewise.model.errors import UsageError
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings
from kneewise.present.dates import say_date
from kneewise.present.words import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The home as a command finds it.

    Attributes:
        now: On the runner's wall clock.
        today: The day of the runner's wall clock.
    """

    runner: home.RunnerRef
    settings: Settings
    now: datetime
    today: date


def open_home() -> Opened:
    """Open the home, making it where there is none."""
    runner = home.open_home()
    chosen = settings.get(runner)
    now = clock.local(clock.now(), chosen)
    return Opened(runner=runner, settings=chosen, now=now, today=now.date())


def decide(opened: Opened, on: date | None) -> Decision:
    """Answer today by the clock, or the day that was named."""
    from kneewise.app import review

    return review.review_now(opened.runner, opened.now) if on is None else review.review(opened.runner, on)


def instant(opened: Opened, on: date | None, at: time | None = None, *, day_after: bool = False) -> datetime:
    """Say when something is told: now, or at a time of the day that was named.

    Args:
        opened: The home.
        on: The day it speaks of; ``None`` for today.
        at: The time of that day, if the runner gave one.
        day_after: It also tells of the morning after, so without a time it is told a day later.

    Raises:
        UsageError: The day, or the time of it, is still to come.
    """
    of_day = on or opened.today
    if of_day > opened.today:
        message = _("%(day)s is in the future: it cannot be told of yet.")
        raise UsageError(message % {"day": say_date(of_day, "l j F Y")})
    if at is not None:
        return _not_to_come(opened, datetime.combine(of_day, at, opened.now.tzinfo))
    if of_day == opened.today:
        return opened.now
    told_on = of_day + timedelta(days=1) if day_after else of_day
    return min(opened.now, datetime.combine(told_on, clock.EVENING, opened.now.tzinfo))


def _not_to_come(opened: Opened, told_at: datetime) -> datetime:
    """Refuse a time of today that the clock has not reached."""
    if told_at > opened.now:
        message = _("%(time)s is still to come today: it cannot be told of yet.")
        raise UsageError(message % {"time": f"{told_at:%H:%M}"})
    return told_at
