"""What the runner said: appended, amended, undone, never overwritten."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

from django.db.models import Q, QuerySet

from kneewise.model.answers import AnswerSet
from kneewise.model.diary import (
    BesidePlan,
    Clearance,
    ExerciseLog,
    GuideOpinion,
    Illness,
    Insert,
    Move,
    PainkillerUse,
    PainLog,
    ShoeRecord,
    Sleep,
    TestResult,
    WeekCheck,
)
from kneewise.model.trial import Trial, Turn
from kneewise.store.codec import Json, from_json
from kneewise.store.ids import content_id
from kneewise.store.models import Record
from kneewise.store.ref import RunnerRef


class RecordKind(StrEnum):
    """What a record tells of."""

    ANSWERS = "answers"
    PAIN = "pain"
    CLEARANCE = "clearance"
    PAINKILLER = "painkiller"
    ILLNESS = "illness"
    SLEEP = "sleep"
    SHOE = "shoe"
    TEST = "test"
    INSERT = "insert"
    MOVE = "move"
    BESIDE_PLAN = "beside_plan"
    WEEK = "week"
    TRIAL = "trial"
    TURN = "turn"
    OPINION = "opinion"
    EXERCISE = "exercise"
    RUN = "run"
    TOLD_RUN = "told_run"
    SESSION = "session"
    SETTINGS = "settings"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAnswer:
    """What the runner said of a run and no file does: all of it running, the ground, the pair of shoes."""

    record_id: str
    at: datetime
    on: date
    activity_id: str
    all_running: bool | None = None
    soft_surface: bool | None = None
    shoe: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRun:
    """A run that no file tells of.

    Attributes:
        distance_m: Of the running.
        began: The time of that day, such as ``17:30``; ``None`` where it was not told.
        shoe: The pair it was in, by its name.
    """

    record_id: str
    at: datetime
    on: date
    running_min: float
    distance_m: float | None = None
    began: str | None = None
    shoe: str | None = None


SHAPES: Mapping[RecordKind, type] = {
    RecordKind.ANSWERS: AnswerSet,
    RecordKind.PAIN: PainLog,
    RecordKind.CLEARANCE: Clearance,
    RecordKind.PAINKILLER: PainkillerUse,
    RecordKind.ILLNESS: Illness,
    RecordKind.SLEEP: Sleep,
    RecordKind.SHOE: ShoeRecord,
    RecordKind.TEST: TestResult,
    RecordKind.INSERT: Insert,
    RecordKind.MOVE: Move,
    RecordKind.BESIDE_PLAN: BesidePlan,
    RecordKind.WEEK: WeekCheck,
    RecordKind.TRIAL: Trial,
    RecordKind.TURN: Turn,
    RecordKind.OPINION: GuideOpinion,
    RecordKind.EXERCISE: ExerciseLog,
    RecordKind.RUN: RunAnswer,
    RecordKind.TOLD_RUN: ToldRun,
}
"""The model's dataclass of each kind.

Settings are a mapping of what was changed, an undo is empty, and a session names recordings that are one:
``activity_id``, ``same`` (joined, or split), ``others`` (the sessions besides), and ``recordings``, each with
``sha256``, ``member`` and the ``activity_id`` that it belongs to.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One record as it is read now.

    Attributes:
        record_id: Of the first of its line: amendments keep the name.
        at: With the runner's offset at that time.
        payload: The fields of the dataclass of its kind, without the three above.
    """

    record_id: str
    kind: RecordKind
    on: date
    at: datetime
    payload: Mapping[str, Json]

    def value(self) -> object:
        """Turn it into its value of the model."""
        beside: dict[str, Json] = {
            "record_id": self.record_id,
            "at": self.at.isoformat(),
            "on": {"date": self.on.isoformat()},
        }
        return from_json(SHAPES[self.kind], {**self.payload, **beside})


Line = tuple[Written, str]
"""A record as it was said, and the first record of its line where it amends one."""


def record(runner: RunnerRef, step: int, said: Written, *, entered_at: datetime, root: str = "") -> str:
    """Append one record; ``root`` names the one it amends. Saying a first record again changes nothing.

    Returns:
        The record's own name; a first record's name is its content's or its key's.
    """
    if said.kind in SHAPES:
        said.value()
    own = said.record_id if not root else _amendment_id(runner, said, entered_at, root)
    offset = said.at.utcoffset() or timedelta(0)
    Record.objects.get_or_create(
        runner_id=runner.runner_id,
        record_id=own,
        defaults={
            "kind": said.kind.value,
            "on": said.on,
            "at": said.at.astimezone(UTC),
            "offset_s": int(offset.total_seconds()),
            "entered_at": entered_at.astimezone(UTC),
            "payload": dict(said.payload),
            "root": root,
            "step": step,
        },
    )
    return own


def new_record(
    kind: RecordKind, *, at: datetime, on: date, payload: Mapping[str, Json], key: str = ""
) -> Written:
    """Give a first record its name: its content's, or that of the key under which a form sent it."""
    told: list[Json] = [at.isoformat(), on.isoformat(), dict(payload)]
    name = name_under(kind, key) if key else content_id([kind.value, *told])
    return Written(record_id=name, kind=kind, on=on, at=at, payload=payload)


