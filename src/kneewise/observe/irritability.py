"""How easily the knee is stirred up, by what was told at the start and by the runs around it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from kneewise.model.answers import UNKNOWN, Answer, AnswerSet, score_of
from kneewise.model.observations import DiaryEntry, Irritability, TimedScore
from kneewise.model.places import Side
from kneewise.observe.numbers import Numbers
from kneewise.observe.sore import KNEE, sides_named

BEFORE = "pain_before_last_run"
DURING = "pain_during_last_run"
AFTER_60MIN = "pain_60min_after_last_run"
MORNING = "pain_morning_after_last_run"
AFTER_24H = "pain_24h_after_last_run"
LIMP = "limp"

ON = attrgetter("on")
_WORSE = tuple(Irritability)


@dataclass(frozen=True, slots=True)
class _Run:
    """What one run says of the knee.

    Attributes:
        level: Where enough of it is known.
        least: Less than this nobody may take from it: an answer that is not known raises, and never lowers.
    """

    level: Irritability | None
    least: Irritability


class Irritabilities:
    """How irritable one knee's history was by any day; each run and each set of answers is judged once."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._week = timedelta(days=numbers.irritability_days.value)
        self._runs: dict[int, tuple[DiaryEntry, _Run]] = {}
        self._told: tuple[Mapping[str, Answer] | None, Irritability | None] = None, None

    def judge(
        self, answers: Mapping[str, Answer], entries: Sequence[DiaryEntry], start: date
    ) -> Irritability | None:
        """Judge by what was told up to the start and the runs of the week before it; the worse counts.

        Only where nothing was known then do the runs of the first week speak: what a later run brings has its
        own consequences.
        """
        first = bisect_left(entries, start - self._week, key=ON)
        # Calm may end when its week is over: a run of that day was made by another measure.
        around = entries[first : bisect_left(entries, start + self._week, key=ON)]
        near = [(one.on, self._of_run(one)) for one in around if one.is_run]
        before = [run for on, run in near if on < start]
        told = (self._of_answers(answers), *(run.level for run in before))
        known = [level for level in told if level is not None]
        after = [run.level for _, run in near if run.level is not None]
        if not known and not after:
            return None
        least = [run.least for run in (before if known else [run for _, run in near])]
        return max((*(known or after), *least), key=_WORSE.index)

    def judge_later(
        self, side: Side, sets: Sequence[AnswerSet], entries: Sequence[DiaryEntry], start: date
    ) -> Irritability | None:
        """Judge a knee that grew sore later, by its own runs, and by answers of that day that name it."""
        told: dict[str, Answer] = {}
        for one in sets:
            if one.on == start and side in sides_named(one.answers.get(KNEE)):
                told |= one.answers
        return self.judge(told, [entry for entry in entries if entry.side is side], start)

    def _of_run(self, entry: DiaryEntry) -> _Run:
        # By the object, which is kept beside it: comparing entries takes longer than judging them.
        judged = self._runs.get(id(entry))
        if judged is None:
            judged = self._runs[id(entry)] = entry, _of_run(entry, self._numbers)
        return judged[1]

    def _of_answers(self, answers: Mapping[str, Answer]) -> Irritability | None:
        if self._told[0] is not answers:
            self._told = answers, _of_answers(answers, self._numbers)
        return self._told[1]


def _of_answers(answers: Mapping[str, Answer], numbers: Numbers) -> Irritability | None:
    """Judge the last run before the screening; nothing said of it is nothing known."""
    if not any(key in answers for key in (DURING, AFTER_60MIN, MORNING, AFTER_24H)):
        return None
    before = score_of(answers.get(BEFORE)) or 0
    settled = _at_most(score_of(answers.get(AFTER_60MIN)), before)
    settled_later = _at_most(score_of(answers.get(AFTER_24H)), before)
    if settled_later is None:
        settled_later = _at_most(score_of(answers.get(MORNING)), before)
    limp = answers.get(LIMP) in {True, UNKNOWN}
    return _level(
        score_of(answers.get(DURING)),
        settled=settled,
        settled_later=settled_later,
        limp=limp,
        numbers=numbers,
    )


def _at_most(score: int | None, before: int) -> bool | None:
    return None if score is None else score <= before


def _of_run(entry: DiaryEntry, numbers: Numbers) -> _Run:
    """Judge one run; what is not known yet can only raise, so an unfinished run says nothing else."""
    during = None if entry.during is None else entry.during.value
    settled_later = _settled(entry.after_24h, entry)
    if settled_later is None:
        settled_later = _usual(entry) or _settled(entry.morning, entry)
    told = any(score is not None for score in (entry.during, entry.after_60min, entry.after_24h))
    stirred = (during or 0) > numbers.high_during.value or (told and settled_later is False)
    if entry.limp is True or stirred:
        return _Run(Irritability.HIGH, Irritability.HIGH)
    settled = _settled(entry.after_60min, entry)
    moderate = (during or 0) > numbers.mild_during.value or (told and settled is not True)
    least = Irritability.MODERATE if moderate else Irritability.MILD
    return _Run(None if during is None or settled_later is None else least, least)


def _settled(score: TimedScore | None, entry: DiaryEntry) -> bool | None:
    if score is None or score.value is None:
        return None
    return score.value <= entry.before_0_10


def _usual(entry: DiaryEntry) -> bool | None:
    """A morning no higher than usual has settled; the 24 h score is not asked for then."""
    if entry.morning is None or entry.morning.value is None or entry.usual_morning is None:
        return None
    return True if entry.morning.value <= entry.usual_morning else None


def _level(
    during: int | None, *, settled: bool | None, settled_later: bool | None, limp: bool, numbers: Numbers
) -> Irritability:
    if during is None or limp or during > numbers.high_during.value or settled_later is not True:
        return Irritability.HIGH
    mild = during <= numbers.mild_during.value and settled is True
    return Irritability.MILD if mild else Irritability.MODERATE
