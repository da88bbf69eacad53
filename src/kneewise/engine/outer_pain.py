"""With the IT band, part of the time until the first outer pain caps the next run (rules 4)."""

from datetime import date, timedelta

from kneewise.engine.frame import Frame
from kneewise.model.answers import number_of


def first_outer_pain_min(before: date, frame: Frame, *, band: bool) -> float | None:
    """Give the minutes until the last run before a day hurt; ``None`` where it did not, or has had its turn.

    It is asked only where the IT band's pattern fits. Before the first run of the diary these are the minutes
    that the screening was told. The next run may be a walk, where the cap leaves too little to run: only then
    does a walk take the cap's turn.
    """
    if not band:
        return None
    runs = [one for one in frame.seen.entries if one.is_run and one.on < before]
    last_on = runs[-1].on if runs else None
    told = [one.first_pain_min for one in runs if one.on == last_on] if runs else [_told(before, frame)]
    first_min = min((minutes for minutes in told if minutes is not None), default=None)
    if first_min is None or _walked_instead(first_min, last_on, before, frame):
        return None
    return first_min


def outer_pain_cap_min(before: date, frame: Frame, *, band: bool) -> float | None:
    """Give the running minutes that this leaves of the next run."""
    first_min = first_outer_pain_min(before, frame, band=band)
    return None if first_min is None else first_min * frame.numbers.outer_pain_share_percent.value / 100


def _told(before: date, frame: Frame) -> float | None:
    """Give what was told last up to then, "not known" left out: no later answer changes what a day was."""
    sets = (one.answers for one in reversed(frame.seen.answer_sets) if one.on <= before)
    told = (number_of(answers.get("first_pain_min")) for answers in sets)
    return next((minutes for minutes in told if minutes is not None), None)


def _walked_instead(first_min: float, last_on: date | None, before: date, frame: Frame) -> bool:
    """Whether a brisk walk stood in the place of that run, where the cap was too short for one."""
    numbers = frame.numbers
    if first_min * numbers.outer_pain_share_percent.value / 100 >= numbers.run_least_min.value:
        return False
    brisk_min = numbers.walk_min.value * numbers.planned_share.value / 100
    rested_on = date.min if last_on is None else last_on + timedelta(days=numbers.rest_days.value)
    walks = (one for one in frame.seen.entries if one.about_run and one.on < before)
    return any((one.walked_min or 0.0) >= brisk_min and one.on > rested_on for one in walks)
