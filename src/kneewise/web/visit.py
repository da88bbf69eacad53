"""Who is visiting, on which day."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.http import HttpRequest

from kneewise.app import clock, home
from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.model.runner import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The runner of this home, the runner's choices, and the moment."""

    runner: RunnerRef
    settings: Settings
    at: datetime
    on: date

    @property
    def local(self) -> datetime:
        """The moment on the runner's wall clock."""
        return clock.local(self.at, self.settings)

    @classmethod
    def of(cls, _request: HttpRequest) -> "Visit":
        """Look up who visits: a home has one runner for now."""
        runner = _runner()
        chosen = choices.get(runner)
        return cls(runner=runner, settings=chosen, at=clock.now(), on=clock.today(chosen))


@cache
def _runner() -> RunnerRef:
    return home.open_home()
