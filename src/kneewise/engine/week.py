"""Seven sessions from a day on: which days run, how long, and what stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kneewise.engine.caps import (
    ONE_DAY,
    WEEK,
    allowed_minutes,
    calm_week,
    planned_minutes,
    single_run_metres,
    week_cap,
    whole,
    whole_days_without,
)
from kneewise.engine.day_rules import Taken, plain_reason, rule_against
from kneewise.engine.events import shrink_for_gap
from kneewise.engine.frame import DEEPEST, Frame, week_before
from kneewise.engine.knee import Knee, is_resting
from kneewise.engine.ladder import rung_block, within
from kneewise.model.cadence import TargetBand
from kneewise.model.evidence import Reason, because
from kneewise.model.plan import PLAN_DAYS, Block, MoveAnswer, Phase, Session, SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What stands beside every run of the week.

    Attributes:
        paused: Running waits, for no question, and bike and pool go on.
        sore_today: The first day begins too sore to run.
        swaps: Runs of the week given to bike or pool, each as long as ``swap_min``.
        swapped_days: Days lately on which that was done.
        moves: Runs that are to be on another day than theirs.
        outer_pain_ends: The first pain on the outer side ends a run, with the band.
        next_run_most_min: A cap on the next run alone, after outer pain with the band.
        swaps_rest: The rest days after a red may hold bike or pool.
        bands: Steps a minute of each day, where the cadence block is on; in its first weeks they are for one
            minute of every ``first_band_each_min``.
        shoes: Pairs to run in by turns, the one that rested longest first.
    """

    running: bool
    paused: bool
    sore_today: bool
    green: int
    warm_up_min: float
    soft_runs: int
    swaps: int = 0
    swap_min: float = 0.0
    swapped_days: tuple[date, ...] = ()
    outer_pain_ends: bool = False
    next_run_most_min: float | None = None
    swaps_rest: bool = False
    bands: Mapping[date, TargetBand] = field(default_factory=dict)
    first_band_each_min: float | None = None
    shoes: tuple[str, ...] = ()
    moves: tuple[MoveAnswer, ...] = ()


def plan_week(knees: tuple[Knee, ...], frame: Frame, extras: Extras) -> tuple[Session, ...]:
    """Set out seven days; every knee must permit a day and a length."""
    return _Week(knees, frame, extras).days()


def plan_day(knees: tuple[Knee, ...], frame: Frame, extras: Extras) -> Session:
    """Set out the first day alone."""
    return _Week(knees, frame, extras).days(0, 1)[0]


def plan_with_move(
    knees: tuple[Knee, ...], frame: Frame, extras: Extras, move: MoveAnswer
) -> tuple[tuple[Session, ...], Reason | None]:
    """Set out seven days with one run moved, and name the rule that keeps it off its day, if one does."""
    week = _Week(knees, frame, replace(extras, moves=(*extras.moves, move)))
    before = (move.to_day - frame.seen.on).days
    first = week.days(0, before)
    rule = week.why_not(move.to_day)
    return (*first, *week.days(before, PLAN_DAYS)), rule


def week_is_full(knees: tuple[Knee, ...], frame: Frame, extras: Extras) -> bool:
    """Whether today could have a run, but for what its week has already."""
    return _Week(knees, frame, extras).is_full()


def week_limit(knees: tuple[Knee, ...], on: date, frame: Frame) -> float | None:
    """Give the least of the knees' caps on the seven days that end on a day."""
    limits = [limit for knee in knees if (limit := _week_limit(knee, on, frame)) is not None]
    return min(limits, default=None)


def run_limit(knees: tuple[Knee, ...], on: date, frame: Frame) -> float:
    """Give the least of the knees' running minutes for one run; 0 is a walk."""
    return min(allowed_minutes(knee, on, frame) for knee in knees)


def _week_limit(knee: Knee, on: date, frame: Frame) -> float | None:
    match knee.phase:
        case Phase.TRIAGE:
            return 0.0
        case Phase.CALM:
            return calm_week(knee, frame)
        case Phase.WALK_RUN:
            return None
        case Phase.BUILD | Phase.MAINTAIN:
            return week_cap(knee, on, frame)


