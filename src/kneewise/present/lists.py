"""Sessions in a list, what the diary holds of one, and what the runner chose."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Final

from kneewise.knowledge import read_all
from kneewise.model.activity import Activity
from kneewise.model.answers import Unknown
from kneewise.model.diary import Score, YesNo
from kneewise.model.evidence import Number
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.runner import LoadChoice, Settings
from kneewise.present.dates import say_date
from kneewise.present.diary import ID_SHOWN, weekdays
from kneewise.present.json import plain
from kneewise.present.page import Line, Lines, Tone, bullet, table, wrapped
from kneewise.present.text import distance
from kneewise.present.words import figure, ngettext, sentence


def runs_lines(activities: Iterable[Activity], *, miles: bool) -> Lines:
    """List sessions, one a line."""
    found = tuple(activities)
    if not found:
        return wrapped(sentence("runs.none"))
    head = tuple(
        sentence(f"column.{name}")
        for name in ("id", "day", "sport", "minutes", "distance", "cadence", "name")
    )
    rows = [_row(activity, miles=miles) for activity in found]
    return (
        *table(head, rows, right=frozenset({3, 4, 5})),
        Line(text=""),
        *wrapped(sentence("runs.count", count=len(found)), tone=Tone.QUIET),
    )


def no_runs_lines(others: int) -> Lines:
    """Say that there is no run; where sessions of other sports came in, how to see them."""
    if not others:
        return wrapped(sentence("runs.none"))
    said = ngettext(
        "No run yet, but %(count)s session of another sport: kneewise runs --all-sports",
        "No run yet, but %(count)s sessions of other sports: kneewise runs --all-sports",
        others,
    )
    return wrapped(said % {"count": others})


def _row(activity: Activity, *, miles: bool) -> tuple[str, ...]:
    measured = activity.measured
    name = activity.name or (sentence("runs.told") if activity.hand_entered else "")
    said = " ".join(filter(None, (name, sentence("runs.clock") if activity.clock_wrong else "")))
    return (
        activity.activity_id[:ID_SHOWN],
        say_date(activity.local_start, "D j M Y H:i"),
        sentence(f"sport.{activity.sport.value}"),
        str(round(measured.elapsed_s / 60)),
        "" if measured.distance_m is None else distance(measured.distance_m, miles=miles),
        "" if measured.cadence_spm is None else str(round(measured.cadence_spm)),
        said[:24],
    )


def entry_lines(entry: DiaryEntry) -> Lines:
    """Say what the diary holds of one knee about one session."""
    scores: list[tuple[str, TimedScore | None]] = [
        ("before", entry.before),
        ("during", entry.during),
        ("after_60min", entry.after_60min),
        ("morning", entry.morning),
        ("after_24h", entry.after_24h),
    ]
    said = [
        f"{sentence(f'score.{name}')} {figure(timed.value)}" for name, timed in scores if timed is not None
    ]
    said += [
        f"{sentence(f'score.{name}')} {spoken(answer)}"
        for name, answer in (("limp", entry.limp), ("painkiller", entry.painkiller))
        if answer is not None
    ]
    return bullet(f"{sentence(f'side.{entry.side.value}')}: {', '.join(said)}") if said else ()


def spoken(answer: Score | YesNo) -> str:
    """Say an answer, which may be that it is not known."""
    return figure(None if isinstance(answer, Unknown) else answer)


def settings_lines(settings: Settings) -> Lines:
    """List every setting with its meaning."""
    return tuple(line for field in fields(settings) for line in setting_lines(settings, field.name))


UNSET: Final[Mapping[str, str]] = {
    "goal_week_min": "usual",
    **dict.fromkeys(("race_on", "race_min", "race_km"), "none"),
}
"""What is typed to take a choice away, and so is what it is without one."""


def setting_lines(settings: Settings, name: str) -> Lines:
    """Say one setting with its meaning."""
    value = plain(getattr(settings, name))
    shown = weekdays(value) if isinstance(value, list) else figure(value)
    if value is None:
        shown = UNSET.get(name, shown)
    said = wrapped(shown or figure(None), first=f"  {name:<14} ", tone=Tone.STRONG)
    notes = [sentence(f"setting.{name}", **_paces())]
    if name == "load_choice" and settings.load_choice is LoadChoice.SWAP and not settings.swaps_runs:
        notes.append(sentence("setting.nothing_to_swap_to"))
    return (*said, *wrapped(" ".join(notes), first=" " * 17, tone=Tone.QUIET))


@cache
def _paces() -> Mapping[str, float]:
    """Give the two figures by which a week may grow."""
    numbers = read_all("engine")
    found = (("guide", numbers["week_more_percent"]), ("evidence", numbers["week_more_evidence_percent"]))
    return {f"{pace}_percent": one.value for pace, one in found if isinstance(one, Number)}
