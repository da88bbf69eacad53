"""What can be said in each kind of diary record."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.app.diary_parts import (
    ANY_DAY,
    CLOCK,
    DAY,
    EXERCISE,
    INSTANT,
    LEG,
    MOST_SETS,
    PLAIN,
    SCORE,
    SIDE,
    STEP,
    TEXT,
    TIMES,
    WORDS,
    YES_NO,
    Part,
    count_to,
    from_one_to,
    one_of,
    row_to,
    up_to,
    words,
)
from kneewise.model.diary import SCORES, WEEK_QUESTIONS, InsertKind, TestKind
from kneewise.model.errors import UsageError
from kneewise.model.trial import TrialKind, Way
from kneewise.present.dates import say_date
from kneewise.store.codec import Json, from_json
from kneewise.store.records import RecordKind

OF_AN_EXERCISE = ("before", "during", "morning", "after_24h")
FARTHEST_M = 5_000_000
LONGEST_RUN_MIN = 1440
FARTHEST_RUN_KM = 500
MOST_PAIRS = 50

FIELDS: Mapping[RecordKind, Mapping[str, Part]] = {
    RecordKind.PAIN: {
        "side": SIDE,
        "about_run": PLAIN,
        "activity_id": TEXT,
        **dict.fromkeys(SCORES, SCORE),
        "scored_at": TIMES,
        "limp": YES_NO,
        "painkiller": YES_NO,
        "first_pain_min": up_to(1000),
        "other_knee_fine": YES_NO,
        "note": TEXT,
    },
    RecordKind.CLEARANCE: {"by": TEXT, "may_run": PLAIN},
    RecordKind.PAINKILLER: {"before_run": PLAIN},
    RecordKind.ILLNESS: {"until": DAY, "ended_at": INSTANT},
    RecordKind.SLEEP: {"hours": up_to(24), "quality_0_10": SCORE},
    RecordKind.SHOE: {"name": TEXT, "distance_before_m": up_to(FARTHEST_M), "retired": PLAIN},
    RecordKind.TEST: {
        "side": SIDE,
        "kind": one_of(TestKind),
        "pain_0_10": SCORE,
        "count": count_to(1000),
        "distance_cm": up_to(40),
        "duration_min": up_to(600),
    },
    RecordKind.INSERT: {"insert": one_of(InsertKind), "prescribed_by": TEXT, "worn_until": DAY},
    RecordKind.MOVE: {"from_day": ANY_DAY, "to_day": ANY_DAY},
    RecordKind.BESIDE_PLAN: {"why": WORDS},
    RecordKind.WEEK: dict.fromkeys(WEEK_QUESTIONS, SCORE),
    RecordKind.TRIAL: {
        "trial": one_of(TrialKind),
        "first": TEXT,
        "second": TEXT,
        "seed": TEXT,
        "pairs": count_to(MOST_PAIRS),
        "ended_on": DAY,
    },
    RecordKind.TURN: {
        "of_trial": TEXT,
        "place": count_to(2 * MOST_PAIRS),
        "way": one_of(Way),
        "as_told": YES_NO,
    },
    RecordKind.EXERCISE: {
        "exercise": EXERCISE,
        "side": LEG.called("leg"),
        "sets": count_to(MOST_SETS),
        "repetitions": row_to(200),
        "hold_s": row_to(600),
        "in_reserve": SCORE,
        "load_kg": up_to(500),
        **{name: SCORE.called(f"exercise_{name}") for name in OF_AN_EXERCISE},
    },
    RecordKind.OPINION: {"step": STEP, "helpful": PLAIN},
    RecordKind.RUN: {"activity_id": TEXT, "all_running": PLAIN, "soft_surface": PLAIN, "shoe": TEXT},
    RecordKind.TOLD_RUN: {
        "running_min": from_one_to(LONGEST_RUN_MIN),
        "distance_m": up_to(FARTHEST_RUN_KM * 1000).called("run_m"),
        "began": CLOCK,
        "shoe": TEXT,
    },
}

NEEDED: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.PAIN: ("side",),
    RecordKind.CLEARANCE: ("by", "may_run"),
    RecordKind.SHOE: ("name",),
    RecordKind.TEST: ("side", "kind"),
    RecordKind.EXERCISE: ("exercise",),
    RecordKind.RUN: ("activity_id",),
    RecordKind.TOLD_RUN: ("running_min",),
    RecordKind.INSERT: ("insert", "prescribed_by"),
    RecordKind.MOVE: ("from_day", "to_day"),
    RecordKind.BESIDE_PLAN: ("why",),
    RecordKind.WEEK: (),
    RecordKind.TRIAL: ("trial", "seed", "pairs"),
    RecordKind.TURN: ("of_trial", "place", "way"),
    RecordKind.OPINION: ("step", "helpful"),
}
"""Without these a record says nothing."""

TELLING = frozenset({RecordKind.PAIN, RecordKind.TEST, RecordKind.EXERCISE, RecordKind.RUN, RecordKind.WEEK})
"""These say something only with one part more."""

OPEN: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.TRIAL: ("ended_on",),
    RecordKind.TURN: ("on", "as_told"),
}
"""Of a test by lot nothing else is said anew: its order was drawn, and which run had which place is kept."""

LASTING: Mapping[RecordKind, str] = {RecordKind.ILLNESS: "until", RecordKind.INSERT: "worn_until"}
"""The last day of what lasts."""

ALWAYS: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.ILLNESS: ("until",),
    RecordKind.SLEEP: ("hours", "quality_0_10"),
}
"""Written down even where nothing was said of them."""


def read_fields(kind: RecordKind, said: Mapping[str, object], *, today: date) -> dict[str, Json]:
    """Read the parts of a record as they were typed; what was not said is left out.

    Raises:
        UsageError: A part has no such name, or cannot be that, or one that is needed is missing.
    """
    return whole(kind, read_some(kind, said, today=today))


def whole(kind: RecordKind, payload: Mapping[str, Json]) -> dict[str, Json]:
    """Leave out what was not said, and see that what is left says something.

    Raises:
        UsageError: A part that is needed is missing, or nothing is left.
    """
    told = {name: value for name, value in payload.items() if value is not None}
    for name in NEEDED.get(kind, ()):
        if name not in told:
            raise UsageError(_("Say %(name)s as well.") % {"name": words(name)}, field=name)
    if kind is RecordKind.TEST and told["kind"] == TestKind.KNEE_TO_WALL.value and "distance_cm" not in told:
        raise UsageError(_("Say %(name)s as well.") % {"name": words("distance_cm")}, field="distance_cm")
    if kind in TELLING and len(told) == len(NEEDED[kind]):
        raise UsageError(_("Say at least one thing about it, such as a score."))
    return dict.fromkeys(ALWAYS.get(kind, ())) | told


def see_order(kind: RecordKind, payload: Mapping[str, Json], *, on: date) -> None:
    """See that an illness, or the time an insert is worn, does not end before it began, and a move moves.

    Raises:
        UsageError: It does end before, or moves nothing.
    """
    if kind is RecordKind.MOVE and payload["from_day"] == payload["to_day"]:
        raise UsageError(_("The two days of a move are the same: say another day to run on."))
    ended = payload.get(LASTING[kind]) if kind in LASTING else None
    until = None if ended is None else from_json(date, ended)
    if until is not None and until < on:
        raise UsageError(
            _("The last day of it, %(until)s, cannot lie before its first, %(on)s.")
            % {"until": say_date(until, "j F Y"), "on": say_date(on, "j F Y")}
        )


def see_open(kind: RecordKind, names: Iterable[str]) -> None:
    """See that what is to be said anew was not fixed once for all.

    Raises:
        UsageError: A part of it was.
    """
    open_parts = OPEN.get(kind)
    if open_parts is not None and not set(names) <= set(open_parts):
        raise UsageError(
            _("Of this entry only %(known)s can be changed: the rest was drawn by lot, and stays as it is.")
            % {"known": ", ".join(open_parts)}
        )


def read_some(kind: RecordKind, said: Mapping[str, object], *, today: date) -> dict[str, Json]:
    """Read the parts that were typed, for a change of a record."""
    parts = FIELDS[kind]
    for name in said:
        if name not in parts:
            raise UsageError(
                _("There is no “%(name)s” here: there are %(known)s.")
                % {"name": name, "known": ", ".join(parts)}
            )
    read: dict[str, Json] = {}
    for name, raw in said.items():
        with parse.part(name):
            read[name] = parts[name].read(name, raw, today)
    return read


def schemas_of(kind: str) -> tuple[dict[str, Mapping[str, Any]], tuple[str, ...]]:
    """Give each part of a kind of entry as a program sends it, and name those it needs."""
    parts = FIELDS[RecordKind(kind)]
    return {name: part.schema for name, part in parts.items()}, NEEDED.get(RecordKind(kind), ())
