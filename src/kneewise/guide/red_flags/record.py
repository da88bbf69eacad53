"""The record of flags: raised by what was said, kept until cleared as section 2 of the rules says."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from kneewise.guide.red_flags.ages import NEITHER, Ages
from kneewise.guide.red_flags.anew import forget_old, standing
from kneewise.guide.red_flags.asking import Waiting, applying, waiting
from kneewise.guide.red_flags.bone import RESTS_ON, bone, says_nothing
from kneewise.guide.red_flags.events import UNSETTLED, DiarySign, Event
from kneewise.guide.red_flags.numbers import Numbers
from kneewise.guide.red_flags.rules import URGENT_LISTS, raised
from kneewise.guide.red_flags.said import Said
from kneewise.model.answers import AnswerSet, score_of
from kneewise.model.diary import Clearance
from kneewise.model.findings import Urgency

CLEARANCE_ONLY: Final = frozenset(
    {"bone_points", "bone_hop", "bone_signs", "giving_way", "giving_way_again", "locked_knee", "under_18"}
)
"""Flags that no later "no" clears."""


MORE_RUNNING: Final = "more_running_lately"

Span = tuple[date, date | None]
"""Days from the first to the last, which is open where there is none."""


def signs(numbers: Numbers) -> frozenset[str]:
    """Name the questions whose yes is a sign; more running is none."""
    return numbers.catalogue.weekly - {MORE_RUNNING}


def urgency_of(flag: str, numbers: Numbers) -> Urgency:
    """Give the reviewed level of a flag."""
    return Urgency(int(getattr(numbers, flag).value))


@dataclass(slots=True, kw_only=True)
class Kept:
    """One flag in force."""

    urgency: Urgency
    since: date
    keys: set[str]
    assumed: bool


@dataclass(slots=True)
class Record:
    """What is known and in force; filled event by event.

    Attributes:
        ages: What follows from the age; the latest word on it holds for the whole record.
        unsettled: Days of the runs above five that were not settled at 24 h.
        short_of_bone: Days since when more running, measured, would make it a bone flag; the last day where
            that is over.
        covered_bone: Such days that a clearance ended, with the day of it: where more running was measured
            in them, it cleared a flag.
        forbidden: The latest word of a clinician was that the runner may not run.
    """

    ages: Ages
    said: Said = field(default_factory=Said)
    flags: dict[str, Kept] = field(default_factory=dict)
    unsettled: set[date] = field(default_factory=set)
    told: bool = False
    short_of_bone: dict[str, list[Span]] = field(default_factory=dict)
    covered_bone: list[tuple[date, tuple[Span, ...]]] = field(default_factory=list)
    cleared_on: date | None = None
    forbidden: bool = False
    _waiting: Waiting | None = None

    def waiting(self, numbers: Numbers) -> Waiting:
        """Say what is asked, which only an event changes."""
        if self._waiting is None:
            self._waiting = waiting(self.said, numbers.catalogue)
        return self._waiting

    def follow(self, event: Event, numbers: Numbers) -> None:
        """Take in one event."""
        self._waiting = None
        match event:
            case AnswerSet():
                self._answer(event, numbers)
            case Clearance():
                self._clear(event, numbers)
            case DiarySign():
                self._note(event, numbers)

    def _answer(self, given: AnswerSet, numbers: Numbers) -> None:
        self.told = True
        before, stood = self._signs(numbers), standing(self.said, numbers.catalogue)
        stop = numbers.pain_stop_above_0_10.value
        self.said.take(given.answers, on=given.on, at=given.at, pain_stop=stop)
        forget_old(self.said, stood, given.answers.keys(), numbers.catalogue)
        if self._told_unsettled(given, numbers):
            ran_on = given.answers.get("last_run_on")
            about = ran_on if isinstance(ran_on, date) else given.on
            self._count_unsettled(about, given.on, given.at, numbers)
        if self._signs(numbers) - before:
            self._new_sign()
        self._raise_all(given.on, numbers)
        self._clear_by_noes(given.on, numbers)

    def _note(self, sign: DiarySign, numbers: Numbers) -> None:
        if sign.key == UNSETTLED:
            self._count_unsettled(sign.about, sign.on, sign.at, numbers)
        else:
            self.said.put(sign.key, sign.answer, on=sign.on, at=sign.at)
        if sign.answer is True:
            self._new_sign()
            self._raise_all(sign.on, numbers)

    def _signs(self, numbers: Numbers) -> frozenset[str]:
        """Name the signs that stand, those apart whose yes says nothing."""
        return (signs(numbers) & self.said.positive) - says_nothing(self.said, numbers)

    def _new_sign(self) -> None:
        """End what a clearance covers: lasting facts count again, and signs it took for over are asked."""
        self.said.covered.clear()
        self.said.forget(self.said.presumed)

    @staticmethod
    def _told_unsettled(given: AnswerSet, numbers: Numbers) -> bool:
        during = score_of(given.answers.get("pain_during_last_run"))
        late = score_of(given.answers.get("pain_24h_after_last_run"))
        before = score_of(given.answers.get("pain_before_last_run"))
        if during is None or late is None:
            return False
        start = before or 0
        return during > numbers.unsettled_above_0_10.value and late > start

    def _count_unsettled(self, about: date, on: date, at: datetime, numbers: Numbers) -> None:
        if about in self.unsettled:
            return
        self.unsettled.add(about)
        if len(self.unsettled) >= numbers.unsettled_times.value:
            self.said.put("pain_above_5_not_settled_at_24h_twice", answer=True, on=on, at=at)

    def _raise_all(self, on: date, numbers: Numbers) -> None:
        self._follow_bone(on, numbers)
        if not self.said.positive and not self.ages.young:
            return
        for flag, keys in raised(self.said, NEITHER if self.ages.assumed else self.ages, numbers, on=on):
            self._raise(flag, keys, on, numbers)
        if self.ages.assumed:
            for flag, keys in raised(self.said, self.ages, numbers, on=on):
                self._raise(flag, keys, on, numbers, assumed=True)
        if self.ages.young and "under_18" not in self.said.covered:
            self._raise("under_18", (), on, numbers, assumed=self.ages.assumed)
        lately = self.said.yes(MORE_RUNNING)
        for flag in bone(self.said, numbers, more_running=lately).flags:
            self._raise(flag, self.said.any_yes(RESTS_ON[flag]), on, numbers)
        if self.said.unknown_times and (keys := self._urgent_not_known(numbers)):
            self._raise("not_known", keys, on, numbers)

    def _follow_bone(self, on: date, numbers: Numbers) -> None:
        """Keep the days on which only more running, which files measure, is wanting for a bone flag."""
        without, with_more = (bone(self.said, numbers, more_running=more).flags for more in (False, True))
        for flag in {*with_more, *self.short_of_bone}:
            waits = flag in with_more and flag not in without
            spans = self.short_of_bone.setdefault(flag, [])
            is_open = bool(spans) and spans[-1][1] is None
            if waits and not is_open:
                spans.append((on, None))
            elif is_open and not waits:
                spans[-1] = (spans[-1][0], on)

    def _urgent_not_known(self, numbers: Numbers) -> tuple[str, ...]:
        """List the emergency and same-day questions that were twice not known."""
        urgent = (each for each in applying(self.said, numbers.catalogue) if each.asked in URGENT_LISTS)
        return tuple(each.key for each in urgent if self.said.assumed(each.key))

    def _raise(
        self, flag: str, keys: tuple[str, ...], on: date, numbers: Numbers, *, assumed: bool = False
    ) -> None:
        assumed = assumed or any(self.said.assumed(key) for key in keys)
        kept = self.flags.get(flag)
        if kept is None:
            urgency = urgency_of(flag, numbers)
            self.flags[flag] = Kept(urgency=urgency, since=on, keys=set(keys), assumed=assumed)
        else:
            kept.keys.update(keys)
            kept.assumed = kept.assumed and assumed

    def _clear(self, clearance: Clearance, numbers: Numbers) -> None:
        self.forbidden = not clearance.may_run
        if self.forbidden:
            return
        if self.flags:
            self.cleared_on = clearance.counts_from
        self.flags.clear()
        self.unsettled.clear()
        spans = tuple(span for each in self.short_of_bone.values() for span in each)
        self.covered_bone.append((clearance.counts_from, spans))
        self.short_of_bone.clear()
        for key in numbers.catalogue.yes_no:
            if self.said.yes(key):
                self._cover(key, clearance, numbers)
        self.said.covered.add("under_18")
        self.said.last_yes.clear()

    def _cover(self, key: str, clearance: Clearance, numbers: Numbers) -> None:
        """A sign is over; a lasting fact stays true and waits for the next sign."""
        if key in signs(numbers) or numbers.catalogue.by_key[key].only_if == "injury":
            self.said.put(key, answer=False, on=clearance.on, at=clearance.at)
            self.said.presumed.add(key)
        else:
            self.said.covered.add(key)

    def _clear_by_noes(self, on: date, numbers: Numbers) -> None:
        apart = timedelta(hours=numbers.clear_apart_hours.value)
        done = [flag for flag, kept in self.flags.items() if self._is_cleared(flag, kept, apart, numbers)]
        for flag in done:
            del self.flags[flag]
            self.cleared_on = on

    def _is_cleared(self, flag: str, kept: Kept, apart: timedelta, numbers: Numbers) -> bool:
        if kept.urgency > Urgency.WITHIN_DAYS or flag in CLEARANCE_ONLY:
            return False
        keys = kept.keys & numbers.catalogue.weekly or kept.keys
        return bool(keys) and all(self._twice_no(key, apart) for key in keys)

    def _twice_no(self, key: str, apart: timedelta) -> bool:
        first = self.said.first_no.get(key)
        return first is not None and self.said.given[key][1] - first >= apart
