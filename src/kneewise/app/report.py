"""Gather what a report for a physio or a doctor says; looking writes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.app.known import known
from kneewise.model.findings import Urgency
from kneewise.model.plan import Decision, Phase
from kneewise.model.report import PastFlag, PhaseBegin, ReportFacts
from kneewise.store.decisions import DecisionRow, recall_decisions
from kneewise.store.ref import RunnerRef

PRIVATE: Final = frozenset({"missed_periods", "bone_injuries"})
"""Flags that rules 2 keep private; a report is for others."""

USUAL_WEEKS = 6
MOST_WEEKS = 26


def weeks_of(raw: object) -> int:
    """Read for how many weeks a report is wanted.

    Raises:
        UsageError: It is no whole number of weeks that fits on the page.
    """
    return parse.count(_("the number of weeks"), raw, low=1, high=MOST_WEEKS) or USUAL_WEEKS


def gather(runner: RunnerRef, decision: Decision, *, weeks: int = USUAL_WEEKS) -> ReportFacts:
    """Gather the facts of some weeks.

    Args:
        runner: Whose.
        decision: Of the last day.
        weeks: How many, that day included.
    """
    now, on = known(runner), decision.plan.on
    since = on - timedelta(days=7 * weeks - 1)
    stored = [row for row in recall_decisions(runner) if row.on <= on]
    return ReportFacts(
        on=on,
        since=since,
        settings=now.history.settings,
        decision=_without_private(decision),
        seen=now.look(on),
        colours=now.colours(on, 7 * weeks),
        weeks=now.ledgers.weeks(on, weeks),
        phases=tuple(_phases(stored, decision, since)),
        past_flags=tuple(_past_flags(stored, decision, since)),
        notes=tuple(
            sorted(
                (one for one in now.history.pain if one.note and since <= one.on <= on),
                key=lambda one: (one.at, one.record_id),
            )
        ),
    )


def _without_private(decision: Decision) -> Decision:
    """Leave out the flags that are the runner's alone to tell."""
    safety = decision.found.safety
    kept = tuple(flag for flag in safety.flags if flag.key not in PRIVATE)
    private = [flag.because for flag in safety.flags if flag.key in PRIVATE]
    because = tuple(reason for reason in safety.because if reason not in private)
    found = replace(decision.found, safety=replace(safety, flags=kept, because=because))
    return replace(decision, found=found)


def _phases(stored: Iterable[DecisionRow], decision: Decision, since: date) -> Iterator[PhaseBegin]:
    """Name each phase of the days, and the one that they began in; questions are no phase of the way back."""
    began = [PhaseBegin(on=row.on, phase=_phase(row)) for row in stored]
    began.append(PhaseBegin(on=decision.plan.on, phase=decision.plan.phase))
    named = sorted((one for one in began if one.phase is not Phase.TRIAGE), key=lambda one: one.on)
    changed = [one for place, one in enumerate(named) if not place or named[place - 1].phase != one.phase]
    first = max((place for place, one in enumerate(changed) if one.on <= since), default=0)
    yield from changed[first:]


def _phase(row: DecisionRow) -> Phase:
    return Phase(str(_part(row, "plan")["phase"]))


def _past_flags(stored: Iterable[DecisionRow], decision: Decision, since: date) -> Iterator[PastFlag]:
    """Find the flags of earlier decisions that are not in force any more, by the days they stood."""
    last: dict[tuple[str, str], PastFlag] = {}
    for row in stored:
        for flag in _flags(row):
            last[flag.key, flag.since.isoformat()] = flag
    now = {(flag.key, flag.since.isoformat()) for flag in decision.found.safety.flags}
    past = (flag for key, flag in last.items() if key not in now and flag.last_on >= since)
    gone = (flag for flag in past if flag.key not in PRIVATE)
    yield from sorted(gone, key=lambda flag: (flag.since, flag.key))


def _flags(row: DecisionRow) -> Iterator[PastFlag]:
    safety = _mapping(_part(row, "found")["safety"])
    flags = safety.get("flags")
    for flag in flags if isinstance(flags, list) else ():
        told = _mapping(flag)
        yield PastFlag(
            key=str(told["key"]),
            urgency=Urgency[str(told["urgency"]).upper()],
            since=date.fromisoformat(str(_mapping(told["since"])["date"])),
            last_on=row.on,
        )


def _part(row: DecisionRow, name: str) -> Mapping[str, object]:
    return _mapping(row.decision[name])


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
