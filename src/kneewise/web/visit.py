"""Who is visiting, on which day."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final
from weakref import WeakKeyDictionary

from django.http import HttpRequest

from kneewise.app import clock, home, review
from kneewise.app import settings as choices
from kneewise.app.home import RunnerRef
from kneewise.model.plan import Decision
from kneewise.model.runner import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The runner of this home, the runner's choices, and the moment.

    Attributes:
        at: On the runner's wall clock.
        named: Whether the day was named, and is not the clock's.
    """

    runner: RunnerRef
    settings: Settings
    at: datetime
    on: date
    named: bool = False

    def decide(self) -> Decision:
        """Answer the day of the visit."""
        return review.review(self.runner, self.on) if self.named else review.review_now(self.runner, self.at)

    @classmethod
    def of(cls, request: HttpRequest) -> "Visit":
        """Look up who visits: a home has one runner for now. One request is one visit, also over midnight.

        Raises:
            HomeError: It is being erased just now.
        """
        if (known := VISITS.get(request)) is None:
            known = VISITS[request] = cls._begin()
        return known

    @classmethod
    def _begin(cls) -> "Visit":
        home.refuse_half_erased()
        runner = _runner(home.place())
        chosen = choices.get(runner)
        named = clock.named_evening(chosen)
        at = clock.local(named or clock.now(), chosen)
        return cls(runner=runner, settings=chosen, at=at, on=at.date(), named=named is not None)


VISITS: Final[WeakKeyDictionary[HttpRequest, Visit]] = WeakKeyDictionary()
"""The visit of each request that is being answered."""


@lru_cache(1)
def _runner(_of: home.Place) -> RunnerRef:
    """Open the home once; a home that was restored, by whichever process, is opened anew."""
    return home.open_home()


def forget_runner() -> None:
    """Let go of the runner of a home that was erased."""
    _runner.cache_clear()
