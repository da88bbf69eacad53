"""Lets one virtual runner live 26 weeks, asking somebody each day what to do; and keeps what truly happened.

Who is asked sees what the runner tells and nothing else. The scores of one day of one runner carry the same
error whoever is asked, and chance brings the same flares and the same good and bad days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final, Protocol, TypedDict

from bench.virtual_runners.model import (
    DAYS,
    Knee,
    Luck,
    Traits,
    ache_0_10,
    after_hour_0_10,
    after_load,
    after_night,
    injured,
    moment_pain_0_10,
    pain_0_10,
    told_0_10,
)

UNBEARABLE_0_10: Final = 8
"""No runner runs on with such a pain, whatever the plan, nor starts with it."""


class Asked(IntEnum):
    """What a runner is asked; each is a column of the errors of told scores."""

    MORNING = 0
    BEFORE = 1
    DURING = 2
    AFTER_60MIN = 3
    STAIRS = 4
    SQUATS = 5
    HOPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What a runner is to do on a day.

    Attributes:
        run_min: Minutes of running, 0 for none.
        walk_min: Minutes of brisk walking, breaks of the run included.
        stop_from_0_10: The run ends as soon as its pain is told as this or more.
        tests: Whether stairs, squats and hops are tried that day.
    """

    run_min: float = 0.0
    walk_min: float = 0.0
    stop_from_0_10: int = UNBEARABLE_0_10
    tests: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a runner tells in the evening; ``None`` where nothing was run or walked, or tried."""

    did: Doing
    before: int
    during: int | None = None
    after_60min: int | None = None
    limp: bool = False
    stairs: int | None = None
    squats: int | None = None
    hops: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What truly happened on a day; pain without the error of telling, and without an end at 10."""

    run_min: float
    morning_0_10: float
    during_0_10: float | None
    limp: bool
    deficit: float


class _Tests(TypedDict, total=False):
    """Scores of the tests, where they were tried."""

    stairs: int
    squats: int
    hops: int


class Policy(Protocol):
    """Who says what to do, from what was told."""

    def plan(self, day: int, morning_0_10: int) -> Doing:
        """Say what to do today, after the morning's score."""

    def hear(self, day: int, told: Told) -> None:
        """Take in what was told in the evening."""


@dataclass(frozen=True, slots=True)
class _Today:
    """A runner on one day: traits, what the knee carries today against usually, errors of told scores."""

    traits: Traits
    capacity: float
    noise_0_10: Sequence[float]


def live(traits: Traits, luck: Luck, policy: Policy, *, follows: float = 1.0) -> tuple[Day, ...]:
    """Live 26 weeks.

    Args:
        traits: What the runner is like.
        luck: What chance brings.
        policy: Who is asked.
        follows: The share of days on which the plan is followed; on the others the runner does as usual.
    """
    knee = injured(traits)
    days: list[Day] = []
    for day in range(DAYS):
        today = _Today(traits, float(luck.capacity[day]), luck.noise_0_10[day].tolist())
        woke = ache_0_10(traits, knee)
        doing = policy.plan(day, told_0_10(woke, today.noise_0_10[Asked.MORNING]))
        if luck.obeys[day] >= follows:
            doing = Doing(run_min=traits.usual_run_min * (day % 7 in traits.weekdays))
        knee, told, during = _do(today, knee, doing)
        policy.hear(day, told)
        lived = Day(
            run_min=told.did.run_min,
            morning_0_10=woke,
            during_0_10=during,
            limp=told.limp,
            deficit=knee.deficit,
        )
        days.append(lived)
        flare_0_10 = float(luck.flare_0_10[day + 1]) if day + 1 < DAYS else 0.0
        knee = after_night(traits, knee, flare_0_10)
    return tuple(days)


def _do(today: _Today, knee: Knee, doing: Doing) -> tuple[Knee, Told, float | None]:
    """Do what was said as far as it can be borne: the knee after it, what is told, its true pain."""
    traits, noise = today.traits, today.noise_0_10
    before = told_0_10(ache_0_10(traits, knee), noise[Asked.BEFORE])
    did = _as_far_as_borne(today, knee, doing)
    told = Told(did=did, before=before, **(_try_tests(today, knee) if doing.tests else {}))
    load_min = did.run_min + traits.walk_share * did.walk_min
    if load_min == 0:
        return knee, told, None
    after = after_load(traits, knee, load_min, today.capacity)
    during = pain_0_10(traits, knee, load_min, today.capacity)
    after_60min = after_hour_0_10(traits, knee, after)
    about_it = replace(
        told,
        during=told_0_10(during, noise[Asked.DURING]),
        after_60min=told_0_10(after_60min, noise[Asked.AFTER_60MIN]),
        limp=during >= traits.limp_from_0_10,
    )
    return after, about_it, during


def _as_far_as_borne(today: _Today, knee: Knee, doing: Doing) -> Doing:
    """Cut a run, minute by minute, to what is left of it when its pain reaches where it is to end."""
    if doing.run_min == 0:
        return doing
    ends = min(doing.stop_from_0_10, UNBEARABLE_0_10)
    walk_share, minutes = doing.walk_min / doing.run_min, 0.0
    while minutes < doing.run_min:
        load_min = minutes * (1 + today.traits.walk_share * walk_share)
        felt = pain_0_10(today.traits, knee, load_min, today.capacity)
        if told_0_10(felt, today.noise_0_10[Asked.DURING]) >= ends:
            break
        minutes = min(doing.run_min, minutes + 1)
    return replace(doing, run_min=minutes, walk_min=minutes * walk_share)


def _try_tests(today: _Today, knee: Knee) -> _Tests:
    """Try stairs, squats and hops before anything else is done that day."""
    traits, noise = today.traits, today.noise_0_10
    return {
        "stairs": told_0_10(moment_pain_0_10(traits, knee, traits.stairs_0_10), noise[Asked.STAIRS]),
        "squats": told_0_10(moment_pain_0_10(traits, knee, traits.squats_0_10), noise[Asked.SQUATS]),
        "hops": told_0_10(moment_pain_0_10(traits, knee, traits.hops_0_10), noise[Asked.HOPS]),
    }
