"""What is known of a runner, read and decided once for each state of the home.

Every write takes a step, so the number of the last one names a history. The page's process answers many
questions about the same one; it is read anew as soon as anything was written, whoever wrote it.

A write stores the decision of its day beside what was said, and what it makes of the week after. Until the
next write those are the answers to these days, however long the history; an answer is made anew where the
day, the engine or a number is another.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kneewise.app.numbers import house_numbers
from kneewise.engine import ENGINE_VERSION, SHOWN_DAYS, KnownPast, cadence_block, decide
from kneewise.knowledge import knowledge_hash
from kneewise.model.cadence import CadenceBlock
from kneewise.model.diary import History
from kneewise.model.insight import Insights
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision, RunColour
from kneewise.observe import observer
from kneewise.store.decisions import decision_of
from kneewise.store.history import recall_history
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import Place, state_of

if TYPE_CHECKING:
    from kneewise.observe.ledgers import Ledgers

STATES = 2
"""So many are held: the present one, and one beside it for whoever is still reading."""

DAYS = 8
"""Of so many days a state holds the decision, and what the diary answers."""


class Known:
    """One state of a runner's history, and what is made of it, each thing when it is asked for."""

    def __init__(self, runner: RunnerRef, step: int | None = None) -> None:
        self.decide: Callable[[date], Decision] = lru_cache(DAYS)(self._decide)
        self.colours: Callable[[date, int], tuple[RunColour, ...]] = lru_cache(DAYS)(self._colours)
        self.block: Callable[[date], CadenceBlock] = lru_cache(DAYS)(self._block)
        self.ask: Callable[[date], Insights] = lru_cache(DAYS)(self._ask)
        self._runner = runner
        self._step = step

    @cached_property
    def history(self) -> History:
        """Read what was said and done, without the bands of each session, which no decision looks at."""
        return recall_history(self._runner, bands=False)

    @cached_property
    def with_bands(self) -> History:
        """Read the same with the bands of each session."""
        return recall_history(self._runner)

    @cached_property
    def look(self) -> Callable[[date], Observations]:
        """Observe a day."""
        return observer(self.history, house_numbers().observe)

    @cached_property
    def past(self) -> KnownPast:
        """Find once what past days permitted, for every day that is decided."""
        return KnownPast(self.look, house_numbers())

    @cached_property
    def ledgers(self) -> "Ledgers":
        """Sum up the load of the runner's sessions against the runner's own usual."""
        from kneewise.observe.ledgers import Ledgers

        return Ledgers(self.with_bands, house_numbers().observe)

    def _decide(self, on: date) -> Decision:
        return self._stored(on) or self._anew(on)

    def _stored(self, on: date) -> Decision | None:
        """Read the decision of the day that the write stored which made this state."""
        if self._step is None:
            return None
        hashed = knowledge_hash()
        return decision_of(self._runner, self._step, on, engine_version=ENGINE_VERSION, knowledge_hash=hashed)

    def _anew(self, on: date, shown_days: int = SHOWN_DAYS) -> Decision:
        return decide(
            self.look,
            on=on,
            numbers=house_numbers(),
            knowledge_hash=knowledge_hash(),
            shown_days=shown_days,
            past=self.past,
        )

    def _colours(self, on: date, days: int) -> tuple[RunColour, ...]:
        """Colour so many days: more than a decision keeps."""
        return self._anew(on, days).colours

    def _ask(self, on: date) -> Insights:
        from kneewise.insight.ask import ask

        return ask(self.look(on), house_numbers().insight)

    def _block(self, on: date) -> CadenceBlock:
        return cadence_block(self.look, on=on, numbers=house_numbers(), past=self.past)


def known(runner: RunnerRef) -> Known:
    """Give what is known of a runner now; within a write it is read, and not remembered."""
    state = state_of(runner)
    return Known(runner) if state is None else _remembered(runner, state)


@lru_cache(STATES)
def _remembered(runner: RunnerRef, state: tuple[Place, int, int]) -> Known:
    _place, _name, step = state
    return Known(runner, step)


def forget() -> None:
    """Let go of what is remembered: another home stands in the place of the one that it is of."""
    _remembered.cache_clear()
