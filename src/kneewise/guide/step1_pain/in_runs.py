"""When it hurts in runs: what the diary says of them, joined to how much was run."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile
from statistics import median

from kneewise.guide.step1_pain.numbers import Numbers
from kneewise.model.findings import PainInRuns
from kneewise.model.observations import DiaryEntry, Observations
from kneewise.model.places import Side


def pain_in_runs(seen: Observations, numbers: Numbers) -> tuple[PainInRuns, ...]:
    """Look at the runs of late, for each sore knee of which the diary tells any."""
    since = seen.on - timedelta(days=numbers.in_runs_days.value)
    lately = takewhile(lambda one: one.on > since, reversed(seen.entries))
    told = [one for one in lately if one.is_run]
    found = (_of_knee(side, [one for one in told if one.side is side]) for side in seen.sore_sides)
    return tuple(one for one in found if one is not None)


def _of_knee(side: Side, told: Sequence[DiaryEntry]) -> PainInRuns | None:
    """Count one knee's runs, the latest first; one whose worst pain is not known says nothing."""
    known = [one for one in told if _worst(one) is not None]
    if not known:
        return None
    hurt = [one for one in known if _worst(one)]
    free = [one for one in known if not _worst(one)]
    firsts = [one.first_pain_min for one in hurt if one.first_pain_min is not None]
    return PainInRuns(
        side=side,
        since=known[-1].on,
        runs=len(known),
        hurt_runs=len(hurt),
        first_pain_min=median(firsts) if firsts else None,
        first_pain_low_min=min(firsts, default=None),
        first_pain_high_min=max(firsts, default=None),
        hurt_running_min=median(dose) if (dose := _running_min(hurt)) else None,
        free_running_min=max(_running_min(free), default=None),
    )


def _worst(entry: DiaryEntry) -> int | None:
    return None if entry.during is None else entry.during.value


def _running_min(runs: Sequence[DiaryEntry]) -> list[float]:
    """Give the dose of runs that have a file which tells it."""
    doses = (one.activity.running_min for one in runs if one.activity is not None)
    return [dose for dose in doses if dose is not None]
