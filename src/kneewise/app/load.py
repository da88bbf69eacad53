"""Load in its two ledgers, week by week."""

from datetime import date

from kneewise.app.numbers import house_numbers
from kneewise.model.ledger import Load
from kneewise.observe.ledgers import Ledgers
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef

WEEKS = 4


def load(runner: RunnerRef, on: date, *, weeks: int = WEEKS) -> tuple[Load, ...]:
    """Sum up spans of seven days, the one that ends on a day first."""
    return Ledgers(recall_history(runner), house_numbers().observe).weeks(on, weeks)
