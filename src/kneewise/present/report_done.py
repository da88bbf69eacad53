"""What a runner did in the days of a report, as short facts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kneewise.model.findings import Colour
from kneewise.model.report import ReportFacts
from kneewise.present.dates import say_date
from kneewise.present.outcomes import say_unknown_minutes
from kneewise.present.rest import WORST_FIRST
from kneewise.present.week_checks import say_checks
from kneewise.present.words import sentence

EXERCISES_NAMED = 4
MOST_RECORDS = 3
LETTERS = 60
"""So much of what a runner wrote fits on a page that is read in a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what is said under it."""

    name: str
    said: str


def say_done(facts: ReportFacts) -> Iterator[Fact]:
    """Say the runs, how the knee took them, the exercises, the phases, and what others did or said."""
    said = (
        (_("Running"), _runs(facts)),
        (_("Usual before"), _usual(facts)),
        (_("Answer of the knee"), _colours(facts)),
        (_("Exercises"), _exercises(facts)),
        (_("Phases"), _phases(facts)),
        (_("Painkillers"), _painkillers(facts)),
        (_("Ill"), _ill(facts)),
        (_("Seen by"), _seen(facts)),
        (_("Prescribed"), _inserts(facts)),
        (_("Own questions"), _week_checks(facts)),
    )
    yield from (Fact(name=name, said=words) for name, words in said if words)


def _runs(facts: ReportFacts) -> str:
    by_file = [one for one in facts.seen.activities if one.is_run and facts.since <= one.on <= facts.on]
    known = [one.running_min for one in by_file if one.running_min is not None]
    runs = len(by_file) + sum(facts.since <= day <= facts.on for day in facts.seen.days_told)
    said = ngettext("%(count)s run", "%(count)s runs", runs) % {"count": runs}
    if known:
        amounts = {"runs": said, "minutes": round(sum(known)), "most": round(max(known))}
        said = _("%(runs)s, %(minutes)s minutes; the longest %(most)s") % amounts
    unknown = say_unknown_minutes(runs - len(known))
    return f"{said}; {unknown}" if unknown else said


def _usual(facts: ReportFacts) -> str:
    base = facts.seen.baseline
    if base is None:
        return _("not known")
    amounts = {
        "minutes": round(base.week_min),
        "run": round(base.run_min),
        "days": round(base.days_per_week),
    }
    said = _("%(minutes)s minutes a week, about %(days)s runs of %(run)s minutes") % amounts
    return said if base.measured else _("%(usual)s (told, not measured)") % {"usual": said}


def _colours(facts: ReportFacts) -> str:
    """Count each run or walk once; of two knees the one that took it worse speaks."""
    told = [one for one in facts.colours if one.about_run and one.on >= facts.since]
    worst: dict[tuple[date, str | None], Colour] = {}
    for one in told:
        run = one.on, one.activity_id
        worst[run] = min(one.colour, worst.get(run, one.colour), key=WORST_FIRST.index)
    counts = Counter(worst.values())
    parts = (f"{counts[colour]} {sentence(f'colour.{colour.value}')}" for colour in Colour if counts[colour])
    listed = ", ".join(parts)
    if not listed:
        return ""
    if len({one.side for one in told}) > 1:
        return _("runs and brisk walks, each by the worse knee: %(colours)s") % {"colours": listed}
    return _("runs and brisk walks: %(colours)s") % {"colours": listed}


def _exercises(facts: ReportFacts) -> str:
    done = [one for one in facts.seen.exercises if facts.since <= one.on <= facts.on]
    if not done:
        return _("none noted")
    times = Counter(one.exercise for one in done).most_common()
    named = [f"{sentence(f'exercise.{name}')} {count}×" for name, count in times[:EXERCISES_NAMED]]
    left = max(0, len(times) - EXERCISES_NAMED)
    more = [ngettext("%(count)s other", "%(count)s others", left) % {"count": left}] * bool(left)
    days = len({one.on for one in done})
    said = ngettext("on %(count)s day: %(names)s", "on %(count)s days: %(names)s", days)
    return said % {"count": days, "names": ", ".join((*named, *more))}


def _phases(facts: ReportFacts) -> str:
    said = _("%(phase)s from %(day)s")
    return ", ".join(
        said % {"phase": sentence(f"phase.{one.phase.value}"), "day": _short(one.on)} for one in facts.phases
    )


def _painkillers(facts: ReportFacts) -> str:
    return _on_days(day for day in facts.seen.painkiller_days if facts.since <= day <= facts.on)


def _on_days(days: Iterable[date]) -> str:
    count = len(set(days))
    return ngettext("on %(count)s day", "on %(count)s days", count) % {"count": count} if count else ""


def _ill(facts: ReportFacts) -> str:
    ill = [one for one in facts.seen.illnesses if (one.until or facts.on) >= facts.since]
    spans = (
        _("%(first)s to %(last)s") % {"first": _short(one.on), "last": _short(one.until)}
        if one.until
        else _("since %(day)s") % {"day": _short(one.on)}
        for one in ill
    )
    return ", ".join(spans)


def _seen(facts: ReportFacts) -> str:
    latest = sorted(facts.seen.clearances, key=lambda one: one.at)[-MOST_RECORDS:]
    words = {True: sentence("said.may_run"), False: sentence("said.may_not_run")}
    return "; ".join(f"{_short(one.on)}, {_short_text(one.by)}: {words[one.may_run]}" for one in latest)


def _inserts(facts: ReportFacts) -> str:
    latest = sorted(facts.seen.inserts, key=lambda one: one.at)[-MOST_RECORDS:]
    said = _("%(what)s, by %(by)s, %(day)s")
    named = (
        said
        % {
            "what": sentence(f"said.{one.insert.value}"),
            "by": _short_text(one.prescribed_by),
            "day": _short(one.on),
        }
        for one in latest
    )
    return capfirst("; ".join(named))


def _week_checks(facts: ReportFacts) -> str:
    """Say the runner's own four scores in one line, each by itself."""
    return say_checks([one for one in reversed(facts.seen.week_checks) if one.on >= facts.since])


def _short(on: date) -> str:
    return say_date(on, "j M Y")


def _short_text(told: str) -> str:
    """Keep the beginning of what a runner wrote, on one line."""
    said = " ".join(told.split())
    return said if len(said) <= LETTERS else f"{said[: LETTERS - 1]}…"
