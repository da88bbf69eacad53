"""What has been said up to a moment: the latest answer to each question, and how often it was not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from kneewise.model.answers import UNKNOWN, Answer, number_of, score_of
from kneewise.model.places import Place, pointed_at, points_at_calf

TOLD_TWICE: Final = 2
"""Not known is asked once more; the second time it counts."""

SCORES: Final = (
    "pain_this_morning",
    "pain_before_last_run",
    "pain_during_last_run",
    "pain_60min_after_last_run",
    "pain_morning_after_last_run",
    "pain_24h_after_last_run",
    "pain_walking_0_10",
)


@dataclass(slots=True)
class Said:
    """The latest answers; filled set by set, in time order.

    Attributes:
        given: The day and the instant of each latest answer.
        positive: Keys answered yes and not denied since, or twice not known.
        since: The day since which each of these counts as yes.
        last_yes: The day of the last yes to each, or of not known twice; a clearance forgets it.
        watched: Keys that were once answered something else than no.
        first_no: When each of these was first answered no since it last was anything else.
        covered: Lasting facts that a clearance covers, until a new sign.
        forgotten: Answers that spoke of a sign before the one that is told now.
        presumed: Signs that nobody denied: a clearance took them for over, until a new sign.
    """

    latest: dict[str, Answer] = field(default_factory=dict)
    given: dict[str, tuple[date, datetime]] = field(default_factory=dict)
    unknown_times: dict[str, int] = field(default_factory=dict)
    first_no: dict[str, datetime] = field(default_factory=dict)
    watched: set[str] = field(default_factory=set)
    positive: set[str] = field(default_factory=set)
    since: dict[str, date] = field(default_factory=dict)
    last_yes: dict[str, date] = field(default_factory=dict)
    covered: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    presumed: set[str] = field(default_factory=set)

    def yes(self, key: str) -> bool:
        """Whether a key counts as yes for a flag: answered so or twice not known, not denied, not covered."""
        return key in self.positive and key not in self.covered

    def told_yes(self, key: str) -> bool:
        """Whether a key is answered yes, or twice not known, covered or not."""
        return key in self.positive

    def no(self, key: str) -> bool:
        """Whether a key is answered no."""
        return self.latest.get(key) is False

    def assumed(self, key: str) -> bool:
        """Whether a key counts as yes only because it is not known."""
        return self.unknown_times.get(key, 0) >= TOLD_TWICE

    def any_yes(self, keys: Iterable[str]) -> tuple[str, ...]:
        """List those of the keys that count as yes."""
        return tuple(key for key in keys if self.yes(key))

    def number(self, key: str) -> float | None:
        """Give a known number, else ``None``."""
        return number_of(self.latest.get(key))

    def day(self, key: str) -> date | None:
        """Give a known day, else ``None``."""
        answer = self.latest.get(key)
        return answer if isinstance(answer, date) else None

    def places(self) -> frozenset[str]:
        """Give every place pointed at, on either knee."""
        return pointed_at(self.latest)

    def take(self, answers: Mapping[str, Answer], *, on: date, at: datetime, pain_stop: float) -> None:
        """Take in one set of answers, with what follows from them by themselves."""
        self._put_all(answers, on=on, at=at)
        scores = [known for key in SCORES if (known := score_of(answers.get(key))) is not None]
        if any(known > pain_stop for known in scores):
            self.put("pain_above_7", answer=True, on=on, at=at)
        pointed = self.latest if "places" in answers or "places_other_knee" in answers else {}
        if points_at_calf(pointed):
            self.put("calf_pain", answer=True, on=on, at=at)
        if Place.THIGH in pointed_at(pointed):
            self.put("thigh_pain", answer=True, on=on, at=at)

    def _put_all(self, answers: Mapping[str, Answer], *, on: date, at: datetime) -> None:
        """Put down a set; a "no" that was always one needs no more than its day, and most are."""
        self.latest.update(answers)
        self.given.update(dict.fromkeys(answers, (on, at)))
        self.forgotten.difference_update(answers)
        for key in [key for key, answer in answers.items() if answer is not False or key in self.watched]:
            self.put(key, answers[key], on=on, at=at)

    def forget(self, keys: Iterable[str]) -> None:
        """Take answers for not given any more; a yes stays, because nothing but a "no" ends it."""
        for key in keys:
            if key in self.latest and key not in self.positive:
                del self.latest[key]
                self.first_no.pop(key, None)
                self.forgotten.add(key)

    def put(self, key: str, answer: Answer, *, on: date, at: datetime) -> None:
        """Put down one answer."""
        self.latest[key] = answer
        self.given[key] = (on, at)
        self.watched.add(key)
        self.presumed.discard(key)
        if answer is False:
            self.first_no.setdefault(key, at)
            self.unknown_times.pop(key, None)
            self.positive.discard(key)
        else:
            self._put_other(key, answer)

    def _put_other(self, key: str, answer: Answer) -> None:
        self.first_no.pop(key, None)
        times = self.unknown_times.pop(key, 0)
        if answer is UNKNOWN:
            self.unknown_times[key] = times + 1
        if answer is True or self.assumed(key):
            if key not in self.positive:
                self.since[key] = self.given[key][0]
            self.positive.add(key)
            self.last_yes[key] = self.given[key][0]
