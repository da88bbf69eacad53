"""What past days permitted, as it was known then: nothing that is told today rewrites them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from kneewise.engine.caps import ONE_DAY
from kneewise.engine.house import HouseNumbers
from kneewise.engine.rest import Rest
from kneewise.guide import red_flags, step1_pain, step2_load
from kneewise.model.answers import AnswerSet
from kneewise.model.findings import Assessment, PainFinding, Profile, SafetyFinding
from kneewise.model.observations import Irritability, Observations
from kneewise.model.places import Side


def _without_later(told: AnswerSet, moment: datetime) -> AnswerSet:
    """Leave out what is there by a later correction: that is heard at its own instant besides."""
    later = {key for key, at in (told.answered_at or {}).items() if at > moment}
    known = {key: answer for key, answer in told.answers.items() if key not in later}
    return replace(told, answers=known) if later else told


class KnownPast:
    """The past of one history, or of one that only grows; each day is looked at once, where somebody asks.

    What a day was known to permit is the same whichever later day is decided, so that the decisions of one
    history share one past. A day that is decided may still go on: it is looked at anew when it is over.

    Attributes:
        rest: Where the last walk through the days rested.
    """

    def __init__(self, look: Callable[[date], Observations], numbers: HouseNumbers) -> None:
        self._look = look
        self._numbers = numbers
        self._days = red_flags.Days(numbers.red_flags)
        self._looked: dict[date, Observations] = {}
        self._safety: dict[date, SafetyFinding] = {}
        self._pain: dict[tuple[int, bool | None], PainFinding] = {}
        self._walking: dict[date, bool] = {}
        self._today: tuple[Observations, Assessment] | None = None
        self.rest: Rest | None = None

    def take(self, seen: Observations, found: Assessment) -> None:
        """Take what was found of a day that is decided; no later day is asked for until one is taken."""
        self._today = seen, found

    def safety(self, on: date) -> SafetyFinding:
        """Give the red flags of a day."""
        if (found := self._of_today(on)) is not None:
            return found.safety
        if on not in self._safety:
            self._safety[on] = self._days.assess(self._seen(on))
        return self._safety[on]

    def safety_at(self, on: date, moment: datetime) -> SafetyFinding:
        """Give the red flags of a day by what was told up to an instant of it; its own runs are not in it."""
        seen, before = self._seen(on), self._seen(on - ONE_DAY)
        then = replace(
            seen,
            answer_sets=tuple(_without_later(told, moment) for told in seen.answer_sets),
            painkillers=tuple(told for told in seen.painkillers if told.at <= moment),
            more_running_lately=before.more_running_lately,
            more_running_days=before.more_running_days,
        )
        return red_flags.assess(then, self._numbers.red_flags, until=moment)

    def _of_today(self, on: date) -> Assessment | None:
        """Give what was taken of a day; ``None`` where that was another one."""
        return self._today[1] if self._today is not None and self._today[0].on == on else None

    def _seen(self, on: date) -> Observations:
        """Look at a day once; the day that is decided is not over, and is not kept."""
        if self._today is not None and self._today[0].on == on:
            return self._today[0]
        if on not in self._looked:
            self._looked[on] = self._look(on)
        return self._looked[on]

    def green(self, on: date, side: Side) -> int:
        """Give the green line of a knee by a day's answers."""
        return self._found_pain(on).green_of(side)

    def profile(self, on: date) -> Profile:
        """Give a day's profile."""
        return self._found_pain(on).profile

    def has_band(self, on: date) -> bool:
        """Whether a day's answers fit the outer band best."""
        return self._found_pain(on).band

    def _found_pain(self, on: date) -> PainFinding:
        """Give what step 1 found of a knee, which answers change, and more running where bone has a point."""
        seen = self._seen(on)
        heard = len(seen.answer_sets), seen.more_running_lately
        if heard not in self._pain:
            self._pain[heard] = step1_pain.assess(seen, self._numbers.step1_pain)
        return self._pain[heard]

    def walking_only(self, on: date) -> bool:
        """Whether a limp or the pain before a run left walking only on a day."""
        if (found := self._of_today(on)) is not None:
            return found.load.walking_only
        if on not in self._walking:
            self._walking[on] = step2_load.walking_only(self._seen(on), self._numbers.step2_load)
        return self._walking[on]

    def irritability(self, on: date) -> Irritability:
        """Give what a Calm that begins on a day goes by."""
        return self._seen(on).irritability_anew
