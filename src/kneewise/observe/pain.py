"""Merge what was said into one diary entry per knee and run or rest day, as it was known on a day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta
from itertools import accumulate, islice

from kneewise.model.diary import PainkillerUse, PainLog, Score, YesNo
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.places import Side
from kneewise.observe.numbers import Numbers
from kneewise.observe.said import NOON, ONE_DAY, Kind, Remark, Said, Session, Slot, Told, end_of, slot_for
from kneewise.observe.scores import (
    earliest,
    timed,
    uncoloured,
    worst_answer,
    worst_answer_told,
    worst_of_each,
)
from kneewise.observe.usual_morning import UsualMorning


class Diary:
    """Entries of one history; each is built once for as much as is known of it."""

    def __init__(
        self,
        told: Told,
        painkillers: Sequence[PainkillerUse],
        sleep_quality: Mapping[date, Score],
        numbers: Numbers,
        *,
        started_on: date | None,
    ) -> None:
        self._told = told
        self._pills_known = _pills(painkillers, told)
        self._pills = sorted(self._pills_known)
        self._pill_days = sorted(self._pills_known.values())
        self._sleep_quality = sleep_quality
        self._numbers = numbers
        self._mornings = {side: self._side_mornings(side) for side in Side}
        self._usual = {side: UsualMorning(self._mornings[side], numbers, started_on) for side in Side}
        for side, mornings in self._mornings.items():
            for on in mornings:
                slot_for(told, side, on, None, about_run=False)
        self._keep_others()
        self._slots = sorted(told.slots.values(), key=_order)
        self._days = [slot.on for slot in self._slots]
        self._ends = [end_of(slot) for slot in self._slots]
        self._lates = [self._late(end) for end in self._ends]
        self._complete_on = [self._last_word(*each) for each in zip(self._slots, self._lates, strict=True)]
        self._turns: dict[int, list[date]] = {}
        self._built: dict[tuple[int, int], DiaryEntry] = {}
        # Of so many slots from the first nothing can come any more, by the day.
        self._settled_on = list(accumulate(self._complete_on, max))
        self._settled: dict[frozenset[Side], tuple[list[int], list[DiaryEntry]]] = {}

    def until(self, on: date, sides: AbstractSet[Side]) -> tuple[DiaryEntry, ...]:
        """List the entries dated up to a day of these knees, oldest first."""
        settled = bisect_right(self._settled_on, on)
        places, entries = self._settled.setdefault(frozenset(sides), ([], []))
        for index in range(places[-1] + 1 if places else 0, settled):
            if self._slots[index].side in sides:
                places.append(index)
                entries.append(self._at(index, on))
        moving = range(settled, bisect_left(self._days, on + ONE_DAY))
        return (
            *entries[: bisect_left(places, settled)],
            *(self._at(index, on) for index in moving if self._slots[index].side in sides),
        )

    def _at(self, index: int, on: date) -> DiaryEntry:
        """Give one entry as it is on a day; it is built anew only where more is known of it than before."""
        turns = self._turns.get(index)
        if turns is None:
            turns = self._turns[index] = self._days_of_news(index)
        known = index, bisect_right(turns, on) if self._complete_on[index] > on else len(turns)
        entry = self._built.get(known)
        if entry is None:
            entry = self._built[known] = self._entry(index, on)
        return entry

    def _days_of_news(self, index: int) -> list[date]:
        """List the days after that of a slot on which more is known of what its entry is made from."""
        slot = self._slots[index]
        pills = self._pill_days[bisect_right(self._pill_days, slot.on) :]
        news = {one.known_on for one in self._heard(slot)}.union(pills, (_morning_of(slot),))
        return sorted(day for day in news if day > slot.on)

    def _heard(self, slot: Slot) -> Iterator[Said | Remark]:
        """Yield all that was said of what an entry is made from, painkillers by themselves apart."""
        yield from slot.said
        yield from slot.remarks
        morning_on = _morning_of(slot)
        morning = self._mornings[slot.side].get(morning_on)
        if morning is not None:
            yield morning
        if slot.about_run:
            for other in self._told.of_day(slot.side, morning_on):
                yield from other.said
                yield from other.remarks

    def _last_word(self, slot: Slot, late: datetime) -> date:
        """The day after which nothing about a slot can come any more."""
        return max([late.date() + ONE_DAY, *(one.known_on for one in self._heard(slot))])

    def last_word_after(self, session_on: date, began: datetime) -> date:
        """The day after which nothing about a session can come any more, but what is said of itself."""
        return max([self._late(began).date() + ONE_DAY, *self._mornings_after(session_on)])

    def days_of_news_after(self, session_on: date) -> set[date]:
        """List the days on which more is known of a session's night, its mornings and painkillers."""
        pills = self._pill_days[bisect_right(self._pill_days, session_on) :]
        return {*pills, session_on + ONE_DAY, *self._mornings_after(session_on)}

    def _mornings_after(self, on: date) -> list[date]:
        """List the days on which the mornings after a day were told."""
        mornings = (self._mornings[side].get(on + ONE_DAY) for side in Side)
        return [morning.known_on for morning in mornings if morning is not None]

    def of_session(self, session: Session, on: date) -> DiaryEntry:
        """Put the scores of an exercise beside the mornings around it, as far as they are known on a day."""
        side, began = session.side, session.at
        end = self._late(began)
        given = [one for one in session.said if one.known_on <= on]
        morning = self._mornings[side].get(session.on + ONE_DAY)
        if morning is not None and morning.known_on > on:
            morning = None
        opens = began + timedelta(hours=self._numbers.day_after_from.value)
        worst = worst_of_each(given, end)
        before, during = timed(worst.get(Kind.BEFORE)), timed(worst.get(Kind.DURING))
        counts = earliest(one for one in given if one.kind is Kind.AFTER_24H and opens <= one.at <= end)
        later, own = timed(counts), self._mornings[side].get(session.on)
        answered = (before, during, timed(morning), later)
        return DiaryEntry(
            on=session.on,
            side=side,
            about_run=False,
            activity=None,
            before=before,
            during=during,
            morning=timed(morning),
            after_24h=later,
            uncoloured=uncoloured(given, end, (counts, morning, own)),
            painkiller=self._painkiller(None, answered, on),
            usual_morning=self._usual[side].before(session.on, began, about_run=True),
            sleep_quality_0_10=self._sleep_quality.get(session.on + ONE_DAY) if on > session.on else None,
        )

    def _side_mornings(self, side: Side) -> dict[date, Said]:
        """The first score of each morning: one told as such, or one before a run of that morning."""
        given: dict[date, list[Said]] = {}
        for (of_side, on), mornings in self._told.mornings.items():
            if of_side is side:
                given.setdefault(on, []).extend(one for one in mornings if self._is_morning(one, on))
        for (of_side, on), slots in self._told.by_day.items():
            if of_side is side:
                befores = (one for slot in slots for one in slot.said if one.kind is Kind.BEFORE)
                given.setdefault(on, []).extend(one for one in befores if self._is_given_then(one, on))
        chosen = {on: earliest(said) for on, said in sorted(given.items())}
        return {on: said for on, said in chosen.items() if said is not None}

    def _keep_others(self) -> None:
        """Keep the mornings that count for no day beside what else was said then; they may be a sign."""
        for (side, on), mornings in self._told.mornings.items():
            chosen = self._mornings[side].get(on)
            others = [one for one in mornings if one != chosen]
            of_run = (slot for slot in self._told.of_day(side, on - ONE_DAY) if slot.about_run)
            for slot in islice((*self._told.of_day(side, on), *of_run), 1):
                slot.said.extend(others)

    def _is_morning(self, said: Said, on: date) -> bool:
        """Between four and noon; a remembered one, without a time of its own, a day later at most."""
        if said.timed:
            return self._is_given_then(said, on)
        if said.at.date() == on:
            return said.at.hour >= self._numbers.morning_from.value
        return said.at.date() == on + ONE_DAY

    def _is_given_then(self, said: Said, on: date) -> bool:
        """Whether a score is of between four and noon of a day, and was told a day later at most."""
        hour = said.at.hour + said.at.minute / 60
        window = self._numbers.morning_from.value <= hour <= self._numbers.morning_to.value
        return window and said.at.date() == on and said.told_at.date() <= on + ONE_DAY

    def _late(self, end: datetime) -> datetime:
        """The instant after which no score may be added any more."""
        return end + timedelta(hours=self._numbers.scores_within.value)

    def _entry(self, index: int, on: date) -> DiaryEntry:
        slot, late = self._slots[index], self._lates[index]
        said = [given for given in slot.said if given.known_on <= on]
        logs = [remark.log for remark in slot.remarks if remark.known_on <= on]
        morning_on = _morning_of(slot)
        morning = self._mornings[slot.side].get(morning_on)
        if morning is not None and morning.known_on > on:
            morning = None
        worst = worst_of_each(said, late)
        before, during = timed(worst.get(Kind.BEFORE)), timed(worst.get(Kind.DURING))
        after_60min, own_morning = timed(worst.get(Kind.AFTER_60MIN)), timed(morning)
        start = slot.activity.start if slot.activity is not None else None
        usual = self._usual[slot.side].before(slot.on, start, about_run=slot.about_run)
        as_usual = morning is not None and morning.value is not None and morning.value <= (usual or 0)
        counts = self._day_after(index, morning, on, before_too=not as_usual) if slot.about_run else None
        later = timed(counts)
        answered = (before, during, after_60min, own_morning, later)
        pills = (*logs, *self._pills_told_after(slot, late, on))
        limp, limp_told_at = worst_answer_told([(log.at, log.limp) for log in logs], late)
        firsts = [log.first_pain_min for log in logs if log.first_pain_min is not None]
        return DiaryEntry(
            on=slot.on,
            side=slot.side,
            about_run=slot.about_run,
            activity=slot.activity,
            before=before,
            during=during,
            after_60min=after_60min,
            morning=own_morning,
            after_24h=later,
            uncoloured=uncoloured(said, late, (counts,)),
            limp=limp,
            limp_told_at=limp_told_at,
            painkiller=self._painkiller(
                worst_answer([(log.at, log.painkiller) for log in pills], late),
                answered,
                on,
            ),
            first_pain_min=min(firsts, default=None),
            usual_morning=usual,
            sleep_quality_0_10=self._sleep_quality.get(morning_on) if morning_on <= on else None,
            walked_min=slot.walked_min,
        )

    def _pills_told_after(self, slot: Slot, late: datetime, on: date) -> list[PainLog]:
        """List what was told of a painkiller beside a score of the day after a run, or that morning.

        It was there before that score, also where the score speaks of an earlier instant than its telling. A
        "no" of the next day is of that day, and speaks of no run.
        """
        if not slot.about_run:
            return []
        others = (one for one in self._told.of_day(slot.side, slot.on + ONE_DAY) if not one.about_run)
        told = (remark for other in others for remark in other.remarks if remark.known_on <= on)
        return [one.log for one in told if one.log.at <= late and self._tells_of_pill(one.log)]

    def _tells_of_pill(self, log: PainLog) -> bool:
        """Whether a painkiller stands beside a score of the day after a run, or was told that morning."""
        scored = log.morning is not None or log.after_24h is not None
        return log.painkiller is True and (scored or log.at.hour < self._numbers.morning_to.value)

    def _day_after(self, index: int, morning: Said | None, on: date, *, before_too: bool) -> Said | None:
        """Give the score a day later: one told as such, or where it is asked for the one before a run."""
        numbers, slot, end = self._numbers, self._slots[index], self._ends[index]
        opens = end + timedelta(hours=numbers.day_after_from.value)
        closes, late = end + timedelta(hours=numbers.day_after_to.value), self._late(end)
        named = [
            given
            for given in slot.said
            if given.kind is Kind.AFTER_24H and opens <= given.at <= (closes if given.timed else late)
        ]
        around = [
            given
            for other in self._told.of_day(slot.side, slot.on + ONE_DAY)
            for given in other.said
            if given.kind is Kind.BEFORE and opens <= given.at <= closes and before_too
        ]
        taken = morning.at if morning is not None else None
        told = [given for given in (*named, *around) if given.known_on <= on and given.told_at <= late]
        free = (given for given in told if given.at != taken)
        return earliest(free) or earliest(given for given in told if given.kind is Kind.AFTER_24H)

    def _painkiller(self, said: YesNo, scores: Iterable[TimedScore | None], on: date) -> YesNo:
        """A record of a painkiller in the day before any of the scores says more than the answer."""
        if not self._pills:
            return said
        before = timedelta(hours=self._numbers.painkiller_before.value)
        instants = [score.at for score in scores if score is not None]
        spans = (
            self._pills[bisect_left(self._pills, instant - before) : bisect_right(self._pills, instant)]
            for instant in instants
        )
        taken = any(self._pills_known[pill] <= on for span in spans for pill in span)
        return True if taken else said


def _pills(painkillers: Iterable[PainkillerUse], told: Told) -> dict[datetime, date]:
    """Gather when a painkiller had been taken, each with the day on which it was known: records, and logs.

    A log tells of one taken before it, nobody knows when. Where it was told on a later day, it says no more
    than of its own entry.
    """
    known = {pill.at: pill.on for pill in painkillers}
    for slot in told.slots.values():
        for log in (remark.log for remark in slot.remarks if remark.log.painkiller is True):
            if log.at.date() == log.on:
                known.setdefault(log.at, log.on)
    return known


def _order(slot: Slot) -> tuple[date, bool, datetime, str]:
    start = slot.activity.start.replace(tzinfo=None) if slot.activity else datetime.combine(slot.on, NOON)
    return slot.on, slot.about_run, start, slot.side


def _morning_of(slot: Slot) -> date:
    """The day whose morning speaks of a slot: of a run the next one's."""
    return slot.on + ONE_DAY if slot.about_run else slot.on
