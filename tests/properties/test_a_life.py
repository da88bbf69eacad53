"""The laws along a runner's life: day by day something is logged, imported, flagged or cleared, and planned.

The other properties look at one day of a history. Here every day of it is planned, and each plan stands
beside the ones before it; what is done next may be what the plan said. The days of a life share one past, and
the last of them is decided once more from nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, note
from hypothesis import settings as tries
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast, gate
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import Score, YesNo
from kneewise.model.findings import Colour, Urgency
from kneewise.model.observations import Irritability, Observations
from kneewise.model.plan import ChangeKind, Decision, Phase, SessionKind
from kneewise.model.runner import Settings
from kneewise.observe import observer
from tests.engine.made import Runner, calm_week, decided_by, with_cadence
from tests.properties.histories import TIMES, lie_apart, scores, settings, signs, yes_no

LIVES = 200
DAYS = 40
LASTING = {"giving_way", "giving_way_again", "locked_knee"}
"""Flags that nothing but a clearance ends."""
mild: st.SearchStrategy[Score] = st.sampled_from([0, 0, 1, 1, 2])
usual = st.sampled_from([15.0, 25.0, 40.0, 90.0])
shoes = st.sampled_from(["Blue", "Blue", "Blue", "Red"])


class Life(RuleBasedStateMachine):
    """One runner, from the first screening on; each rule but the first is a day."""

    runner: Runner
    steps: bool
    day: int = 0
    observe: Callable[[date], Observations]
    seen: Observations
    decision: Decision

    def __init__(self) -> None:
        super().__init__()
        self.begun: set[date] = set()
        self.lasting: set[str] = set()
        self.clearances = 0
        self.built_on: date | None = None
        self.mild = False
        self.past = KnownPast(self._look, house_numbers())

    @initialize(chosen=settings, run_min=usual, steps=st.booleans(), went_well=st.booleans())
    def is_screened(self, chosen: Settings, run_min: float, *, steps: bool, went_well: bool) -> None:
        self.steps = steps
        self.runner = Runner(settings=chosen).usually(run_min).screened()
        if went_well:
            calm_week(self.runner)
            self.built_on = self.runner.date(8)
            self.day = 9
        self._plan()

    @rule(during=mild, morning=mild, shoe=shoes, tested=st.booleans())
    def does_what_the_plan_says(self, during: Score, morning: Score, shoe: str, *, tested: bool) -> None:
        session = self.decision.plan.sessions[0]
        match session.kind:
            case SessionKind.RUN:
                self.runner.run(self.day, session.running_min, during=during, morning=morning)
                self.runner.activities[-1] = replace(self.runner.activities[-1], shoe=shoe)
            case SessionKind.WALK:
                self.runner.walk(self.day, morning=morning)
            case SessionKind.REST | SessionKind.BIKE | SessionKind.POOL:
                self.runner.morning(self.day + 1, morning)
        if tested:
            self.runner.tested(self.day)
        self._next()

    @rule(minutes=st.floats(1, 120), during=scores, after=scores, morning=scores, limp=yes_no, pill=yes_no)
    def runs_beside_it(
        self, minutes: float, during: Score, after: Score, morning: Score, limp: YesNo, pill: YesNo
    ) -> None:
        said = {"during": during, "after_60min": after, "morning": morning}
        self.runner.run(self.day, minutes, limp=limp, painkiller=pill, **said)
        self._next()

    @rule(morning=scores)
    def rests(self, morning: Score) -> None:
        self.runner.morning(self.day + 1, morning)
        self._next()

    @rule(pain=st.sampled_from([0, 0, 1, 4]))
    def walks(self, pain: int) -> None:
        self.runner.walk(self.day, pain=pain)
        self._next()

    @rule(during=mild, repetitions=st.sampled_from([12, 17]))
    def trains(self, during: Score, repetitions: int) -> None:
        self.runner.exercise(self.day, during=during, repetitions=(repetitions,))
        self._next()

    @rule(sign=signs, answer=st.sampled_from([True, UNKNOWN]))
    def has_a_sign(self, sign: str, answer: bool | str) -> None:
        self.runner.told(self.day, {sign: answer}, hour=13)
        self._next()

    @precondition(lambda self: self.day > 3)
    @rule()
    def answers_the_weekly_form(self) -> None:
        self.runner.screened(self.day, weekly=True)
        self._next()

    @precondition(lambda self: self.day > 0 and not self.decision.plan.may_run)
    @rule(may_run=st.sampled_from([True, True, False]))
    def is_seen_by_somebody(self, *, may_run: bool) -> None:
        self.runner.cleared(self.day, may_run=may_run)
        self._next()

    @rule(days=st.integers(1, 9))
    def is_ill(self, days: int) -> None:
        self.runner.ill(self.day, self.day + days)
        self._next()

    @rule(days=st.integers(2, 12))
    def says_nothing(self, days: int) -> None:
        self._next(days)

    @invariant()
    def law_1_a_flag_leaves_nothing_but_what_is_left(self) -> None:
        plan, safety = self.decision.plan, self.decision.found.safety
        assert plan.urgency >= max((flag.urgency for flag in safety.flags), default=Urgency.NONE)
        if plan.urgency.stops_running:
            assert {session.kind for session in plan.sessions} == {SessionKind.REST}
            assert not any(session.exercises for session in plan.sessions)
            assert not plan.changes

    @invariant()
    def law_2_nobody_runs_before_everything_is_answered(self) -> None:
        plan, safety = self.decision.plan, self.decision.found.safety
        if safety.ask or safety.paused or not safety.may_run:
            assert not plan.may_run
        assert plan.may_run is any(session.running_min > 0 for session in plan.sessions)

    @invariant()
    def law_2_a_flag_that_clears_only_by_a_clearance_stays_without_one(self) -> None:
        now = {flag.key for flag in self.decision.found.safety.flags if flag.key in LASTING}
        clearances = sum(clearance.may_run for clearance in self.runner.clearances)
        assert clearances > self.clearances or self.lasting <= now
        self.lasting, self.clearances = now, clearances

    @invariant()
    def law_6_the_gate_takes_nothing_from_a_plan_of_the_house(self) -> None:
        found, plan, colours = self.decision.found, self.decision.plan, self.decision.colours
        assert plan.refused == ()
        assert gate(self.seen, found, plan, colours=colours, numbers=house_numbers().gate) == plan

    @invariant()
    def law_7_changes_lie_seven_days_apart(self) -> None:
        on = self.runner.date(self.day)
        days = {one.on for one in self.decision.plan.changes if one.kind is not ChangeKind.NEW_SHOE}
        assert all(later - one >= timedelta(days=7) for one, later in pairwise(sorted(self.begun | days)))
        # What the plan begins today is taken back where the runner falls ill or tells a sign today.
        self.begun |= {day for day in days if day < on}

    @invariant()
    def law_8_no_run_is_above_a_cap(self) -> None:
        plan = self.decision.plan
        runs = [session for session in plan.sessions if session.kind is SessionKind.RUN]
        assert all(run.running_min <= (plan.caps.run_min or 0) for run in runs)
        assert lie_apart(plan, self.built_on or plan.on, mild=self.mild)

    @invariant()
    def law_8_no_advice_names_more_minutes_than_a_cap(self) -> None:
        plan = self.decision.plan
        for name, cap in (("run_min", plan.caps.run_min), ("week_min", plan.caps.week_min)):
            named = [one.amounts[name] for one in plan.advice if name in one.amounts]
            assert all(isinstance(minutes, float | int) and minutes <= (cap or 0) + 0.01 for minutes in named)

    @invariant()
    def law_9_every_advice_has_a_reason_and_every_reason_a_source(self) -> None:
        plan = self.decision.plan
        assert all(advice.because for advice in plan.advice)
        reasons = [*plan.because, *(reason for advice in plan.advice for reason in advice.because)]
        assert all(reason.sources for reason in reasons)

    @invariant()
    def law_10_nothing_advances_on_a_required_answer_that_is_not_known(self) -> None:
        plan = self.decision.plan
        if plan.advances:
            assert not any(colour.missing for colour in plan.advanced_on)
            assert {colour.colour for colour in plan.advanced_on} <= {Colour.GREEN, Colour.NEUTRAL}

    @override
    def teardown(self) -> None:
        """Decide the last day from nothing: the walk that went on from day to day came to the same."""
        assert decided_by(self._look, self.runner.date(self.day)) == self.decision

    def _next(self, days: int = 1) -> None:
        if not self._is_built():
            # Days of silence may have led there on the first of them.
            self.built_on = self.runner.date(self.day + 1)
        self.day += days
        self._plan()

    def _is_built(self) -> bool:
        return self.decision.plan.phase in {Phase.BUILD, Phase.MAINTAIN}

    def _look(self, on: date) -> Observations:
        """Look at a day by all that was told until now."""
        return self.observe(on)

    def _plan(self) -> None:
        on = self.runner.date(self.day)
        told = with_cadence(self.runner) if self.steps else self.runner
        self.observe = observer(told.history, house_numbers().observe)
        self.seen = self._look(on)
        self.decision = decided_by(self._look, on, self.past)
        judged = {self.seen.irritability, self.seen.irritability_anew, *self.seen.irritability_later.values()}
        self.mild |= Irritability.MILD in judged
        minutes = [session.running_min for session in self.decision.plan.sessions]
        note(f"day {self.day}: {self.decision.plan.phase}, {minutes}")


TestALife = Life.TestCase
TestALife.settings = tries(
    max_examples=LIVES * TIMES,
    stateful_step_count=DAYS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
