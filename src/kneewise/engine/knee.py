"""Where one knee stands on its way back, and what it was told on the way."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from kneewise.engine.numbers import Numbers
from kneewise.model.findings import Colour
from kneewise.model.observations import Irritability
from kneewise.model.places import Side
from kneewise.model.plan import ChangeKind, Phase, RunColour

ON = attrgetter("on")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRun:
    """A run as it counts in caps: what lay beyond its cap is left out.

    Attributes:
        minutes: Running minutes; ``None`` while nobody knows them.
        full: At least the planned share of what was planned.
        counts: Made on a day on which the plan had it; otherwise it is shown as load and no more.
        walked_min: Minutes of a walk, which counts where a walk is the stage; ``None`` of a run.
        stopped: Made on a day on which red flags or open questions had taken running out.
        beside: Made on a day without a run in the plan that stood then; nothing told afterwards makes it so.
        went_well: Whether a longest run may be measured by it.
    """

    on: date
    minutes: float | None
    metres: float | None
    colour: Colour
    full: bool
    counts: bool
    walked_min: float | None = None
    stopped: bool = False
    beside: bool = False
    went_well: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Say it once: every day's caps ask it of every run."""
        well = self.counts and not self.walk and self.colour in {Colour.GREEN, Colour.NEUTRAL}
        object.__setattr__(self, "went_well", well)

    @property
    def walk(self) -> bool:
        """Whether it is a walk."""
        return self.walked_min is not None

    @property
    def earns(self) -> bool:
        """Whether its colour may lead on: it counts, and was as long as planned."""
        return self.counts and self.full


@dataclass(frozen=True, slots=True, kw_only=True)
class Knee:
    """The state of one knee on one day; a fold over the days makes it.

    Attributes:
        since: The day the phase began; ``calm_since`` the same of the last Calm.
        irritability: How easily it was stirred up when the last Calm began.
        depth: In Calm: 0 mild, 1 moderate, 2 high, 3 walking only.
        share: What events took off Calm's run and week, and off Build's week until its next step; 1 is
            nothing.
        cut_on: The last red or cut, after which a longest run counts anew.
        rung: On the ladder, from 1 on; 0 is the brisk walk below it.
        length_min: The length of a Build run.
        days: Running days of a week.
        measure_min: Stands in for the longest run until a green run at least as long replaces it.
        greens: What the next step rests on so far.
        plain: After amber a run is repeated without hills or speed.
        gap_min: The length or rung minutes before a gap began.
        deepens_on: The day on which Calm goes deeper if it has not ended; a clearing puts it off no further.
        deepened_on: The day Calm went deeper for lasting too long; ``quieter_on`` the same for a flag
            beside which running goes on.
        runs: In the order of their days.
        advanced_on: The day of the last step on, and ``advanced_by`` what earned it.
    """

    side: Side
    phase: Phase
    since: date
    calm_since: date
    irritability: Irritability = Irritability.HIGH
    depth: int = 0
    share: float = 1.0
    cut_on: date | None = None
    rung: int = 0
    length_min: float = 0.0
    days: int = 0
    hills_up: bool = False
    hills_down: bool = False
    speed: bool = False
    steps: int = 0
    measure_min: float | None = None
    greens: tuple[RunColour, ...] = ()
    unknown_row: int = 0
    neutral_row: int = 0
    amber_row: int = 0
    bad_on: date | None = None
    red_on: date | None = None
    reds: tuple[date, ...] = ()
    paused_until: date | None = None
    pauses: tuple[date, ...] = ()
    plain: bool = False
    green_weeks: int = 0
    gap_min: float | None = None
    runs: tuple[CountedRun, ...] = ()
    coloured: tuple[RunColour | None, ...] = ()
    deepens_on: date | None = None
    deepened_on: date | None = None
    quieter_on: date | None = None
    advanced_on: date | None = None
    advanced_by: tuple[RunColour, ...] = ()

    def runs_within(self, opens: date, closes: date) -> tuple[CountedRun, ...]:
        """List the runs of a half-open span of days."""
        return self.runs[bisect_left(self.runs, opens, key=ON) : bisect_left(self.runs, closes, key=ON)]


def fresh_stage(knee: Knee) -> Knee:
    """Forget the row of greens: what follows is on runs of the present stage."""
    return replace(knee, greens=(), unknown_row=0, amber_row=0)


def is_resting(knee: Knee, on: date, numbers: Numbers) -> bool:
    """Whether a knee has a rest day after amber or red, or a pause after two reds."""
    if knee.paused_until is not None and on <= knee.paused_until:
        return True
    return knee.bad_on is not None and (on - knee.bad_on).days <= numbers.rest_days_after_bad.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the ladder or of Build: the knee after it, and the change that it is, if it is one."""

    knee: Knee
    change: ChangeKind | None
