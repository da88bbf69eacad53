"""What can be said in each kind of diary record, and how each part is read."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from kneewise.app import parse
from kneewise.guide import step5_ankle
from kneewise.knowledge import read_exercises
from kneewise.model.answers import UNKNOWN
from kneewise.model.diary import WEEK_QUESTIONS, InsertKind, TestKind
from kneewise.model.errors import UsageError
from kneewise.model.exercise import Exercise
from kneewise.model.places import Side
from kneewise.model.trial import TrialKind, Way
from kneewise.present.guide import STEPS
from kneewise.present.words import sentence
from kneewise.store.codec import Json, from_json, to_json
from kneewise.store.records import RecordKind

Reader = Callable[[str, object, date], Json]
"""Takes the part's name, what was typed, and today."""

SCORES = ("before", "during", "after_60min", "morning", "after_24h")
OF_AN_EXERCISE = ("before", "during", "morning", "after_24h")
FARTHEST_M = 5_000_000
MOST_SETS = 20
MOST_PAIRS = 50
BOTH = "both"


def words(name: str) -> str:
    """Say what a part is about."""
    return sentence(f"field.{name}")


def _score(name: str, raw: object, _today: date) -> Json:
    return to_json(parse.score(words(name), raw))


def _yes_no(name: str, raw: object, _today: date) -> Json:
    return to_json(parse.yes_no(words(name), raw))


def _plain(name: str, raw: object, _today: date) -> Json:
    return parse.plain_yes_no(words(name), raw)


def _text(_name: str, raw: object, _today: date) -> Json:
    return parse.text(raw) or None


def _words(_name: str, raw: object, _today: date) -> Json:
    """Read something in the runner's own words, which may be that it is not known."""
    return UNKNOWN.value if parse.is_unknown(raw) else parse.text(raw) or None


def _side(_name: str, raw: object, _today: date) -> Json:
    return parse.side(raw).value


def _day(name: str, raw: object, today: date) -> Json:
    return to_json(parse.day(words(name), raw, today=today))


def _any_day(name: str, raw: object, today: date) -> Json:
    return to_json(parse.day(words(name), raw, today=today, future=True))


def _test_kind(name: str, raw: object, _today: date) -> Json:
    return parse.member(words(name), raw, TestKind).value


def _insert_kind(name: str, raw: object, _today: date) -> Json:
    return parse.member(words(name), raw, InsertKind).value


def _trial_kind(name: str, raw: object, _today: date) -> Json:
    return parse.member(words(name), raw, TrialKind).value


def _way(name: str, raw: object, _today: date) -> Json:
    return parse.member(words(name), raw, Way).value


def _step(name: str, raw: object, _today: date) -> Json:
    return parse.choice(words(name), raw, tuple(STEPS))


def _leg(name: str, raw: object, _today: date) -> Json:
    """Read which leg; both is what is left unsaid."""
    if parse.is_unsaid(raw):
        return None
    word = parse.choice(words(name), str(raw).strip().lower(), (*Side, BOTH))
    return None if word == BOTH else word


def _exercise(name: str, raw: object, _today: date) -> Json:
    named = str(raw).strip().lower().replace("-", "_").replace(" ", "_")
    return parse.choice(words(name), named, exercise_names())


def _row_to(high: int) -> Reader:
    """Read whole numbers, one for each set: ``12, 12, 10`` or a list."""

    def read(name: str, raw: object, _today: date) -> Json:
        given = raw.replace(",", " ").split() if isinstance(raw, str) else raw
        each = given if isinstance(given, list | tuple) else [given]
        parse.count(words("sets"), len(each), high=MOST_SETS)
        row = [parse.count(words(name), one, high=high) for one in each]
        counted: list[Json] = [one for one in row if one is not None]
        return counted or None

    return read


def _called(other: str, read: Reader) -> Reader:
    """Read a part that goes by another name in what is said of it."""
    return lambda _name, raw, today: read(other, raw, today)


def exercise_names() -> tuple[str, ...]:
    """Name every exercise and drill that can be logged."""
    return (*read_exercises().by_id, *step5_ankle.DRILLS)


def exercise_called(name: str) -> Exercise | None:
    """Find what is known of an exercise; of a drill nothing is."""
    return read_exercises().by_id.get(name)


