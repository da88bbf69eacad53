"""Seven days in a list, and the plan they belong to."""

from collections.abc import Iterable, Sequence
from datetime import date

from kneewise.model.cadence import BandRun, BlockEnd
from kneewise.model.findings import Fit, PatternFit, WallTests
from kneewise.model.plan import Change, Decision, Session, SessionKind
from kneewise.model.runner import Settings
from kneewise.present.advice import advice_lines, found_by_rooms, mark, of_the_way, reasons_of
from kneewise.present.dates import say_date
from kneewise.present.day import name_session, say_minutes, whole_minutes
from kneewise.present.differences import differences
from kneewise.present.goal import goal_lines
from kneewise.present.home_tests import home_test_lines
from kneewise.present.in_band import in_band_lines
from kneewise.present.in_runs import in_runs_lines
from kneewise.present.json import says_anything
from kneewise.present.moves import move_lines
from kneewise.present.page import Lines, Tone, bullet, fact, section, wrapped
from kneewise.present.patterns import say_features, say_first
from kneewise.present.reasons import cap_reasons, note_lines, reason_sentence, reasons, sources_of
from kneewise.present.rest import what_is_done
from kneewise.present.text import (
    distance,
    head_lines,
    safety_lines,
    where_lines,
    why_lines,
    would_change_lines,
)
from kneewise.present.told import say_told
from kneewise.present.words import sentence

LOWERS = frozenset({"caps.gap", "caps.gap_told", "caps.no_run", "caps.outer_pain"})
"""Limits below what the phase alone would leave: each is said beside the minutes."""


def week_lines(
    decision: Decision,
    *,
    settings: Settings,
    today: date | None = None,
    runs: Sequence[BandRun] = (),
    ended: BlockEnd | None = None,
) -> Lines:
    """Lay out seven days, one line a day, with the caps that hold in them, and the last runs in the band.

    Args:
        decision: Of the first day.
        settings: The runner's.
        today: By the clock; a day of another year is named with its year.
        runs: Those of the cadence block.
        ended: Why that block was dropped, if it was.
    """
    return (
        *head_lines(decision.plan, today),
        *where_lines(decision, settings),
        *_days(decision),
        *_caps(decision, settings),
        *_changes(decision),
        *in_band_lines(runs, ended),
        *safety_lines(decision),
    )


def plan_lines(
    decision: Decision,
    *,
    settings: Settings,
    today: date | None = None,
    runs: Sequence[BandRun] = (),
    ended: BlockEnd | None = None,
) -> Lines:
    """Lay out the whole plan; what is given is what `week_lines` is given."""
    plan = decision.plan
    said = (*reasons(decision), *reasons_of(plan.advice), *found_by_rooms(decision))
    cited = sources_of(said)
    return (
        *head_lines(plan, today),
        *where_lines(decision, settings),
        *_days(decision),
        *_caps(decision, settings),
        *_changes(decision),
        *in_band_lines(runs, ended),
        *goal_lines(plan.goal),
        *why_lines(decision, reasons(decision), cited),
        *_patterns(decision),
        *section(sentence("head.in_runs"), *map(in_runs_lines, decision.found.pain.in_runs)),
        *section(
            sentence("head.advice"),
            *map(bullet, of_the_way(plan.advice)),
            advice_lines(plan.advice, cited, whole=True, found=found_by_rooms(decision)),
        ),
        *_walls(decision),
        *section(
            sentence("head.differences"),
            *(bullet(f"{reason_sentence(one)} {mark((one,), cited)}") for one in differences(decision)),
        ),
        *home_test_lines(plan),
        *would_change_lines(plan),
        *note_lines(said),
        *safety_lines(decision),
    )


def _days(decision: Decision) -> Lines:
    plan = decision.plan
    done = what_is_done(decision)
    days = (day_lines(one, done="" if place else done) for place, one in enumerate(plan.sessions))
    return section(sentence("head.week"), *days, *move_lines(plan.moves))


def day_lines(session: Session, *, done: str = "") -> Lines:
    """Say one day of the week: its name, what it holds, and how long; ``done`` took its place already."""
    name = sentence("mark.rest") if session.kind is SessionKind.REST else name_session(session)
    name = sentence(f"mark.{done}_done") if done else name
    return fact(
        say_date(session.on, "D j M"),
        ", ".join(filter(None, (name, say_minutes(session), *_more(session)))),
    )


