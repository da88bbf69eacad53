"""The tables behind a report: weeks, scores, exercises, tests at home, and what the runner wrote."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kneewise.model.diary import TestResult, YesNo
from kneewise.model.ledger import Load
from kneewise.model.observations import DiaryEntry, ExerciseEntry, TimedScore
from kneewise.model.places import Side
from kneewise.model.report import ReportFacts
from kneewise.present.dates import say_date
from kneewise.present.words import figure, sentence

NOTHING = "–"
SHORT = "j M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head; the first ``words`` columns are words, the others figures."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int


def set_tables(facts: ReportFacts) -> Iterator[Table]:
    """Set the tables out, each with its newest row first; an empty one is left out."""
    tables = (_weeks(facts), _scores(facts), _exercises(facts), _tests(facts), _notes(facts))
    yield from (table for table in tables if table.rows)


def _weeks(facts: ReportFacts) -> Table:
    return Table(
        title=_("Load, week by week"),
        note=_(
            "Impact: minutes of running, weighed by steps, slope and body mass against the runner’s own "
            "usual. Effort: sessions of every sport in minutes of own easy running. Neither is a force or a "
            "risk."
        ),
        head=(_("Seven days to"), _("sessions"), _("running min"), _("impact min"), _("effort min")),
        rows=tuple(_week(week) for week in facts.weeks),
        words=1,
    )


def _week(week: Load) -> tuple[str, ...]:
    figures = (week.running_min, week.impact_min, week.aerobic_easy_min)
    return (say_date(week.on, SHORT), str(week.sessions), *(f"{amount:.0f}" for amount in figures))


def _scores(facts: ReportFacts) -> Table:
    entries = [one for one in facts.seen.entries if facts.since <= one.on <= facts.on]
    colours = {
        (one.on, one.side, one.about_run): sentence(f"colour.{one.colour.value}") for one in facts.colours
    }
    rows = (
        (*_score_row(one), colours.get((one.on, one.side, one.about_run), NOTHING))
        for one in reversed(entries)
    )
    return Table(
        title=_("Pain from 0 to 10, as it was told"),
        note=_("A dash: not told. “Not known”: asked, and the runner did not know."),
        head=(
            *(_("Day"), _("knee"), _("about"), _("before"), _("during"), _("after 60 min")),
            *(_("next morning"), _("after 24 h"), _("limp"), _("painkiller"), _("colour")),
        ),
        rows=tuple(rows),
        words=3,
    )


def _score_row(entry: DiaryEntry) -> tuple[str, ...]:
    about = _("walk") if entry.walked_min is not None else _("run") if entry.about_run else _("day")
    scores = (entry.before, entry.during, entry.after_60min, entry.morning, entry.after_24h)
    return (
        *(say_date(entry.on, SHORT), sentence(f"side.{entry.side.value}"), about),
        *(_score(score) for score in scores),
        *(_yes_no(said) for said in (entry.limp, entry.painkiller)),
    )


def _score(score: TimedScore | None) -> str:
    return NOTHING if score is None else figure(score.value)


def _exercises(facts: ReportFacts) -> Table:
    done = [one for one in facts.seen.exercises if facts.since <= one.on <= facts.on]
    return Table(
        title=_("Exercises, with the worst pain in them or after"),
        note="",
        head=(_("Day"), _("exercise"), _("leg"), _("sets"), _("last set"), _("kg"), _("pain")),
        rows=tuple(_exercise(one) for one in reversed(done)),
        words=3,
    )


def _exercise(done: ExerciseEntry) -> tuple[str, ...]:
    held = None if done.last_hold_s is None else f"{done.last_hold_s} s"
    return (
        say_date(done.on, SHORT),
        sentence(f"exercise.{done.exercise}"),
        ", ".join(_("left") if leg is Side.LEFT else _("right") for leg in done.legs) or NOTHING,
        _known(done.sets),
        held or _known(done.last_repetitions),
        _known(done.load_kg),
        _known(done.worst_0_10),
    )


def _tests(facts: ReportFacts) -> Table:
    tried = [one for one in facts.seen.tests if facts.since <= one.on <= facts.on]
    return Table(
        title=_("Tests at home"),
        note="",
        head=(_("Day"), _("knee"), _("test"), _("how much"), _("pain")),
        rows=tuple(_test(one) for one in reversed(tried)),
        words=3,
    )


def _test(tried: TestResult) -> tuple[str, ...]:
    units = {"cm": tried.distance_cm, "min": tried.duration_min, "": tried.count}
    amounts = (f"{figure(amount)} {unit}".rstrip() for unit, amount in units.items() if amount is not None)
    pain = tried.pain_0_10
    return (
        say_date(tried.on, SHORT),
        sentence(f"side.{tried.side.value}"),
        sentence(f"test.{tried.kind.value}"),
        next(amounts, NOTHING),
        NOTHING if pain is None else figure(pain if isinstance(pain, int) else None),
    )


def _known(amount: float | None) -> str:
    return NOTHING if amount is None else figure(amount)


def _yes_no(said: YesNo) -> str:
    if said is None:
        return NOTHING
    return figure(said if isinstance(said, bool) else None)


def _notes(facts: ReportFacts) -> Table:
    rows = (
        (say_date(one.on, SHORT), sentence(f"side.{one.side.value}"), one.note)
        for one in reversed(facts.notes)
    )
    head = (_("Day"), _("knee"), _("note"))
    return Table(title=_("In the runner’s own words"), note="", head=head, rows=tuple(rows), words=3)
