"""The way back with Kneewise: its real engine, over what a virtual runner tells it day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench.virtual_runners.diary import METRES_A_MINUTE, Diary, day_of, noes
from bench.virtual_runners.policies import ABOVE_0_10, CLINICIAN_AFTER_DAYS, WEEK, Known
from bench.virtual_runners.season import UNBEARABLE_0_10, Doing, Told
from kneewise.app.numbers import house_numbers
from kneewise.engine import KnownPast, decide
from kneewise.knowledge import knowledge_hash
from kneewise.model.answers import Answer, Origin
from kneewise.model.plan import Phase, Plan, Session, SessionKind
from kneewise.observe import observer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kneewise.model.observations import Observations

WEEKS_OF_FILES: Final = 8
FORM_EVERY_DAYS: Final = 6
WHO: Final[Mapping[str, Answer]] = {
    "age_years": 30,
    "knee": "right",
    "places": ("behind_kneecap",),
    "hurts_stairs_down": True,
}


class WithKneewise:
    """Does what each day's plan says, tells what it asks, and sees a clinician when sent to one.

    The plan is made anew on every day for which the last one holds a run or a walk, after a form, a clearance
    or a pain above 7, and when the last one has run out. A rest day of the last plan is rested.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._diary = Diary()
        self._plan: Plan | None = None
        self._observe = observer(self._diary.history(), house_numbers().observe)
        self._past = KnownPast(self._seen, house_numbers())
        self._mornings: list[int] = []
        self._formed_on = 0
        self._ran_on = self._above_7_on = -WEEK
        self._stopped_on: int | None = None
        for day in range(-WEEK * WEEKS_OF_FILES, 0):
            if day % WEEK in known.weekdays:
                self._diary.run(day, known.usual_run_min)

    def plan(self, day: int, morning_0_10: int) -> Doing:
        """Tell the morning, look at the plan where it matters, and take today's session from it."""
        self._mornings.append(morning_0_10)
        if day > 0:
            self._diary.morning(day, morning_0_10)
        is_news = self._answer(day) or self._above_7_on == day - 1
        session = self._planned(day)
        if is_news or session is None or session.kind is not SessionKind.REST:
            session = self._look(day)
        return self._doing(session)

    def hear(self, day: int, told: Told) -> None:
        """Write the evening down; a day after a run also a score, where the morning was up."""
        if self._ran_on == day - 1 and self._mornings[-1] > self._mornings[-2]:
            self._diary.day_after(day - 1, told.before)
        self._diary.evening(day, told)
        if told.did.run_min > 0:
            self._ran_on = day
        scores = (self._mornings[-1], told.before, told.during, told.after_60min)
        if any(score is not None and score > ABOVE_0_10 for score in scores):
            self._above_7_on = day

    def _answer(self, day: int) -> bool:
        """Fill in what is due: the screening, the weekly form, or what the clinician said."""
        if day == 0:
            self._diary.answer(day, Origin.SCREENING, {**noes(), **WHO, **self._last_run()})
            return True
        if self._stopped_on is not None:
            if day - self._stopped_on < CLINICIAN_AFTER_DAYS:
                return False
            self._diary.clear(day)
            self._stopped_on = None
        elif day - self._formed_on < FORM_EVERY_DAYS:
            return False
        lately = {"pain_above_7": day - self._above_7_on < WEEK}
        self._diary.answer(day, Origin.WEEKLY, {**noes(), **lately})
        self._formed_on = day
        return True

    def _last_run(self) -> Mapping[str, Answer]:
        known = self._known
        return {
            "pain_this_morning": self._mornings[0],
            "pain_before_last_run": known.before,
            "pain_during_last_run": known.during,
            "pain_60min_after_last_run": known.after_60min,
            "pain_morning_after_last_run": known.morning_after,
            "limp": known.limp,
        }

    def _look(self, day: int) -> Session:
        """Ask the engine; what was known on a day that is over does not change any more."""
        numbers, on = house_numbers(), day_of(day)
        self._observe = observer(self._diary.history(), numbers.observe)
        decided = decide(
            self._observe, on=on, numbers=numbers, knowledge_hash=knowledge_hash(), past=self._past
        )
        self._plan = decided.plan
        if decided.plan.urgency.stops_running and self._stopped_on is None:
            self._stopped_on = day
        return decided.plan.sessions[0]

    def _seen(self, on: date) -> Observations:
        """Look at a day by all that was told until now."""
        return self._observe(on)

    def _planned(self, day: int) -> Session | None:
        """Take the day from the last plan, where it reaches so far."""
        sessions = () if self._plan is None else self._plan.sessions
        return next((session for session in sessions if session.on == day_of(day)), None)

    def _doing(self, session: Session) -> Doing:
        above = session.stop_above_0_10
        stop = UNBEARABLE_0_10 if above is None else above + 1
        calm = self._plan is not None and self._plan.phase is Phase.CALM and self._stopped_on is None
        match session.kind:
            case SessionKind.RUN:
                most_min = session.running_min if session.cap_m is None else session.cap_m / METRES_A_MINUTE
                breaks_min = sum(block.walk_min * block.times for block in session.blocks)
                return Doing(
                    run_min=min(session.running_min, most_min),
                    walk_min=breaks_min + session.warm_up_min,
                    stop_from_0_10=stop,
                )
            case SessionKind.WALK:
                return Doing(walk_min=session.duration_min, tests=calm)
            case SessionKind.REST | SessionKind.BIKE | SessionKind.POOL:
                return Doing(tests=calm)