def _more(session: Session) -> Iterable[str]:
    if session.hills:
        yield sentence("more.downhill" if session.downhill else "more.hills")
    if session.speed:
        yield sentence("more.speed")
    if session.soft_surface:
        yield sentence("more.soft")
    if session.shoe:
        yield sentence("more.shoe", shoe=session.shoe)
    if session.exercises:
        yield sentence("more.circuit" if session.circuit else "more.strength")


def _caps(decision: Decision, settings: Settings) -> Lines:
    if not decision.plan.may_run:
        return ()  # A limit in minutes beside a stop would read as leave to run them.
    caps = decision.plan.caps
    said = []
    if caps.next_run_min is not None:
        key = "cap.next_run" if caps.next_run_min else "cap.next_walk"
        said.append(sentence(key, run_min=whole_minutes(caps.next_run_min)))
    if caps.run_min:
        said.append(sentence("cap.run", run_min=whole_minutes(caps.run_min)))
    if caps.run_m is not None:
        said.append(sentence("cap.run_distance", distance=distance(caps.run_m, miles=settings.miles)))
    if caps.week_min:
        said.append(sentence("cap.week", week_min=whole_minutes(caps.week_min)))
    lower = (reason_sentence(one) for one in cap_reasons(decision.plan) if one.rule in LOWERS)
    return section(sentence("head.caps"), *(bullet(one) for one in (*said, *lower)))


def _changes(decision: Decision) -> Lines:
    said = (fact(say_begin(change, "D j M"), say_change(change)) for change in decision.plan.changes)
    return section(sentence("head.changes"), *said)


def say_begin(change: Change, pattern: str) -> str:
    """Say when a change began: the day, or that it is still to begin."""
    return say_date(change.begun_on, pattern) if change.begun_on else sentence("change.to_begin")


def say_change(change: Change) -> str:
    """Name a change; of harder exercises, each of them."""
    if change.exercises:
        names = (sentence(f"exercise.{name}") for name in change.exercises)
        return sentence("change.harder", names=", ".join(names))
    return sentence(f"change.{change.kind.value}")


def _walls(decision: Decision) -> Lines:
    """Set the first and the latest knee-to-wall test of each side beside one another."""
    walls = decision.found.ankle.walls
    note = wrapped(sentence("wall.no_error"), first="  ", tone=Tone.QUIET) if walls else ()
    return section(sentence("head.walls"), *map(_wall, walls), note)


def _wall(wall: WallTests) -> Lines:
    first = {"first_cm": wall.first_cm, "first_on": wall.first_on}
    if wall.tests == 1:
        return fact(sentence(f"leg.{wall.side.value}"), sentence("wall.once", **first))
    way = "farther" if wall.change_cm > 0 else "less" if wall.change_cm < 0 else "same"
    latest = {"latest_cm": wall.latest_cm, "latest_on": wall.latest_on, "cm": abs(wall.change_cm)}
    return fact(sentence(f"leg.{wall.side.value}"), sentence(f"wall.{way}", **first, **latest))


def _patterns(decision: Decision) -> Lines:
    if decision.plan.urgency.stops_running:
        return ()  # Beside a stop no pattern is offered as what explains it.
    return section(sentence("head.patterns"), pattern_lines(decision))


def pattern_lines(decision: Decision) -> Lines:
    """Say how the patterns fit, and that it can be something else; nothing before anything was said.

    Those that fit poorly are named in one line: `--json` has what speaks for and against each.
    """
    pain = decision.found.pain
    if not pain.patterns or not says_anything(pain):
        return ()
    poor = "; ".join(sentence(f"pattern.{one.id}") for one in pain.patterns if one.fit is Fit.POORLY)
    return (
        *wrapped(say_first(pain), first="  "),
        *(line for one in pain.patterns if one.fit is not Fit.POORLY for line in _pattern(one)),
        *(bullet(sentence("fit.rest", patterns=poor)) if poor else ()),
        *wrapped(sentence("fit.other"), first="  "),
        *wrapped(say_told(pain), first="  "),
    )


def _pattern(pattern: PatternFit) -> Lines:
    name = sentence(f"pattern.{pattern.id}")
    features = (wrapped(said, first="    ") for said in say_features(pattern))
    said = (bullet(f"{name}: {sentence(f'fit.{pattern.fit.value}')}"), *features)
    return tuple(line for part in said for line in part)
