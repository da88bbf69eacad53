"""Answer a day by what the history makes of it; looking never writes."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from kneewise import __version__
from kneewise.app import clock
from kneewise.app.known import known
from kneewise.app.numbers import HouseNumbers, house_numbers
from kneewise.app.trials_seen import as_tested
from kneewise.engine import ENGINE_VERSION, SHOWN_DAYS, decide, difference, pause
from kneewise.guide import red_flags
from kneewise.knowledge import knowledge_hash
from kneewise.model.diary import History
from kneewise.model.findings import Urgency
from kneewise.model.observations import Observations
from kneewise.model.plan import Decision, Difference
from kneewise.observe import observer
from kneewise.store.ref import RunnerRef
from kneewise.store.runners import state_of


def review(runner: RunnerRef, on: date) -> Decision:
    """Make the decision of one day from everything known now, with its run as a test by lot has it."""
    return as_tested(runner, known(runner).decide(on))


def review_now(runner: RunnerRef, at: datetime) -> Decision:
    """Make today's decision; running waits while the clock stands before the last one that was stored.

    Args:
        runner: Whose.
        at: Now, on the runner's wall clock.
    """
    decision = review(runner, at.date())
    allowed = house_numbers().engine.clock_behind_h
    if not clock.is_behind(runner, at, timedelta(hours=allowed.value)):
        return decision
    return pause(decision, "clock.behind", allowed)


def changed_since(before: Decision, runner: RunnerRef, at: datetime) -> Difference:
    """Compare today's decision with the one before something was written."""
    return difference(before, review_now(runner, at))


def tag(runner: RunnerRef, at: datetime) -> str:
    """Name what an answer of this day rests on, without making one: the same tag, the same answer."""
    allowed = timedelta(hours=house_numbers().engine.clock_behind_h.value)
    behind = clock.is_behind(runner, at, allowed)
    rests_on = (state_of(runner), at.date(), behind, __version__, ENGINE_VERSION, knowledge_hash())
    return hashlib.sha256(repr(rests_on).encode()).hexdigest()


def first_noes(runner: RunnerRef, decision: Decision) -> Mapping[str, date]:
    """Give, by flag, the day of a first "no" that waits for its second one to clear it."""
    if decision.plan.urgency is not Urgency.WITHIN_DAYS:
        return {}
    return red_flags.first_noes(look(runner, decision.plan.on), house_numbers().red_flags)


def look(runner: RunnerRef, on: date) -> Observations:
    """Observe one day of a runner's history, for pages that draw it."""
    return known(runner).look(on)


def decide_on(history: History, on: date, *, shown_days: int | None = SHOWN_DAYS) -> Decision:
    """Make the decision of one day from a history.

    Args:
        history: Everything known.
        on: The day.
        shown_days: How far back colours are kept with it; ``None`` for all.
    """
    return decide_by(history, on, house_numbers(), knowledge_hash(), shown_days=shown_days)


def decide_by(
    history: History,
    on: date,
    numbers: HouseNumbers,
    hashed: str,
    *,
    shown_days: int | None = SHOWN_DAYS,
) -> Decision:
    """Make the decision of one day by numbers that need not be today's, and the hash of them."""
    look = observer(history, numbers.observe)
    return decide(look, on=on, numbers=numbers, knowledge_hash=hashed, shown_days=shown_days)


def look_at(history: History, on: date) -> Observations:
    """Observe one day, for those who show more than the decision."""
    return observer(history, house_numbers().observe)(on)
