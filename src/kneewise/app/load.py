"""Load in its two ledgers, week by week."""

from datetime import date

from kneewise.app.known import known
from kneewise.model.ledger import Load
from kneewise.store.ref import RunnerRef

WEEKS = 4


def load(runner: RunnerRef, on: date, *, weeks: int = WEEKS) -> tuple[Load, ...]:
    """Sum up spans of seven days, the one that ends on a day first."""
    return known(runner).ledgers.weeks(on, weeks)
