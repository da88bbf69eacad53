"""Test a change on oneself: two ways to run, in an order drawn by lot.

The plan knows nothing of it. A test only says which way the run is run that the plan has left for the day,
after the gate; it adds no run, lengthens none and begins no change.
"""

import secrets
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import clock, parse
from kneewise.app.amend import edit
from kneewise.app.diary_fields import read_fields
from kneewise.app.diary_parts import words
from kneewise.app.known import Known, known
from kneewise.app.numbers import house_numbers
from kneewise.app.once import see_key
from kneewise.app.trials_seen import current, trials
from kneewise.app.writing import Logged, write
from kneewise.engine import pairs_in_turn
from kneewise.model.errors import UsageError
from kneewise.model.trial import TrialKind, Way
from kneewise.model.trial_seen import TrialSeen, TrialState
from kneewise.present.trial import say_wait
from kneewise.store.history import recall_settings
from kneewise.store.records import RecordKind, has_record, new_record
from kneewise.store.ref import RunnerRef

SEED_BYTES: Final = 8


def start(
    runner: RunnerRef, *, at: datetime, kind: object, shoes: tuple[str, ...] = (), key: str = ""
) -> Logged:
    """Begin a test, and draw its order.

    Args:
        runner: Whose.
        at: Now.
        kind: ``cadence`` or ``shoe``.
        shoes: Of a test of shoes both pairs; where there are only two in use, they need not be named.
        key: Of the form it came with: sent again under it, nothing is written.

    Raises:
        UsageError: Another test goes on, or this one cannot be begun now; the sentence says why.
    """
    local = clock.local(at, recall_settings(runner))
    on = local.date()
    chosen = parse.member(_("the test"), kind, TrialKind)
    if key and has_record(runner, _record_id(see_key(key), local)):
        return write(runner, RecordKind.TRIAL, {}, at=at, key=key)
    now, numbers = known(runner), house_numbers().insight
    if any(one.state is TrialState.RUNNING for one in trials(runner, on)):
        raise UsageError(_("A test goes on already: finish it first, or stop it."))
    if why := why_not(runner, on, chosen):
        raise UsageError(why)
    first, second = _pair_of(now, on, shoes) if chosen is TrialKind.SHOE else ("", "")
    said = {"trial": chosen.value, "first": first, "second": second, "pairs": int(numbers.trial_pairs.value)}
    payload = read_fields(RecordKind.TRIAL, {**said, "seed": secrets.token_hex(SEED_BYTES)}, today=on)
    return write(runner, RecordKind.TRIAL, payload, at=at, key=key)


def ran(runner: RunnerRef, *, at: datetime, as_told: object, key: str = "") -> Logged:
    """Write down that today's run of the test was made, and whether it was run as told.

    Raises:
        UsageError: No test goes on, or it asks nothing today; the sentence says why.
    """
    local = clock.local(at, recall_settings(runner))
    if key and has_record(runner, _record_id(see_key(key), local, RecordKind.TURN)):
        return write(runner, RecordKind.TURN, {}, at=at, key=key)
    seen = _running(runner, local.date())
    if seen.way is None or seen.place is None:
        raise UsageError(say_wait(seen.wait))
    told = parse.yes_no(words("as_told"), as_told)
    if told is None:
        raise UsageError(_("Say whether you ran it as told: yes, no or ?."), field="as_told")
    said = {"of_trial": seen.trial.record_id, "place": seen.place, "way": seen.way.value, "as_told": told}
    return write(
        runner, RecordKind.TURN, read_fields(RecordKind.TURN, said, today=local.date()), at=at, key=key
    )


def stop(runner: RunnerRef, *, at: datetime) -> Logged:
    """Stop the test before its end; there is no answer then.

    Raises:
        UsageError: No test goes on.
    """
    on = clock.local(at, recall_settings(runner)).date()
    return edit(runner, _running(runner, on).trial.record_id, {"ended_on": on}, at=at)


def least_runs() -> int:
    """Say with how many runs an answer is possible at all."""
    from kneewise.insight.trial import fewest_pairs

    return 2 * fewest_pairs(house_numbers().insight)


def planned_runs() -> int:
    """Say how many runs a test has."""
    return 2 * int(house_numbers().insight.trial_pairs.value)


def pairs_to_try(runner: RunnerRef, on: date) -> tuple[str, ...]:
    """Name the pairs of shoes that are in use, and so no change."""
    return tuple(sorted(pairs_in_turn(known(runner).look(on), house_numbers().engine)))


def why_not(runner: RunnerRef, on: date, kind: TrialKind) -> str:
    """Say why a test cannot be begun on a day; empty where it can."""
    now = known(runner)
    if not now.decide(on).plan.may_run:
        return _("Running is not in the plan now: a test waits until it is.")
    match kind:
        case TrialKind.SHOE:
            few = len(pairs_to_try(runner, on)) < len(Way)
            return _("A test of shoes needs two pairs that you run in already.") if few else ""
        case TrialKind.CADENCE:
            return _why_no_steps(now, on)


def _why_no_steps(now: Known, on: date) -> str:
    """Let the block begin and pass its own test first: no test begins a change, or spoils that one."""
    block = now.block(on)
    if block.band is None or block.began_on is None:
        return _("A test of the steps needs the plan's own weeks of more steps a minute: they are not on.")
    scored = {
        one.on
        for one in now.look(on).entries
        if one.is_run and one.on >= block.began_on
        if one.during is not None and one.during.value is not None
    }
    if len(scored) < house_numbers().engine.cadence_test_runs.value:
        return _(
            "The plan looks first, in two runs with a score, whether more steps a minute help at all: log "
            "the pain of both, then begin the test."
        )
    return ""


def _pair_of(now: Known, on: date, shoes: tuple[str, ...]) -> tuple[str, str]:
    usable = sorted(pairs_in_turn(now.look(on), house_numbers().engine))
    named = sorted({one.strip() for one in shoes if one.strip()}) or usable
    if len(named) != len(Way) or not set(named) <= set(usable):
        listed = ", ".join(usable)
        raise UsageError(
            _("Name two pairs that you run in already, of these: %(listed)s.") % {"listed": listed},
            field="first",
        )
    return named[0], named[1]


def _record_id(key: str, at: datetime, kind: RecordKind = RecordKind.TRIAL) -> str:
    return new_record(kind, at=at, on=at.date(), payload={}, key=key).record_id


def _running(runner: RunnerRef, on: date) -> TrialSeen:
    seen = current(runner, on)
    if seen is None:
        raise UsageError(_("No test goes on now."))
    return seen
