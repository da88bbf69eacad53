"""The whole history of a runner, as it is known now or was known at a step."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from kneewise.model.activity import Activity
from kneewise.model.diary import History, PainLog, Sleep
from kneewise.model.ledger import Mass
from kneewise.model.runner import LoadChoice, Settings
from kneewise.store.activities import recall_activities
from kneewise.store.codec import Json, from_json
from kneewise.store.nights import recall_nights
from kneewise.store.records import (
    Line,
    RecordKind,
    RunAnswer,
    ToldRun,
    Written,
    recall_lines,
    recall_records,
    standing,
)
from kneewise.store.ref import RunnerRef
from kneewise.store.told_runs import with_told_runs

Told = TypeVar("Told", PainLog, RunAnswer)

FIELDS: Mapping[RecordKind, str] = {
    RecordKind.ANSWERS: "answers",
    RecordKind.PAIN: "pain",
    RecordKind.CLEARANCE: "clearances",
    RecordKind.PAINKILLER: "painkillers",
    RecordKind.ILLNESS: "illnesses",
    RecordKind.SLEEP: "sleeps",
    RecordKind.TEST: "tests",
    RecordKind.SHOE: "shoes",
    RecordKind.INSERT: "inserts",
    RecordKind.MOVE: "moves",
    RecordKind.BESIDE_PLAN: "beside_plan",
    RecordKind.WEEK: "week_checks",
    RecordKind.TRIAL: "trials",
    RecordKind.TURN: "turns",
    RecordKind.EXERCISE: "exercises",
}
"""The field of `History` that each kind of record goes to."""

MASS = "body_mass_kg"
"""The one setting whose earlier values still count, for the days they were told for."""


def recall_history(
    runner: RunnerRef, *, step: int | None = None, bands: bool = True, without: str = ""
) -> History:
    """Read everything known of a runner: three queries, however long the history.

    Args:
        runner: Whose.
        step: The history as it was known then, for replay; ``None`` for now.
        bands: Read the bands of each session too; a decision looks at them only where runs are swapped.
        without: The name of a record to leave out, to see what hangs on it.
    """
    lines = tuple(recall_lines(runner, step))
    records = tuple(one for one in standing(lines) if one.record_id != without)
    settings = settings_of(records)
    swaps = settings.load_choice is LoadChoice.SWAP
    activities = recall_activities(runner, step=step, bands=bands or swaps)
    said: dict[str, list[object]] = {name: [] for name in FIELDS.values()}
    runs: list[RunAnswer] = []
    told_runs: list[ToldRun] = []
    for one in records:
        if one.kind in FIELDS:
            said[FIELDS[one.kind]].append(one.value())
        elif one.kind is RecordKind.RUN:
            runs.append(cast("RunAnswer", one.value()))
        elif one.kind is RecordKind.TOLD_RUN:
            told_runs.append(cast("ToldRun", one.value()))
    activities, found_in_files = with_told_runs(activities, told_runs)
    now_called = {**found_in_files, **names_of_joined(lines, {one.activity_id for one in activities})}
    told: dict[str, Any] = {name: tuple(values) for name, values in said.items()}
    told["pain"] = tuple(_about(one, now_called) for one in told["pain"])
    runs = [_about(one, now_called) for one in runs]
    told["sleeps"] += nights_beside(told["sleeps"], recall_nights(runner, step=step))
    return History(
        settings=settings,
        activities=_told_of(activities, runs),
        masses=_masses_of(records),
        **told,
    )


def names_of_joined(lines: Iterable[Line], present: Collection[str]) -> Mapping[str, str]:
    """Say under which name each session goes that was joined to another.

    A choice that was taken back still tells where what was said of a session belongs that is no more.
    """
    into: dict[str, str] = {}
    for said, _ in lines:
        if said.kind is RecordKind.SESSION:
            into |= dict.fromkeys(cast("list[str]", said.payload["others"]), str(said.payload["activity_id"]))
    called: dict[str, str] = {}
    for name in into.keys() - set(present):
        seen, now = {name}, into[name]
        while now not in present and now in into and now not in seen:
            seen.add(now)
            now = into[now]
        called[name] = now
    return called


def _about(said: Told, now_called: Mapping[str, str]) -> Told:
    """Put what was said of a session to the one that it was joined to."""
    name = now_called.get(said.activity_id or "")
    return said if name is None else replace(said, activity_id=name)


def nights_beside(said: Sequence[Sleep], measured: Sequence[Sleep]) -> tuple[Sleep, ...]:
    """Choose the nights of exports of which the diary says nothing."""
    days = {night.on for night in said}
    return tuple(night for night in measured if night.on not in days)


def recall_settings(runner: RunnerRef) -> Settings:
    """Read the runner's choices alone."""
    return settings_of(recall_records(runner, kind=RecordKind.SETTINGS))


def settings_of(records: Sequence[Written]) -> Settings:
    """Put the changes of settings on one another, oldest first."""
    changed: dict[str, Json] = {}
    for one in records:
        if one.kind is RecordKind.SETTINGS:
            changed.update(one.payload)
    return from_json(Settings, changed)


def _masses_of(records: Sequence[Written]) -> tuple[Mass, ...]:
    """List every mass that was told, each from the day it was told on; the last of a day holds."""
    told = {
        one.on: from_json(Settings, {MASS: one.payload[MASS]}).body_mass_kg
        for one in records
        if one.kind is RecordKind.SETTINGS and MASS in one.payload
    }
    return tuple(Mass(on=on, mass_kg=mass_kg) for on, mass_kg in sorted(told.items()))


def _told_of(activities: tuple[Activity, ...], runs: Sequence[RunAnswer]) -> tuple[Activity, ...]:
    """Add to each activity what the runner said of it."""
    if not runs:
        return activities
    by_id = {one.activity_id: one for one in activities}
    for answer in runs:
        known = by_id.get(answer.activity_id)
        if known is not None:
            by_id[answer.activity_id] = _with(known, answer)
    return tuple(by_id.values())


def _with(known: Activity, answer: RunAnswer) -> Activity:
    """Take over what was said; what was left unsaid stays."""
    return replace(
        known,
        all_running=known.all_running if answer.all_running is None else answer.all_running,
        soft_surface=known.soft_surface if answer.soft_surface is None else answer.soft_surface,
        shoe=answer.shoe or known.shoe,
    )