class _Week:
    """The week while it is filled, day by day."""

    def __init__(self, knees: tuple[Knee, ...], frame: Frame, extras: Extras) -> None:
        self._knees = self._today = knees
        self._frame = frame
        self._extras = extras
        self._on = frame.seen.on
        self._loads: dict[date, tuple[float, ...]] = dict(frame.loads)
        self._taken = Taken(
            runs=set(frame.run_days),
            games=frame.game_days,
            swaps=set(extras.swapped_days),
            most_swaps=extras.swaps,
        )
        self._planned = 0
        self._next_run_most_min = extras.next_run_most_min
        # A short run today ends a gap; what the gap left of the length holds for this week all the same.
        self._cap = run_limit(knees, self._on, frame)

    def days(self, first: int = 0, behind: int = PLAN_DAYS) -> tuple[Session, ...]:
        """Fill the seven days in their order, or the next part of them."""
        return tuple(self._day(self._on + ONE_DAY * number) for number in range(first, behind))

    def _day(self, on: date) -> Session:
        if on != self._on:
            self._let_the_gap_grow(on)
        if on in self._taken.runs or on in self._frame.ill_days:
            return Session(on=on, kind=SessionKind.REST)
        if not self._extras.running:
            return self._without_running(on)
        if not self._is_running_day(on):
            return self._beside(on)
        if on == self._on and self._extras.sore_today:
            return self._walk(on)
        if self._is_swap(on):
            return self._swapped(on)
        return self._run_or_walk(on)

    def _without_running(self, on: date) -> Session:
        """A day while running waits: bike or pool in their turn; no walk, which would count like a run."""
        if self._extras.paused and self._is_running_day(on) and self._is_swap(on):
            return self._swapped(on)
        return Session(on=on, kind=SessionKind.REST)

    def _swapped(self, on: date) -> Session:
        self._taken.swaps.add(on)
        self._taken.runs.add(on)
        return self._instead(on, self._extras.swap_min)

    def _is_swap(self, on: date) -> bool:
        """Whether it is the turn of bike or pool: after a run, and unless that turn has gone by untaken."""
        since = max(on - WEEK, (self._frame.seen.started_on or on) - ONE_DAY)
        runs = [day for day in self._loads if since < day < on]
        swaps = week_before(self._taken.swaps, on)
        turn = timedelta(days=2 * (self._frame.numbers.rest_days.value + 1))
        in_turn = len(runs) > len(swaps) and on - max(runs) < turn
        wished = any(on == move.to_day for move in self._extras.moves)
        return len(swaps) < self._extras.swaps and in_turn and not wished

    def _run_or_walk(self, on: date) -> Session:
        minutes = self._minutes(on)
        least = self._frame.numbers.run_least_min.value
        if minutes >= least and self._next_run_most_min is not None:
            minutes = whole(min(minutes, self._next_run_most_min))
            self._next_run_most_min = None
            if minutes < least:
                # It stands for the next run, so that the one behind it comes a rest day later.
                self._taken.runs.add(on)
                return self._walk(on)
        if minutes >= least:
            return self._run(on, minutes)
        return self._walk(on) if self._is_walking else self._beside(on)

    def _let_the_gap_grow(self, on: date) -> None:
        """A gap that lengthens within the week shortens its first run already today."""
        gap = None if self._planned else whole_days_without(on, self._frame)
        if gap is not None:
            self._knees = tuple(shrink_for_gap(knee, on, gap, self._frame) for knee in self._knees)

    def _end_the_gap(self, on: date) -> None:
        """Behind a planned run there is no gap for the days after it."""
        ran_days, file_days = (*self._frame.ran_days, on), (*self._frame.file_days, on)
        self._frame = replace(self._frame, ran_days=ran_days, file_days=file_days)

    @property
    def _is_walking(self) -> bool:
        """Whether the stage itself is a walk, rather than a week that is full."""
        least = self._frame.numbers.run_least_min.value
        return self._most(self._on) < least or any(
            knee.phase is Phase.CALM and self._walks_only(knee) for knee in self._knees
        )

    def _is_running_day(self, on: date) -> bool:
        """Whether a run may be on a day: where one was wished for whatever weekday, and others make room."""
        moves = self._extras.moves
        if any(on == move.from_day for move in moves):
            return False
        wished = any(on == move.to_day for move in moves)
        if not wished and on.weekday() not in self._frame.weekdays:
            return False
        return self._rule_against(on) is None and not any(self._spoils(on, move) for move in moves)

    def _rule_against(self, on: date) -> Reason | None:
        return rule_against(on, self._knees, self._frame, self._taken)

    def _spoils(self, on: date, move: MoveAnswer) -> bool:
        """Whether a run between the two days of a move would keep the moved one off its day."""
        if not move.from_day < on < move.to_day:
            return False
        with_it = replace(self._taken, runs=self._taken.runs | {on})
        return rule_against(move.to_day, self._knees, self._frame, with_it) is not None

    def why_not(self, on: date) -> Reason | None:
        """Name the rule that keeps a moved run off its day, before that day is planned."""
        if not self._extras.running:
            return plain_reason("move.out")
        if (rule := self._rule_against(on)) is not None:
            return rule
        if on == self._on and self._extras.sore_today:
            return plain_reason("move.sore")
        least = self._frame.numbers.run_least_min
        short = self._minutes(on) < least.value and not self._is_walking
        return because("move.caps", least) if short else None

    def is_full(self) -> bool:
        """Whether the caps of the seven days that end today leave no run for a running day."""
        on, least = self._on, self._frame.numbers.run_least_min.value
        free = self._extras.running and on not in self._taken.runs | self._frame.ill_days
        if not free or self._extras.sore_today or not self._is_running_day(on) or self._is_swap(on):
            return False
        return not self._is_walking and self._minutes(on) < least

    def _any_resting(self, on: date) -> bool:
        return any(is_resting(knee, on, self._frame.numbers) for knee in self._knees)

    def _most(self, on: date) -> float:
        return run_limit(self._knees, on, self._frame)

    def _walks_only(self, knee: Knee) -> bool:
        """Whether a calm knee walks: at the deepest level, or by what it is like today."""
        return knee.depth >= DEEPEST or self._frame.found.load.walking_only

    def _minutes(self, on: date) -> float:
        """Running minutes of a day within every cap."""
        if any(knee.phase is Phase.CALM and self._walks_only(knee) for knee in self._knees):
            return 0.0
        caps = (planned_minutes(knee, on, self._frame, self._loads) for knee in self._knees)
        return whole(min(self._cap, *caps))

    def _run(self, on: date, minutes: float) -> Session:
        blocks = self._blocks(minutes)
        walks = sum(block.walk_min * block.times for block in blocks)
        soft = self._is_soft(on)
        self._loads[on] = (minutes,)
        self._taken.runs.add(on)
        self._planned += 1
        self._end_the_gap(on)
        extras, band = self._extras, self._extras.bands.get(on)
        # No run of the week is longer than today's may be, whatever a gap that grows makes of its measure.
        caps_m = [self._metres(knee, on) for knee in self._knees]
        caps_m += [self._metres(knee, self._on) for knee in self._today if on != self._on]
        metres = [cap for cap in caps_m if cap is not None]
        return Session(
            on=on,
            kind=SessionKind.RUN,
            running_min=minutes,
            duration_min=minutes + walks + extras.warm_up_min,
            blocks=blocks,
            warm_up_min=extras.warm_up_min,
            cap_m=min(metres, default=None),
            hills=all(knee.hills_up and not knee.plain for knee in self._knees),
            downhill=all(knee.hills_down and not knee.plain for knee in self._knees),
            speed=all(knee.speed and not knee.plain for knee in self._knees),
            soft_surface=soft,
            cadence_low_spm=None if band is None else band.low_spm,
            cadence_high_spm=None if band is None else band.high_spm,
            cadence_each_min=extras.first_band_each_min if band is not None and band.first else None,
            shoe=extras.shoes[(self._planned - 1) % len(extras.shoes)] if extras.shoes else "",
            stop_above_0_10=extras.green,
            stop_at_outer_pain=extras.outer_pain_ends,
        )

    def _is_soft(self, on: date) -> bool:
        """Whether a run is for soft ground: behind the first of its week, weeks counted from the start."""
        days = (on - (self._frame.seen.started_on or on)).days % WEEK.days
        before = sum(on - ONE_DAY * back in self._loads for back in range(1, days + 1))
        return 0 < before <= self._extras.soft_runs

    def _blocks(self, minutes: float) -> tuple[Block, ...]:
        """Set out a run: as the lowest rung of any knee has it, however short another rule makes it."""
        rungs = [knee.rung for knee in self._knees if knee.phase is Phase.WALK_RUN]
        if not rungs:
            return (Block(run_min=minutes, walk_min=0.0, times=1),)
        return within(rung_block(min(rungs), self._frame.numbers), minutes)

    def _metres(self, knee: Knee, on: date) -> float | None:
        if knee.phase not in {Phase.BUILD, Phase.MAINTAIN}:
            return None
        metres = single_run_metres(knee, on, self._frame)
        return None if metres is None else float(int(metres))

    def _walk(self, on: date) -> Session:
        minutes = self._frame.numbers.walk_min.value
        return Session(
            on=on,
            kind=SessionKind.WALK,
            duration_min=minutes,
            stop_above_0_10=self._extras.green,
        )

    def _instead(self, on: date, minutes: float | None = None) -> Session:
        """A bike or pool in a run's place; else a walk."""
        settings = self._frame.seen.settings
        minutes = minutes or self._frame.usual_min or self._frame.numbers.walk_min.value
        kinds = ((SessionKind.BIKE, settings.has_bike), (SessionKind.POOL, settings.has_pool))
        kind = next((kind for kind, there in kinds if there), None)
        if kind is None:
            return self._walk(on)
        return Session(on=on, kind=kind, duration_min=float(round(minutes)))

    def _beside(self, on: date) -> Session:
        """A day without a run: in Calm, from some day on, the brisk walk that leads out of it."""
        calm = [knee for knee in self._knees if knee.phase is Phase.CALM and knee.depth < DEEPEST]
        opens = timedelta(days=self._frame.numbers.walks_from_day.value - 1)
        bad = self._any_resting(on)
        if bad and self._extras.swaps_rest:
            return self._instead(on)
        if calm and not bad and all(on - knee.calm_since >= opens for knee in calm):
            return self._walk(on)
        return Session(on=on, kind=SessionKind.REST)
