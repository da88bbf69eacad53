"""Ask every question of one runner's diary, and hold what is said to one rate of false answers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from kneewise.insight.claims import claim
from kneewise.insight.exact import Row, chance_of, count_pairs, measure_strength, telling_pairs
from kneewise.insight.exposures import Exposures, Question
from kneewise.insight.numbers import Numbers
from kneewise.insight.outcomes import follow, is_check_due, list_checks
from kneewise.model.diary import days_ill
from kneewise.model.insight import Insight, Insights, Lag, LeftOut, Point, Verdict
from kneewise.model.observations import DiaryEntry, Observations, TimedScore
from kneewise.model.places import Side

Began = tuple[DiaryEntry, int | None]
"""A run, and how sore the knee was when it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """One question to one knee and one of its scores, with the runs that it is asked of."""

    question: Question
    side: Side
    lag: Lag
    entries: Sequence[Began]


def ask(seen: Observations, numbers: Numbers) -> Insights:
    """Ask of each sore knee, of each thing, and of each score that it could go with."""
    since = seen.on - timedelta(days=numbers.look_back.value)
    told = [one for one in seen.entries if one.on >= since and one.is_run]
    exposures = Exposures(seen, since, numbers)
    ill = days_ill(seen.illnesses, seen.on)
    asked = [
        _answer(asking, exposures, ill, numbers)
        for side in seen.sore_sides
        for asking in _put_to(side, [one for one in told if one.side is side], exposures, numbers)
    ]
    answers = tuple(_held_to_rate(asked, numbers))
    return Insights(
        on=seen.on,
        since=since,
        false_percent=numbers.false_rate.value,
        interval_percent=numbers.interval.value,
        asked_at_once=sum(one.strength is not None for one in answers),
        answers=answers,
        weeks=follow(seen, numbers),
        checks=list_checks(seen, since),
        check_due=is_check_due(seen, numbers),
    )


def _put_to(
    side: Side, told: Sequence[DiaryEntry], exposures: Exposures, numbers: Numbers
) -> Iterator[_Asking]:
    """Put every question to one knee and each of its scores, with its newest runs."""
    newest = told[-int(numbers.most_runs.value) :]
    entries = [(one, exposures.before_0_10(one)) for one in newest]
    for question in exposures.questions():
        for lag in question.lags:
            yield _Asking(question=question, side=side, lag=lag, entries=entries)


def _gather(asking: _Asking, exposures: Exposures, ill: frozenset[date]) -> tuple[tuple[Point, ...], LeftOut]:
    """Sort the runs into those that say something and those that do not, and why not."""
    points: list[Point] = []
    out: Counter[str] = Counter()
    for entry, before in asking.entries:
        amount, score = exposures.amount(asking.question, entry), _score(entry, asking.lag)
        if entry.on in ill:
            out["ill"] += 1
        elif score is None or score.value is None:
            out["no_score"] += 1
        elif amount is None:
            out["no_amount"] += 1
        else:
            # "Not known" is not no: only a run without a word of a painkiller, or with a no, is compared.
            counts = entry.painkiller in {None, False}
            out["painkiller"] += not counts
            points.append(
                Point(on=entry.on, amount=amount, score_0_10=score.value, before_0_10=before, counts=counts)
            )
    return tuple(points), LeftOut(**out)


def _score(entry: DiaryEntry, lag: Lag) -> TimedScore | None:
    match lag:
        case Lag.DURING:
            return entry.during
        case Lag.AFTER_60MIN:
            return entry.after_60min
        case Lag.MORNING:
            return entry.morning


def _answer(asking: _Asking, exposures: Exposures, ill: frozenset[date], numbers: Numbers) -> Insight:
    """Measure what can be measured; whether it may be called an answer is for all questions together."""
    points, left_out = _gather(asking, exposures, ill)
    counted = [point for point in points if point.counts]
    rows = list(_rows(counted, numbers))
    verdict, more = _enough(len(counted), telling_pairs(rows), numbers)
    pairs, strength = count_pairs(rows), None
    if verdict is Verdict.NOT_TOLD_APART:
        strength = measure_strength(pairs, chance_of(rows), interval=numbers.interval.value / 100)
    return Insight(
        asked=asking.question.asked,
        subject=asking.question.subject,
        side=asking.side,
        lag=asking.lag,
        verdict=verdict,
        runs=len(counted),
        runs_more=more,
        pairs=pairs,
        strength=strength,
        left_out=left_out,
        points=points,
    )


def _rows(points: Sequence[Point], numbers: Numbers) -> Iterator[Row]:
    """Cut runs into short rows: those that began alike sore, and anew after a gap."""
    gap, full = timedelta(days=numbers.block_gap.value), int(numbers.block_runs.value)
    began: dict[int | None, list[Point]] = {}
    for point in points:
        began.setdefault(point.before_0_10, []).append(point)
    for alike in began.values():
        row: list[Point] = []
        for point in alike:
            if row and (len(row) == full or point.on - row[-1].on > gap):
                yield _row(row)
                row = []
            row.append(point)
        yield _row(row)


def _row(points: Sequence[Point]) -> Row:
    return [one.amount for one in points], [float(one.score_0_10) for one in points]


def _enough(runs: int, telling: float, numbers: Numbers) -> tuple[Verdict, int | None]:
    """Say whether there is enough to compare, and else about how many runs are missing."""
    missing = max(0, int(numbers.least_runs.value) - runs)
    if telling:
        missing = max(missing, ceil((numbers.least_pairs.value - telling) * runs / telling))
    if missing > 0:
        return Verdict.NOT_ENOUGH, missing
    return (Verdict.NOT_TOLD_APART if telling else Verdict.NOTHING_TO_COMPARE), None


def _held_to_rate(asked: Sequence[Insight], numbers: Numbers) -> Iterator[Insight]:
    """Call an answer only what the rate of false ones allows, over everything that had enough runs."""
    tested = [one.strength.p_value for one in asked if one.strength is not None]
    chosen = iter(claim(tested, false_rate=numbers.step_rate.value / 100))
    for one in asked:
        if one.strength is not None and next(chosen):
            verdict = Verdict.MORE_PAIN if one.strength.value > 0 else Verdict.LESS_PAIN
            yield replace(one, verdict=verdict)
        else:
            yield one
