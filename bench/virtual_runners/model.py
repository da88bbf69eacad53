"""A made-up knee that is run on: what it carries, what stirs it up, how it heals, what is felt and told.

It is a model, and no evidence about people. What it is and why is in docs/virtual-runners.md; its numbers are
in parameters.toml. It knows nothing of Kneewise, and Kneewise nothing of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Final

import numpy as np

from bench.virtual_runners.parameters import draw

WEEKS: Final = 26
DAYS: Final = 7 * WEEKS
RECOVERED: Final = 0.10
"""The deficit at which a knee counts as recovered."""
WORST: Final = 0.95
"""No injury takes more of the capacity than this."""
WEEKDAYS: Final = {2: (1, 5), 3: (0, 2, 4), 4: (0, 2, 4, 6), 5: (0, 1, 3, 4, 6)}
"""The usual running days of a week, Monday 0, by how many they are."""
SETTLING: Final = range(28)
"""So many days of usual running show what the usual week asks at most at once."""


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What one runner is like; the names are those of parameters.toml, which says what they mean."""

    usual_run_min: float
    usual_runs_a_week: float
    headroom: float
    untrained_share: float
    habit_half_life_d: float
    leftover_half_life_d: float
    day_to_day: float
    deficit_at_start: float
    days_to_recover_d: float
    rest_heals: float
    full_stimulus: float
    stirred_slows: float
    damage: float
    stirred_at_start: float
    sensitivity: float
    stirred_half_life_d: float
    shows_within_hour: float
    flares_a_day: float
    flare_0_10: float
    ache_of_deficit: float
    quiet_share: float
    warning_0_10: float
    overload_pain_0_10: float
    limp_from_0_10: float
    noise_0_10: float
    walk_share: float
    stairs_0_10: float
    squats_0_10: float
    hops_0_10: float

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The days this runner usually runs on."""
        return WEEKDAYS[round(self.usual_runs_a_week)]

    @property
    def usual_week_min(self) -> float:
        """Minutes of a usual week."""
        return self.usual_run_min * len(self.weekdays)

    @cached_property
    def healthy_capacity_min(self) -> float:
        """What the knee carries at once, uninjured and at usual running: more than usual weeks ask."""
        leftover = most = 0.0
        for day in SETTLING:
            leftover += self.usual_run_min * (day % 7 in self.weekdays)
            most = max(most, leftover)
            leftover *= _left(self.leftover_half_life_d)
        return self.headroom * most


@dataclass(frozen=True, slots=True, kw_only=True)
class Luck:
    """What chance brings one runner on each day, whatever the runner does.

    Attributes:
        capacity: Capacity of the day against the usual one, shape ``(DAYS,)``.
        flare_0_10: Points of a flare that has nothing to do with running, shape ``(DAYS,)``.
        noise_0_10: What told scores are off by, shape ``(DAYS, 7)``, a column for each kind of score.
        obeys: A number of [0, 1) for each day: below the share of plans followed, the plan is followed.
    """

    capacity: np.ndarray
    flare_0_10: np.ndarray
    noise_0_10: np.ndarray
    obeys: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Knee:
    """The knee at one moment.

    Attributes:
        deficit: The share of capacity that the injury takes.
        stirred_0_10: How stirred up it is, in points of pain.
        leftover_min: Load of this and earlier days that is still felt, in minutes of running.
        today_min: Load of this day, in minutes of running.
        habit: Running of the last weeks, against the usual.
    """

    deficit: float
    stirred_0_10: float
    leftover_min: float = 0.0
    today_min: float = 0.0
    habit: float = 1.0


def make_runner(seed: int, number: int, changed: Mapping[str, float] | None = None) -> tuple[Traits, Luck]:
    """Make one runner and all the chance of 26 weeks: the same from the same seed and number."""
    chance = np.random.default_rng([seed, number])
    drawn = draw(chance, changed or {})
    traits = Traits(**{one.name: drawn[one.name] for one in fields(Traits)})
    has_flare = chance.random(DAYS) < traits.flares_a_day
    return traits, Luck(
        capacity=np.exp(traits.day_to_day * chance.standard_normal(DAYS)),
        flare_0_10=has_flare * chance.exponential(1.0, DAYS) * traits.flare_0_10,
        noise_0_10=traits.noise_0_10 * chance.standard_normal((DAYS, 7)),
        obeys=chance.random(DAYS),
    )


def injured(traits: Traits) -> Knee:
    """Give the knee of the first day."""
    return Knee(deficit=traits.deficit_at_start, stirred_0_10=traits.stirred_at_start)


def capacity_min(traits: Traits, knee: Knee) -> float:
    """Say what the knee carries at once, in minutes of running."""
    trained = traits.untrained_share + (1 - traits.untrained_share) * min(1.0, knee.habit)
    return traits.healthy_capacity_min * trained * (1 - knee.deficit)


def ache_0_10(traits: Traits, knee: Knee) -> float:
    """Say what is felt without doing anything."""
    return knee.stirred_0_10 + traits.ache_of_deficit * knee.deficit


def pain_0_10(traits: Traits, knee: Knee, load_min: float, day_capacity: float = 1.0) -> float:
    """Say what is felt at the end of so much load, above what is left over; it may be beyond 10."""
    asked = _asked(traits, knee, load_min, day_capacity)
    warned = min(1.0, max(0.0, (asked - traits.quiet_share) / (1 - traits.quiet_share)))
    over = max(0.0, asked - 1)
    return ache_0_10(traits, knee) + traits.warning_0_10 * warned + traits.overload_pain_0_10 * over


def after_load(traits: Traits, knee: Knee, load_min: float, day_capacity: float = 1.0) -> Knee:
    """Load the knee; what is beyond its capacity stirs it up and does damage."""
    over = max(0.0, _asked(traits, knee, load_min, day_capacity) - 1)
    return replace(
        knee,
        deficit=min(WORST, knee.deficit + traits.damage * over),
        stirred_0_10=knee.stirred_0_10 + traits.sensitivity * over,
        leftover_min=knee.leftover_min + load_min,
        today_min=knee.today_min + load_min,
    )


def after_hour_0_10(traits: Traits, before: Knee, after: Knee) -> float:
    """Say what is felt 60 minutes after a load."""
    stirred = after.stirred_0_10 - before.stirred_0_10
    return ache_0_10(traits, before) + traits.shows_within_hour * stirred


def after_night(traits: Traits, knee: Knee, flare_0_10: float = 0.0) -> Knee:
    """Let a night pass: it settles, heals, and gets used to what was done."""
    done = knee.today_min / (traits.usual_week_min / 7)
    return Knee(
        deficit=knee.deficit * math.exp(-_healing_a_day(traits, knee)),
        stirred_0_10=knee.stirred_0_10 * _left(traits.stirred_half_life_d) + flare_0_10,
        leftover_min=knee.leftover_min * _left(traits.leftover_half_life_d),
        habit=done + (knee.habit - done) * _left(traits.habit_half_life_d),
    )


def moment_pain_0_10(traits: Traits, knee: Knee, points: float) -> float:
    """Say what is felt in a test of a moment: stairs, squats, hops."""
    return ache_0_10(traits, knee) + points * knee.deficit


def told_0_10(felt_0_10: float, noise_0_10: float = 0.0) -> int:
    """Turn what is felt into the whole number that a runner tells."""
    return min(10, max(0, math.floor(felt_0_10 + noise_0_10 + 0.5)))


def _asked(traits: Traits, knee: Knee, load_min: float, day_capacity: float) -> float:
    """Say what a load asks of the knee; 1 is all that it carries today."""
    return (knee.leftover_min + load_min) / (capacity_min(traits, knee) * day_capacity)


def _healing_a_day(traits: Traits, knee: Knee) -> float:
    """Give the rate at which the deficit shrinks: quicker with some load, slower when stirred up."""
    undisturbed = math.log(traits.deficit_at_start / RECOVERED) / traits.days_to_recover_d
    loaded = min(1.0, knee.leftover_min / capacity_min(traits, knee) / traits.full_stimulus)
    stimulus = traits.rest_heals + (1 - traits.rest_heals) * loaded
    return undisturbed * stimulus / (1 + knee.stirred_0_10 / traits.stirred_slows)


def _left(half_life_d: float) -> float:
    """Give the share that is left after a night."""
    return math.pow(2.0, -1 / half_life_d)
