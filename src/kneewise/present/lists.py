"""Sessions in a list and one by one, and what the runner chose."""

from collections.abc import Iterable
from dataclasses import fields

from django.utils.formats import date_format

from kneewise.model.activity import Activity
from kneewise.model.answers import Unknown
from kneewise.model.diary import Score, YesNo
from kneewise.model.observations import DiaryEntry, TimedScore
from kneewise.model.runner import Settings
from kneewise.present.diary import ID_SHOWN, weekdays
from kneewise.present.json import plain
from kneewise.present.page import Line, Lines, Tone, bullet, fact, table, wrapped
from kneewise.present.text import distance
from kneewise.present.words import figure, sentence


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


def _row(activity: Activity, *, miles: bool) -> tuple[str, ...]:
    measured = activity.measured
    said = " ".join(filter(None, (activity.name, sentence("runs.clock") if activity.clock_wrong else "")))
    return (
        activity.activity_id[:ID_SHOWN],
        date_format(activity.local_start, "D j M Y H:i"),
        sentence(f"sport.{activity.sport.value}"),
        str(round(measured.elapsed_s / 60)),
        "" if measured.distance_m is None else distance(measured.distance_m, miles=miles),
        "" if measured.cadence_spm is None else str(round(measured.cadence_spm)),
        said[:24],
    )


def activity_lines(activity: Activity, *, miles: bool) -> Lines:
    """Say what was measured of one session; what the file could not tell is left out."""
    measured = activity.measured
    minutes = {
        "elapsed": measured.elapsed_s,
        "moving": measured.moving_s,
        "running": measured.running_s,
    }
    said = [
        (name, sentence("figure.minutes", minutes=whole(value / 60)))
        for name, value in minutes.items()
        if value
    ]
    if measured.distance_m is not None:
        said.append(("distance", distance(measured.distance_m, miles=miles)))
    amounts = {
        "ascent": (measured.ascent_m, "figure.m"),
        "descent": (measured.descent_m, "figure.m"),
        "cadence": (measured.cadence_spm, "figure.spm"),
        "easy_cadence": (measured.easy_pace_cadence_spm, "figure.spm"),
        "heart_rate": (measured.heart_rate_bpm, "figure.bpm"),
    }
    said += [
        (name, sentence(key, amount=whole(value)))
        for name, (value, key) in amounts.items()
        if value is not None
    ]
    if measured.speed_m_s:
        said.append(("pace", pace(measured.speed_m_s, miles=miles)))
    if activity.shoe:
        said.append(("shoes", activity.shoe))
    title = activity.name or sentence(f"sport.{activity.sport.value}")
    head = Line(text=f"{date_format(activity.local_start, 'l j F Y, H:i')}  {title}", tone=Tone.TITLE)
    return (
        head,
        Line(text=""),
        *(line for name, words in said for line in fact(sentence(f"measure.{name}"), words)),
    )


def whole(amount: float) -> int:
    """Round a measured amount for reading."""
    return round(amount)


def pace(speed_m_s: float, *, miles: bool) -> str:
    """Say a speed as minutes and seconds for a kilometre or a mile."""
    unit_m, key = (1609.344, "pace.mile") if miles else (1000, "pace.km")
    minutes, seconds = divmod(round(unit_m / speed_m_s), 60)
    return sentence(key, pace=f"{minutes}:{seconds:02d}")


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


def setting_lines(settings: Settings, name: str) -> Lines:
    """Say one setting with its meaning."""
    value = plain(getattr(settings, name))
    shown = weekdays(value) if isinstance(value, list) else figure(value)
    said = Line(text=f"  {name:<14} {shown or figure(None)}", tone=Tone.STRONG)
    return (said, *wrapped(sentence(f"setting.{name}"), first=" " * 17, tone=Tone.QUIET))
