"""The colour of one run, or of a rest day's morning, for one knee (rules 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from kneewise.engine.numbers import Numbers
from kneewise.model.diary import YesNo
from kneewise.model.evidence import Number, Reason, Shown, because
from kneewise.model.findings import Colour, ExerciseColour
from kneewise.model.observations import DiaryEntry, ExerciseEntry
from kneewise.model.places import Side
from kneewise.model.plan import RunColour

BAD = frozenset({Colour.AMBER, Colour.RED})
PAIN = frozenset({"colour.during", "colour.morning", "colour.morning_high", "colour.day_after"})
"""Rules by which pain itself makes a colour bad."""

RANK = tuple(Colour)
"""The later one beats the earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one answer says of the run."""

    colour: Colour
    reason: Reason | None = None
    missing: str = ""


def worst(colours: tuple[Colour, ...]) -> Colour:
    """Let red beat amber beat unknown beat neutral beat green."""
    return max(colours, key=RANK.index, default=Colour.UNKNOWN)


def colour_run(entry: DiaryEntry, green: int, numbers: Numbers) -> RunColour:
    """Colour a run, or a brisk walk that the plan asked for."""
    others = [
        _during(entry, green, numbers),
        _after_60min(entry, green, numbers),
        _limp(entry.limp, numbers),
        _painkiller(entry.painkiller, numbers),
        *_sleep(entry, numbers),
        *_day_after(entry, numbers),
    ]
    all_green = all(mark.colour is Colour.GREEN for mark in others)
    return _made(entry, [*others, _morning(entry, green, numbers, all_green=all_green)])


def colour_rest_day(entry: DiaryEntry, green: int, numbers: Numbers) -> RunColour:
    """Colour a rest day by its morning; a limp or a painkiller that was told counts as on a run."""
    marks = [_morning(entry, green, numbers, all_green=True), *_sleep(entry, numbers)]
    if entry.limp is True:
        marks.append(_limp(entry.limp, numbers))
    if entry.painkiller is True:
        marks.append(_painkiller(entry.painkiller, numbers))
    return _made(entry, marks)


def colour_exercise(
    done: ExerciseEntry, sore: Sequence[Side], greens: Mapping[Side, int], numbers: Numbers
) -> ExerciseColour:
    """Colour a session of an exercise or drill; of a knee that is not sore, only what went badly speaks."""
    marks = [
        mark
        for knee in done.knees
        for mark in _exercise_marks(knee, greens[knee.side], numbers)
        if knee.side in sore or mark.colour is not Colour.UNKNOWN
    ]
    colour = worst(tuple(mark.colour for mark in marks))
    told = [mark.reason for mark in marks if mark.reason is not None]
    bad = {mark.reason.rule for mark in marks if mark.reason is not None and mark.colour in BAD}
    return ExerciseColour(
        done=done,
        colour=colour,
        because=_decisive(marks, colour) or tuple(told),
        missing=tuple(dict.fromkeys(mark.missing for mark in marks if mark.missing)),
        hurts="colour.during" in bad,
        by_pain=bool(bad & PAIN),
    )


def _exercise_marks(knee: DiaryEntry, green: int, numbers: Numbers) -> list[Mark]:
    """Ask what an exercise is asked: the worst in it, and the morning or the score a day later."""
    others = [
        _during(knee, green, numbers),
        *([_painkiller(knee.painkiller, numbers)] if knee.painkiller is True else []),
        *_sleep(knee, numbers),
        *_day_after(knee, numbers),
    ]
    all_green = all(mark.colour is Colour.GREEN for mark in others)
    morning = _morning(knee, green, numbers, all_green=all_green)
    later = knee.after_24h is not None and knee.after_24h.value is not None
    return others if morning.missing and later else [*others, morning]


def is_hard(colour: RunColour) -> bool:
    """Whether a red came of a limp or of the day after, which cuts deeper."""
    return any(reason.rule in {"colour.limp", "colour.day_after"} for reason in colour.because)


def too_sore_to_run(entry: DiaryEntry, green: int, on: date, numbers: Numbers) -> Reason | None:
    """Say why there is no run on a day that begins too sore; ``None`` where it does not."""
    before = entry.before if entry.on == on else None
    # A run's morning is that of the next day.
    morning = entry.morning if entry.on + timedelta(days=entry.about_run) == on else None
    values = [score.value for score in (before, morning) if score is not None and score.value is not None]
    if not values:
        return None
    score = max(values)
    above_green, above_usual = numbers.before_above_green, numbers.before_above_usual
    limits = ((green, above_green), (entry.usual_morning or 0, above_usual))
    limit, number = min(((line + above.value, above) for line, above in limits), key=itemgetter(0))
    if score < limit:
        return None
    return because("colour.sore_before", number, seen=score, limit_0_10=limit)


def _made(entry: DiaryEntry, marks: list[Mark]) -> RunColour:
    colour = worst(tuple(mark.colour for mark in marks))
    decisive = _decisive(marks, colour)
    every = tuple(mark.reason for mark in marks if mark.reason is not None)
    return RunColour(
        on=entry.on,
        side=entry.side,
        about_run=entry.about_run,
        walk=entry.walked_min is not None,
        activity_id=entry.activity.activity_id if entry.activity is not None else None,
        colour=colour,
        because=decisive or every,
        missing=tuple(mark.missing for mark in marks if mark.missing),
    )


def _decisive(marks: Sequence[Mark], colour: Colour) -> tuple[Reason, ...]:
    return tuple(mark.reason for mark in marks if mark.colour is colour and mark.reason is not None)


def _missing(what: str) -> Mark:
    return Mark(colour=Colour.UNKNOWN, missing=what)


def _mark(colour: Colour, rule: str, number: Number, seen: Shown, **facts: Shown) -> Mark:
    return Mark(colour=colour, reason=because(rule, number, seen=seen, **facts))


def _during(entry: DiaryEntry, green: int, numbers: Numbers) -> Mark:
    if entry.during is None or entry.during.value is None:
        return _missing("during")
    score = entry.during.value
    if score >= numbers.red_during_from.value:
        colour = Colour.RED
    else:
        colour = Colour.AMBER if score > green else Colour.GREEN
    return _mark(colour, "colour.during", numbers.red_during_from, score, green_0_10=green)


def _after_60min(entry: DiaryEntry, green: int, numbers: Numbers) -> Mark:
    if entry.after_60min is None or entry.after_60min.value is None:
        return _missing("after_60min")
    score = entry.after_60min.value
    settled = score <= max(entry.before_0_10, numbers.settled_at_most.value)
    if settled and score > green + numbers.above_green_most.value:
        return _high("colour.after_60min_high", score, green, numbers)
    colour = Colour.GREEN if settled else Colour.AMBER
    return _mark(colour, "colour.after_60min", numbers.settled_at_most, score, **_told_before(entry))


def _told_before(entry: DiaryEntry) -> dict[str, int]:
    """Give the pain before a run where it was told; one that was not counts as none and is no figure."""
    told = entry.before is not None and entry.before.value is not None
    return {"before_0_10": entry.before_0_10} if told else {}


def _high(rule: str, score: int, green: int, numbers: Numbers) -> Mark:
    """A score is amber by its height alone, whatever the one is that it is held against."""
    return _mark(Colour.AMBER, rule, numbers.above_green_most, score, green_0_10=green)


def _morning(entry: DiaryEntry, green: int, numbers: Numbers, *, all_green: bool) -> Mark:
    if entry.morning is None or entry.morning.value is None:
        return _missing("morning")
    score, usual = entry.morning.value, entry.usual_morning or 0
    higher = score - usual
    number = numbers.morning_neutral
    if higher >= numbers.morning_red.value:
        colour, number = Colour.RED, numbers.morning_red
    elif score <= numbers.settled_at_most.value:
        colour = Colour.GREEN
    elif higher >= numbers.morning_amber.value:
        colour, number = Colour.AMBER, numbers.morning_amber
    elif score > green + numbers.above_green_most.value:
        return _high("colour.morning_high", score, green, numbers)
    elif higher >= numbers.morning_neutral.value:
        colour = Colour.NEUTRAL if all_green else Colour.AMBER
    else:
        colour = Colour.GREEN
    return _mark(colour, "colour.morning", number, score, usual_0_10=usual)


def _day_after(entry: DiaryEntry, numbers: Numbers) -> list[Mark]:
    if entry.after_24h is None or entry.after_24h.value is None:
        return []
    score = entry.after_24h.value
    if score <= max(entry.before_0_10, numbers.settled_at_most.value):
        return []
    return [_mark(Colour.RED, "colour.day_after", numbers.settled_at_most, score, **_told_before(entry))]


def _sleep(entry: DiaryEntry, numbers: Numbers) -> list[Mark]:
    quality = entry.sleep_quality_0_10
    morning = entry.morning.value if entry.morning is not None else None
    if not isinstance(quality, int) or morning is None or morning <= (entry.usual_morning or 0):
        return []
    if quality > numbers.poor_sleep.value:
        return []
    return [_mark(Colour.AMBER, "colour.sleep", numbers.poor_sleep, quality)]


def _limp(said: YesNo, numbers: Numbers) -> Mark:
    if said is True:
        return _mark(Colour.RED, "colour.limp", numbers.red_back_hard_percent, seen=True)
    return Mark(colour=Colour.GREEN) if said is False else _missing("limp")


def _painkiller(said: YesNo, numbers: Numbers) -> Mark:
    if said is True:
        return _mark(Colour.AMBER, "colour.painkiller", numbers.rest_days_after_bad, seen=True)
    return Mark(colour=Colour.GREEN) if said is False else _missing("painkiller")