def name_under(kind: RecordKind, key: str) -> str:
    """Name the record that a form tells under its key."""
    return content_id([kind.value, key])


def _amendment_id(runner: RunnerRef, said: Written, entered_at: datetime, root: str) -> str:
    """Name an amendment by its content and its place in the row: what was undone can be undone again."""
    told = [said.kind.value, said.at.isoformat(), said.on.isoformat(), dict(said.payload)]
    place = Record.objects.filter(runner_id=runner.runner_id, root=root).count()
    return content_id([*told, root, entered_at.isoformat(), place])


def has_record(runner: RunnerRef, record_id: str) -> bool:
    """Whether this was said already."""
    return Record.objects.filter(runner_id=runner.runner_id, record_id=record_id).exists()


def recall_records(
    runner: RunnerRef, *, step: int | None = None, kind: RecordKind | None = None
) -> tuple[Written, ...]:
    """Read every record as it stands: amended ones by their last amendment, undone ones left out.

    Args:
        runner: Whose.
        step: The history as it was then; ``None`` for now.
        kind: Only those; ``None`` for all.
    """
    return standing(recall_lines(runner, step, kind=kind))


def standing(lines: Iterable[Line]) -> tuple[Written, ...]:
    """Choose what stands of everything that was ever said."""
    present: dict[str, Written | None] = {}
    for said, root in lines:
        name = root or said.record_id
        undone = said.kind is RecordKind.UNDO
        present[name] = None if undone else _under(said, name)
    return tuple(said for said in present.values() if said is not None)


def recall_past(runner: RunnerRef, record_id: str) -> tuple[Written, ...]:
    """Read a record and all its amendments, oldest first: old values stay."""
    return tuple(said for said, root in recall_lines(runner, None) if (root or said.record_id) == record_id)


def recall_names(runner: RunnerRef) -> tuple[str, ...]:
    """Name every record that was ever said, undone ones too."""
    return tuple(_names(runner))


def first_name(runner: RunnerRef) -> str:
    """Name the first record of all; empty where there is none."""
    return _names(runner).first() or ""


def _names(runner: RunnerRef) -> "QuerySet[Record, str]":
    rows = Record.objects.filter(runner_id=runner.runner_id, root="").order_by("step", "pk")
    return rows.values_list("record_id", flat=True)


def _under(said: Written, name: str) -> Written:
    if said.record_id == name:
        return said
    return Written(record_id=name, kind=said.kind, on=said.on, at=said.at, payload=said.payload)


def recall_lines(runner: RunnerRef, step: int | None, *, kind: RecordKind | None = None) -> Iterator[Line]:
    """Read everything that was ever said up to a step, oldest first, also what was amended or taken back."""
    rows = Record.objects.filter(runner_id=runner.runner_id).order_by("step", "pk")
    if kind is not None:
        of_kind = rows.filter(kind=kind.value)
        rows = rows.filter(Q(kind=kind.value) | Q(root__in=of_kind.order_by().values("record_id")))
    if step is not None:
        rows = rows.filter(step__lte=step)
    columns = ("record_id", "kind", "on", "at", "offset_s", "payload", "root")
    for name, told, on, at, offset_s, payload, root in rows.values_list(*columns):
        local = at.astimezone(timezone(timedelta(seconds=offset_s)))
        yield Written(record_id=name, kind=RecordKind(told), on=on, at=local, payload=payload), root