def _up_to(high: float) -> Reader:
    return lambda name, raw, _today: parse.amount(words(name), raw, high=high)


def _count_to(high: int) -> Reader:
    return lambda name, raw, _today: parse.count(words(name), raw, high=high)


def _times(name: str, raw: object, _today: date) -> Json:
    """Read the instants of single scores: by name, each aware."""
    if not raw:
        return None
    if not isinstance(raw, Mapping) or not set(raw) <= set(SCORES):
        raise UsageError(_("There are times for %(scores)s, and no others.") % {"scores": ", ".join(SCORES)})
    return {str(score): parse.instant(words(name), at).isoformat() for score, at in raw.items()}


FIELDS: Mapping[RecordKind, Mapping[str, Reader]] = {
    RecordKind.PAIN: {
        "side": _side,
        "about_run": _plain,
        "activity_id": _text,
        **dict.fromkeys(SCORES, _score),
        "scored_at": _times,
        "limp": _yes_no,
        "painkiller": _yes_no,
        "first_pain_min": _up_to(1000),
        "other_knee_fine": _yes_no,
        "note": _text,
    },
    RecordKind.CLEARANCE: {"by": _text, "may_run": _plain},
    RecordKind.PAINKILLER: {"before_run": _plain},
    RecordKind.ILLNESS: {"until": _day},
    RecordKind.SLEEP: {"hours": _up_to(24), "quality_0_10": _score},
    RecordKind.SHOE: {"name": _text, "distance_before_m": _up_to(FARTHEST_M), "retired": _plain},
    RecordKind.TEST: {
        "side": _side,
        "kind": _test_kind,
        "pain_0_10": _score,
        "count": _count_to(1000),
        "distance_cm": _up_to(40),
        "duration_min": _up_to(600),
    },
    RecordKind.INSERT: {"insert": _insert_kind, "prescribed_by": _text, "worn_until": _day},
    RecordKind.MOVE: {"from_day": _any_day, "to_day": _any_day},
    RecordKind.BESIDE_PLAN: {"why": _words},
    RecordKind.WEEK: dict.fromkeys(WEEK_QUESTIONS, _score),
    RecordKind.TRIAL: {
        "trial": _trial_kind,
        "first": _text,
        "second": _text,
        "seed": _text,
        "pairs": _count_to(MOST_PAIRS),
        "ended_on": _day,
    },
    RecordKind.TURN: {
        "of_trial": _text,
        "place": _count_to(2 * MOST_PAIRS),
        "way": _way,
        "as_told": _yes_no,
    },
    RecordKind.EXERCISE: {
        "exercise": _exercise,
        "side": _called("leg", _leg),
        "sets": _count_to(MOST_SETS),
        "repetitions": _row_to(200),
        "hold_s": _row_to(600),
        "in_reserve": _score,
        "load_kg": _up_to(500),
        **{name: _called(f"exercise_{name}", _score) for name in OF_AN_EXERCISE},
    },
    RecordKind.OPINION: {"step": _step, "helpful": _plain},
    RecordKind.RUN: {"activity_id": _text, "all_running": _plain, "soft_surface": _plain},
}

NEEDED: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.PAIN: ("side",),
    RecordKind.CLEARANCE: ("by", "may_run"),
    RecordKind.SHOE: ("name",),
    RecordKind.TEST: ("side", "kind"),
    RecordKind.EXERCISE: ("exercise",),
    RecordKind.RUN: ("activity_id",),
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
            % {"until": until.isoformat(), "on": on.isoformat()}
        )


def read_some(kind: RecordKind, said: Mapping[str, object], *, today: date) -> dict[str, Json]:
    """Read the parts that were typed, for a change of a record."""
    readers = FIELDS[kind]
    for name in said:
        if name not in readers:
            raise UsageError(
                _("There is no “%(name)s” here: there are %(known)s.")
                % {"name": name, "known": ", ".join(readers)}
            )
    read: dict[str, Json] = {}
    for name, raw in said.items():
        with parse.part(name):
            read[name] = readers[name](name, raw, today)
    return read


def fields_of(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the parts that a kind of entry has, and those it needs, for whoever describes it."""
    return tuple(FIELDS[RecordKind(kind)]), NEEDED.get(RecordKind(kind), ())
