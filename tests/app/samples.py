"""Small things to offer and to say, and the moment at which it is said."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kneewise.app.sample_runner.season import run
from kneewise.app.sample_runner.watch import write_fit

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=BERLIN)


def fit_bytes(days_ago: int = 2, minutes: float = 4) -> bytes:
    """A short evening run, as a watch writes it."""
    outing = run("Round the pond", days_ago, minutes, 2.8)
    return write_fit(outing, datetime(2026, 11, 23 - days_ago, 17, 45, tzinfo=BERLIN), 1)[0]
